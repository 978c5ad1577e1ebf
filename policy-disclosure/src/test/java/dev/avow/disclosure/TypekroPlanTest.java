package dev.avow.disclosure;

import static dev.avow.disclosure.Policies.at;
import static dev.avow.policy.commitment.Milestone.ACKNOWLEDGED;
import static dev.avow.policy.commitment.Milestone.ADVISORY_PUBLISHED;
import static dev.avow.policy.commitment.Milestone.CONFIRMED;
import static dev.avow.policy.commitment.Milestone.DUPLICATE;
import static dev.avow.policy.commitment.Milestone.FIX_READY;
import static dev.avow.policy.commitment.Milestone.FIX_RELEASED;
import static dev.avow.policy.commitment.Milestone.PUBLIC;
import static dev.avow.policy.commitment.Milestone.REJECTED;
import static dev.avow.policy.commitment.Milestone.REPORTED;
import static dev.avow.policy.commitment.Milestone.TRIAGED;
import static org.assertj.core.api.Assertions.assertThat;

import dev.avow.disclosure.Step.State;
import dev.avow.policy.Phase;
import dev.avow.policy.SecurityPolicy;
import dev.avow.policy.TimelineRow;
import dev.avow.policy.commitment.DayRange;
import dev.avow.policy.commitment.Deadline;
import dev.avow.policy.commitment.Milestone;
import dev.avow.policy.commitment.Period;
import dev.avow.policy.commitment.WorkingCalendar;
import dev.avow.policy.finding.Finding;
import dev.avow.policy.finding.RuleId;
import dev.avow.policy.finding.Subject;
import dev.avow.policy.finding.Verdict;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A policy with a timeline of days: answer in 48 hours, fix in 14 days, details from day 14 on. */
class TypekroPlanTest {

  private static final SecurityPolicy POLICY = Policies.typekro();
  private static final DisclosurePlanner PLANNER = DisclosurePlanner.of(POLICY);

  /** Day 0; a Monday. */
  private static final String REPORT = "2026-11-02T15:00Z";

  private static final DisclosureCase REPORTED_CASE =
      DisclosureCase.open("TK-1").with(Fact.of(REPORTED, at(REPORT)));

  private static DisclosureCase with(Milestone milestone, String instant) {
    return REPORTED_CASE.with(Fact.of(milestone, at(instant)));
  }

  private static Step step(DisclosureCase theCase, String now, Milestone milestone) {
    return PLANNER.plan(theCase, at(now)).step(milestone.name()).orElseThrow();
  }

  private static Verdict verdict(Plan plan, String rule, Milestone step) {
    Subject subject =
        Subject.of("Case").with("case", plan.disclosureCase().id()).with("step", step.name());
    return plan.evaluation().verdict(RuleId.of(rule), subject).orElseThrow();
  }

  private static List<String> findings(Plan plan, String rule) {
    return plan.evaluation().findings().stream()
        .filter(finding -> finding.rule().equals(RuleId.of(rule)))
        .map(Finding::sentence)
        .toList();
  }

  @Test
  void theStepsAreThoseOfTimelineAndAnnouncements() {
    assertThat(PLANNER.plan(REPORTED_CASE, at(REPORT)).steps())
        .extracting(Step::id)
        .containsExactly(
            "reported",
            "acknowledged",
            "triaged",
            "fix-ready",
            "fix-released",
            "advisory-published",
            "announced-release-notes",
            "announced-chat",
            "announced-npm-advisory",
            "public");
  }

  @Test
  void stepsKeepTheirIdsWhateverHappens() {
    DisclosureCase later = with(CONFIRMED, "2026-11-04T10:00Z");

    assertThat(PLANNER.plan(later, at("2027-01-01T00:00Z")).steps())
        .extracting(Step::id)
        .isEqualTo(
            PLANNER.plan(DisclosureCase.open("TK-2"), at(REPORT)).steps().stream()
                .map(Step::id)
                .toList());
  }

  @Test
  void withoutAReportEveryStepWaitsForIt() {
    Plan plan = PLANNER.plan(DisclosureCase.open("TK-1"), at(REPORT));

    assertThat(plan.step("acknowledged").orElseThrow().deadline())
        .isEqualTo(new Deadline.Waiting(REPORTED));
    assertThat(plan.steps()).extracting(Step::state).containsOnly(State.WAITING);
    assertThat(plan.next()).isEmpty();
    assertThat(plan.overdue()).isEmpty();
  }

