package dev.avow.policy.hardening;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** A named set of rules; each profile holds all that the one before it does, and more. */
public enum Profile {
  /** Prevents known privilege escalations; fits most workloads as they are. */
  BASELINE,
  /** Current practice of hardening pods. */
  RESTRICTED,
  /** What running in production asks beyond that, such as images pinned by digest. */
  PRODUCTION,
  /** What sharing a cluster with strangers asks beyond that. */
  MULTI_TENANT;

  /** Returns the name as policies write it: {@code multi-tenant}. */
  public String label() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** Returns the profile that policies write as {@code label}. */
  public static Optional<Profile> labelled(String label) {
    return Arrays.stream(values()).filter(profile -> profile.label().equals(label)).findFirst();
  }

  /** Returns whether this profile holds all that {@code other} does. */
  public boolean includes(Profile other) {
    return compareTo(other) >= 0;
  }
}
