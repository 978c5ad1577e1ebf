package dev.avow.disclosure.embargo;

import java.time.Duration;

/**
 * How long an embargo somebody agrees to.
 *
 * @param minimum the shortest, itself included
 * @param preferred what is to be stayed below
 * @param maximum the longest, itself included
 */
public record EmbargoLimits(Duration minimum, Duration preferred, Duration maximum) {

  /** What is said to a proposal. */
  public enum Answer {
    /** It is agreed to. */
    ACCEPTED,
    /** It is agreed to, and a shorter one would be better. */
    ACCEPTED_RELUCTANTLY,
    /** It is too short. */
    TOO_SHORT,
    /** It is too long. */
    TOO_LONG;

    /** Returns whether it is agreed to. */
    public boolean isAccepted() {
      return this == ACCEPTED || this == ACCEPTED_RELUCTANTLY;
    }
  }

  /** Creates limits; those out of order are refused. */
  public EmbargoLimits {
    if (minimum.compareTo(preferred) > 0 || preferred.compareTo(maximum) > 0) {
      throw new IllegalArgumentException(
          "limits must rise from minimum to maximum but were %s, %s, %s"
              .formatted(minimum, preferred, maximum));
    }
  }

  /** Returns what is said to an embargo of {@code length}. */
  public Answer ask(Duration length) {
    if (length.compareTo(minimum) < 0) {
      return Answer.TOO_SHORT;
    }
    if (length.compareTo(maximum) > 0) {
      return Answer.TOO_LONG;
    }
    return length.compareTo(preferred) < 0 ? Answer.ACCEPTED : Answer.ACCEPTED_RELUCTANTLY;
  }
}