  @Nested
  class AnswerIn48Hours {

    @ParameterizedTest
    @CsvSource({
      "2026-11-04T15:00:00Z, DONE",
      "2026-11-04T14:59:59.999999999Z, DONE",
      "2026-11-04T15:00:00.000000001Z, DONE_LATE",
      "2026-11-02T15:00:00Z, DONE",
    })
    void exactlyAtTheDeadlineIsInTime(String acknowledged, State state) {
      Step step = step(with(ACKNOWLEDGED, acknowledged), "2026-11-30T00:00Z", ACKNOWLEDGED);

      assertThat(step.due()).contains(at("2026-11-04T15:00Z"));
      assertThat(step.state()).isEqualTo(state);
      assertThat(step.done()).map(Fact::at).contains(at(acknowledged));
    }

    @ParameterizedTest
    @CsvSource({
      "2026-11-02T15:00:00Z, OPEN",
      "2026-11-03T14:59:59Z, OPEN",
      "2026-11-03T15:00:00Z, DUE_SOON",
      "2026-11-04T15:00:00Z, DUE_SOON",
      "2026-11-04T15:00:01Z, OVERDUE",
    })
    void isOpenThenDueSoonThenOverdue(String now, State state) {
      assertThat(step(REPORTED_CASE, now, ACKNOWLEDGED).state()).isEqualTo(state);
    }

    @ParameterizedTest
    @CsvSource({
      // 48 elapsed hours over the changes of the clocks
      "Europe/Berlin, 2026-03-28T23:59+01:00, 2026-03-31T00:59+02:00",
      "Europe/Berlin, 2026-10-24T23:59+02:00, 2026-10-26T22:59+01:00",
      "America/New_York, 2026-03-07T23:59-05:00, 2026-03-10T00:59-04:00",
      "America/New_York, 2026-10-31T23:59-04:00, 2026-11-02T22:59-05:00",
      "UTC, 2028-02-28T23:59Z, 2028-03-01T23:59Z",
      "UTC, 2026-12-30T23:59Z, 2027-01-01T23:59Z",
    })
    void isCountedInElapsedHours(String zone, String report, String due) {
      DisclosurePlanner planner =
          DisclosurePlanner.of(
              SecurityPolicy.named("zoned")
                  .calendar(WorkingCalendar.of(ZoneId.of(zone)))
                  .acknowledgeWithin(Period.hours(48))
                  .build());
      DisclosureCase theCase = DisclosureCase.open("Z").with(Fact.of(REPORTED, at(report)));

      assertThat(planner.plan(theCase, at(report)).next().orElseThrow().due()).contains(at(due));
    }

    @Test
    void bindsBeforeTheDaysThatAreNamedForItToo() {
      Step step = step(REPORTED_CASE, REPORT, ACKNOWLEDGED);

      assertThat(step.promises())
          .extracting(Object::toString)
          .containsExactly(
              "acknowledged at most 48 hours after reported",
              "acknowledged on days 1-2 after reported");
      assertThat(step.binding()).hasToString("Optional[" + step.promises().get(0) + "]");
    }

    @Test
    void anOverdueAnswerIsABrokenPromise() {
      Plan plan = PLANNER.plan(REPORTED_CASE, at("2026-11-04T16:00Z"));

      assertThat(verdict(plan, "step-is-done-in-time", ACKNOWLEDGED)).isEqualTo(Verdict.FAIL);
      assertThat(findings(plan, "step-is-done-in-time"))
          .containsExactly(
              "Case TK-1, step acknowledged: is overdue: it was due at 2026-11-04T15:00:00Z,"
                  + " acknowledged at most 48 hours after reported");
    }

    @Test
    void anOpenPromiseIsNeitherKeptNorBroken() {
      Plan plan = PLANNER.plan(REPORTED_CASE, at("2026-11-03T16:00Z"));

      assertThat(verdict(plan, "step-is-done-in-time", ACKNOWLEDGED))
          .isEqualTo(Verdict.NOT_APPLICABLE);
      assertThat(findings(plan, "step-is-done-in-time")).isEmpty();
    }

