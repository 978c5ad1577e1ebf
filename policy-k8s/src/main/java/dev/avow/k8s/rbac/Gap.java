package dev.avow.k8s.rbac;

import dev.avow.policy.finding.Location;

/**
 * Something that is not known and might allow more.
 *
 * @param at where it is referred to
 * @param missing what is not known, a noun phrase: {@code the ClusterRole ops}
 */
public record Gap(Location at, String missing) {

  /** Returns what is missing, and where. */
  @Override
  public String toString() {
    return missing + " (" + at + ")";
  }
}
