package dev.avow.policy.commitment;

import java.io.Serializable;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * A stretch of days of a disclosure timeline, both ends included: {@code 3-7}, {@code 0}, {@code
 * 14+}.
 *
 * <p>Day 0 is the day of the report in the policy's zone. Ranges may share their end days.
 */
public final class DayRange implements Comparable<DayRange>, Serializable {

  private static final long serialVersionUID = 1;

  private final int first;
  private final @Nullable Integer last;

  private DayRange(int first, @Nullable Integer last) {
    if (first < 0 || first > Period.MOST) {
      throw new IllegalArgumentException("day must be 0 or more but was %d".formatted(first));
    }
    if (last != null && (last < first || last > Period.MOST)) {
      throw new IllegalArgumentException(
          "days must run forward, as in 3-7, but were %d-%d".formatted(first, last));
    }
    this.first = first;
    this.last = last;
  }

  /** Returns the one day numbered {@code day}. */
  public static DayRange day(int day) {
    return new DayRange(day, day);
  }

  /** Returns the days from {@code first} to {@code last}, both included. */
  public static DayRange days(int first, int last) {
    return new DayRange(first, last);
  }

  /** Returns the days from {@code first} on, without an end. */
  public static DayRange from(int first) {
    return new DayRange(first, null);
  }

  /**
   * Reads a range: {@code 0}, {@code 3-7} or {@code 14+}.
   *
   * @throws IllegalArgumentException if it is none
   */
  public static DayRange parse(String text) {
    String trimmed = text.strip();
    try {
      if (trimmed.endsWith("+")) {
        return from(number(trimmed.substring(0, trimmed.length() - 1)));
      }
      int dash = trimmed.indexOf('-');
      return dash < 0
          ? day(number(trimmed))
          : days(number(trimmed.substring(0, dash)), number(trimmed.substring(dash + 1)));
    } catch (NumberFormatException notANumber) {
      throw new IllegalArgumentException(
          "days must look like \"0\", \"3-7\" or \"14+\" but were \"%s\"".formatted(text),
          notANumber);
    }
  }

  private static int number(String text) {
    return Integer.parseUnsignedInt(text.strip());
  }

  /** Returns the first day. */
  public int first() {
    return first;
  }

  /** Returns the last day, itself included; nothing for a range without an end. */
  public OptionalInt last() {
    return last == null ? OptionalInt.empty() : OptionalInt.of(last);
  }

  @Override
  public int compareTo(DayRange other) {
    int order = Integer.compare(first, other.first);
    return order != 0
        ? order
        : Integer.compare(last().orElse(Integer.MAX_VALUE), other.last().orElse(Integer.MAX_VALUE));
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof DayRange that && compareTo(that) == 0;
  }

  @Override
  public int hashCode() {
    return 31 * first + last().orElse(-1);
  }

  /** Returns the text that {@link #parse} reads: {@code 3-7}. */
  @Override
  public String toString() {
    if (last == null) {
      return first + "+";
    }
    return last == first ? String.valueOf(first) : first + "-" + last;
  }
}