    @Test
    void noClockDependsOnTheChannel() {
      DisclosureCase byOther = REPORTED_CASE.channel("conference talk");

      assertThat(step(byOther, REPORT, ACKNOWLEDGED).due()).contains(at("2026-11-04T15:00Z"));
    }
  }

  @Nested
  class Timeline {

    @ParameterizedTest
    @CsvSource({
      "triaged, 2026-11-03, 2026-11-04",
      "fix-ready, 2026-11-05, 2026-11-09",
      "fix-released, 2026-11-09, 2026-11-16",
      "advisory-published, 2026-11-09, 2026-11-16",
    })
    void rowsShareTheirEndDaysOnPurpose(String id, LocalDate first, LocalDate last) {
      Deadline.Due due =
          (Deadline.Due) PLANNER.plan(REPORTED_CASE, at(REPORT)).step(id).orElseThrow().deadline();

      assertThat(due.from()).isEqualTo(at(first + "T00:00Z"));
      assertThat(due.at()).isEqualTo(at(last + "T23:59:59.999999999Z"));
    }

    @ParameterizedTest
    @CsvSource({
      "2026-11-02T16:00Z, 'acknowledged'",
      "2026-11-03T00:00Z, 'acknowledged, triaged'",
      "2026-11-05T00:00Z, 'fix-ready'",
      "2026-11-08T23:59Z, 'fix-ready'",
      "2026-11-09T00:00Z, 'fix-ready, fix-released, advisory-published'",
      "2026-11-10T00:00Z, 'fix-released, advisory-published'",
      "2026-11-16T23:59:59Z, 'fix-released, advisory-published'",
      "2026-11-17T00:00Z, ''",
    })
    void onASharedDayBothPhasesAreCurrent(String now, String ids) {
      assertThat(PLANNER.plan(REPORTED_CASE, at(now)).current())
          .extracting(Step::id)
          .containsExactlyElementsOf(ids.isEmpty() ? List.of() : List.of(ids.split(", ")));
    }

    @ParameterizedTest
    @CsvSource({
      // the day of the report is that of the zone: at 15:00Z it is still Monday in Honolulu
      "Pacific/Honolulu, 2026-11-03T09:00Z, 2026-11-16",
      "UTC, 2026-11-02T23:59Z, 2026-11-16",
      "Asia/Tokyo, 2026-11-02T15:00Z, 2026-11-17",
      // midnight does not exist on day 14, nor on the day behind it
      "Africa/Cairo, 2026-04-10T12:00+02:00, 2026-04-24",
      "Africa/Cairo, 2026-04-09T12:00+02:00, 2026-04-23",
      "America/Sao_Paulo, 2018-10-21T12:00-03:00, 2018-11-04",
    })
    void daysAreThoseOfThePolicysZone(String zone, String report, LocalDate lastDay) {
      WorkingCalendar calendar = WorkingCalendar.of(ZoneId.of(zone));
      DisclosurePlanner planner =
          DisclosurePlanner.of(
              SecurityPolicy.named("zoned")
                  .calendar(calendar)
                  .disclosure(plan -> POLICY.disclosure())
                  .build());
      DisclosureCase theCase = DisclosureCase.open("Z").with(Fact.of(REPORTED, at(report)));

      Instant due =
          planner.plan(theCase, at(report)).step("fix-released").flatMap(Step::due).orElseThrow();

      assertThat(calendar.dayOf(due)).isEqualTo(lastDay);
      assertThat(calendar.dayOf(due.plusNanos(1))).isEqualTo(lastDay.plusDays(1));
    }

    @Test
    void theNextStepIsTheOneThatIsDueFirstEvenIfItsWindowIsClosed() {
      DisclosureCase answered =
          with(ACKNOWLEDGED, "2026-11-03T10:00Z").with(Fact.of(TRIAGED, at("2026-11-03T11:00Z")));

      Plan plan = PLANNER.plan(answered, at("2026-11-03T12:00Z"));

      assertThat(plan.next()).map(Step::id).contains("fix-ready");
      assertThat(plan.next()).map(Step::state).contains(State.UPCOMING);
    }

