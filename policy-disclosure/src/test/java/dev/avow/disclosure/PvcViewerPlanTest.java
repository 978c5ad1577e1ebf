package dev.avow.disclosure;

import static dev.avow.disclosure.Policies.at;
import static dev.avow.policy.commitment.Milestone.ACKNOWLEDGED;
import static dev.avow.policy.commitment.Milestone.ADVISORY_PUBLISHED;
import static dev.avow.policy.commitment.Milestone.CONFIRMED;
import static dev.avow.policy.commitment.Milestone.CVE_ASSIGNED;
import static dev.avow.policy.commitment.Milestone.FIX_BACKPORTED;
import static dev.avow.policy.commitment.Milestone.FIX_RELEASED;
import static dev.avow.policy.commitment.Milestone.MITIGATION_PUBLISHED;
import static dev.avow.policy.commitment.Milestone.PLAN_SHARED;
import static dev.avow.policy.commitment.Milestone.REPORTED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.avow.disclosure.Step.State;
import dev.avow.policy.commitment.Deadline;
import dev.avow.policy.commitment.Milestone;
import dev.avow.policy.finding.Finding;
import dev.avow.policy.finding.Verdict;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A policy with two promises on one clock, and obligations for what is confirmed. */
class PvcViewerPlanTest {

  private static final DisclosurePlanner PLANNER = DisclosurePlanner.of(Policies.pvcViewer());
  private static final DisclosureCase REPORTED_CASE =
      DisclosureCase.open("PVC-1").with(Fact.of(REPORTED, at("2026-11-02T15:00Z")));
  private static final DisclosureCase CONFIRMED_CASE = with(CONFIRMED, "2026-11-04T10:00Z");

  private static DisclosureCase with(Milestone milestone, String instant) {
    return REPORTED_CASE.with(Fact.of(milestone, at(instant)));
  }

  private static Step step(DisclosureCase theCase, String now, Milestone milestone) {
    return PLANNER.plan(theCase, at(now)).step(milestone.name()).orElseThrow();
  }

  @Nested
  class TwoPromisesOnOneClock {

    @Test
    void areTwoStepsDueAtTheSameInstant() {
      Plan plan = PLANNER.plan(REPORTED_CASE, at("2026-11-02T15:00Z"));

      assertThat(plan.step("acknowledged").flatMap(Step::due)).contains(at("2026-11-05T15:00Z"));
      assertThat(plan.step("plan-shared").flatMap(Step::due)).contains(at("2026-11-05T15:00Z"));
      assertThat(plan.next()).map(Step::id).contains("acknowledged");
    }

    @Test
    void anAnswerWithoutAPlanBreaksThePromiseOfAPlanOnceItIsLate() {
      DisclosureCase answered = with(ACKNOWLEDGED, "2026-11-03T15:00Z");

      assertThat(PLANNER.plan(answered, at("2026-11-05T15:00Z")).overdue()).isEmpty();
      assertThat(PLANNER.plan(answered, at("2026-11-05T15:00:01Z")).evaluation().findings())
          .extracting(Finding::sentence)
          .containsExactly(
              "Case PVC-1, step plan-shared: is overdue: it was due at 2026-11-05T15:00:00Z,"
                  + " plan-shared at most 72 hours after reported");
    }

    @Test
    void aPlanIsAnAnswerToo() {
      DisclosureCase planned = with(PLAN_SHARED, "2026-11-03T15:00Z");

      assertThat(step(planned, "2026-11-09T00:00Z", ACKNOWLEDGED).state()).isEqualTo(State.DONE);
      assertThat(step(planned, "2026-11-09T00:00Z", ACKNOWLEDGED).done())
          .map(Fact::what)
          .contains(PLAN_SHARED);
    }

    @Test
    void aLatePlanSaysWhenItCame() {
      DisclosureCase late =
          with(ACKNOWLEDGED, "2026-11-03T15:00Z")
              .with(Fact.of(PLAN_SHARED, at("2026-11-06T15:00Z")));

      assertThat(PLANNER.plan(late, at("2026-11-09T00:00Z")).evaluation().findings())
          .extracting(Finding::sentence)
          .containsExactly(
              "Case PVC-1, step plan-shared: was done late, at 2026-11-06T15:00:00Z: it was due at"
                  + " 2026-11-05T15:00:00Z, plan-shared at most 72 hours after reported");
    }
  }

  @Nested
  class ConfirmedVulnerabilities {

