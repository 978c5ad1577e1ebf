package dev.avow.disclosure.regime;

import dev.avow.policy.commitment.Period;
import dev.avow.policy.commitment.Period.Unit;
import dev.avow.policy.commitment.Roll;
import dev.avow.policy.commitment.WorkingCalendar;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;

/** How the end of a period is found. Which way governs a legal duty is a legal question. */
public enum Counting {
  /** As the calendar counts: hours and days elapse. It ends no later than the other way. */
  AS_STATED {
    @Override
    public Instant end(WorkingCalendar calendar, Instant start, Period period, Roll roll) {
      return calendar.after(start, period, roll);
    }
  },

  /**
   * As <a href="https://eur-lex.europa.eu/eli/reg/1971/1182/oj">Regulation (EEC, Euratom) No
   * 1182/71</a>, Article 3, counts.
   *
   * <p>The hour of the event does not count, nor does its day. Periods of days and months end with
   * their last day; where that is no working day, with the next one. A period of two days or more
   * has two working days at least. Periods of hours end on any day.
   */
  REGULATION_1182_71 {
    @Override
    public Instant end(WorkingCalendar calendar, Instant start, Period period, Roll roll) {
      if (period.unit() == Unit.HOURS) {
        ZonedDateTime hour = start.atZone(calendar.zone()).truncatedTo(ChronoUnit.HOURS);
        return hour.toInstant().plus(period.amount() + 1L, ChronoUnit.HOURS);
      }
      LocalDate day = calendar.dayOf(start);
      return calendar.endOf(workingDay(calendar, day, last(calendar, start, period)));
    }

    private LocalDate last(WorkingCalendar calendar, Instant start, Period period) {
      LocalDate day = calendar.dayOf(start);
      return switch (period.unit()) {
        case MONTHS -> day.plusMonths(period.amount());
        case BUSINESS_DAYS -> calendar.dayOf(calendar.after(start, period));
        case HOURS, DAYS, CALENDAR_DAYS ->
            atLeastTwoWorkingDays(calendar, day, day.plusDays(period.amount()));
      };
    }

    private LocalDate atLeastTwoWorkingDays(
        WorkingCalendar calendar, LocalDate day, LocalDate last) {
      if (last.isBefore(day.plusDays(2))) {
        return last;
      }
      LocalDate second = calendar.businessDayAfter(calendar.businessDayAfter(day));
      return second.isAfter(last) ? second : last;
    }

    private LocalDate workingDay(WorkingCalendar calendar, LocalDate day, LocalDate last) {
      boolean works = last.equals(day) || calendar.isBusinessDay(last);
      return works ? last : calendar.businessDayAfter(last);
    }
  };

  /** Returns the last instant of {@code period} that begins with an event at {@code start}. */
  public abstract Instant end(WorkingCalendar calendar, Instant start, Period period, Roll roll);
}