    @Test
    void aFixBeforeItsWindowIsWelcome() {
      DisclosureCase fast = with(FIX_READY, "2026-11-03T10:00Z");

      assertThat(step(fast, "2026-11-03T12:00Z", FIX_READY).state()).isEqualTo(State.DONE);
    }

    @Test
    void aReleasedFixWasReady() {
      DisclosureCase released = with(FIX_RELEASED, "2026-11-08T10:00Z");

      assertThat(step(released, "2026-11-30T00:00Z", FIX_READY).state()).isEqualTo(State.DONE);
    }

    @Test
    void noPatchAtTheEndOfDay14BreaksThePromiseOfARelease() {
      Plan inTime = PLANNER.plan(REPORTED_CASE, at("2026-11-16T23:59:59Z"));
      Plan late = PLANNER.plan(REPORTED_CASE, at("2026-11-17T00:00:00Z"));

      assertThat(verdict(inTime, "step-is-done-in-time", FIX_RELEASED))
          .isEqualTo(Verdict.NOT_APPLICABLE);
      assertThat(verdict(late, "step-is-done-in-time", FIX_RELEASED)).isEqualTo(Verdict.FAIL);
      assertThat(late.overdue())
          .extracting(Step::id)
          .containsExactly(
              "acknowledged", "triaged", "fix-ready", "fix-released", "advisory-published");
      assertThat(late.step("public").orElseThrow().waitsFor()).contains(FIX_RELEASED);
    }

    @Test
    void aPatchAsSoonAsPossibleAddsNoDate() {
      Step step = step(with(CONFIRMED, "2026-11-04T10:00Z"), "2026-11-04T12:00Z", FIX_RELEASED);

      assertThat(step.promises())
          .extracting(Object::toString)
          .contains("fix-released after confirmed, no date promised");
      assertThat(step.due()).contains(at("2026-11-16T23:59:59.999999999Z"));
    }

    @ParameterizedTest
    @CsvSource({"REJECTED", "DUPLICATE"})
    void anEndedReportOwesNothingMore(String end) {
      Milestone milestone = end.equals("REJECTED") ? REJECTED : DUPLICATE;
      DisclosureCase ended =
          with(ACKNOWLEDGED, "2026-11-03T10:00Z").with(Fact.of(milestone, at("2026-11-04T10:00Z")));

      Plan plan = PLANNER.plan(ended, at("2027-01-01T00:00Z"));

      assertThat(plan.step("triaged").orElseThrow().state()).isEqualTo(State.DONE);
      assertThat(plan.step("fix-released").orElseThrow().state()).isEqualTo(State.NOT_APPLICABLE);
      assertThat(plan.step("fix-released").orElseThrow().reason())
          .contains("the report was %s at 2026-11-04T10:00:00Z".formatted(milestone));
      assertThat(plan.overdue()).isEmpty();
      assertThat(plan.next()).isEmpty();
    }

    @Test
    void whatWasOverdueWhenTheReportEndedStaysBroken() {
      Step step = step(with(REJECTED, "2026-11-06T10:00Z"), "2026-11-07T00:00Z", ACKNOWLEDGED);

      assertThat(step.state()).isEqualTo(State.OVERDUE);
    }

    @Test
    void aConfirmationTakesAnEndedReportUpAgain() {
      DisclosureCase again =
          with(REJECTED, "2026-11-03T10:00Z").with(Fact.of(CONFIRMED, at("2026-11-04T10:00Z")));

      assertThat(step(again, "2026-11-05T00:00Z", FIX_RELEASED).state()).isEqualTo(State.UPCOMING);
    }
  }

  @Nested
  class PublicDisclosure {

    @Test
    void waitsForTheFixAndNoGraceIsInvented() {
      DisclosureCase fixed = with(FIX_RELEASED, "2026-11-10T10:00Z");

      assertThat(step(REPORTED_CASE, REPORT, PUBLIC).deadline())
          .isEqualTo(new Deadline.Waiting(FIX_RELEASED));
      assertThat(step(fixed, "2026-11-10T12:00Z", PUBLIC).deadline())
          .isEqualTo(new Deadline.NotBefore(at("2026-11-16T15:00Z")));
      assertThat(step(fixed, "2026-11-10T12:00Z", PUBLIC).state()).isEqualTo(State.UPCOMING);
      assertThat(step(fixed, "2026-11-16T15:00Z", PUBLIC).state()).isEqualTo(State.OPEN);
    }

