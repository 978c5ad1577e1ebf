package dev.avow.disclosure;

import static dev.avow.disclosure.Policies.at;
import static dev.avow.disclosure.Policies.promising;
import static dev.avow.policy.commitment.Milestone.ACKNOWLEDGED;
import static dev.avow.policy.commitment.Milestone.PUBLIC;
import static dev.avow.policy.commitment.Milestone.REPORTED;
import static dev.avow.policy.commitment.Period.days;
import static dev.avow.policy.commitment.Period.hours;
import static org.assertj.core.api.Assertions.assertThat;

import dev.avow.policy.SecurityPolicy;
import dev.avow.policy.commitment.Commitment;
import dev.avow.policy.finding.Decision.Outcome;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class PortfolioTest {

  private static final SecurityPolicy POLICY =
      promising(
          "UTC",
          Commitment.to(ACKNOWLEDGED).within(hours(48)),
          Commitment.to(PUBLIC).within(days(90)));

  private static DisclosureCase reported(String id, String at) {
    return DisclosureCase.open(id).with(Fact.of(REPORTED, at(at)));
  }

  private static Portfolio all(String now, DisclosureCase... cases) {
    return Portfolio.of(DisclosurePlanner.of(POLICY), List.of(cases), at(now));
  }

  private final Portfolio three =
      all(
          "2026-11-05T12:00Z",
          reported("C-2", "2026-11-02T15:00Z"),
          reported("C-1", "2026-11-01T15:00Z"),
          reported("C-3", "2026-11-04T15:00Z"));

  @Test
  void ordersWhatIsDueOverAllCases() {
    assertThat(three.overdue())
        .extracting(item -> item.caseId() + " " + item.step().id())
        .containsExactly("C-1 acknowledged", "C-2 acknowledged");
    assertThat(three.next())
        .hasValueSatisfying(
            item ->
                assertThat(item).hasToString("C-3: acknowledged, due 2026-11-06T15:00:00Z, open"));
    assertThat(three.dueWithin(Duration.ofHours(27))).hasSize(1);
    assertThat(three.dueWithin(Duration.ofDays(365))).hasSize(4);
    assertThat(three.plans()).hasSize(3);
  }

  @Test
  void goesThroughTheSameGate() {
    assertThat(three.evaluation().findings()).hasSize(2);
    assertThat(POLICY.gate().decide(three.evaluation(), LocalDate.of(2026, 11, 5)).outcome())
        .isEqualTo(Outcome.BROKEN);
  }

  @Test
  void aCaseThatCannotBePlannedCostsItselfOnly() {
    Portfolio mixed =
        all(
            "2026-11-05T12:00Z",
            reported("C-1", "2026-11-05T11:00Z"),
            reported("C-9", "2027-01-01T00:00Z"));

    assertThat(mixed.plans()).hasSize(1);
    assertThat(mixed.unplanned()).extracting(Portfolio.Unplanned::caseId).containsExactly("C-9");
    assertThat(mixed.evaluation().findings())
        .extracting(finding -> finding.verdict() + " " + finding.rule())
        .containsExactly("INCONCLUSIVE case-can-be-planned");
    assertThat(mixed).hasToString("1 plans, 1 cases that cannot be planned");
  }

  @Test
  void mayBeEmpty() {
    assertThat(all("2026-11-05T12:00Z").next()).isEmpty();
    assertThat(all("2026-11-05T12:00Z").evaluation().lookedAtNothing()).isTrue();
  }
}
