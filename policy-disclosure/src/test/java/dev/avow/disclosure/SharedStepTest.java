package dev.avow.disclosure;

import static dev.avow.disclosure.Policies.at;
import static dev.avow.disclosure.Policies.promising;
import static dev.avow.disclosure.regime.Regimes.EU_CRA_INCIDENT;
import static dev.avow.disclosure.regime.Regimes.EU_CRA_VULNERABILITY;
import static dev.avow.disclosure.regime.Regimes.EU_NIS2;
import static dev.avow.policy.commitment.Milestone.EARLY_WARNING_SUBMITTED;
import static dev.avow.policy.commitment.Milestone.EXPLOITATION_KNOWN;
import static dev.avow.policy.commitment.Milestone.FINAL_REPORT_SUBMITTED;
import static dev.avow.policy.commitment.Milestone.FIX_RELEASED;
import static dev.avow.policy.commitment.Milestone.NOTIFICATION_SUBMITTED;
import static dev.avow.policy.commitment.Milestone.SEVERE_INCIDENT_KNOWN;
import static dev.avow.policy.commitment.Milestone.SIGNIFICANT_INCIDENT_KNOWN;
import static dev.avow.policy.commitment.Period.days;
import static dev.avow.policy.commitment.Period.hours;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.avow.disclosure.Step.State;
import dev.avow.disclosure.regime.Regime;
import dev.avow.disclosure.regime.Regimes;
import dev.avow.policy.SecurityPolicy;
import dev.avow.policy.commitment.Commitment;
import dev.avow.policy.commitment.Milestone;
import dev.avow.policy.finding.Finding;
import dev.avow.policy.finding.Verdict;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What several ask for: whose part is settled by what, and what is left. */
class SharedStepTest {

  private static final SecurityPolicy SILENT = SecurityPolicy.named("silent").build();

  /** Exploited, and a significant incident an hour later. */
  private static final DisclosureCase CASE =
      DisclosureCase.open("C-1")
          .with(Fact.of(EXPLOITATION_KNOWN, at("2026-11-20T10:00Z")))
          .with(Fact.of(SIGNIFICANT_INCIDENT_KNOWN, at("2026-11-20T11:00Z")));

  private static final Fact WARNING = Fact.of(EARLY_WARNING_SUBMITTED, at("2026-11-20T20:00Z"));

  private static Plan plan(DisclosureCase theCase, String now, Regime... regimes) {
    return DisclosurePlanner.of(SILENT).under(regimes).plan(theCase, at(now));
  }

  private static Plan both(DisclosureCase theCase, String now) {
    return plan(theCase, now, EU_CRA_VULNERABILITY, EU_NIS2);
  }

  private static Step step(Plan plan, Milestone milestone) {
    return plan.step(milestone.name()).orElseThrow();
  }

  private static Step warning(Plan plan) {
    return step(plan, EARLY_WARNING_SUBMITTED);
  }

  private static Step share(Step step, Regime regime) {
    return step.shares().stream()
        .filter(share -> share.regime().filter(regime.name()::equals).isPresent())
        .findFirst()
        .orElseThrow();
  }

  private static List<String> findings(Plan plan) {
    return plan.evaluation().findings().stream()
        .map(finding -> finding.verdict() + " " + finding.sentence())
        .toList();
  }

  @Nested
  class OneSubmission {

    private final DisclosureCase warned = CASE.with(WARNING.under("eu-cra-vulnerability"));

    @Test
    void settlesOnlyForTheRegimeThatItNames() {
      Step step = warning(both(warned, "2026-11-20T21:00Z"));

      assertThat(share(step, EU_CRA_VULNERABILITY).state()).isEqualTo(State.DONE);
      assertThat(share(step, EU_CRA_VULNERABILITY).done()).contains(warned.facts().get(2));
      assertThat(share(step, EU_NIS2).state()).isEqualTo(State.DUE_SOON);
      assertThat(share(step, EU_NIS2).done()).isEmpty();
    }

