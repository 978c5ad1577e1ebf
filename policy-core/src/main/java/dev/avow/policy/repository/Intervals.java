package dev.avow.policy.repository;

import dev.avow.policy.commitment.Period;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;

/** How many days lie between two looks, as updaters and policies write it. */
final class Intervals {

  private static final long WEEK = 7;
  private static final long MONTH = 31;
  private static final long QUARTER = 92;
  private static final long HALF_YEAR = 184;
  private static final long YEAR = 366;

  private Intervals() {}

  /** Returns the days of an interval of Dependabot; nothing if it is none. */
  static OptionalLong dependabot(String interval) {
    return switch (interval) {
      case "daily" -> OptionalLong.of(1);
      case "weekly" -> OptionalLong.of(WEEK);
      case "monthly" -> OptionalLong.of(MONTH);
      case "quarterly" -> OptionalLong.of(QUARTER);
      case "semiannually" -> OptionalLong.of(HALF_YEAR);
      case "yearly" -> OptionalLong.of(YEAR);
      default -> OptionalLong.empty();
    };
  }

  /** Returns the days of a cron expression of five fields; nothing if it is none. */
  static OptionalLong cron(String expression) {
    String[] fields = expression.strip().split("\\s+", -1);
    if (fields.length != 5) {
      return OptionalLong.empty();
    }
    boolean everyMonth = fields[3].equals("*");
    if (!everyMonth) {
      int months =
          fields[3].startsWith("*/") ? number(fields[3].substring(2)) : 12 / count(fields[3]);
      return OptionalLong.of(months <= 1 ? MONTH : Math.min(YEAR, months * MONTH));
    }
    boolean everyDay = fields[2].equals("*") || fields[2].startsWith("*/");
    if (!everyDay) {
      return OptionalLong.of(MONTH / count(fields[2]) + 1);
    }
    return OptionalLong.of(fields[4].equals("*") || fields[4].contains("-") ? 1 : WEEK);
  }

  private static int count(String list) {
    return Math.min(12, list.split(",").length);
  }

  private static int number(String text) {
    try {
      return Integer.parseInt(text);
    } catch (NumberFormatException none) {
      return 12;
    }
  }

  /** Returns the days of a schedule of Renovate, in its words, as cron or the name of a preset. */
  static OptionalLong renovate(String schedule) {
    OptionalLong cron = cron(schedule);
    if (cron.isPresent() && schedule.contains("*")) {
      return cron;
    }
    String words = schedule.toLowerCase(Locale.ROOT);
    if (words.contains("year")) {
      return OptionalLong.of(YEAR);
    }
    if (words.contains("quarter") || words.contains("3 months")) {
      return OptionalLong.of(QUARTER);
    }
    if (words.contains("month")) {
      return OptionalLong.of(MONTH);
    }
    boolean weekdays = words.contains("weekday") || words.contains("daily");
    boolean weekly =
        List.of(
                "week",
                "monday",
                "tuesday",
                "wednesday",
                "thursday",
                "friday",
                "saturday",
                "sunday")
            .stream()
            .anyMatch(words::contains);
    return OptionalLong.of(weekly && !weekdays ? WEEK : 1);
  }

  /** Returns the days that a policy gives. */
  static long of(Period period) {
    return switch (period.unit()) {
      case HOURS -> Math.max(1, period.amount() / 24);
      case DAYS, CALENDAR_DAYS -> period.amount();
      case BUSINESS_DAYS -> period.amount() + period.amount() / 5 * 2L;
      case MONTHS -> period.amount() * MONTH;
    };
  }
}
