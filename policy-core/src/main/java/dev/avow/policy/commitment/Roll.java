package dev.avow.policy.commitment;

import java.util.Locale;

/** What becomes of a deadline that falls on a day that is no business day. */
public enum Roll {
  /** It stays. */
  NONE,
  /** It moves to the next business day, at the same time of day. */
  NEXT_BUSINESS_DAY,
  /**
   * It moves to the business day before, at the same time of day, though never before its start.
   */
  PREVIOUS_BUSINESS_DAY;

  /** Returns the name as policies write it: {@code next-business-day}. */
  public String text() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /**
   * Reads the name as policies write it.
   *
   * @throws IllegalArgumentException if there is no such roll rule
   */
  public static Roll parse(String text) {
    for (Roll roll : values()) {
      if (roll.text().equals(text)) {
        return roll;
      }
    }
    throw new IllegalArgumentException(
        "roll must be none, next-business-day or previous-business-day but was \"%s\""
            .formatted(text));
  }
}