    @Test
    void leavesTheStepToBeDoneForTheOther() {
      Plan plan = both(warned, "2026-11-20T21:00Z");
      Step step = warning(plan);

      assertThat(step.state()).isEqualTo(State.DUE_SOON);
      assertThat(step.due()).contains(at("2026-11-21T11:00Z"));
      assertThat(step.regime()).contains("eu-nis2");
      assertThat(step.done()).isEmpty();
      assertThat(plan.next()).contains(step);
    }

    @Test
    void isExplainedForEach() {
      Plan plan = both(warned, "2026-11-20T21:00Z");

      assertThat(plan.explain(warning(plan)).sentence())
          .isEqualTo(
              "early-warning-submitted is due 2026-11-21T11:00:00Z; NIS2 Article 23(4) says at"
                  + " most 24 hours after significant-incident-known; significant-incident-known"
                  + " was at 2026-11-20T11:00:00Z; hours are elapsed hours; for EU CRA Article"
                  + " 14(2) done by early-warning-submitted at 2026-11-20T20:00:00Z; for NIS2"
                  + " Article 23(4) due soon, due 2026-11-21T11:00:00Z");
    }

    @Test
    void isFoundToBeMissingForTheOther() {
      assertThat(findings(both(warned, "2026-11-21T12:00Z")))
          .containsExactly(
              "FAIL Case C-1, step early-warning-submitted, regime eu-nis2: is overdue: it was due"
                  + " at 2026-11-21T11:00:00Z, early-warning-submitted at most 24 hours after"
                  + " significant-incident-known");
    }

    @Test
    void maySettleForSeveral() {
      DisclosureCase told = CASE.with(WARNING.under("eu-cra-vulnerability", "eu-nis2"));
      Step step = warning(both(told, "2026-11-22T12:00Z"));

      assertThat(step.state()).isEqualTo(State.DONE);
      assertThat(step.shares()).extracting(Step::state).containsOnly(State.DONE);
    }

    @Test
    void underAnotherRegimeSettlesNothing() {
      assertThat(warning(plan(warned, "2026-11-22T12:00Z", EU_NIS2)).state())
          .isEqualTo(State.OVERDUE);
    }

    @Test
    void keepsThePromiseOfThePolicyWhoeverGotIt() {
      SecurityPolicy submits =
          promising(
              "UTC",
              Commitment.to(EARLY_WARNING_SUBMITTED).after(EXPLOITATION_KNOWN).within(hours(12)));
      Step step =
          warning(
              DisclosurePlanner.of(submits).under(EU_NIS2).plan(warned, at("2026-11-20T21:00Z")));

      assertThat(step.shares()).extracting(Step::state).containsExactly(State.DONE, State.DUE_SOON);
    }
  }

  @Nested
  class EachItsOwn {

    private final DisclosureCase told =
        CASE.with(WARNING.under("eu-cra-vulnerability"))
            .with(Fact.of(EARLY_WARNING_SUBMITTED, at("2026-11-21T12:00Z")).under("eu-nis2"));

    @Test
    void isLateWhereItIsLate() {
      Plan plan = both(told, "2026-11-21T13:00Z");

      assertThat(warning(plan).state()).isEqualTo(State.DONE_LATE);
      assertThat(warning(plan).regime()).contains("eu-nis2");
      assertThat(share(warning(plan), EU_CRA_VULNERABILITY).state()).isEqualTo(State.DONE);
      assertThat(findings(plan))
          .singleElement()
          .asString()
          .startsWith("FAIL Case C-1, step early-warning-submitted, regime eu-nis2: was done late");
    }

    @Test
    void isToldAsAChange() {
      Plan before = both(CASE.with(WARNING.under("eu-nis2")), "2026-11-20T21:00Z");
      Fact second = WARNING.under("eu-cra-vulnerability");
      Plan after = both(CASE.with(WARNING.under("eu-nis2")).with(second), "2026-11-20T21:00Z");

      assertThat(after.since(before))
          .extracting(PlanChange::sentence)
          .containsExactly(
              "early-warning-submitted went from due soon to done and for EU CRA Article 14(2)"
                  + " from due soon to done, because of early-warning-submitted at"
                  + " 2026-11-20T20:00:00Z");
    }
  }

