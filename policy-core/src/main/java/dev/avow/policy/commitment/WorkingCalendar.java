package dev.avow.policy.commitment;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * The days that promises count: in which zone a day begins, which are weekends and which holidays.
 *
 * <p>Saturday and Sunday are the weekend and there are no holidays, unless said otherwise.
 * Immutable, and thread-safe if the holiday function is. Equal calendars have the same zone,
 * weekend, listed holidays and the same name of a holiday function.
 */
public final class WorkingCalendar {

  /** How many days in a row may be no business days before the calendar is refused. */
  private static final int LONGEST_BREAK = 366;

  private final ZoneId zone;
  private final EnumSet<DayOfWeek> weekend;
  private final TreeSet<LocalDate> holidays;
  private final @Nullable String functionName;
  private final Predicate<LocalDate> function;

  private WorkingCalendar(
      ZoneId zone,
      Set<DayOfWeek> weekend,
      Collection<LocalDate> holidays,
      @Nullable String functionName,
      Predicate<LocalDate> function) {
    this.zone = zone;
    this.weekend = EnumSet.noneOf(DayOfWeek.class);
    this.weekend.addAll(weekend);
    this.holidays = new TreeSet<>(holidays);
    this.functionName = functionName;
    this.function = function;
  }

  /** Returns the calendar of {@code zone} without holidays, its weekend Saturday and Sunday. */
  public static WorkingCalendar of(ZoneId zone) {
    Set<DayOfWeek> weekend = EnumSet.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY);
    return new WorkingCalendar(zone, weekend, List.of(), null, day -> false);
  }

  /** Returns this calendar with another weekend; one of all seven days is refused. */
  public WorkingCalendar weekend(DayOfWeek... days) {
    Set<DayOfWeek> other = Set.copyOf(Arrays.asList(days));
    if (other.size() == DayOfWeek.values().length) {
      throw new IllegalArgumentException("weekend must leave a business day but was every day");
    }
    return new WorkingCalendar(zone, other, holidays, functionName, function);
  }

  /** Returns this calendar with {@code days} as its listed holidays. */
  public WorkingCalendar holidays(Collection<LocalDate> days) {
    return new WorkingCalendar(zone, weekend, days, functionName, function);
  }

  /**
   * Returns this calendar with the days of a function as holidays, beside those listed.
   *
   * @param name what the function is called, such as {@code DE-BE}; calendars with functions of the
   *     same name are equal
   */
  public WorkingCalendar holidays(String name, Predicate<LocalDate> days) {
    return new WorkingCalendar(zone, weekend, holidays, name, days);
  }

  /** Returns the zone in which days begin and end. */
  public ZoneId zone() {
    return zone;
  }

  /** Returns the days of the week that are no business days. */
  public Set<DayOfWeek> weekend() {
    return Collections.unmodifiableSet(weekend);
  }

  /** Returns the listed holidays. */
  public SortedSet<LocalDate> holidays() {
    return Collections.unmodifiableSortedSet(holidays);
  }

  /** Returns the name of the holiday function, if there is one. */
  public Optional<String> holidayFunction() {
    return Optional.ofNullable(functionName);
  }

  /** Returns whether {@code day} is a holiday, on a weekend or not. */
  public boolean isHoliday(LocalDate day) {
    return holidays.contains(day) || function.test(day);
  }

  /** Returns whether {@code day} is neither weekend nor holiday. */
  public boolean isBusinessDay(LocalDate day) {
    return !weekend.contains(day.getDayOfWeek()) && !isHoliday(day);
  }

  /** Returns the day that {@code instant} belongs to. */
  public LocalDate dayOf(Instant instant) {
    return instant.atZone(zone).toLocalDate();
  }

  /** Returns the first instant of {@code day}: midnight, or the first that exists. */
  public Instant startOf(LocalDate day) {
    return day.atStartOfDay(zone).toInstant();
  }

  /** Returns the last instant of {@code day}, a nanosecond before the next one begins. */
  public Instant endOf(LocalDate day) {
    return startOf(day.plusDays(1)).minusNanos(1);
  }

  /** Returns the first business day behind {@code day}. */
  public LocalDate businessDayAfter(LocalDate day) {
    return seek(day, next -> next.plusDays(1));
  }

  /** Returns the last business day before {@code day}. */
  public LocalDate businessDayBefore(LocalDate day) {
    return seek(day, before -> before.minusDays(1));
  }

  private LocalDate seek(LocalDate day, UnaryOperator<LocalDate> step) {
    LocalDate here = day;
    for (int i = 0; i <= LONGEST_BREAK; i++) {
      here = step.apply(here);
      if (isBusinessDay(here)) {
        return here;
      }
    }
    throw new IllegalStateException(
        "calendar must have a business day within a year of %s but has none".formatted(day));
  }

  /**
   * Returns when {@code period} ends that starts at {@code start}.
   *
   * <p>Hours and days elapse. Calendar days and business days end with their last day. Months keep
   * the time of day; where the clock skips that time, the skipped hour is added.
   */
  public Instant after(Instant start, Period period) {
    return switch (period.unit()) {
      case HOURS -> start.plus(Duration.ofHours(period.amount()));
      case DAYS -> start.plus(Duration.ofDays(period.amount()));
      case CALENDAR_DAYS -> endOf(dayOf(start).plusDays(period.amount()));
      case BUSINESS_DAYS -> endOf(plusBusinessDays(dayOf(start), period.amount()));
      case MONTHS -> start.atZone(zone).plusMonths(period.amount()).toInstant();
    };
  }

  /** Returns when {@code period} ends that starts at {@code start}, rolled to a business day. */
  public Instant after(Instant start, Period period, Roll roll) {
    Instant end = after(start, period);
    LocalDate day = dayOf(end);
    if (roll == Roll.NONE || isBusinessDay(day)) {
      return end;
    }
    LocalDate rolled =
        roll == Roll.NEXT_BUSINESS_DAY ? businessDayAfter(day) : businessDayBefore(day);
    Instant moved =
        period.unit().endsWithDay()
            ? endOf(rolled)
            : ZonedDateTime.of(rolled, end.atZone(zone).toLocalTime(), zone).toInstant();
    return moved.isBefore(start) ? start : moved;
  }

  private LocalDate plusBusinessDays(LocalDate day, int amount) {
    LocalDate here = day;
    for (int i = 0; i < amount; i++) {
      here = businessDayAfter(here);
    }
    return here;
  }

  /**
   * Returns the window of {@code days} counted from {@code report}, whose day is day 0.
   *
   * <p>A range with an end opens when its first day begins and is due when its last day ends. A
   * range without one is a lower bound: it opens that many whole days after the report, at its time
   * of day. The window of day 0 opens with the report.
   */
  public Deadline window(DayRange days, Instant report) {
    LocalDate zero = dayOf(report);
    if (days.last().isEmpty()) {
      return new Deadline.NotBefore(report.atZone(zone).plusDays(days.first()).toInstant());
    }
    Instant first = startOf(zero.plusDays(days.first()));
    Instant opens = first.isBefore(report) ? report : first;
    Instant due = endOf(zero.plusDays(days.last().getAsInt()));
    return new Deadline.Due(opens, due.isBefore(opens) ? opens : due);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof WorkingCalendar that && parts().equals(that.parts());
  }

  @Override
  public int hashCode() {
    return parts().hashCode();
  }

  private List<Object> parts() {
    return List.of(zone, weekend, holidays, holidayFunction());
  }

  /** Returns zone, weekend and holidays as a phrase: {@code Europe/Berlin, weekend SATURDAY, …}. */
  @Override
  public String toString() {
    return "%s, weekend %s, holidays %s"
        .formatted(zone, weekend, functionName == null ? holidays : holidays + " " + functionName);
  }
}