    @ParameterizedTest
    @ValueSource(
        strings = {"advisory-published", "fix-released", "mitigation-published", "cve-assigned"})
    void oweNothingBeforeTheyAreConfirmed(String id) {
      Milestone milestone = Milestone.of(id);

      assertThat(step(REPORTED_CASE, "2026-11-30T00:00Z", milestone).deadline())
          .isEqualTo(new Deadline.Waiting(CONFIRMED));
      assertThat(step(REPORTED_CASE, "2026-11-30T00:00Z", milestone).state())
          .isEqualTo(State.WAITING);
    }

    @ParameterizedTest
    @ValueSource(strings = {"advisory-published", "fix-released", "mitigation-published"})
    void oweAdvisoryPatchAndMitigationWithoutADate(String id) {
      Step step = step(CONFIRMED_CASE, "2027-11-30T00:00Z", Milestone.of(id));

      assertThat(step.deadline()).isEqualTo(new Deadline.None("no date was promised"));
      assertThat(step.state()).isEqualTo(State.OPEN);
    }

    @Test
    void oweACveIfItIsDecidedSo() {
      assertThat(step(CONFIRMED_CASE, "2026-11-05T00:00Z", CVE_ASSIGNED).waitsFor())
          .contains(Fact.STEP_APPLIES);
      assertThat(
              step(
                      CONFIRMED_CASE.with(Fact.applies("cve-assigned", at("2026-11-04T12:00Z"))),
                      "2026-11-05T00:00Z",
                      CVE_ASSIGNED)
                  .state())
          .isEqualTo(State.OPEN);
    }

    @Test
    void oweNoCveIfItIsDecidedSo() {
      Step step =
          step(
              CONFIRMED_CASE.with(Fact.doesNotApply("cve-assigned", at("2026-11-04T12:00Z"))),
              "2026-11-05T00:00Z",
              CVE_ASSIGNED);

      assertThat(step.state()).isEqualTo(State.NOT_APPLICABLE);
      assertThat(step.reason()).contains("it was so decided at 2026-11-04T12:00:00Z");
    }

    @Test
    void mayGetACveWithoutADecision() {
      DisclosureCase assigned = CONFIRMED_CASE.with(Fact.of(CVE_ASSIGNED, at("2026-11-04T12:00Z")));

      assertThat(step(assigned, "2026-11-05T00:00Z", CVE_ASSIGNED).state()).isEqualTo(State.DONE);
    }

    @Test
    void mayHaveTheirAdvisoryBeforeThePatchSinceNoOrderWasPromised() {
      DisclosureCase warned =
          CONFIRMED_CASE.with(Fact.of(ADVISORY_PUBLISHED, at("2026-11-04T12:00Z")));

      assertThat(step(warned, "2026-11-05T00:00Z", ADVISORY_PUBLISHED).state())
          .isEqualTo(State.DONE);
    }

    @Test
    void whatIsOwedAnywayIsNotForDecision() {
      DisclosureCase refused =
          CONFIRMED_CASE.with(Fact.doesNotApply("mitigation-published", at("2026-11-04T12:00Z")));

      assertThatExceptionOfType(CaseException.class)
          .isThrownBy(() -> PLANNER.plan(refused, at("2026-11-05T00:00Z")))
          .withMessage(
              "(code): detail step of step-does-not-apply must be a step that is owed only where"
                  + " it applies, one of [cve-assigned] but was \"mitigation-published\"");
      assertThat(step(CONFIRMED_CASE, "2026-11-05T00:00Z", MITIGATION_PUBLISHED).state())
          .isEqualTo(State.OPEN);
    }
  }

  @Nested
  class Backports {

    @Test
    void areAnOptionalStepThatWaitsForTheFix() {
      Step step = step(CONFIRMED_CASE, "2026-11-05T00:00Z", FIX_BACKPORTED);

      assertThat(step.isOptional()).isTrue();
      assertThat(step.waitsFor()).contains(FIX_RELEASED);
    }

    @Test
    void areNeverABreach() {
      DisclosureCase fixed =
          CONFIRMED_CASE
              .with(Fact.of(PLAN_SHARED, at("2026-11-04T11:00Z")))
              .with(Fact.of(FIX_RELEASED, at("2026-11-05T10:00Z")));
      Plan plan = PLANNER.plan(fixed, at("2030-01-01T00:00Z"));

      assertThat(plan.step("fix-backported").map(Step::state)).contains(State.OPEN);
      assertThat(plan.evaluation().counts()).containsEntry(Verdict.FAIL, 0L);
      assertThat(plan.next()).isEmpty();
    }
  }
}
