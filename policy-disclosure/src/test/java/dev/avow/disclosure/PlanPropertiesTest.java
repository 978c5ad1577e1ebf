package dev.avow.disclosure;

import static dev.avow.disclosure.Policies.at;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.avow.disclosure.Step.State;
import dev.avow.policy.PolicyBuilder;
import dev.avow.policy.SecurityPolicy;
import dev.avow.policy.commitment.Commitment;
import dev.avow.policy.commitment.DayRange;
import dev.avow.policy.commitment.Deadline;
import dev.avow.policy.commitment.Milestone;
import dev.avow.policy.commitment.Period;
import dev.avow.policy.commitment.Roll;
import dev.avow.policy.commitment.SeverityCondition;
import dev.avow.policy.commitment.WorkingCalendar;
import dev.avow.policy.finding.Severity;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What holds of every plan, tried on policies and cases made from seeds. */
class PlanPropertiesTest {

  private static final List<Milestone> MILESTONES =
      List.of(
          Milestone.ACKNOWLEDGED,
          Milestone.TRIAGED,
          Milestone.CONFIRMED,
          Milestone.PLAN_SHARED,
          Milestone.EXPLOITATION_KNOWN,
          Milestone.FIX_READY,
          Milestone.FIX_RELEASED,
          Milestone.ADVISORY_PUBLISHED,
          Milestone.PUBLIC,
          Milestone.of("customers-told"));

  private static final List<String> ZONES =
      List.of("UTC", "Europe/Berlin", "America/New_York", "Africa/Cairo", "Pacific/Apia");

  static LongStream seeds() {
    return LongStream.range(0, 300);
  }

  /** Makes policies and cases of a seed. */
  private static final class Maker {

    private final Random random;

    Maker(long seed) {
      random = new Random(seed);
    }

    <T> T one(List<T> of) {
      return of.get(random.nextInt(of.size()));
    }

    SecurityPolicy policy() {
      if (random.nextInt(4) == 0) {
        return random.nextBoolean() ? Policies.typekro() : Policies.pvcViewer();
      }
      PolicyBuilder policy =
          SecurityPolicy.named("made").calendar(WorkingCalendar.of(ZoneId.of(one(ZONES))));
      int promises = 1 + random.nextInt(8);
      for (int i = 0; i < promises; i++) {
        policy.commitTo(commitment().called("promise-" + i));
      }
      return policy.build();
    }

    private Commitment commitment() {
      List<Milestone> starts = new ArrayList<>(MILESTONES);
      starts.add(Milestone.REPORTED);
      starts.add(Milestone.REPORTED);
      Commitment promise =
          Commitment.to(one(MILESTONES)).after(one(starts)).rolling(one(List.of(Roll.values())));
      if (random.nextInt(3) == 0) {
        promise = promise.when(SeverityCondition.atLeast(one(List.of(Severity.values()))));
      }
      Period period = new Period(random.nextInt(60), one(List.of(Period.Unit.values())));
      return switch (random.nextInt(6)) {
        case 0 -> promise;
        case 1 -> promise.notBefore(period);
        case 2 -> promise.about(period);
        case 3 -> promise.within(period).bestEffort();
        case 4 -> promise.during(DayRange.days(period.amount(), period.amount() + 3));
        default -> promise.within(period);
      };
    }

    DisclosureCase reported() {
      Instant report = at("2026-01-01T00:00Z").plus(Duration.ofMinutes(random.nextInt(600_000)));
      return DisclosureCase.open("made").with(Fact.of(Milestone.REPORTED, report));
    }

    DisclosureCase theCase(Plan plan) {
      DisclosureCase theCase = plan.disclosureCase();
      int facts = random.nextInt(6);
      for (int i = 0; i < facts; i++) {
        theCase = theCase.with(fact(plan, last(theCase)));
      }
      return theCase;
    }

    Fact fact(Plan plan, Instant last) {
      Instant when = last.plus(Duration.ofMinutes(random.nextInt(20_000)));
      return switch (random.nextInt(6)) {
        case 0 -> Fact.severity(one(List.of(Severity.values())), when);
        case 1 -> Fact.extended(one(plan.steps()).id(), when.plus(Duration.ofDays(9)), when);
        case 2 -> Fact.of(Milestone.of("something-else"), when);
        default -> Fact.of(one(MILESTONES), when);
      };
    }
  }

  private static Instant last(DisclosureCase theCase) {
    return theCase.facts().get(theCase.facts().size() - 1).at();
  }

  private static Map<String, Deadline> deadlines(Plan plan) {
    return plan.steps().stream().collect(Collectors.toMap(Step::id, Step::deadline));
  }