    @Test
    void isNotBeforeALateFix() {
      DisclosureCase late = with(FIX_RELEASED, "2026-11-20T10:00Z");

      assertThat(step(late, "2026-11-20T12:00Z", PUBLIC).deadline())
          .isEqualTo(new Deadline.NotBefore(at("2026-11-20T10:00Z")));
    }

    @Test
    void leavesUsersTheGraceThatIsStated() {
      DisclosurePlanner planner = withGrace("7d");
      DisclosureCase fixed = with(FIX_RELEASED, "2026-11-10T10:00Z");

      assertThat(planner.plan(fixed, at("2026-11-10T12:00Z")).step("public").map(Step::deadline))
          .contains(new Deadline.NotBefore(at("2026-11-17T10:00Z")));
      assertThat(planner.lint().findings())
          .extracting(finding -> finding.rule().value())
          .containsExactly("advisory-waits-for-disclosure");
    }

    @Test
    void beforeItsDayIsAFinding() {
      DisclosureCase leaked =
          with(FIX_RELEASED, "2026-11-10T10:00Z")
              .with(Fact.of(ADVISORY_PUBLISHED, at("2026-11-10T11:00Z")))
              .with(Fact.of(PUBLIC, at("2026-11-12T10:00Z")));
      Plan plan = PLANNER.plan(leaked, at("2026-11-13T00:00Z"));

      assertThat(plan.step("public").map(Step::state)).contains(State.DONE_EARLY);
      assertThat(findings(plan, "step-is-not-done-early"))
          .containsExactly(
              "Case TK-1, step public: was done early, at 2026-11-12T10:00:00Z: it must not happen"
                  + " before 2026-11-16T15:00:00Z, public on days 14+ after reported");
    }

    @Test
    void beforeAnyFixIsAFinding() {
      Plan plan = PLANNER.plan(with(PUBLIC, "2026-11-20T10:00Z"), at("2026-11-20T11:00Z"));

      assertThat(plan.step("public").map(Step::state)).contains(State.DONE_EARLY);
      assertThat(findings(plan, "step-is-not-done-early"))
          .containsExactly(
              "Case TK-1, step public: was done early, at 2026-11-20T10:00:00Z: it waits for"
                  + " fix-released, public not before fix-released");
    }

    @Test
    void exactlyAtItsOpeningIsNotEarly() {
      DisclosureCase onTheDot =
          with(FIX_RELEASED, "2026-11-10T10:00Z")
              .with(Fact.of(ADVISORY_PUBLISHED, at("2026-11-10T11:00Z")))
              .with(Fact.of(PUBLIC, at("2026-11-16T15:00Z")));
      Plan plan = PLANNER.plan(onTheDot, at("2026-11-17T00:00Z"));

      assertThat(plan.step("public").map(Step::state)).contains(State.DONE);
      assertThat(verdict(plan, "step-is-not-done-early", PUBLIC)).isEqualTo(Verdict.PASS);
    }

    @Test
    void onADayRangeOpensAndIsDue() {
      DisclosurePlanner planner =
          DisclosurePlanner.of(
              SecurityPolicy.named("closed")
                  .disclosure(
                      plan ->
                          plan.days(0, 14, Phase.RELEASE_AND_ADVISORY)
                              .days(14, 20, Phase.PUBLIC_DISCLOSURE))
                  .build());
      DisclosureCase fixed = with(FIX_RELEASED, "2026-11-10T10:00Z");

      assertThat(planner.plan(fixed, at("2026-11-11T00:00Z")).step("public").map(Step::deadline))
          .contains(
              new Deadline.Due(at("2026-11-16T15:00Z"), at("2026-11-22T23:59:59.999999999Z")));
    }

    private static DisclosurePlanner withGrace(String grace) {
      return DisclosurePlanner.of(
          SecurityPolicy.named("graceful")
              .disclosure(plan -> POLICY.disclosure().grace(Period.parse(grace)))
              .build());
    }
  }

  @Nested
  class Order {