  @Nested
  class WithoutAttribution {

    private final DisclosureCase old =
        DisclosureCase.parse(
            """
            apiVersion: avow.dev/v1
            kind: DisclosureCase
            id: C-1
            facts:
              - {what: exploitation-known, at: 2026-11-20T10:00:00Z}
              - {what: significant-incident-known, at: 2026-11-20T11:00:00Z}
              - {what: early-warning-submitted, at: 2026-11-20T20:00:00Z, by: bob}
            """);

    @Test
    void settlesForTheOnlyRegimeOfThePlan() {
      for (Regime regime : List.of(EU_CRA_VULNERABILITY, EU_NIS2)) {
        assertThat(warning(plan(old, "2026-11-22T12:00Z", regime)).state()).isEqualTo(State.DONE);
      }
    }

    @Test
    void settlesForNobodyWhereSeveralAsked() {
      Plan plan = both(old, "2026-11-20T21:00Z");
      Step step = warning(plan);

      assertThat(step.state()).isEqualTo(State.UNDECIDED);
      assertThat(step.due()).contains(at("2026-11-21T10:00Z"));
      assertThat(step.done()).isEmpty();
      assertThat(step.unattributed()).contains(old.facts().get(2));
      assertThat(step.reason())
          .contains(
              "early-warning-submitted at 2026-11-20T20:00:00Z does not say under which regime it"
                  + " was done");
      assertThat(plan.undecided()).containsExactly(step);
      assertThat(plan.next()).contains(step);
    }

    @Test
    void isNeitherKeptNorBroken() {
      Plan plan = both(old, "2026-11-22T12:00Z");

      assertThat(plan.overdue()).isEmpty();
      assertThat(plan.dueWithin(Duration.ofDays(9))).doesNotContain(warning(plan));
      assertThat(plan.evaluation().findings())
          .extracting(Finding::verdict)
          .containsExactly(Verdict.INCONCLUSIVE, Verdict.INCONCLUSIVE);
      assertThat(findings(plan))
          .contains(
              "INCONCLUSIVE Case C-1, step early-warning-submitted, regime eu-nis2: cannot be"
                  + " decided without the detail under: early-warning-submitted at"
                  + " 2026-11-20T20:00:00Z does not say under which regime it was done");
    }

    @Test
    void settlesForTheOnlyRegimeThatHadAskedByThen() {
      DisclosureCase later =
          DisclosureCase.open("C-2")
              .with(Fact.of(EXPLOITATION_KNOWN, at("2026-11-20T10:00Z")))
              .with(WARNING)
              .with(Fact.of(SIGNIFICANT_INCIDENT_KNOWN, at("2026-11-25T10:00Z")));
      Step step = warning(both(later, "2026-11-25T11:00Z"));

      assertThat(share(step, EU_CRA_VULNERABILITY).state()).isEqualTo(State.DONE);
      assertThat(share(step, EU_NIS2).state()).isEqualTo(State.DUE_SOON);
      assertThat(step.due()).contains(at("2026-11-26T10:00Z"));
    }

    @Test
    void settlesForTheOnlyRegimeThatIsLeft() {
      DisclosureCase second =
          CASE.with(WARNING.under("eu-nis2"))
              .with(Fact.of(EARLY_WARNING_SUBMITTED, at("2026-11-20T22:00Z")));
      Step step = warning(both(second, "2026-11-20T23:00Z"));

      assertThat(step.shares()).extracting(Step::state).containsOnly(State.DONE);
      assertThat(share(step, EU_CRA_VULNERABILITY).done()).contains(second.facts().get(3));
    }

