package dev.avow.disclosure.regime;

import dev.avow.policy.commitment.Period;
import dev.avow.policy.commitment.WorkingCalendar;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;

/** Counts periods back. */
final class Ahead {

  private Ahead() {}

  /** Returns the last instant that is {@code period} before {@code planned}. */
  static Instant of(Instant planned, Period period, WorkingCalendar calendar) {
    LocalDate day = calendar.dayOf(planned);
    return switch (period.unit()) {
      case HOURS -> planned.minus(Duration.ofHours(period.amount()));
      case DAYS -> planned.minus(Duration.ofDays(period.amount()));
      case CALENDAR_DAYS -> calendar.endOf(day.minusDays(period.amount()));
      case BUSINESS_DAYS -> calendar.endOf(businessDays(day, period.amount(), calendar));
      case MONTHS -> planned.atZone(calendar.zone()).minusMonths(period.amount()).toInstant();
    };
  }

  private static LocalDate businessDays(LocalDate day, int amount, WorkingCalendar calendar) {
    LocalDate here = day;
    for (int i = 0; i < amount; i++) {
      here = calendar.businessDayBefore(here);
    }
    return here;
  }
}
