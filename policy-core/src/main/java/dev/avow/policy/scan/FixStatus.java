package dev.avow.policy.scan;

import java.util.Arrays;
import java.util.Locale;

/** What a vendor says about mending a vulnerability in a package. */
public enum FixStatus {
  /** A fixed version is there. */
  FIXED,
  /** The package is affected, and there is no fix yet. */
  AFFECTED,
  /** The vendor will not mend it. */
  WILL_NOT_FIX,
  /** The vendor has put it off. */
  FIX_DEFERRED,
  /** The package gets no fixes any more. */
  END_OF_LIFE,
  /** The package is not affected. */
  NOT_AFFECTED,
  /** It is being looked into. */
  UNDER_INVESTIGATION,
  /** Nothing is said. */
  UNKNOWN;

  /** Returns the status that Trivy writes as {@code label}. */
  static FixStatus labelled(String label) {
    return Arrays.stream(values())
        .filter(status -> status.name().toLowerCase(Locale.ROOT).equals(label))
        .findFirst()
        .orElse(UNKNOWN);
  }
}
