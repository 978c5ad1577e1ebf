package dev.avow.policy.version;

import java.util.Locale;
import java.util.Optional;

/** What a version can expect. */
public enum SupportStatus {
  /** It gets security fixes. */
  SUPPORTED,
  /** It gets security fixes if they can be backported; none is promised. */
  BEST_EFFORT,
  /** It gets none. */
  UNSUPPORTED,
  /** It is being worked on, and what is wrong with it is mended there. */
  DEVELOPMENT;

  /** Returns the name as policies write it: {@code best-effort}. */
  public String label() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /**
   * Returns what a cell of a table says, in a mark or in words: {@code :white_check_mark:}, {@code
   * ❌}, {@code Security patches only}; nothing if it says neither.
   */
  public static Optional<SupportStatus> said(String cell) {
    return StatusWords.read(cell);
  }
}
