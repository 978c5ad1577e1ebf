package dev.avow.policy.commitment;

import java.io.Serializable;
import java.util.List;
import java.util.Locale;

/**
 * A length of time as a promise states it: an amount and what is counted.
 *
 * <p>What it means from a given instant on is for a {@link WorkingCalendar} to say.
 *
 * @param amount how many, from 0 to {@value #MOST}
 * @param unit what is counted
 */
public record Period(int amount, Unit unit) implements Serializable {

  /** The largest amount. */
  public static final int MOST = 1_000_000;

  /** The most hours by which a change of clocks makes a stretch of days shorter or longer. */
  private static final long CLOCK_CHANGE = 2;

  private static final long LONGEST_MONTH = 31 * 24L;

  /** What is counted. */
  public enum Unit {
    /** Elapsed hours, whatever the clocks do meanwhile. */
    HOURS("h", "hour", 1),
    /** Elapsed days of 24 hours each, whatever the clocks do meanwhile. */
    DAYS("d", "day", 24),
    /**
     * Calendar days in the calendar's zone; the first day is not counted, the last one is whole.
     */
    CALENDAR_DAYS("cd", "calendar day", 24),
    /** Business days; the first day is not counted, the last one is whole. */
    BUSINESS_DAYS("bd", "business day", 24),
    /** Months to the same day of the month and time, or to the last day of a shorter month. */
    MONTHS("mo", "month", 28 * 24);

    private final String symbol;
    private final String word;

    /** Of one, at least. */
    private final long hours;

    Unit(String symbol, String word, long hours) {
      this.symbol = symbol;
      this.word = word;
      this.hours = hours;
    }

    private boolean isElapsed() {
      return this == HOURS || this == DAYS;
    }

    /** Returns whether a period of this unit ends at the end of a day. */
    public boolean endsWithDay() {
      return this == CALENDAR_DAYS || this == BUSINESS_DAYS;
    }

    private List<String> spellings() {
      return List.of(symbol, word, word + "s");
    }
  }

  /** Creates a period; an amount out of range is refused. */
  public Period {
    if (amount < 0 || amount > MOST) {
      throw new IllegalArgumentException(
          "period must be 0 to %d %ss but was %d".formatted(MOST, unit.word, amount));
    }
  }

  /** Returns {@code amount} elapsed hours. */
  public static Period hours(int amount) {
    return new Period(amount, Unit.HOURS);
  }

  /** Returns {@code amount} elapsed days of 24 hours. */
  public static Period days(int amount) {
    return new Period(amount, Unit.DAYS);
  }

  /** Returns {@code amount} elapsed weeks, as days. */
  public static Period weeks(int amount) {
    return new Period(Math.multiplyExact(amount, 7), Unit.DAYS);
  }

  /** Returns {@code amount} calendar days. */
  public static Period calendarDays(int amount) {
    return new Period(amount, Unit.CALENDAR_DAYS);
  }

  /** Returns {@code amount} business days. */
  public static Period businessDays(int amount) {
    return new Period(amount, Unit.BUSINESS_DAYS);
  }

  /** Returns {@code amount} months. */
  public static Period months(int amount) {
    return new Period(amount, Unit.MONTHS);
  }

  /**
   * Reads a period: {@code 48h}, {@code 3d}, {@code 3cd}, {@code 5bd}, {@code 2w}, {@code 1mo}, or
   * in words, {@code 5 business days}.
   *
   * @throws IllegalArgumentException if it is none
   */
  public static Period parse(String text) {
    String trimmed = text.strip().toLowerCase(Locale.ROOT);
    int end = 0;
    while (end < trimmed.length() && isDigit(trimmed.charAt(end))) {
      end++;
    }
    String word = trimmed.substring(end).strip();
    if (end == 0 || end > 7) {
      throw unreadable(text);
    }
    int amount = Integer.parseInt(trimmed.substring(0, end));
    if (List.of("w", "week", "weeks").contains(word)) {
      return weeks(amount);
    }
    return new Period(amount, unit(word, text));
  }

  private static Unit unit(String word, String text) {
    String known = word.replace("working day", "business day");
    for (Unit unit : Unit.values()) {
      if (unit.spellings().contains(known)) {
        return unit;
      }
    }
    throw unreadable(text);
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  private static IllegalArgumentException unreadable(String text) {
    return new IllegalArgumentException(
        "period must look like \"48h\", \"3d\", \"3cd\", \"5bd\", \"2w\" or \"1mo\" but was \"%s\""
            .formatted(text));
  }

  /**
   * Returns how many hours it takes at least, whenever it begins and whatever the clocks do
   * meanwhile: days off only make it longer.
   */
  public long shortest() {
    long hours = amount * unit.hours;
    return unit.isElapsed() ? hours : Math.max(0, hours - CLOCK_CHANGE);
  }

  /**
   * Returns how many hours it takes at most, whenever it begins; {@link Long#MAX_VALUE} of business
   * days, as nobody knows how many days off lie between.
   */
  public long longest() {
    return switch (unit) {
      case HOURS, DAYS -> shortest();
      case CALENDAR_DAYS -> (amount + 1) * unit.hours + CLOCK_CHANGE;
      case BUSINESS_DAYS -> Long.MAX_VALUE;
      case MONTHS -> amount * LONGEST_MONTH + CLOCK_CHANGE;
    };
  }

  /** Returns the period in words: {@code 5 business days}. */
  public String words() {
    return amount + " " + unit.word + (amount == 1 ? "" : "s");
  }

  /** Returns the short form that {@link #parse} reads: {@code 5bd}. */
  @Override
  public String toString() {
    return amount + unit.symbol;
  }
}
