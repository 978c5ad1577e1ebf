package dev.avow.disclosure.regime;

import static dev.avow.disclosure.regime.Counting.REGULATION_1182_71;
import static org.assertj.core.api.Assertions.assertThat;

import dev.avow.policy.commitment.Period;
import dev.avow.policy.commitment.Roll;
import dev.avow.policy.commitment.WorkingCalendar;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class CountingTest {

  private static final WorkingCalendar UTC = WorkingCalendar.of(ZoneOffset.UTC);

  private static Instant end(WorkingCalendar calendar, String start, String period) {
    return REGULATION_1182_71.end(calendar, Instant.parse(start), Period.parse(period), Roll.NONE);
  }

  @ParameterizedTest
  @CsvSource({
    "2026-11-20T18:30:00Z, 24h, 2026-11-21T19:00:00Z",
    "2026-11-20T18:30:00Z, 72h, 2026-11-23T19:00:00Z",
    "2026-11-20T18:00:00Z, 24h, 2026-11-21T19:00:00Z",
    "2026-11-20T18:59:59.999Z, 24h, 2026-11-21T19:00:00Z"
  })
  void theHourOfTheEventDoesNotCount(String start, String period, Instant end) {
    assertThat(end(UTC, start, period)).isEqualTo(end);
  }

  @Test
  void hoursAreThoseOfTheZone() {
    assertThat(end(WorkingCalendar.of(ZoneId.of("Asia/Kathmandu")), "2026-11-20T18:30:00Z", "24h"))
        .isEqualTo(Instant.parse("2026-11-21T19:15:00Z"));
  }

  @ParameterizedTest
  @CsvSource({
    "2026-12-01T09:00:00Z, 14d, 2026-12-15", // a Tuesday
    "2026-11-28T09:00:00Z, 14d, 2026-12-14", // ends on a Saturday, moves to Monday
    "2026-11-20T09:00:00Z, 1d, 2026-11-23", // one day from Friday: Saturday, moves to Monday
    "2026-11-20T09:00:00Z, 2d, 2026-11-24", // two days hold two working days
    "2026-11-20T09:00:00Z, 3d, 2026-11-24",
    "2026-11-20T09:00:00Z, 4cd, 2026-11-24",
    "2026-11-19T09:00:00Z, 2d, 2026-11-23",
    "2026-11-17T09:00:00Z, 2d, 2026-11-19",
    "2026-01-31T08:00:00Z, 1mo, 2026-03-02", // 28 February is a Saturday
    "2028-01-31T08:00:00Z, 1mo, 2028-02-29",
    "2026-02-28T08:00:00Z, 1mo, 2026-03-30", // the same number, a Saturday
    "2026-11-20T09:00:00Z, 3bd, 2026-11-25"
  })
  void daysAndMonthsEndWithTheirLastWorkingDay(String start, String period, LocalDate last) {
    assertThat(end(UTC, start, period)).isEqualTo(UTC.endOf(last));
  }

  @ParameterizedTest
  @CsvSource({
    "2026-12-11T09:00:00Z, 14d, 2026-12-28", // Christmas Day moves past the weekend
    "2026-12-23T09:00:00Z, 2d, 2026-12-28", // the 24th and the 28th are the working days
    "2026-12-23T09:00:00Z, 1d, 2026-12-24",
    "2026-11-25T09:00:00Z, 1mo, 2026-12-28"
  })
  void holidaysAreNoWorkingDays(String start, String period, LocalDate last) {
    WorkingCalendar christmas =
        UTC.holidays(List.of(LocalDate.of(2026, 12, 25), LocalDate.of(2026, 12, 26)));

    assertThat(end(christmas, start, period)).isEqualTo(christmas.endOf(last));
  }

  @Test
  void theLastDayIsThatOfTheZone() {
    WorkingCalendar brussels = WorkingCalendar.of(ZoneId.of("Europe/Brussels"));

    assertThat(end(brussels, "2026-11-30T23:30:00Z", "14d"))
        .isEqualTo(Instant.parse("2026-12-15T22:59:59.999999999Z"));
  }

  /** Whatever is counted, the plain way ends no later: it errs on the safe side. */
  @ParameterizedTest
  @EnumSource(Period.Unit.class)
  void countingAsStatedEndsNoLater(Period.Unit unit) {
    Random random = new Random(unit.name().length());
    for (int i = 0; i < 500; i++) {
      Instant start = Instant.parse("2026-01-01T00:00:00Z").plusSeconds(random.nextInt(90_000_000));
      Period period = new Period(1 + random.nextInt(40), unit);

      assertThat(Counting.AS_STATED.end(UTC, start, period, Roll.NONE))
          .isBeforeOrEqualTo(REGULATION_1182_71.end(UTC, start, period, Roll.NONE));
    }
  }
}
