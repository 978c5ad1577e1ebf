package dev.avow.policy.commitment;

import static dev.avow.policy.commitment.Milestone.ACKNOWLEDGED;
import static dev.avow.policy.commitment.Milestone.CONFIRMED;
import static dev.avow.policy.commitment.Milestone.FIX_RELEASED;
import static dev.avow.policy.commitment.Milestone.PUBLIC;
import static dev.avow.policy.commitment.Milestone.REPORTED;
import static dev.avow.policy.commitment.Period.businessDays;
import static dev.avow.policy.commitment.Period.days;
import static dev.avow.policy.commitment.Period.hours;
import static dev.avow.policy.commitment.Period.months;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.avow.policy.finding.Location;
import dev.avow.policy.finding.Severity;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CommitmentTest {

  private static final Instant REPORT = Instant.parse("2026-11-20T23:59:00Z");
  private static final Map<Milestone, Instant> REPORTED_ONLY = Map.of(REPORTED, REPORT);
  private static final WorkingCalendar UTC = WorkingCalendar.of(ZoneOffset.UTC);

  @Test
  void isDueItsPeriodAfterItsStart() {
    Commitment promise = Commitment.to(ACKNOWLEDGED).within(hours(48));

    Deadline deadline = promise.deadline(REPORTED_ONLY, UTC);

    assertThat(deadline).isEqualTo(new Deadline.Due(REPORT, Instant.parse("2026-11-22T23:59:00Z")));
    assertThat(deadline.due()).contains(Instant.parse("2026-11-22T23:59:00Z"));
    assertThat(deadline.opens()).contains(REPORT);
    assertThat(deadline.waitsFor()).isEmpty();
  }

  @Test
  void waitsForItsStart() {
    Commitment promise = Commitment.to(PUBLIC).after(FIX_RELEASED).notBefore(days(30));

    Deadline deadline = promise.deadline(REPORTED_ONLY, UTC);

    assertThat(deadline).isEqualTo(new Deadline.Waiting(FIX_RELEASED));
    assertThat(deadline.due()).isEmpty();
    assertThat(deadline.opens()).isEmpty();
    assertThat(deadline.waitsFor()).contains(FIX_RELEASED);
  }

  @Test
  void aLowerBoundIsNoDeadline() {
    Deadline deadline = Commitment.to(PUBLIC).notBefore(days(90)).deadline(REPORTED_ONLY, UTC);

    assertThat(deadline).isEqualTo(new Deadline.NotBefore(Instant.parse("2027-02-18T23:59:00Z")));
    assertThat(deadline.due()).isEmpty();
    assertThat(deadline.opens()).contains(Instant.parse("2027-02-18T23:59:00Z"));
  }

  @Test
  void noDateIsInventedWhereNoneWasPromised() {
    Commitment promise = Commitment.to(FIX_RELEASED).after(CONFIRMED);

    assertThat(promise.deadline(Map.of(CONFIRMED, REPORT), UTC))
        .isEqualTo(new Deadline.None("no date was promised"));
    assertThat(promise.period()).isEmpty();
  }

  @Test
  void rollsByItsRule() {
    Commitment promise =
        Commitment.to(ACKNOWLEDGED).within(hours(48)).rolling(Roll.NEXT_BUSINESS_DAY);

    assertThat(promise.deadline(REPORTED_ONLY, UTC).due())
        .contains(Instant.parse("2026-11-23T23:59:00Z"));
  }

  @Test
  void mayNameDaysInsteadOfAPeriod() {
    Commitment fix = Commitment.to(FIX_RELEASED).within(days(9)).during(DayRange.days(7, 14));
    Commitment disclosure = Commitment.to(PUBLIC).during(DayRange.from(14));

    assertThat(fix.deadline(REPORTED_ONLY, UTC))
        .isEqualTo(UTC.window(DayRange.days(7, 14), REPORT));
    assertThat(fix.days()).contains(DayRange.days(7, 14));
    assertThat(fix.period()).isEmpty();
    assertThat(fix.bound()).isEqualTo(Bound.AT_MOST);
    assertThat(fix).hasToString("fix-released on days 7-14 after reported");
    assertThat(fix.during(DayRange.day(14)).terms()).isEqualTo("on day 14 after reported");
    assertThat(disclosure.bound()).isEqualTo(Bound.AT_LEAST);
    assertThat(disclosure.within(days(9)).days()).isEmpty();
    assertThat(disclosure).isNotEqualTo(Commitment.to(PUBLIC).during(DayRange.from(15)));
  }

  @Test
  void keepsWhatWasSaid() {
    Commitment promise =
        Commitment.to(FIX_RELEASED)
            .called("fix-high")
            .after(CONFIRMED)
            .about(businessDays(14))
            .rolling(Roll.PREVIOUS_BUSINESS_DAY)
            .when(SeverityCondition.atLeast(Severity.HIGH))
            .source("SECURITY.md")
            .declaredAt(Location.at("policy.yaml", 4, 5));

    assertThat(promise.id()).isEqualTo("fix-high");
    assertThat(promise.promised()).isEqualTo(FIX_RELEASED);
    assertThat(promise.from()).isEqualTo(CONFIRMED);
    assertThat(promise.period()).contains(businessDays(14));
    assertThat(promise.bound()).isEqualTo(Bound.ABOUT);
    assertThat(promise.roll()).isEqualTo(Roll.PREVIOUS_BUSINESS_DAY);
    assertThat(promise.severities()).hasToString("HIGH, CRITICAL");
    assertThat(promise.source()).isEqualTo("SECURITY.md");
    assertThat(promise.declaredAt()).hasToString("policy.yaml:4:5");
    assertThat(promise).hasToString("fix-released about 14 business days after confirmed");
  }

  @Test
  void isEqualWhereverItIsWritten() {
    Commitment promise = Commitment.to(ACKNOWLEDGED).within(hours(48));

    assertThat(promise)
        .isEqualTo(promise.declaredAt(Location.in("policy.yaml")))
        .hasSameHashCodeAs(promise.declaredAt(Location.in("policy.yaml")))
        .isNotEqualTo(promise.within(hours(72)))
        .isNotEqualTo(promise.bestEffort())
        .isNotEqualTo(promise.source("Article 14"));
  }

  @Test
  void saysItselfInWords() {
    assertThat(Commitment.to(ACKNOWLEDGED).within(hours(48)))
        .hasToString("acknowledged at most 48 hours after reported");
    assertThat(Commitment.to(FIX_RELEASED).after(CONFIRMED))
        .hasToString("fix-released after confirmed, no date promised");
    assertThat(Commitment.to(FIX_RELEASED).after(CONFIRMED).bestEffort())
        .hasToString("fix-released after confirmed, best effort");
    assertThat(Commitment.to(FIX_RELEASED).within(months(1)).bestEffort())
        .hasToString("fix-released best effort 1 month after reported");
    assertThat(Commitment.to(PUBLIC).after(FIX_RELEASED).notBefore(hours(0)))
        .hasToString("public not before fix-released");
    assertThat(Commitment.to(ACKNOWLEDGED).within(hours(48)).terms())
        .isEqualTo("at most 48 hours after reported");
  }

  @Test
  void refusesNamesThatAreNotKebabCase() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Commitment.to(ACKNOWLEDGED).called("First Answer"))
        .withMessage("commitment must look like \"acknowledge-first\" but was \"First Answer\"");
  }

  @Test
  void refusesADeadlineBeforeItsOpening() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Deadline.Due(REPORT, REPORT.minusSeconds(1)))
        .withMessage("due must be at or after 2026-11-20T23:59:00Z but was 2026-11-20T23:58:59Z");
  }
}
