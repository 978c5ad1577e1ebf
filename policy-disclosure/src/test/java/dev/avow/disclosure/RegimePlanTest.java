package dev.avow.disclosure;

import static dev.avow.disclosure.Policies.at;
import static dev.avow.disclosure.Policies.promising;
import static dev.avow.policy.commitment.Milestone.ACKNOWLEDGED;
import static dev.avow.policy.commitment.Milestone.EARLY_WARNING_SUBMITTED;
import static dev.avow.policy.commitment.Milestone.EXPLOITATION_KNOWN;
import static dev.avow.policy.commitment.Milestone.FIX_RELEASED;
import static dev.avow.policy.commitment.Milestone.MITIGATION_PUBLISHED;
import static dev.avow.policy.commitment.Milestone.NOTIFICATION_SUBMITTED;
import static dev.avow.policy.commitment.Milestone.PUBLIC;
import static dev.avow.policy.commitment.Milestone.REPORTED;
import static dev.avow.policy.commitment.Milestone.SIGNIFICANT_INCIDENT_KNOWN;
import static dev.avow.policy.commitment.Period.days;
import static dev.avow.policy.commitment.Period.hours;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.avow.disclosure.Step.State;
import dev.avow.disclosure.regime.Counting;
import dev.avow.disclosure.regime.Regime;
import dev.avow.disclosure.regime.Regimes;
import dev.avow.policy.SecurityPolicy;
import dev.avow.policy.commitment.Commitment;
import dev.avow.policy.commitment.Deadline;
import dev.avow.policy.commitment.Milestone;
import dev.avow.policy.finding.Finding;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RegimePlanTest {

  private static final SecurityPolicy SILENT = SecurityPolicy.named("silent").build();
  private static final Instant REPORT = at("2026-09-01T10:00Z");
  private static final DisclosureCase CASE =
      DisclosureCase.open("C-1").with(Fact.of(REPORTED, REPORT));

  private static Plan plan(SecurityPolicy policy, DisclosureCase theCase, Regime... regimes) {
    Instant now = theCase.facts().get(theCase.facts().size() - 1).at();
    return DisclosurePlanner.of(policy).under(regimes).plan(theCase, now);
  }

  private static Step step(Plan plan, String id) {
    return plan.step(id).orElseThrow();
  }

  private static DisclosureCase onDay(DisclosureCase theCase, Milestone what, long day) {
    return theCase.with(Fact.of(what, REPORT.plus(Duration.ofDays(day))));
  }

  @Nested
  class Several {

    private final SecurityPolicy policy =
        promising(
            "UTC",
            Commitment.to(ACKNOWLEDGED).within(hours(48)),
            Commitment.to(PUBLIC).within(days(60)));
    private final Plan plan =
        plan(policy, CASE, Regimes.CERT_CC, Regimes.PROJECT_ZERO, Regimes.ENVOY);

    @Test
    void theEarliestDateBindsAndSaysWhoseItIs() {
      Step disclosure = step(plan, "public");

      assertThat(disclosure.due()).contains(at("2026-10-16T12:00Z"));
      assertThat(disclosure.regime()).contains("cert-cc");
      assertThat(disclosure.binding()).map(Commitment::source).contains("CERT/CC");
      assertThat(plan.explain(disclosure).regime()).contains(Regimes.CERT_CC);
      assertThat(disclosure.promises())
          .extracting(Commitment::source)
          .contains("security policy", "CERT/CC", "Project Zero", "Envoy");
      assertThat(step(plan, "acknowledged").regime()).contains("envoy");
    }

    @Test
    void stepsStandInTheOrderOfTheirDates() {
      assertThat(plan.steps()).extracting(step -> step.due().orElse(Instant.MAX)).isSorted();
      assertThat(plan.regimes()).hasSize(3);
    }

    @Test
    void areExplained() {
      assertThat(plan.explain(step(plan, "public")).sentence())
          .isEqualTo(
              "public is due 2026-10-16T12:00:00Z; CERT/CC says at most 45 calendar days after"
                  + " first-contact at 12:00; first-contact was at 2026-09-01T10:00:00Z (by"
                  + " reported); days are those of UTC, rolled: next-business-day");
    }

    @Test
    void aFirmDateComesBeforeOneThatIsOnlyExpected() {
      Plan firm = plan(SILENT, CASE, Regimes.KUBERNETES, Regimes.CERT_CC);

      assertThat(step(firm, "public").regime()).contains("cert-cc");
      assertThat(step(plan(SILENT, CASE, Regimes.KUBERNETES), "public").due())
          .contains(at("2026-09-08T10:00Z"));
    }

    @Test
    void ofOneNameAreRefused() {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> DisclosurePlanner.of(policy).under(Regimes.ZDI).under(Regimes.ZDI))
          .withMessage("regimes must have different names but zdi is there twice");
    }

    @Test
    void aLowerBoundOfThePolicyPutsOffNoDateOfOthers() {
      SecurityPolicy waits =
          promising("UTC", Commitment.to(PUBLIC).after(FIX_RELEASED).notBefore(days(30)));
      DisclosureCase fixed = onDay(CASE, FIX_RELEASED, 40);

      assertThat(step(plan(waits, CASE, Regimes.CERT_CC), "public").due())
          .contains(at("2026-10-16T12:00Z"));
      assertThat(plan(waits, fixed, Regimes.CERT_CC).evaluation().findings())
          .extracting(Finding::sentence)
          .containsExactly(
              "Case C-1, step public: CERT/CC asks for it by 2026-10-16T12:00:00Z, security policy"
                  + " not before 2026-11-10T10:00:00Z");
    }

    @Test
    void extensionsMoveOnlyTheirOwn() {
      Fact agreed = Fact.extended("public", at("2026-12-01T00:00Z"), at("2026-09-02T00:00Z"));

      assertThat(step(plan(policy, CASE.with(agreed), Regimes.CERT_CC), "public").due())
          .contains(at("2026-10-16T12:00Z"));
      assertThat(
              step(plan(policy, CASE.with(agreed.with("of", "cert-cc")), Regimes.CERT_CC), "public")
                  .due())
          .contains(at("2026-10-31T10:00Z"));
      assertThatExceptionOfType(CaseException.class)
          .isThrownBy(() -> plan(policy, CASE.with(agreed.with("of", "cert-dd")), Regimes.CERT_CC))
          .withMessageContaining(
              "detail of of extension-agreed must be a regime of the plan, one of [cert-cc],"
                  + " perhaps \"cert-cc\"");
    }
  }

  @Nested
  class Extensions {

    private final Fact agreed =
        Fact.extended("public", at("2026-12-01T00:00Z"), at("2026-09-02T00:00Z"));

    @Test
    void sayWhoseTheyAreWhereThePolicyPromisesNothing() {
      assertThatExceptionOfType(CaseException.class)
          .isThrownBy(() -> plan(SILENT, CASE.with(agreed), Regimes.CERT_CC))
          .withMessage(
              "(code): detail of of extension-agreed must be a regime that asks for public, one of"
                  + " [cert-cc] but is not set");
    }

    @Test
    void ofRegimesThatAreNotPlannedDoNotMatter() {
      Fact elsewhere =
          Fact.extended("notification-submitted", at("2026-12-01T00:00Z"), at("2026-09-02T00:00Z"));
      DisclosureCase theCase =
          CASE.with(agreed.with("of", "zdi")).with(elsewhere.with("of", "eu-nis2"));

      assertThat(step(plan(SILENT, theCase, Regimes.CERT_CC), "public").due())
          .contains(at("2026-10-16T12:00Z"));
    }
  }

  @Nested
  class OpenSsf {

    @Test
    void mayTellDistributorsFromTheMorningOfTheThirtiethWorkdayAheadOn() {
      DisclosureCase planned =
          CASE.with(Fact.planned("public", at("2026-12-31T12:00Z"), at("2026-09-02T00:00Z")));

      Step step = step(plan(SILENT, planned, Regimes.OPENSSF), "distributors-notified");

      assertThat(step.deadline())
          .isEqualTo(
              new Deadline.Due(
                  at("2026-11-19T00:00Z"), Instant.parse("2026-12-30T23:59:59.999999999Z")));
    }
  }

  @Nested
  class UnderAnEmbargo {

    private final DisclosureCase agreed =
        CASE.with(EmbargoFacts.proposed("finder", at("2026-11-10T00:00Z"), at("2026-09-02T00:00Z")))
            .with(EmbargoFacts.accepted("vendor", at("2026-09-03T00:00Z")));

    @Test
    void nothingIsPublicBeforeItsEnd() {
      Plan plan = plan(SILENT, agreed, Regimes.CERT_CC);

      assertThat(step(plan, "public").due()).contains(at("2026-11-10T00:00Z"));
      assertThat(plan.explain(step(plan, "public")).sentence())
          .isEqualTo(
              "public is due 2026-11-10T00:00:00Z; the embargo until 2026-11-10T00:00:00Z says not"
                  + " before embargo-terminated; embargo-accepted was at 2026-09-03T00:00:00Z");
      assertThat(plan.evaluation().findings())
          .extracting(Finding::sentence)
          .containsExactly(
              "Case C-1, step public: CERT/CC asks for it by 2026-10-16T12:00:00Z, embargo until"
                  + " 2026-11-10T00:00:00Z not before 2026-11-10T00:00:00Z");
    }

    @Test
    void whatIsPublicBeforeItsEndIsEarly() {
      DisclosureCase leaked = agreed.with(Fact.of(PUBLIC, at("2026-10-01T00:00Z")));

      assertThat(step(plan(SILENT, leaked, Regimes.CERT_CC), "public").state())
          .isEqualTo(State.DONE_EARLY);
    }

    @Test
    void theOldDatesHoldAgainOnceItIsTerminated() {
      DisclosureCase ended =
          agreed.with(EmbargoFacts.terminated("vendor", at("2026-09-05T00:00Z")));

      assertThat(step(plan(SILENT, ended, Regimes.CERT_CC), "public").due())
          .contains(at("2026-10-16T12:00Z"));
    }

    @Test
    void aListAcceptsOnlySoMuch() {
      DisclosureCase told =
          agreed.with(Fact.of(Milestone.DISTRIBUTORS_NOTIFIED, at("2026-10-20T00:00Z")));

      assertThat(plan(SILENT, told, Regimes.LINUX_DISTROS).evaluation().findings())
          .extracting(Finding::sentence)
          .anySatisfy(
              sentence ->
                  assertThat(sentence)
                      .isEqualTo(
                          "Case C-1: the embargo ends at 2026-11-10T00:00:00Z, 21 d after"
                              + " distributors were notified; linux-distros list accepts 14 d"));
    }
  }

  @Nested
  class ProjectZero {

    @ParameterizedTest
    @CsvSource({
      ", , , 90", // no fix
      "47, , , 77",
      "90, , , 120", // on the last day
      "91, , , 90", // too late to count
      ", 1, , 104", // grace
      "100, 1, , 120",
      "104, 1, , 120",
      "105, 1, , 104",
      ", , 0, 7", // in the wild
      "5, , 0, 35",
      "8, , 0, 7",
      ", 1, 0, 10",
      "9, 1, 0, 37",
      "50, , 0, 7",
      ", , 20, 27", // in the wild later on
      "25, , 20, 55",
      "47, , 50, 77", // there was a fix already
      "29, 1, 20, 57"
    })
    void disclosesOnTheDay(Long fixed, Long grace, Long exploited, long day) {
      DisclosureCase theCase = CASE;
      for (long today = 0; today <= 120; today++) {
        theCase = on(theCase, EXPLOITATION_KNOWN, exploited, today);
        theCase = on(theCase, Milestone.of("grace-agreed"), grace, today);
        theCase = on(theCase, FIX_RELEASED, fixed, today);
      }

      assertThat(step(plan(SILENT, theCase, Regimes.PROJECT_ZERO), "public").due())
          .contains(REPORT.plus(Duration.ofDays(day)));
    }

    private static DisclosureCase on(DisclosureCase theCase, Milestone what, Long day, long today) {
      return day != null && day == today ? onDay(theCase, what, day) : theCase;
    }
  }

  @Nested
  class Zdi {

    @Test
    void waitsForAnAnswer() {
      Plan silent = plan(SILENT, CASE, Regimes.ZDI);

      assertThat(step(silent, "second-contact").due().map(Regimes.ZDI.calendar()::dayOf))
          .hasToString("Optional[2026-09-08]");
      assertThat(step(silent, "intermediary-contacted").due().map(Regimes.ZDI.calendar()::dayOf))
          .hasToString("Optional[2026-09-15]");
      assertThat(step(silent, "public").deadline())
          .isEqualTo(new Deadline.NotBefore(at("2026-09-22T23:59:59.999999999Z")));
      Plan answered = plan(SILENT, onDay(CASE, ACKNOWLEDGED, 1), Regimes.ZDI);
      assertThat(step(answered, "second-contact").state()).isEqualTo(State.NOT_APPLICABLE);
      assertThat(step(answered, "second-contact").reason())
          .contains("nothing asks for it as the case stands");
      assertThat(step(answered, "public").due().map(Regimes.ZDI.calendar()::dayOf))
          .hasToString("Optional[2026-12-30]");
    }
  }

  @Nested
  class Kubernetes {

    @Test
    void countsBackFromWhatIsPlanned() {
      DisclosureCase planned =
          CASE.with(Fact.planned("public", at("2026-09-15T16:00Z"), at("2026-09-02T00:00Z")));
      Step unplanned = step(plan(SILENT, CASE, Regimes.KUBERNETES), "distributors-notified");
      Plan plan = plan(SILENT, planned, Regimes.KUBERNETES);
      Step step = step(plan, "distributors-notified");

      assertThat(unplanned.waitsFor()).contains(Fact.DATE_PLANNED);
      assertThat(step.due()).contains(at("2026-09-08T16:00Z"));
      assertThat(step.state()).isEqualTo(State.OPEN);
      assertThat(plan.explain(step).sentence())
          .contains("at least 7 days before public; public was planned for 2026-09-15T16:00:00Z");
    }
  }

  @Nested
  class Apache {

    @Test
    void wantsItsStepsInOrder() {
      DisclosureCase rash = onDay(onDay(CASE, ACKNOWLEDGED, 1), FIX_RELEASED, 2);

      assertThat(plan(SILENT, rash, Regimes.APACHE).evaluation().findings())
          .extracting(finding -> finding.rule() + " " + finding.sentence())
          .anySatisfy(
              finding ->
                  assertThat(finding)
                      .startsWith("step-comes-after-what-it-needs")
                      .contains("before fix-committed, which has not happened"));
    }
  }

  @Nested
  class EuropeanLaw {

    private final DisclosureCase aware =
        DisclosureCase.open("C-2").with(Fact.of(EXPLOITATION_KNOWN, at("2026-11-20T18:30Z")));

    @Test
    void finalReportsAreNotComputedFromAwareness() {
      Plan plan = plan(SILENT, aware, Regimes.EU_CRA_VULNERABILITY);

      assertThat(step(plan, "early-warning-submitted").due()).contains(at("2026-11-21T18:30Z"));
      assertThat(step(plan, "notification-submitted").due()).contains(at("2026-11-23T18:30Z"));
      assertThat(step(plan, "final-report-submitted").due()).isEmpty();
      assertThat(step(plan, "final-report-submitted").waitsFor()).contains(FIX_RELEASED);
      assertThat(step(plan, "users-informed").deadline())
          .isEqualTo(new Deadline.None("no date was promised"));
      assertThat(step(plan, "status-report-submitted").state()).isEqualTo(State.WAITING);
    }

    @Test
    void theFirstMeasureStartsTheFinalReport() {
      DisclosureCase mitigated =
          aware
              .with(Fact.of(MITIGATION_PUBLISHED, at("2026-12-01T09:00Z")))
              .with(Fact.of(FIX_RELEASED, at("2026-12-05T09:00Z")));

      assertThat(
              step(plan(SILENT, mitigated, Regimes.EU_CRA_VULNERABILITY), "final-report-submitted")
                  .due())
          .contains(at("2026-12-15T09:00Z"));
    }

    @Test
    void aStageCanBeProvidedByAnEarlierOne() {
      DisclosureCase both =
          aware.with(
              Fact.of(EARLY_WARNING_SUBMITTED, at("2026-11-21T10:00Z"))
                  .also(NOTIFICATION_SUBMITTED));

      assertThat(
              step(plan(SILENT, both, Regimes.EU_CRA_VULNERABILITY), "notification-submitted")
                  .state())
          .isEqualTo(State.DONE);
    }

    @Test
    void whatIsNotExploitedNeedsNoReport() {
      Plan plan = plan(SILENT, onDay(CASE, FIX_RELEASED, 10), Regimes.EU_CRA_VULNERABILITY);

      assertThat(step(plan, "final-report-submitted").state()).isEqualTo(State.NOT_APPLICABLE);
      assertThat(plan.overdue()).isEmpty();
    }

    @Test
    void anIncidentIsNoVulnerability() {
      DisclosureCase notified =
          aware
              .with(Fact.of(NOTIFICATION_SUBMITTED, at("2026-11-23T08:00Z")))
              .with(Fact.of(FIX_RELEASED, at("2027-01-10T09:00Z")));
      Plan plan = plan(SILENT, notified, Regimes.EU_CRA_VULNERABILITY, Regimes.EU_CRA_INCIDENT);

      assertThat(step(plan, "final-report-submitted").due()).contains(at("2027-01-24T09:00Z"));
    }

    @Test
    void canBeCountedAnotherWay() {
      Regime counted = Regimes.EU_CRA_VULNERABILITY.counting(Counting.REGULATION_1182_71);
      Plan plan = plan(SILENT, aware, counted);

      assertThat(step(plan, "early-warning-submitted").due()).contains(at("2026-11-21T19:00Z"));
      assertThat(plan.explain(step(plan, "early-warning-submitted")).sentence())
          .contains("counted as Regulation 1182/71 does in UTC");
    }

    @Test
    void nis2WantsProgressOfWhatGoesOn() {
      DisclosureCase incident =
          DisclosureCase.open("C-3")
              .with(Fact.of(SIGNIFICANT_INCIDENT_KNOWN, at("2026-11-01T00:00Z")))
              .with(Fact.of(NOTIFICATION_SUBMITTED, at("2026-11-03T00:00Z")));
      DisclosureCase ongoing =
          incident.with(Fact.of(Milestone.of("incident-ongoing"), at("2026-11-30T00:00Z")));
      DisclosureCase handled =
          ongoing.with(Fact.of(Milestone.of("incident-handled"), at("2026-12-20T00:00Z")));

      assertThat(step(plan(SILENT, incident, Regimes.EU_NIS2), "final-report-submitted").due())
          .contains(at("2026-12-03T00:00Z"));
      assertThat(step(plan(SILENT, incident, Regimes.EU_NIS2), "progress-report-submitted").state())
          .isEqualTo(State.NOT_APPLICABLE);
      assertThat(step(plan(SILENT, ongoing, Regimes.EU_NIS2), "progress-report-submitted").due())
          .contains(at("2026-12-03T00:00Z"));
      assertThat(step(plan(SILENT, ongoing, Regimes.EU_NIS2), "final-report-submitted").waitsFor())
          .hasToString("Optional[incident-handled]");
      assertThat(step(plan(SILENT, handled, Regimes.EU_NIS2), "final-report-submitted").due())
          .contains(at("2027-01-20T00:00Z"));
    }
  }

  @Nested
  class Changes {

    private final DisclosurePlanner planner =
        DisclosurePlanner.of(SILENT).under(Regimes.PROJECT_ZERO);
    private final Plan before = planner.plan(CASE, REPORT);

    @Test
    void nameTheFactThatMadeThem() {
      DisclosureCase fixed = onDay(CASE, FIX_RELEASED, 47);
      List<PlanChange> changes =
          planner.plan(fixed, REPORT.plus(Duration.ofDays(50))).since(before);

      assertThat(changes)
          .extracting(PlanChange::sentence)
          .containsExactly(
              "public went from due 2026-11-30T10:00:00Z to due 2026-11-17T10:00:00Z, because of"
                  + " fix-released at 2026-10-18T10:00:00Z");
      assertThat(changes.get(0).because()).extracting(Fact::what).containsExactly(FIX_RELEASED);
      assertThat(changes.get(0).before().flatMap(Step::due)).contains(at("2026-11-30T10:00Z"));
    }

    @Test
    void mayBeOfTimeAlone() {
      assertThat(planner.plan(CASE, REPORT.plus(Duration.ofDays(91))).since(before))
          .extracting(PlanChange::sentence)
          .containsExactly("public went from open to overdue, as time has passed");
      assertThat(planner.plan(CASE, REPORT.plus(Duration.ofDays(1))).since(before)).isEmpty();
    }

    @Test
    void mayBeOfOtherPromises() {
      Plan more = planner.under(Regimes.CERT_CC, Regimes.ENVOY).plan(CASE, REPORT);

      assertThat(more.since(before))
          .extracting(PlanChange::sentence)
          .contains(
              "acknowledged is newly promised",
              "public went from due 2026-11-30T10:00:00Z to due 2026-10-16T12:00:00Z, because other"
                  + " things are promised");
      assertThat(before.since(more))
          .extracting(PlanChange::sentence)
          .contains("acknowledged is no longer promised");
    }

    @Test
    void areBetweenPlansOfOneCase() {
      Plan other = planner.plan(DisclosureCase.open("C-9"), REPORT);

      assertThatIllegalArgumentException()
          .isThrownBy(() -> before.since(other))
          .withMessage("earlier plan must be of C-1 but was of C-9");
    }
  }

  @Nested
  class Reports {

    @Test
    void thatCameInPublicAreConverted() {
      DisclosureCase open = CASE.channel("public-issue");
      Plan plan = plan(Policies.typekro(), open);

      assertThat(step(plan, "converted-to-private").state()).isEqualTo(State.OPEN);
      assertThat(
              plan(Policies.typekro(), CASE.channel("email security@typekro.run"))
                  .step("converted-to-private"))
          .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
      "public-issue, true",
      "pull-request 7, true",
      "private-advisory, false",
      "x, false"
    })
    void thatCameInPublicAreConvertedThoughThePolicyForgotTheWay(
        String channel, boolean converted) {
      assertThat(plan(SILENT, CASE.channel(channel)).step("converted-to-private").isPresent())
          .isEqualTo(converted);
    }

    @Test
    void onDependenciesAreForwarded() {
      Plan plan = plan(Policies.typekro(), CASE.component("pkg:npm/lodash@4.17.20"));
      StringBuilder json = new StringBuilder();
      PlanReport.json(plan, json, Clearance.upTo(Tlp.RED));

      assertThat(step(plan, "forwarded-to-maintainer").title())
          .isEqualTo("Forward to the maintainer");
      assertThat(json).contains("\"component\": \"pkg:npm/lodash@4.17.20\"");
      assertThat(
              plan(Policies.typekro(), CASE.component("typekro")).step("forwarded-to-maintainer"))
          .isEqualTo(Optional.empty());
    }
  }
}
