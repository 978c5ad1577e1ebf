package dev.avow.disclosure.regime;

import dev.avow.policy.commitment.WorkingCalendar;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.Set;

/**
 * When security releases are best made.
 *
 * @param days the days of the week
 * @param time the time of day, in the zone of the calendar that is asked
 */
public record ReleaseWindow(Set<DayOfWeek> days, LocalTime time) {

  /** How far ahead a business day among the days must lie. */
  private static final int HORIZON = 366;

  /** Creates a window; one without days is refused. */
  public ReleaseWindow {
    days = Set.copyOf(days);
    if (days.isEmpty()) {
      throw new IllegalArgumentException("release window must have a day but has none");
    }
  }

  /** Returns the first good time at or after {@code earliest}; holidays are passed over. */
  public Instant next(Instant earliest, WorkingCalendar calendar) {
    LocalDate first = calendar.dayOf(earliest);
    for (int i = 0; i <= HORIZON; i++) {
      LocalDate day = first.plusDays(i);
      Instant at = ZonedDateTime.of(day, time, calendar.zone()).toInstant();
      boolean fits = days.contains(day.getDayOfWeek()) && calendar.isBusinessDay(day);
      if (fits && !at.isBefore(earliest)) {
        return at;
      }
    }
    throw new IllegalStateException(
        "calendar must have a business day on one of %s but has none".formatted(days));
  }
}