    @Test
    void anAdvisoryBeforeThePatchIsAFinding() {
      DisclosureCase wrongWayRound =
          with(ADVISORY_PUBLISHED, "2026-11-10T10:00Z")
              .with(Fact.of(FIX_RELEASED, at("2026-11-11T10:00Z")));
      Plan plan = PLANNER.plan(wrongWayRound, at("2026-11-12T00:00Z"));

      assertThat(plan.step("advisory-published").map(Step::state)).contains(State.DONE_EARLY);
      assertThat(findings(plan, "step-comes-after-what-it-needs"))
          .containsExactly(
              "Case TK-1, step advisory-published: was done at 2026-11-10T10:00:00Z, before"
                  + " fix-released, which was at 2026-11-11T10:00:00Z");
    }

    @Test
    void anAdvisoryWithoutAPatchIsAFinding() {
      Plan plan =
          PLANNER.plan(with(ADVISORY_PUBLISHED, "2026-11-10T10:00Z"), at("2026-11-12T00:00Z"));

      assertThat(findings(plan, "step-comes-after-what-it-needs"))
          .containsExactly(
              "Case TK-1, step advisory-published: was done at 2026-11-10T10:00:00Z, before"
                  + " fix-released, which has not happened");
    }

    @Test
    void patchThenAdvisoryThenDetailsIsInOrder() {
      DisclosureCase good =
          with(FIX_RELEASED, "2026-11-10T10:00Z")
              .with(Fact.of(ADVISORY_PUBLISHED, at("2026-11-10T10:00Z")))
              .with(Fact.of(PUBLIC, at("2026-11-17T10:00Z")));
      Plan plan = PLANNER.plan(good, at("2026-11-18T00:00Z"));

      assertThat(verdict(plan, "step-comes-after-what-it-needs", ADVISORY_PUBLISHED))
          .isEqualTo(Verdict.PASS);
      assertThat(verdict(plan, "step-comes-after-what-it-needs", PUBLIC)).isEqualTo(Verdict.PASS);
      assertThat(plan.step("public").map(Step::state)).contains(State.DONE);
    }

    @Test
    void detailsBeforeTheAdvisoryAreAFinding() {
      DisclosureCase noAdvisory =
          with(FIX_RELEASED, "2026-11-10T10:00Z").with(Fact.of(PUBLIC, at("2026-11-17T10:00Z")));

      assertThat(
              findings(
                  PLANNER.plan(noAdvisory, at("2026-11-18T00:00Z")),
                  "step-comes-after-what-it-needs"))
          .containsExactly(
              "Case TK-1, step public: was done at 2026-11-17T10:00:00Z, before"
                  + " advisory-published, which has not happened");
    }
  }

  @Nested
  class Lint {

    @Test
    void namesTheMissingGraceAndTheAdvisoryThatIsPublicTooEarly() {
      assertThat(PLANNER.lint().findings())
          .extracting(finding -> finding.severity() + " " + finding.sentence())
          .containsExactly(
              "LOW Policy typekro: publishes advisories from day 7 on but discloses from day 14 on",
              "LOW Policy typekro: does not say how long users have to update: grace is not set");
      assertThat(PLANNER.lint().findings())
          .allSatisfy(finding -> assertThat(finding.location().hasLine()).isTrue());
    }

    @Test
    void isPartOfEveryPlan() {
      assertThat(PLANNER.plan(REPORTED_CASE, at(REPORT)).evaluation().findings())
          .containsAll(PLANNER.lint().findings());
    }

    @Test
    void doesNotConcernPoliciesWithoutDisclosure() {
      assertThat(DisclosurePlanner.of(Policies.pvcViewer()).lint().findings()).isEmpty();
    }

    @Test
    void passesWhereTheAdvisoryWaits() {
      SecurityPolicy patient =
          SecurityPolicy.named("patient")
              .disclosure(
                  plan ->
                      plan.and(row(DayRange.days(0, 14), Phase.FIX))
                          .and(row(DayRange.day(14), Phase.RELEASE_AND_ADVISORY))
                          .and(row(DayRange.from(14), Phase.PUBLIC_DISCLOSURE))
                          .grace(Period.days(7)))
              .build();

      assertThat(DisclosurePlanner.of(patient).lint().findings()).isEmpty();
    }