    @Test
    void thatCameBeforeAnybodyAskedSettlesForNobody() {
      DisclosureCase early = DisclosureCase.open("C-3").with(WARNING);
      Step step = warning(both(early, "2026-11-20T21:00Z"));

      assertThat(step.shares()).extracting(Step::state).containsOnly(State.UNDECIDED);
    }

    @Test
    void makesALateOneNoCertainMiss() {
      DisclosureCase again =
          old.with(Fact.of(EARLY_WARNING_SUBMITTED, at("2026-11-23T00:00Z")).under("eu-nis2"));

      assertThat(share(warning(both(again, "2026-11-23T01:00Z")), EU_NIS2).state())
          .isEqualTo(State.UNDECIDED);
    }

    @Test
    void settlesForAllWhatIsForThePublic() {
      DisclosureCase open = CASE.with(Fact.of(FIX_RELEASED, at("2026-11-21T00:00Z")));
      Plan plan =
          plan(open, "2026-11-21T00:00Z", Regimes.KUBERNETES, Regimes.ENVOY, Regimes.APACHE);

      assertThat(step(plan, FIX_RELEASED).state().isDone()).isTrue();
      assertThat(step(plan, FIX_RELEASED).shares())
          .hasSizeGreaterThan(1)
          .allSatisfy(share -> assertThat(share.done()).contains(open.facts().get(2)));
      assertThat(plan.undecided()).isEmpty();
    }
  }

  @Nested
  class FinalReports {

    private final DisclosureCase notified =
        DisclosureCase.open("C-4")
            .with(Fact.of(EXPLOITATION_KNOWN, at("2026-11-20T10:00Z")))
            .with(Fact.of(SEVERE_INCIDENT_KNOWN, at("2026-11-20T10:00Z")))
            .with(Fact.of(NOTIFICATION_SUBMITTED, at("2026-11-22T10:00Z")).under("eu-cra-incident"))
            .with(
                Fact.of(NOTIFICATION_SUBMITTED, at("2026-11-22T11:00Z"))
                    .under("eu-cra-vulnerability"))
            .with(Fact.of(FIX_RELEASED, at("2026-12-01T09:00Z")));

    private Step report(DisclosureCase theCase, String now) {
      return step(
          plan(theCase, now, EU_CRA_VULNERABILITY, EU_CRA_INCIDENT), FINAL_REPORT_SUBMITTED);
    }

    @Test
    void haveEachItsOwnDate() {
      Step step = report(notified, "2026-12-02T00:00Z");

      assertThat(step.due()).contains(at("2026-12-15T09:00Z"));
      assertThat(step.regime()).contains("eu-cra-vulnerability");
      assertThat(share(step, EU_CRA_INCIDENT).due()).contains(at("2026-12-22T10:00Z"));
    }

    @Test
    void areSettledEachByItsOwn() {
      DisclosureCase one =
          notified.with(
              Fact.of(FINAL_REPORT_SUBMITTED, at("2026-12-14T00:00Z"))
                  .under("eu-cra-vulnerability"));
      DisclosureCase two =
          one.with(
              Fact.of(FINAL_REPORT_SUBMITTED, at("2026-12-20T00:00Z")).under("eu-cra-incident"));

      assertThat(report(one, "2026-12-14T00:00Z").state()).isEqualTo(State.OPEN);
      assertThat(report(one, "2026-12-14T00:00Z").due()).contains(at("2026-12-22T10:00Z"));
      assertThat(report(one, "2026-12-23T00:00Z").state()).isEqualTo(State.OVERDUE);
      assertThat(report(two, "2026-12-23T00:00Z").state()).isEqualTo(State.DONE);
    }

    @Test
    void areNotOneWhereNobodySaysWhich() {
      DisclosureCase one = notified.with(Fact.of(FINAL_REPORT_SUBMITTED, at("2026-12-14T00:00Z")));

      assertThat(report(one, "2026-12-14T00:00Z").shares())
          .extracting(Step::state)
          .containsExactly(State.UNDECIDED, State.UNDECIDED);
    }

