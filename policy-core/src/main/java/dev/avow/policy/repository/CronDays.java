package dev.avow.policy.repository;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;

/** The days that a cron expression of five fields names, and how far they lie apart. */
final class CronDays {

  private static final List<String> MONTHS =
      List.of("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec");
  private static final List<String> WEEKDAYS =
      List.of("sun", "mon", "tue", "wed", "thu", "fri", "sat");

  /** Four years from here hold every kind of year and month. */
  private static final LocalDate FIRST = LocalDate.of(2024, 1, 1);

  private static final LocalDate LAST = FIRST.plusYears(4);
  private static final int SUNDAY_TOO = 7;

  private final BitSet days;
  private final BitSet months;
  private final BitSet weekdays;

  /** Whether a day must fit both fields; if both are limited, one is enough. */
  private final boolean both;

  /** Which of its weekdays in the month it must be; 0 for any. */
  private final int nth;

  private CronDays(String[] fields) {
    String weekday = fields[4];
    int hash = weekday.indexOf('#');
    this.nth = hash < 0 ? 0 : Integer.parseInt(weekday.substring(hash + 1));
    this.days = members(fields[2], 1, 31, List.of());
    this.months = members(fields[3], 1, 12, MONTHS);
    this.weekdays =
        members(hash < 0 ? weekday : weekday.substring(0, hash), 0, SUNDAY_TOO, WEEKDAYS);
    this.both = isOpen(fields[2]) || isOpen(weekday);
  }

  /** Returns the most days between two looks; nothing if {@code expression} is not understood. */
  static OptionalLong most(String expression) {
    String[] fields = expression.strip().toLowerCase(Locale.ROOT).split("\\s+", -1);
    if (fields.length != 5) {
      return OptionalLong.empty();
    }
    try {
      return new CronDays(fields).most();
    } catch (NumberFormatException unknown) {
      return OptionalLong.empty();
    }
  }

  private static boolean isOpen(String field) {
    return field.startsWith("*") || field.equals("?");
  }

  private OptionalLong most() {
    LocalDate before = null;
    long most = 0;
    for (LocalDate day = FIRST; day.isBefore(LAST); day = day.plusDays(1)) {
      if (fits(day)) {
        most = before == null ? most : Math.max(most, ChronoUnit.DAYS.between(before, day));
        before = day;
      }
    }
    return most == 0 ? OptionalLong.empty() : OptionalLong.of(most);
  }

  private boolean fits(LocalDate day) {
    boolean byDay = days.get(day.getDayOfMonth());
    boolean byWeekday = weekdays.get(number(day.getDayOfWeek())) && isNth(day);
    return months.get(day.getMonthValue()) && (both ? byDay && byWeekday : byDay || byWeekday);
  }

  private boolean isNth(LocalDate day) {
    return nth == 0 || (day.getDayOfMonth() - 1) / DayOfWeek.values().length + 1 == nth;
  }

  private static int number(DayOfWeek day) {
    return day.getValue() % DayOfWeek.values().length;
  }

  /** Reads {@code *}, {@code 1,15}, {@code 1-5}, {@code *}{@code /2} and names. */
  private static BitSet members(String field, int least, int most, List<String> names) {
    BitSet members = new BitSet();
    for (String part : field.split(",", -1)) {
      String[] stepped = part.split("/", 2);
      int step = stepped.length > 1 ? Integer.parseInt(stepped[1]) : 1;
      String[] ends = stepped[0].split("-", 2);
      boolean all = isOpen(stepped[0]);
      int from = all ? least : value(ends[0], least, names);
      int to = all || (stepped.length > 1 && ends.length == 1) ? most : from;
      to = !all && ends.length > 1 ? value(ends[1], least, names) : to;
      if (step < 1 || from < least || to > most) {
        throw new NumberFormatException("no field of cron: " + field);
      }
      for (int i = from; i <= to; i += step) {
        members.set(i);
      }
    }
    members.set(0, members.get(0) || (most == SUNDAY_TOO && members.get(SUNDAY_TOO)));
    return members;
  }

  private static int value(String text, int least, List<String> names) {
    int named = names.indexOf(text);
    return named < 0 ? Integer.parseInt(text) : named + least;
  }
}
