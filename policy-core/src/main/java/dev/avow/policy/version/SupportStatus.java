package dev.avow.policy.version;

import java.util.Locale;

/** What a version can expect. */
public enum SupportStatus {
  /** It gets security fixes. */
  SUPPORTED,
  /** It gets security fixes if they can be backported; none is promised. */
  BEST_EFFORT,
  /** It gets none. */
  UNSUPPORTED;

  /** Returns the name as policies write it: {@code best-effort}. */
  public String label() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
