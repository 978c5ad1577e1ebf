package dev.avow.policy.commitment;

import static dev.avow.policy.commitment.Period.businessDays;
import static dev.avow.policy.commitment.Period.days;
import static dev.avow.policy.commitment.Period.hours;
import static dev.avow.policy.commitment.Period.months;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.avow.policy.commitment.Period.Unit;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class PeriodTest {

  @ParameterizedTest
  @CsvSource({
    "48h, 48h",
    "48 hours, 48h",
    "1 hour, 1h",
    "3d, 3d",
    "3 Days, 3d",
    "3cd, 3cd",
    "3 calendar days, 3cd",
    "5bd, 5bd",
    "1 business day, 1bd",
    "5 business days, 5bd",
    "5 working days, 5bd",
    "1mo, 1mo",
    "2 months, 2mo",
    "2w, 14d",
    "3 weeks, 21d",
    "' 7 d ', 7d",
    "0h, 0h",
    "007d, 7d",
  })
  void isReadFromTheWaysPeopleWriteIt(String written, String canonical) {
    assertThat(Period.parse(written)).hasToString(canonical);
  }

  @ParameterizedTest
  @ValueSource(strings = {"48h", "3d", "3cd", "5bd", "1mo", "0d", "1000000h"})
  void itsTextReadsBackAsTheSamePeriod(String text) {
    Period period = Period.parse(text);

    assertThat(period).hasToString(text);
    assertThat(Period.parse(period.words())).isEqualTo(period);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "soon",
        "h",
        "48",
        "48 h r",
        "1m",
        "1.5h",
        "-1h",
        "PT48H",
        "48hours!",
        "12345678h",
        "٤٨h"
      })
  void refusesWhatIsNoPeriod(String text) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Period.parse(text))
        .withMessage(
            "period must look like \"48h\", \"3d\", \"3cd\", \"5bd\", \"2w\" or \"1mo\" but was"
                + " \"%s\"",
            text);
  }

  @ParameterizedTest
  @ValueSource(strings = {"1000001h", "9999999d", "9999999w"})
  void refusesMoreThanAnybodyPromises(String text) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Period.parse(text))
        .withMessageContaining("period must be 0 to 1000000");
  }

  @Test
  void refusesNegativeAmounts() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> hours(-1))
        .withMessage("period must be 0 to 1000000 hours but was -1");
  }

  @Test
  void saysItselfInWords() {
    assertThat(hours(48).words()).isEqualTo("48 hours");
    assertThat(businessDays(1).words()).isEqualTo("1 business day");
    assertThat(months(1).words()).isEqualTo("1 month");
    assertThat(Period.weeks(2)).isEqualTo(days(14));
  }

  @ParameterizedTest
  @EnumSource(Unit.class)
  void noPeriodEndsSoonerThanTheShortestNorLaterThanTheLongest(Unit unit) {
    Random random = new Random(7);
    for (int i = 0; i < 2000; i++) {
      Period period = new Period(random.nextInt(40), unit);
      ZoneId zone = ZoneId.of(List.of("UTC", "Europe/Berlin", "Antarctica/Troll").get(i % 3));
      Instant start = Instant.parse("2026-01-01T00:00:00Z").plusSeconds(random.nextInt(31536000));

      Instant end = WorkingCalendar.of(zone).after(start, period);

      Duration taken = Duration.between(start, end);
      assertThat(taken).isGreaterThanOrEqualTo(Duration.ofHours(period.shortest()));
      assertThat(taken.toHours()).isLessThanOrEqualTo(period.longest());
    }
  }
}
