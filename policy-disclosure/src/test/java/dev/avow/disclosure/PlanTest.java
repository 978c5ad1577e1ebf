package dev.avow.disclosure;

import static dev.avow.disclosure.Policies.at;
import static dev.avow.disclosure.Policies.promising;
import static dev.avow.policy.commitment.Milestone.ACKNOWLEDGED;
import static dev.avow.policy.commitment.Milestone.CONFIRMED;
import static dev.avow.policy.commitment.Milestone.EXPLOITATION_KNOWN;
import static dev.avow.policy.commitment.Milestone.FIX_RELEASED;
import static dev.avow.policy.commitment.Milestone.PUBLIC;
import static dev.avow.policy.commitment.Milestone.REPORTED;
import static dev.avow.policy.commitment.Milestone.TRIAGED;
import static dev.avow.policy.commitment.Period.businessDays;
import static dev.avow.policy.commitment.Period.days;
import static dev.avow.policy.commitment.Period.hours;
import static dev.avow.policy.commitment.Period.months;
import static dev.avow.policy.finding.Severity.CRITICAL;
import static dev.avow.policy.finding.Severity.HIGH;
import static dev.avow.policy.finding.Severity.LOW;
import static dev.avow.policy.finding.Severity.MEDIUM;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.avow.disclosure.Step.State;
import dev.avow.policy.SecurityPolicy;
import dev.avow.policy.commitment.Commitment;
import dev.avow.policy.commitment.Deadline;
import dev.avow.policy.commitment.Milestone;
import dev.avow.policy.commitment.Period;
import dev.avow.policy.commitment.Roll;
import dev.avow.policy.commitment.SeverityCondition;
import dev.avow.policy.commitment.WorkingCalendar;
import dev.avow.policy.finding.Decision;
import dev.avow.policy.finding.Evaluation;
import dev.avow.policy.finding.Finding;
import dev.avow.policy.finding.Location;
import dev.avow.policy.finding.Severity;
import dev.avow.policy.finding.Verdict;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlanTest {

  private static final DisclosureCase REPORTED_CASE =
      DisclosureCase.open("C-1").with(Fact.of(REPORTED, at("2026-11-20T18:30Z")));

  private static Plan plan(SecurityPolicy policy, DisclosureCase theCase, String now) {
    return DisclosurePlanner.of(policy).plan(theCase, at(now));
  }

  private static Step only(SecurityPolicy policy, DisclosureCase theCase, String now) {
    assertThat(plan(policy, theCase, now).steps()).hasSize(1);
    return plan(policy, theCase, now).steps().get(0);
  }

  @Nested
  class Dates {

    @Test
    void businessDaysEndWithTheLastOfThem() {
      SecurityPolicy policy = promising("UTC", Commitment.to(ACKNOWLEDGED).within(businessDays(3)));

      assertThat(only(policy, REPORTED_CASE, "2026-11-20T18:30Z").due())
          .contains(at("2026-11-25T23:59:59.999999999Z"));
    }

    @Test
    void holidaysOfThePolicyAreNoBusinessDays() {
      SecurityPolicy policy =
          SecurityPolicy.named("holidays")
              .calendar(
                  WorkingCalendar.of(ZoneOffset.UTC)
                      .holidays(List.of(LocalDate.of(2026, 11, 23), LocalDate.of(2026, 11, 25))))
              .commitTo(Commitment.to(ACKNOWLEDGED).within(businessDays(3)))
              .build();

      assertThat(only(policy, REPORTED_CASE, "2026-11-20T18:30Z").due())
          .contains(at("2026-11-27T23:59:59.999999999Z"));
    }

    @Test
    void monthsAreClampedAndRoll() {
      SecurityPolicy policy =
          promising(
              "UTC",
              Commitment.to(FIX_RELEASED).within(months(1)),
              Commitment.to(PUBLIC).within(months(1)).rolling(Roll.NEXT_BUSINESS_DAY));
      DisclosureCase theCase =
          DisclosureCase.open("C-2").with(Fact.of(REPORTED, at("2026-01-31T08:00Z")));

      assertThat(plan(policy, theCase, "2026-01-31T08:00Z").steps())
          .extracting(step -> step.due().orElseThrow())
          .containsExactly(at("2026-02-28T08:00Z"), at("2026-03-02T08:00Z"));
    }

    @Test
    void theEarliestOfSeveralPromisesBinds() {
      SecurityPolicy policy =
          promising(
              "UTC",
              Commitment.to(FIX_RELEASED).within(days(90)),
              Commitment.to(FIX_RELEASED)
                  .called("fix-exploited")
                  .after(EXPLOITATION_KNOWN)
                  .within(days(7)));
      DisclosureCase exploited =
          REPORTED_CASE.with(Fact.of(EXPLOITATION_KNOWN, at("2026-11-21T00:00Z")));

      assertThat(only(policy, REPORTED_CASE, "2026-11-21T00:00Z").due())
          .contains(at("2027-02-18T18:30Z"));
      assertThat(only(policy, exploited, "2026-11-21T00:00Z").due())
          .contains(at("2026-11-28T00:00Z"));
      assertThat(only(policy, exploited, "2026-11-21T00:00Z").binding())
          .map(Commitment::id)
          .contains("fix-exploited");
    }

    @Test
    void aDateBeforeALowerBoundGivesWay() {
      SecurityPolicy policy =
          promising(
              "UTC",
              Commitment.to(PUBLIC).within(days(45)),
              Commitment.to(PUBLIC)
                  .called("time-to-update")
                  .after(FIX_RELEASED)
                  .notBefore(days(30)));
      DisclosureCase fixed = REPORTED_CASE.with(Fact.of(FIX_RELEASED, at("2026-12-20T00:00Z")));

      assertThat(only(policy, REPORTED_CASE, "2026-12-20T00:00Z").deadline())
          .isEqualTo(new Deadline.Waiting(FIX_RELEASED));
      assertThat(only(policy, fixed, "2026-12-20T00:00Z").deadline())
          .isEqualTo(new Deadline.Due(at("2027-01-19T00:00Z"), at("2027-01-19T00:00Z")));
      assertThat(only(policy, fixed, "2026-12-20T00:00Z").binding())
          .map(Commitment::id)
          .contains("time-to-update");
    }

    @Test
    void theLatestOfSeveralLowerBoundsBinds() {
      SecurityPolicy policy =
          promising(
              "UTC",
              Commitment.to(PUBLIC).notBefore(days(10)),
              Commitment.to(PUBLIC).called("embargo").notBefore(days(20)));

      assertThat(only(policy, REPORTED_CASE, "2026-11-21T00:00Z").deadline())
          .isEqualTo(new Deadline.NotBefore(at("2026-12-10T18:30Z")));
    }
  }

  @Nested
  class Extensions {

    private static final SecurityPolicy POLICY =
        promising(
            "UTC",
            Commitment.to(FIX_RELEASED).within(days(7)),
            Commitment.to(PUBLIC).notBefore(days(14)));

    private static DisclosureCase until(String step, String until) {
      return REPORTED_CASE.with(Fact.extended(step, at(until), at("2026-11-21T00:00Z")));
    }

    @Test
    void moveTheDeadlineOfTheStepThatTheyName() {
      Plan plan = plan(POLICY, until("fix-released", "2026-12-04T00:00Z"), "2026-11-22T00:00Z");

      assertThat(plan.step("fix-released").flatMap(Step::due)).contains(at("2026-12-04T00:00Z"));
      assertThat(plan.step("public").map(Step::deadline))
          .contains(new Deadline.NotBefore(at("2026-12-04T18:30Z")));
    }

    @Test
    void moveALowerBoundToo() {
      Plan plan = plan(POLICY, until("public", "2026-12-24T00:00Z"), "2026-11-22T00:00Z");

      assertThat(plan.step("public").map(Step::deadline))
          .contains(new Deadline.NotBefore(at("2026-12-24T00:00Z")));
    }

    @Test
    void neverShortenAPromise() {
      Plan plan = plan(POLICY, until("fix-released", "2026-11-22T00:00Z"), "2026-11-22T00:00Z");

      assertThat(plan.step("fix-released").flatMap(Step::due)).contains(at("2026-11-27T18:30Z"));
      assertThat(plan.explain(plan.step("fix-released").orElseThrow()).extension()).isEmpty();
    }

    @Test
    void theLastOneCounts() {
      DisclosureCase twice =
          until("fix-released", "2026-12-24T00:00Z")
              .with(
                  Fact.extended("fix-released", at("2026-12-04T00:00Z"), at("2026-11-22T00:00Z")));

      assertThat(plan(POLICY, twice, "2026-11-22T00:00Z").step("fix-released").flatMap(Step::due))
          .contains(at("2026-12-04T00:00Z"));
    }

    @Test
    void whatHappensBeforeAnExtendedBoundIsEarly() {
      DisclosureCase early =
          until("public", "2026-12-24T00:00Z").with(Fact.of(PUBLIC, at("2026-12-10T00:00Z")));

      assertThat(plan(POLICY, early, "2026-12-11T00:00Z").step("public").map(Step::state))
          .contains(State.DONE_EARLY);
    }

    @Test
    void areExplained() {
      Plan plan = plan(POLICY, until("fix-released", "2026-12-04T00:00Z"), "2026-11-22T00:00Z");

      assertThat(plan.explain(plan.step("fix-released").orElseThrow()).sentence())
          .isEqualTo(
              "fix-released is due 2026-12-04T00:00:00Z; the security policy says at most 7 days"
                  + " after reported; reported was at 2026-11-20T18:30:00Z; days are 24 elapsed"
                  + " hours each; an extension until 2026-12-04T00:00:00Z was agreed at"
                  + " 2026-11-21T00:00:00Z");
    }
  }

  @Nested
  class Severities {

    private static final SecurityPolicy POLICY =
        promising(
            "UTC",
            Commitment.to(FIX_RELEASED)
                .called("fix-high")
                .within(days(7))
                .when(SeverityCondition.atLeast(HIGH)),
            Commitment.to(FIX_RELEASED)
                .called("fix-medium")
                .within(days(30))
                .when(SeverityCondition.of(MEDIUM)));

    @ParameterizedTest
    @CsvSource({
      "CRITICAL, 2026-11-27T18:30Z",
      "HIGH, 2026-11-27T18:30Z",
      "MEDIUM, 2026-12-20T18:30Z"
    })
    void chooseThePromise(Severity severity, String due) {
      assertThat(only(POLICY, REPORTED_CASE.severity(severity), "2026-11-21T00:00Z").due())
          .contains(at(due));
    }

    @Test
    void mayHaveNoPromise() {
      Step step = only(POLICY, REPORTED_CASE.severity(LOW), "2026-11-21T00:00Z");

      assertThat(step.state()).isEqualTo(State.NOT_APPLICABLE);
      assertThat(step.reason()).contains("it is not promised for LOW");
      assertThat(step.binding()).isEmpty();
      assertThat(step.deadline())
          .isEqualTo(new Deadline.None("it was promised for other severities only"));
    }

    @Test
    void areWaitedFor() {
      Step step = only(POLICY, REPORTED_CASE, "2026-11-21T00:00Z");

      assertThat(step.waitsFor()).hasToString("Optional[severity-assessed]");
      assertThat(plan(POLICY, REPORTED_CASE, "2026-11-21T00:00Z").evaluation().findings())
          .isEmpty();
    }

    @Test
    void mustBeSaidOnceOneOfThemWouldBeTooLate() {
      assertThat(plan(POLICY, REPORTED_CASE, "2026-11-28T00:00Z").evaluation().findings())
          .extracting(finding -> finding.verdict() + " " + finding.sentence())
          .containsExactly(
              "INCONCLUSIVE Case C-1, step fix-released: cannot be decided without the case's"
                  + " severity: for HIGH, CRITICAL it was due at 2026-11-27T18:30:00Z");
    }

    @Test
    void doNotHideAPromiseThatIsBrokenWhateverTheyAre() {
      SecurityPolicy policy =
          promising(
              "UTC",
              Commitment.to(FIX_RELEASED).called("fix").within(days(30)),
              Commitment.to(FIX_RELEASED)
                  .called("fix-high")
                  .within(days(7))
                  .when(SeverityCondition.atLeast(HIGH)));

      assertThat(only(policy, REPORTED_CASE, "2026-11-28T00:00Z").due())
          .contains(at("2026-12-20T18:30Z"));
      assertThat(plan(policy, REPORTED_CASE, "2026-11-28T00:00Z").evaluation().findings())
          .extracting(Finding::verdict)
          .containsExactly(Verdict.INCONCLUSIVE);
      assertThat(plan(policy, REPORTED_CASE, "2026-12-28T00:00Z").evaluation().findings())
          .extracting(Finding::verdict)
          .containsExactly(Verdict.FAIL);
    }

    @Test
    void mayBeAssessedLater() {
      DisclosureCase assessed =
          REPORTED_CASE.with(Fact.severity(CRITICAL, at("2026-11-21T00:00Z")));

      assertThat(only(POLICY, assessed, "2026-11-21T00:00Z").due())
          .contains(at("2026-11-27T18:30Z"));
    }
  }

  @Nested
  class Firmness {

    @Test
    void whatIsDueAboutSomeTimeIsLateAtALowSeverity() {
      SecurityPolicy policy = promising("UTC", Commitment.to(TRIAGED).about(businessDays(14)));
      Plan plan = plan(policy, REPORTED_CASE, "2027-01-01T00:00Z");

      assertThat(plan.overdue()).hasSize(1);
      assertThat(plan.evaluation().findings()).extracting(Finding::severity).containsExactly(LOW);
    }

    @Test
    void bestEffortWithADateIsNeverLate() {
      SecurityPolicy policy =
          promising("UTC", Commitment.to(TRIAGED).within(hours(24)).bestEffort());
      DisclosureCase late = REPORTED_CASE.with(Fact.of(TRIAGED, at("2026-12-01T00:00Z")));

      assertThat(only(policy, REPORTED_CASE, "2026-12-01T00:00Z").state()).isEqualTo(State.OPEN);
      assertThat(only(policy, late, "2026-12-01T00:00Z").state()).isEqualTo(State.DONE);
      assertThat(plan(policy, late, "2026-12-01T00:00Z").evaluation().findings()).isEmpty();
    }
  }

  @Nested
  class Questions {

    private static final SecurityPolicy POLICY =
        promising(
            "UTC",
            Commitment.to(FIX_RELEASED).within(days(7)),
            Commitment.to(ACKNOWLEDGED).within(hours(48)),
            Commitment.to(TRIAGED).within(hours(24)));

    @Test
    void nextIsWhatIsDueFirstAndNotOverdue() {
      assertThat(plan(POLICY, REPORTED_CASE, "2026-11-21T00:00Z").next())
          .map(Step::id)
          .contains("triaged");
      assertThat(plan(POLICY, REPORTED_CASE, "2026-11-22T00:00Z").next())
          .map(Step::id)
          .contains("acknowledged");
      assertThat(plan(POLICY, REPORTED_CASE, "2027-11-22T00:00Z").next()).isEmpty();
    }

    @Test
    void overdueIsSortedByDate() {
      assertThat(plan(POLICY, REPORTED_CASE, "2027-11-22T00:00Z").overdue())
          .extracting(Step::id)
          .containsExactly("triaged", "acknowledged", "fix-released");
    }

    @ParameterizedTest
    @CsvSource({"PT23H59M, 0", "PT24H, 1", "PT48H, 2", "P7D, 3"})
    void dueWithinIncludesItsEnd(Duration time, int steps) {
      assertThat(plan(POLICY, REPORTED_CASE, "2026-11-20T18:30Z").dueWithin(time)).hasSize(steps);
    }

    @Test
    void dueSoonIsForThePlannerToSay() {
      DisclosurePlanner planner = DisclosurePlanner.of(POLICY).dueSoon(Duration.ofDays(7));

      assertThat(planner.plan(REPORTED_CASE, at("2026-11-20T18:30Z")).steps())
          .extracting(Step::state)
          .containsOnly(State.DUE_SOON);
      assertThatIllegalArgumentException()
          .isThrownBy(() -> planner.dueSoon(Duration.ofHours(-1)))
          .withMessage("due soon must be 0 or more but was PT-1H");
    }

    @Test
    void anUnknownStepIsNotThere() {
      assertThat(plan(POLICY, REPORTED_CASE, "2026-11-21T00:00Z").step("public")).isEmpty();
    }

    @Test
    void onlyStepsOfThePlanAreExplained() {
      Plan plan = plan(POLICY, REPORTED_CASE, "2026-11-21T00:00Z");
      Plan other = plan(POLICY, REPORTED_CASE, "2026-11-22T00:00Z");

      assertThatIllegalArgumentException()
          .isThrownBy(() -> plan.explain(other.steps().get(0)))
          .withMessage("step must be one of this plan but was acknowledged");
    }
  }

  @Nested
  class AsFindings {

    private static final SecurityPolicy POLICY =
        SecurityPolicy.named("gated").acknowledgeWithin(hours(48)).failOn(HIGH).build();

    @Test
    void anOverdueStepBlocksAtTheGate() {
      Decision decision =
          POLICY
              .gate()
              .decide(
                  plan(POLICY, REPORTED_CASE, "2026-11-30T00:00Z").evaluation(),
                  LocalDate.of(2026, 11, 30));

      assertThat(decision.blocks()).isTrue();
    }

    @Test
    void anOpenStepDoesNot() {
      Evaluation evaluation = plan(POLICY, REPORTED_CASE, "2026-11-21T00:00Z").evaluation();

      assertThat(evaluation.lookedAtNothing()).isFalse();
      assertThat(POLICY.gate().decide(evaluation, LocalDate.of(2026, 11, 21)).blocks()).isFalse();
      assertThat(evaluation.counts()).containsEntry(Verdict.FAIL, 0L);
    }

    @Test
    void standWhereTheFactStandsThatStartedTheClock() {
      Fact report =
          Fact.of(REPORTED, at("2026-11-20T18:30Z")).declaredAt(Location.at("case.yaml", 5, 5));
      DisclosureCase read = DisclosureCase.open("C-1").with(report);

      assertThat(plan(POLICY, read, "2026-11-30T00:00Z").evaluation().findings())
          .extracting(finding -> finding.location().toString())
          .containsExactly("case.yaml:5:5");
    }

    @Test
    void standWhereTheFactStandsThatCameTooLate() {
      DisclosureCase late =
          REPORTED_CASE.with(
              Fact.of(ACKNOWLEDGED, at("2026-11-29T00:00Z"))
                  .declaredAt(Location.at("case.yaml", 7, 5)));

      assertThat(plan(POLICY, late, "2026-11-30T00:00Z").evaluation().findings())
          .extracting(finding -> finding.location().toString())
          .containsExactly("case.yaml:7:5");
    }

    @Test
    void nameFactsThatAreProbablyMistyped() {
      DisclosureCase typo =
          REPORTED_CASE
              .with(Fact.of(Milestone.of("acknowleged"), at("2026-11-21T00:00Z")))
              .with(Fact.of(Milestone.of("customers-told"), at("2026-11-21T00:00Z")));

      assertThat(plan(POLICY, typo, "2026-11-21T00:00Z").evaluation().findings())
          .extracting(finding -> finding.severity() + " " + finding.sentence())
          .containsExactly(
              "LOW Case C-1, fact acknowleged: is not known, and looks like acknowledged");
    }

    @Test
    void sumWithOtherEvaluations() {
      Evaluation first = plan(POLICY, REPORTED_CASE, "2026-11-30T00:00Z").evaluation();
      DisclosureCase other =
          DisclosureCase.open("C-2").with(Fact.of(REPORTED, at("2026-11-20T18:30Z")));
      Evaluation second = plan(POLICY, other, "2026-11-30T00:00Z").evaluation();

      assertThat(Evaluation.sum(first, second).findings()).hasSize(2);
    }
  }

  @Nested
  class Explanations {

    @ParameterizedTest
    @CsvSource(
        delimiter = '|',
        value = {
          "48h | hours are elapsed hours",
          "2d | days are 24 elapsed hours each",
          "2cd | days are those of Europe/Berlin",
          "2bd | business days are those of Europe/Berlin, weekend [SATURDAY, SUNDAY], holidays []",
          "1mo | months are those of Europe/Berlin",
        })
    void sayHowTimeIsCounted(String period, String how) {
      SecurityPolicy policy =
          promising(
              "Europe/Berlin",
              Commitment.to(ACKNOWLEDGED).within(Period.parse(period)).source("handbook"));
      Plan plan = plan(policy, REPORTED_CASE, "2026-11-21T00:00Z");

      Explanation explanation = plan.explain(plan.steps().get(0));

      assertThat(explanation.sentence())
          .contains("; the handbook says at most ")
          .contains(" after reported; reported was at 2026-11-20T19:30:00+01:00; ")
          .endsWith(how);
      assertThat(explanation.fact()).isEqualTo(REPORTED_CASE.first(REPORTED));
      assertThat(explanation.promise()).map(Commitment::source).contains("handbook");
      assertThat(explanation.calendar()).isEqualTo(policy.calendar());
      assertThat(explanation).hasToString(explanation.sentence());
    }

    @Test
    void nameTheRollRule() {
      SecurityPolicy policy =
          promising("UTC", Commitment.to(PUBLIC).within(days(1)).rolling(Roll.NEXT_BUSINESS_DAY));
      Plan plan = plan(policy, REPORTED_CASE, "2026-11-21T00:00Z");

      assertThat(plan.explain(plan.steps().get(0)).sentence())
          .startsWith("public is due 2026-11-23T18:30:00Z; ")
          .endsWith("; days are 24 elapsed hours each, rolled: next-business-day");
    }

    @Test
    void nameWhatStartedAClockInItsPlace() {
      SecurityPolicy policy =
          promising("UTC", Commitment.to(FIX_RELEASED).after(TRIAGED).within(days(7)));
      Plan plan =
          plan(
              policy,
              REPORTED_CASE.with(Fact.of(CONFIRMED, at("2026-11-21T00:00Z"))),
              "2026-11-21T00:00Z");

      assertThat(plan.explain(plan.steps().get(0)).sentence())
          .contains("after triaged; triaged was at 2026-11-21T00:00:00Z (by confirmed)");
    }

    @Test
    void sayThatThereIsNoDate() {
      SecurityPolicy policy = promising("UTC", Commitment.to(FIX_RELEASED).after(CONFIRMED));
      Plan plan =
          plan(
              policy,
              REPORTED_CASE.with(Fact.of(CONFIRMED, at("2026-11-21T00:00Z"))),
              "2026-11-21T00:00Z");

      assertThat(plan.explain(plan.steps().get(0)).sentence())
          .isEqualTo(
              "fix-released has no date: no date was promised; the security policy says after"
                  + " confirmed, no date promised; confirmed was at 2026-11-21T00:00:00Z");
    }

    @Test
    void listThePromisesThatCameSecond() {
      Plan plan =
          plan(
              Policies.typekro(),
              DisclosureCase.open("T").with(Fact.of(REPORTED, at("2026-11-02T15:00Z"))),
              "2026-11-02T15:00Z");

      assertThat(plan.explain(plan.step("acknowledged").orElseThrow()).otherPromises())
          .extracting(Object::toString)
          .containsExactly("acknowledged on days 1-2 after reported");
    }
  }
}