    @Test
    void areCountedFromTheNotificationOfTheirOwnRegime() {
      DisclosureCase incident =
          CASE.with(
              Fact.of(NOTIFICATION_SUBMITTED, at("2026-11-22T10:00Z"))
                  .under("eu-cra-vulnerability"));
      Step waits = step(both(incident, "2026-11-22T11:00Z"), FINAL_REPORT_SUBMITTED);
      DisclosureCase told =
          incident.with(Fact.of(NOTIFICATION_SUBMITTED, at("2026-11-22T12:00Z")).under("eu-nis2"));
      Step counts = step(both(told, "2026-11-22T13:00Z"), FINAL_REPORT_SUBMITTED);

      assertThat(share(waits, EU_NIS2).waitsFor()).contains(NOTIFICATION_SUBMITTED);
      assertThat(share(counts, EU_NIS2).due()).contains(at("2026-12-22T12:00Z"));
    }
  }

  @Nested
  class Corrections {

    private final DisclosureCase wrong = CASE.with(WARNING.under("eu-nis2"));

    @Test
    void moveASubmissionToAnotherRegime() {
      DisclosureCase right =
          wrong.with(
              Fact.attributed(
                  wrong.facts().get(2), at("2026-11-21T00:00Z"), "eu-cra-vulnerability"));
      Step step = warning(both(right, "2026-11-21T00:00Z"));

      assertThat(share(step, EU_CRA_VULNERABILITY).state()).isEqualTo(State.DONE);
      assertThat(share(step, EU_NIS2).state()).isEqualTo(State.DUE_SOON);
      assertThat(right.facts()).contains(wrong.facts().get(2));
      assertThat(DisclosureCase.parse(right.toYaml())).isEqualTo(right);
      assertThat(DisclosureCase.parse(right.toJson())).isEqualTo(right);
    }

    @Test
    void sayWhatWasNotSaid() {
      DisclosureCase said =
          CASE.with(WARNING)
              .with(
                  Fact.attributed(
                      WARNING, at("2026-11-21T00:00Z"), "eu-nis2", "eu-cra-vulnerability"));

      assertThat(warning(both(said, "2026-11-22T00:00Z")).state()).isEqualTo(State.DONE);
    }

    @Test
    void ofTheTimeKeepTheRegime() {
      Fact warning = wrong.facts().get(2);
      DisclosureCase right =
          wrong
              .with(Fact.attributed(warning, at("2026-11-21T00:00Z"), "eu-cra-vulnerability"))
              .with(Fact.corrected(warning, at("2026-11-20T19:00Z"), at("2026-11-21T01:00Z")));

      assertThat(right.standing())
          .contains(
              Fact.of(EARLY_WARNING_SUBMITTED, at("2026-11-20T19:00Z"))
                  .under("eu-cra-vulnerability"));
    }

    @Test
    void tellApartWhatTwoGotAtOneTime() {
      DisclosureCase twice = wrong.with(WARNING.under("eu-cra-vulnerability"));
      DisclosureCase one =
          twice.with(Fact.withdrawn(wrong.facts().get(2), at("2026-11-21T00:00Z")));

      assertThat(one.standing()).hasSize(3).contains(WARNING.under("eu-cra-vulnerability"));
      assertThatExceptionOfType(CaseException.class)
          .isThrownBy(() -> twice.with(Fact.withdrawn(WARNING, at("2026-11-21T00:00Z"))))
          .withMessage("(code): fact and was-at must name one earlier fact but name 2");
    }

    @Test
    void areOfSubmissionsOnly() {
      Fact known = CASE.facts().get(0);

      assertThatExceptionOfType(CaseException.class)
          .isThrownBy(() -> CASE.with(Fact.attributed(known, at("2026-11-21T00:00Z"), "eu-nis2")))
          .withMessage(
              "(code): is-under must be about what was submitted but is about"
                  + " exploitation-known at 2026-11-20T10:00:00Z");
    }
  }

