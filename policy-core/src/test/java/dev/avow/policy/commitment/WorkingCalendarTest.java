package dev.avow.policy.commitment;

import static dev.avow.policy.commitment.Period.businessDays;
import static dev.avow.policy.commitment.Period.hours;
import static java.time.DayOfWeek.FRIDAY;
import static java.time.DayOfWeek.SATURDAY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WorkingCalendarTest {

  private static final WorkingCalendar UTC = WorkingCalendar.of(ZoneOffset.UTC);

  /** Reads 2026-01-31T08:00Z as an instant. */
  private static Instant at(String text) {
    return OffsetDateTime.parse(text).toInstant();
  }

  private static WorkingCalendar in(String zone) {
    return WorkingCalendar.of(ZoneId.of(zone));
  }

  @Nested
  class Elapsed {

    @ParameterizedTest
    @CsvSource({
      "Europe/Berlin, 2026-03-28T12:00+01:00, 48h, 2026-03-30T13:00+02:00",
      "Europe/Berlin, 2026-10-24T12:00+02:00, 48h, 2026-10-26T11:00+01:00",
      "America/New_York, 2026-03-07T12:00-05:00, 48h, 2026-03-09T13:00-04:00",
      "America/New_York, 2026-10-31T12:00-04:00, 48h, 2026-11-02T11:00-05:00",
      "UTC, 2026-11-20T23:59Z, 48h, 2026-11-22T23:59Z",
      "UTC, 2028-02-28T10:00Z, 48h, 2028-03-01T10:00Z",
      "UTC, 2027-02-28T10:00Z, 48h, 2027-03-02T10:00Z",
      "Europe/Berlin, 2026-03-28T12:00+01:00, 2d, 2026-03-30T13:00+02:00",
      "UTC, 2026-09-01T10:00Z, 90d, 2026-11-30T10:00Z",
    })
    void hoursAndDaysPassWhateverTheClocksDo(String zone, String start, String period, String end) {
      assertThat(in(zone).after(at(start), Period.parse(period))).isEqualTo(at(end));
    }
  }

  @Nested
  class Months {

    @ParameterizedTest
    @CsvSource({
      "UTC, 2026-01-31T08:00Z, 1mo, 2026-02-28T08:00Z",
      "UTC, 2028-01-31T08:00Z, 1mo, 2028-02-29T08:00Z",
      "UTC, 2028-02-29T08:00Z, 12mo, 2029-02-28T08:00Z",
      "UTC, 2026-08-31T08:00Z, 1mo, 2026-09-30T08:00Z",
      "UTC, 2026-01-15T08:00Z, 2mo, 2026-03-15T08:00Z",
      "Europe/Berlin, 2026-03-15T08:00+01:00, 1mo, 2026-04-15T08:00+02:00",
      // 02:30 does not exist on the day the clocks go forward
      "Europe/Berlin, 2026-02-28T02:30+01:00, 1mo, 2026-03-28T02:30+01:00",
      "Europe/Berlin, 2026-02-01T02:30+01:00, 0mo, 2026-02-01T02:30+01:00",
      "America/New_York, 2026-02-08T02:30-05:00, 1mo, 2026-03-08T03:30-04:00",
      // 01:30 comes twice on the day they go back: the first one counts
      "America/New_York, 2026-10-01T01:30-04:00, 1mo, 2026-11-01T01:30-04:00",
      // the day of the month is that of the zone
      "Asia/Tokyo, 2026-01-30T20:00Z, 1mo, 2026-02-28T05:00+09:00",
    })
    void endOnTheSameDayOrTheLastOne(String zone, String start, String period, String end) {
      assertThat(in(zone).after(at(start), Period.parse(period))).isEqualTo(at(end));
    }
  }

  @Nested
  class WholeDays {

    @ParameterizedTest
    @CsvSource({
      "UTC, 2026-11-20T18:30Z, 3bd, 2026-11-25",
      "UTC, 2026-11-21T18:30Z, 1bd, 2026-11-23",
      "UTC, 2026-11-22T18:30Z, 5bd, 2026-11-27",
      "UTC, 2026-11-20T18:30Z, 0bd, 2026-11-20",
      "UTC, 2026-11-20T18:30Z, 3cd, 2026-11-23",
      "UTC, 2028-02-28T00:00Z, 1cd, 2028-02-29",
      // Friday evening in New York is Saturday in UTC
      "America/New_York, 2026-11-21T01:00Z, 1bd, 2026-11-23",
      "Asia/Tokyo, 2026-11-20T18:30Z, 1bd, 2026-11-23",
      "Europe/Berlin, 2026-03-27T12:00+01:00, 1bd, 2026-03-30",
    })
    void theFirstIsNotCountedAndTheLastIsWhole(
        String zone, String start, String period, String lastDay) {
      WorkingCalendar calendar = in(zone);

      Instant end = calendar.after(at(start), Period.parse(period));

      assertThat(calendar.dayOf(end)).isEqualTo(LocalDate.parse(lastDay));
      assertThat(calendar.dayOf(end.plusNanos(1))).isEqualTo(LocalDate.parse(lastDay).plusDays(1));
    }

    @Test
    void holidaysAreNoBusinessDays() {
      WorkingCalendar calendar =
          UTC.holidays(List.of(LocalDate.of(2026, 12, 25)))
              .holidays("new-year", day -> day.getDayOfYear() == 1);

      Instant end = calendar.after(at("2026-12-24T09:00Z"), businessDays(5));

      assertThat(calendar.dayOf(end)).isEqualTo(LocalDate.of(2027, 1, 4));
    }

    @Test
    void aWeekendMayBeOtherDays() {
      WorkingCalendar calendar = in("Asia/Riyadh").weekend(FRIDAY, SATURDAY);

      Instant end = calendar.after(at("2026-11-19T09:00+03:00"), businessDays(1));

      assertThat(calendar.dayOf(end)).isEqualTo(LocalDate.of(2026, 11, 22));
    }

    @ParameterizedTest
    @CsvSource({
      // the clocks went forward at midnight
      "America/Sao_Paulo, 2018-11-04, 2018-11-04T01:00-02:00, 23",
      "Africa/Cairo, 2026-04-24, 2026-04-24T01:00+03:00, 23",
      "America/Sao_Paulo, 2018-02-17, 2018-02-17T00:00-02:00, 25",
      "Europe/Berlin, 2026-03-29, 2026-03-29T00:00+01:00, 23",
      "Europe/Berlin, 2026-10-25, 2026-10-25T00:00+02:00, 25",
      "UTC, 2026-11-21, 2026-11-21T00:00Z, 24",
    })
    void aDayBeginsWithItsFirstInstantThatExists(
        String zone, LocalDate day, String start, int hours) {
      WorkingCalendar calendar = in(zone);

      assertThat(calendar.startOf(day)).isEqualTo(at(start));
      assertThat(calendar.endOf(day))
          .isEqualTo(at(start).plus(hours, ChronoUnit.HOURS).minusNanos(1));
    }

    @Test
    void aDayThatAZoneSkippedIsNotWaitedFor() {
      WorkingCalendar samoa = in("Pacific/Apia");

      assertThat(samoa.startOf(LocalDate.of(2011, 12, 30)))
          .isEqualTo(samoa.startOf(LocalDate.of(2011, 12, 31)));
    }
  }

  @Nested
  class Rolling {

    @ParameterizedTest
    @CsvSource({
      "2026-01-31T08:00Z, 1mo, NONE, 2026-02-28T08:00Z",
      "2026-01-31T08:00Z, 1mo, NEXT_BUSINESS_DAY, 2026-03-02T08:00Z",
      "2026-01-31T08:00Z, 1mo, PREVIOUS_BUSINESS_DAY, 2026-02-27T08:00Z",
      "2026-09-02T12:00Z, 45d, NEXT_BUSINESS_DAY, 2026-10-19T12:00Z",
      "2026-09-01T12:00Z, 45d, NEXT_BUSINESS_DAY, 2026-10-16T12:00Z",
      "2026-11-20T12:00Z, 24h, NEXT_BUSINESS_DAY, 2026-11-23T12:00Z",
      "2026-11-21T12:00Z, 24h, PREVIOUS_BUSINESS_DAY, 2026-11-21T12:00Z",
      "2026-11-20T12:00Z, 2cd, NEXT_BUSINESS_DAY, 2026-11-23T23:59:59.999999999Z",
      "2026-11-20T12:00Z, 2cd, PREVIOUS_BUSINESS_DAY, 2026-11-20T23:59:59.999999999Z",
      "2026-11-20T12:00Z, 3bd, NEXT_BUSINESS_DAY, 2026-11-25T23:59:59.999999999Z",
    })
    void movesADeadlineToABusinessDay(String start, String period, Roll roll, String end) {
      assertThat(UTC.after(at(start), Period.parse(period), roll)).isEqualTo(at(end));
    }

    @Test
    void goesPastHolidaysToo() {
      WorkingCalendar calendar = UTC.holidays(List.of(LocalDate.of(2026, 11, 23)));

      assertThat(calendar.after(at("2026-11-20T12:00Z"), hours(24), Roll.NEXT_BUSINESS_DAY))
          .isEqualTo(at("2026-11-24T12:00Z"));
      assertThat(calendar.businessDayBefore(LocalDate.of(2026, 11, 24)))
          .isEqualTo(LocalDate.of(2026, 11, 20));
    }
  }

  @Nested
  class Windows {

    @ParameterizedTest
    @CsvSource({
      "UTC, 3-7, 2026-11-05T00:00Z, 2026-11-09T23:59:59.999999999Z",
      "UTC, 7-14, 2026-11-09T00:00Z, 2026-11-16T23:59:59.999999999Z",
      "UTC, 0, 2026-11-02T15:00Z, 2026-11-02T23:59:59.999999999Z",
      "Asia/Tokyo, 1-2, 2026-11-04T00:00+09:00, 2026-11-05T23:59:59.999999999+09:00",
      "America/New_York, 0-1, 2026-11-02T15:00Z, 2026-11-03T23:59:59.999999999-05:00",
    })
    void openWithTheirFirstDayAndAreDueWhenTheLastOneEnds(
        String zone, String days, String opens, String due) {
      assertThat(in(zone).window(DayRange.parse(days), at("2026-11-02T15:00Z")))
          .isEqualTo(new Deadline.Due(at(opens), at(due)));
    }

    @ParameterizedTest
    @CsvSource({
      "UTC, 2026-11-02T15:00Z, 2026-11-16T15:00Z",
      "Europe/Berlin, 2026-10-20T15:00+02:00, 2026-11-03T15:00+01:00",
    })
    void withoutAnEndOpenThatManyWholeDaysAfterTheReport(String zone, String report, String opens) {
      assertThat(in(zone).window(DayRange.from(14), at(report)))
          .isEqualTo(new Deadline.NotBefore(at(opens)));
    }

    @Test
    void ofADayThatAZoneSkippedIsTheInstantOfTheSkip() {
      Instant skip = at("2011-12-31T00:00+14:00");

      assertThat(in("Pacific/Apia").window(DayRange.day(1), at("2011-12-29T12:00-10:00")))
          .isEqualTo(new Deadline.Due(skip, skip));
    }
  }

  @Test
  void refusesAWeekendOfSevenDays() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> UTC.weekend(DayOfWeek.values()))
        .withMessage("weekend must leave a business day but was every day");
  }

  @Test
  void refusesToSearchACalendarWithoutBusinessDaysForEver() {
    WorkingCalendar never = UTC.holidays("always", day -> true);

    assertThatIllegalStateException()
        .isThrownBy(() -> never.after(at("2026-11-20T12:00Z"), businessDays(1)))
        .withMessage("calendar must have a business day within a year of 2026-11-20 but has none");
  }

  @Test
  void calendarsThatCountTheSameAreEqual() {
    WorkingCalendar berlin = in("Europe/Berlin").holidays("DE-BE", day -> false);

    assertThat(berlin)
        .isEqualTo(in("Europe/Berlin").holidays("DE-BE", day -> day.getDayOfMonth() == 3))
        .hasSameHashCodeAs(in("Europe/Berlin").holidays("DE-BE", day -> false))
        .isNotEqualTo(in("Europe/Berlin"))
        .isNotEqualTo(berlin.weekend(FRIDAY))
        .isNotEqualTo(berlin.holidays(List.of(LocalDate.of(2026, 10, 3))))
        .hasToString("Europe/Berlin, weekend [SATURDAY, SUNDAY], holidays [] DE-BE");
    assertThat(berlin.holidayFunction()).contains("DE-BE");
    assertThat(berlin.zone()).isEqualTo(ZoneId.of("Europe/Berlin"));
    assertThat(berlin.weekend()).containsExactly(SATURDAY, DayOfWeek.SUNDAY);
    assertThat(berlin.holidays()).isEmpty();
  }
}
