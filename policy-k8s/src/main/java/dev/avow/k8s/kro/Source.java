package dev.avow.k8s.kro;

import dev.avow.policy.finding.Finding.Hop;
import org.jspecify.annotations.Nullable;

/**
 * Where something secret comes from.
 *
 * @param name how an expression reads it: {@code creds.data.password}
 * @param sort why it is secret
 * @param station where it stands, and what stands there
 * @param secret the Secret that holds it; null if none does
 */
record Source(String name, Sort sort, Hop station, @Nullable GraphResource secret) {

  /** Why something is secret. */
  enum Sort {
    /** A Secret holds it. */
    SECRET,
    /** Its name says so. */
    NAMED
  }
}