  @Nested
  class Names {

    @ParameterizedTest
    @ValueSource(strings = {"NIS2", "eu nis2", "", "eu-nis2,"})
    void ofRegimesAreChecked(String name) {
      assertThatExceptionOfType(CaseException.class)
          .isThrownBy(() -> CASE.with(WARNING.under(name)))
          .withMessageStartingWith(
              "(code): detail under of early-warning-submitted must be names of regimes such as"
                  + " eu-nis2 but was");
    }

    @Test
    void thatLookLikeARegimeAreFound() {
      Plan plan = both(CASE.with(WARNING.under("eu-nis")), "2026-11-20T21:00Z");

      assertThat(findings(plan))
          .containsExactly(
              "FAIL Case C-1, fact early-warning-submitted: names regime eu-nis, which looks like"
                  + " eu-nis2");
    }

    @Test
    void meanNothingWhereNothingWasSubmitted() {
      DisclosureCase free = CASE.with(Fact.of(FIX_RELEASED, WARNING.at()).with("under", "An NDA"));

      assertThat(DisclosureCase.parse(free.toYaml())).isEqualTo(free);
      assertThat(free.marked(Tlp.RED).toYaml()).doesNotContain("NDA");
    }

    @Test
    void areToldToEverybody() {
      assertThat(CASE.with(WARNING.under("eu-nis2")).marked(Tlp.RED).toYaml())
          .contains("under: eu-nis2");
    }
  }

  @Nested
  class Reports {

    private final DisclosureCase warned =
        CASE.with(WARNING.under("eu-cra-vulnerability").by("bob"));
    private final Plan plan = both(warned, "2026-11-20T21:00Z");

    @Test
    void tellEachShareAsJson() {
      StringBuilder json = new StringBuilder();
      PlanReport.json(plan, json);

      assertThat(json)
          .contains(
              """
                    "shares": [
                      {
                        "source": "EU CRA Article 14(2)",
                        "regime": "eu-cra-vulnerability",
                        "state": "done",
                        "opens": "2026-11-20T10:00:00Z",
                        "due": "2026-11-21T10:00:00Z",
                        "done": {
                          "what": "early-warning-submitted",
                          "at": "2026-11-20T20:00:00Z"
                        }
                      },
                      {
                        "source": "NIS2 Article 23(4)",
                        "regime": "eu-nis2",
                        "state": "due-soon",
                        "opens": "2026-11-20T11:00:00Z",
                        "due": "2026-11-21T11:00:00Z"
                      }
                    ],
              """
                  .indent(0));
    }

    @Test
    void tellEachShareInARowOfItsOwn() {
      StringBuilder text = new StringBuilder();
      PlanReport.text(plan, text);

      assertThat(text.toString().lines())
          .anyMatch(line -> line.matches("- eu-cra-vulnerability .* done .*EU CRA Article 14.*"))
          .anyMatch(line -> line.matches("- eu-nis2 .* due soon .*NIS2 Article 23.*"));
    }
  }

  @Test
  void theDateOfEachIsToldForWhatIsSettledAtOnceToo() {
    SecurityPolicy policy = promising("UTC", Commitment.to(Milestone.PUBLIC).within(days(60)));
    DisclosureCase theCase =
        DisclosureCase.open("C-5").with(Fact.of(Milestone.REPORTED, at("2026-09-01T10:00Z")));
    Plan plan =
        DisclosurePlanner.of(policy)
            .under(Regimes.CERT_CC, Regimes.PROJECT_ZERO)
            .plan(theCase, at("2026-09-01T10:00Z"));

    assertThat(step(plan, Milestone.PUBLIC).shares())
        .extracting(share -> share.due().orElseThrow())
        .containsExactly(at("2026-10-31T10:00Z"), at("2026-10-16T12:00Z"), at("2026-11-30T10:00Z"));
    assertThat(step(plan, Milestone.PUBLIC).due()).contains(at("2026-10-16T12:00Z"));
  }
}
