package dev.avow.disclosure.embargo;

import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Locale;

/**
 * Reads how long an embargo is to last: as ISO 8601 writes durations, in days, hours, minutes and
 * seconds. A day is 24 hours; years, months and weeks, which are no fixed time, are refused.
 */
public final class EmbargoLength {

  private EmbargoLength() {}

  /**
   * Reads a length such as {@code P45D} or {@code PT36H}.
   *
   * @throws IllegalArgumentException if it is none, or not more than nothing
   */
  public static Duration parse(String text) {
    try {
      boolean plain =
          text.equals(text.toUpperCase(Locale.ROOT))
              && text.indexOf('+') < 0
              && text.indexOf('-') < 0;
      if (plain && text.indexOf('.') < 0) {
        return check(Duration.parse(text));
      }
    } catch (DateTimeParseException notADuration) {
      throw unreadable(text);
    }
    throw unreadable(text);
  }

  private static IllegalArgumentException unreadable(String text) {
    return new IllegalArgumentException(
        "length must look like P45D or PT36H, without years, months and weeks, but was \"%s\""
            .formatted(text));
  }

  static Duration check(Duration length) {
    if (length.isNegative() || length.isZero()) {
      throw new IllegalArgumentException("length must be more than 0 but was %s".formatted(length));
    }
    return length;
  }
}