  private static boolean dependsOn(Step step, Fact fact) {
    return step.dependsOn().contains(fact.what())
        && fact.detail("step").filter(named -> !named.equals(step.id())).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void addingAFactNeverMovesAStepThatDoesNotDependOnIt(long seed) {
    Maker maker = new Maker(seed);
    DisclosurePlanner planner = DisclosurePlanner.of(maker.policy());
    DisclosureCase reported = maker.reported();
    DisclosureCase before = maker.theCase(planner.plan(reported, last(reported)));
    Plan planned = planner.plan(before, last(before));
    Fact fact = maker.fact(planned, last(before));

    Map<String, Deadline> after = deadlines(planner.plan(before.with(fact), fact.at()));

    assertThat(planned.steps())
        .filteredOn(step -> !dependsOn(step, fact))
        .allSatisfy(step -> assertThat(after).containsEntry(step.id(), step.deadline()));
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void deadlinesDoNotDependOnNow(long seed) {
    Maker maker = new Maker(seed);
    DisclosurePlanner planner = DisclosurePlanner.of(maker.policy());
    DisclosureCase reported = maker.reported();
    DisclosureCase theCase = maker.theCase(planner.plan(reported, last(reported)));

    assertThat(deadlines(planner.plan(theCase, last(theCase).plus(Duration.ofDays(400)))))
        .isEqualTo(deadlines(planner.plan(theCase, last(theCase))));
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void planningTwiceGivesTheSame(long seed) {
    Maker maker = new Maker(seed);
    SecurityPolicy policy = maker.policy();
    DisclosureCase reported = maker.reported();
    DisclosureCase theCase =
        maker.theCase(DisclosurePlanner.of(policy).plan(reported, last(reported)));
    Instant now = last(theCase).plus(Duration.ofDays(10));

    Plan one = DisclosurePlanner.of(policy).plan(theCase, now);
    Plan two = DisclosurePlanner.of(policy).plan(theCase, now);

    assertThat(text(one)).isEqualTo(text(two));
    assertThat(json(one)).isEqualTo(json(two));
    assertThat(one.evaluation()).isEqualTo(two.evaluation());
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void withoutNewFactsStatesOnlyGoForward(long seed) {
    Maker maker = new Maker(seed);
    DisclosurePlanner planner = DisclosurePlanner.of(maker.policy());
    DisclosureCase reported = maker.reported();
    DisclosureCase theCase = maker.theCase(planner.plan(reported, last(reported)));
    Plan sooner =
        planner.plan(theCase, last(theCase).plus(Duration.ofHours(maker.random.nextInt(900))));
    Plan later =
        planner.plan(theCase, sooner.now().plus(Duration.ofHours(maker.random.nextInt(900))));

    assertThat(sooner.steps())
        .allSatisfy(
            step -> {
              State then = later.step(step.id()).orElseThrow().state();
              boolean toDo = !step.state().isSettled() && step.state() != State.WAITING;
              if (toDo) {
                assertThat(then).isGreaterThanOrEqualTo(step.state());
              } else {
                assertThat(then).isEqualTo(step.state());
              }
            });
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void aCaseReadsBackAsItIsWritten(long seed) {
    Maker maker = new Maker(seed);
    DisclosurePlanner planner = DisclosurePlanner.of(maker.policy());
    DisclosureCase reported = maker.reported();
    DisclosureCase theCase = maker.theCase(planner.plan(reported, last(reported)));

    assertThat(DisclosureCase.parse(theCase.toYaml())).isEqualTo(theCase);
    assertThat(DisclosureCase.parse(theCase.toJson())).isEqualTo(theCase);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void aFactOutOfOrderIsRefused(long seed) {
    Maker maker = new Maker(seed);
    DisclosurePlanner planner = DisclosurePlanner.of(maker.policy());
    DisclosureCase reported = maker.reported();
    DisclosureCase theCase = maker.theCase(planner.plan(reported, last(reported)));
    Fact early = Fact.of(maker.one(MILESTONES), last(theCase).minusNanos(1));

    assertThatExceptionOfType(CaseException.class)
        .isThrownBy(() -> theCase.with(early))
        .withMessageContaining("%s must not be before", early.what());
    assertThat(theCase.facts()).isSortedAccordingTo(Comparator.comparing(Fact::at));
  }

  private static String text(Plan plan) {
    StringBuilder text = new StringBuilder();
    PlanReport.text(plan, text);
    return text.toString();
  }

  private static String json(Plan plan) {
    StringBuilder json = new StringBuilder();
    PlanReport.json(plan, json);
    return json.toString();
  }
}
