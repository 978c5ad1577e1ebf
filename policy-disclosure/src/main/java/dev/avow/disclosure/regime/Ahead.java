package dev.avow.disclosure.regime;

import dev.avow.policy.commitment.Period;
import dev.avow.policy.commitment.WorkingCalendar;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;

/** Counts periods back. */
final class Ahead {

  private Ahead() {}

  /**
   * Returns the last instant that is {@code period} before {@code planned}: of whole days the end
   * of the day.
   */
  static Instant last(Instant planned, Period period, WorkingCalendar calendar) {
    return period.unit().endsWithDay()
        ? calendar.endOf(day(planned, period, calendar))
        : elapsed(planned, period, calendar);
  }

  /**
   * Returns the first instant that is no more than {@code period} before {@code planned}: of whole
   * days the beginning of the day.
   */
  static Instant first(Instant planned, Period period, WorkingCalendar calendar) {
    return period.unit().endsWithDay()
        ? calendar.startOf(day(planned, period, calendar))
        : elapsed(planned, period, calendar);
  }

  private static Instant elapsed(Instant planned, Period period, WorkingCalendar calendar) {
    return switch (period.unit()) {
      case HOURS -> planned.minus(Duration.ofHours(period.amount()));
      case MONTHS -> planned.atZone(calendar.zone()).minusMonths(period.amount()).toInstant();
      case DAYS, CALENDAR_DAYS, BUSINESS_DAYS -> planned.minus(Duration.ofDays(period.amount()));
    };
  }

  private static LocalDate day(Instant planned, Period period, WorkingCalendar calendar) {
    LocalDate day = calendar.dayOf(planned);
    return period.unit() == Period.Unit.BUSINESS_DAYS
        ? businessDays(day, period.amount(), calendar)
        : day.minusDays(period.amount());
  }

  private static LocalDate businessDays(LocalDate day, int amount, WorkingCalendar calendar) {
    LocalDate here = day;
    for (int i = 0; i < amount; i++) {
      here = calendar.businessDayBefore(here);
    }
    return here;
  }
}