    private static TimelineRow row(DayRange days, Phase phase) {
      return TimelineRow.of(days, phase);
    }
  }

  @Nested
  class Announcements {

    private static final DisclosureCase FIXED = with(FIX_RELEASED, "2026-11-10T10:00Z");
    private static final Milestone NOTES = Milestone.of("announced-release-notes");
    private static final Milestone CHAT = Milestone.of("announced-chat");

    @Test
    void waitForTheFixAndThenHaveNoDate() {
      assertThat(step(REPORTED_CASE, REPORT, CHAT).waitsFor()).contains(FIX_RELEASED);
      assertThat(step(FIXED, "2026-11-10T12:00Z", CHAT).deadline())
          .isEqualTo(new Deadline.None("no date was promised"));
      assertThat(step(FIXED, "2026-11-10T12:00Z", CHAT).state()).isEqualTo(State.OPEN);
    }

    @Test
    void theNpmAdvisoryIsOwedOnlyIfItApplies() {
      Milestone npm = Milestone.of("announced-npm-advisory");
      Instant decided = at("2026-11-10T11:00Z");

      assertThat(step(FIXED, "2026-11-10T12:00Z", npm).waitsFor()).contains(Fact.STEP_APPLIES);
      assertThat(
              step(FIXED.with(Fact.applies(npm.name(), decided)), "2026-11-10T12:00Z", npm).state())
          .isEqualTo(State.OPEN);
      assertThat(
              step(FIXED.with(Fact.doesNotApply(npm.name(), decided)), "2026-11-10T12:00Z", npm)
                  .state())
          .isEqualTo(State.NOT_APPLICABLE);
    }

    @ParameterizedTest
    @CsvSource({
      "'## Security: fixes CVE-2026-1', PASS",
      "'security fix for path traversal', PASS",
      "'Bug fixes', FAIL",
      ", INCONCLUSIVE",
    })
    void releaseNotesMustMarkTheSecurityFix(String text, Verdict verdict) {
      Fact made = Fact.of(NOTES, at("2026-11-10T11:00Z"));
      DisclosureCase announced = FIXED.with(text == null ? made : made.with("text", text));
      Plan plan = PLANNER.plan(announced, at("2026-11-10T12:00Z"));

      assertThat(verdict(plan, "announcement-marks-security-fix", NOTES)).isEqualTo(verdict);
    }

    @Test
    void releaseNotesThatAreNotWrittenMarkNothing() {
      assertThat(
              verdict(
                  PLANNER.plan(FIXED, at("2026-11-10T12:00Z")),
                  "announcement-marks-security-fix",
                  NOTES))
          .isEqualTo(Verdict.NOT_APPLICABLE);
    }

    @Test
    void saysWhichWordsAreMissing() {
      DisclosureCase announced =
          FIXED.with(Fact.of(NOTES, at("2026-11-10T11:00Z")).with("text", "Bug fixes"));

      assertThat(
              findings(
                  PLANNER.plan(announced, at("2026-11-10T12:00Z")),
                  "announcement-marks-security-fix"))
          .containsExactly(
              "Case TK-1, step announced-release-notes: does not mark the security fix: its text"
                  + " does not contain \"Security\"");
    }

    @Test
    void whetherAnInvitationWorksCannotBeToldFromHere() {
      Plan plan = PLANNER.plan(FIXED, at("2026-11-10T12:00Z"));

      assertThat(findings(plan, "announcement-address-works"))
          .containsExactly(
              "Case TK-1, step announced-chat: cannot be decided without a fact address-checked"
                  + " about it");
      assertThat(verdict(plan, "announcement-address-works", CHAT)).isEqualTo(Verdict.INCONCLUSIVE);
    }

    @ParameterizedTest
    @CsvSource({"true, PASS", "false, INCONCLUSIVE"})
    void somebodyMayHaveTriedIt(boolean works, Verdict verdict) {
      DisclosureCase checked =
          FIXED.with(Fact.addressChecked("chat", works, at("2026-11-10T11:00Z")));

      assertThat(
              verdict(
                  PLANNER.plan(checked, at("2026-11-10T12:00Z")),
                  "announcement-address-works",
                  CHAT))
          .isEqualTo(verdict);
    }
  }
}
