package dev.avow.policy.version;

import java.util.Locale;

/** Whether something is supported. */
public enum Support {
  /** It gets security fixes. */
  SUPPORTED,
  /** It gets none. */
  UNSUPPORTED,
  /** It gets them as far as possible. */
  BEST_EFFORT,
  /** It is being worked on. */
  DEVELOPMENT,
  /** The policy does not speak of it. */
  NOT_LISTED,
  /** The policy says several things, none of them more specific than the others. */
  CONTRADICTORY,
  /** It cannot be told from what is known. */
  UNKNOWN;

  static Support of(SupportStatus status) {
    return switch (status) {
      case SUPPORTED -> SUPPORTED;
      case BEST_EFFORT -> BEST_EFFORT;
      case UNSUPPORTED -> UNSUPPORTED;
      case DEVELOPMENT -> DEVELOPMENT;
    };
  }

  /** Returns the name in small letters: {@code best-effort}. */
  public String label() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
