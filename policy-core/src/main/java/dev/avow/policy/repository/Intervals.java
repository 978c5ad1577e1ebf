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

  /** Returns the days of a schedule of Renovate, in its words, as cron or the name of a preset. */
  static OptionalLong renovate(String schedule) {
    OptionalLong cron = CronDays.most(schedule);
    if (cron.isPresent()) {
      return cron;
    }
    String words = schedule.toLowerCase(Locale.ROOT);
    OptionalLong every = every(words.split("\\s+", -1));
    if (every.isPresent()) {
      return every;
    }
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

  /** Every 6 months, every 2 weeks: a number and a unit. */
  private static OptionalLong every(String[] words) {
    for (int i = 0; i + 2 < words.length; i++) {
      if (words[i].equals("every") && words[i + 1].matches("[0-9]{1,3}")) {
        long unit =
            switch (words[i + 2]) {
              case "days" -> 1;
              case "weeks" -> WEEK;
              case "months" -> MONTH;
              default -> 0;
            };
        return unit == 0
            ? OptionalLong.empty()
            : OptionalLong.of(Math.min(YEAR, Long.parseLong(words[i + 1]) * unit));
      }
    }
    return OptionalLong.empty();
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
