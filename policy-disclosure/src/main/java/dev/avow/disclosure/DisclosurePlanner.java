package dev.avow.disclosure;

import dev.avow.disclosure.regime.Regime;
import dev.avow.policy.SecurityPolicy;
import dev.avow.policy.finding.Evaluation;
import dev.avow.policy.finding.Problem;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Plans cases as a policy promises: a pure function of policy, case and instant.
 *
 * <pre>{@code
 * Plan plan = DisclosurePlanner.of(policy).plan(theCase, now);
 * }</pre>
 *
 * <p>Immutable and thread-safe; made once and shared.
 */
public final class DisclosurePlanner {

  /** How long before its deadline a step is due soon, unless set. */
  public static final Duration DUE_SOON = Duration.ofHours(24);

  private final SecurityPolicy policy;
  private final List<Regime> regimes;
  private final Promises promises;
  private final IntakeSteps intake;
  private final Duration soon;

  private DisclosurePlanner(SecurityPolicy policy, List<Regime> regimes, Duration soon) {
    this.policy = policy;
    this.regimes = List.copyOf(regimes);
    this.promises = PolicyPromises.of(policy, regimes);
    this.intake = new IntakeSteps(policy);
    this.soon = soon;
  }

  /** Returns the planner of cases under {@code policy}. */
  public static DisclosurePlanner of(SecurityPolicy policy) {
    return new DisclosurePlanner(policy, List.of(), DUE_SOON);
  }

  /**
   * Returns this planner with what {@code more} ask, too: of a step the earliest date binds,
   * whosever it is, and its plans have their steps in the order of their dates.
   *
   * @throws IllegalArgumentException if it plans under a regime of that name already
   */
  public DisclosurePlanner under(Regime... more) {
    List<Regime> all = new ArrayList<>(regimes);
    for (Regime regime : more) {
      if (all.stream().anyMatch(known -> known.name().equals(regime.name()))) {
        throw new IllegalArgumentException(
            "regimes must have different names but %s is there twice".formatted(regime.name()));
      }
      all.add(regime);
    }
    return new DisclosurePlanner(policy, all, soon);
  }

  /** Returns the regimes under which it plans, beside the policy. */
  public List<Regime> regimes() {
    return regimes;
  }

  /** Returns this planner with steps due soon from {@code before} their deadline on. */
  public DisclosurePlanner dueSoon(Duration before) {
    if (before.isNegative()) {
      throw new IllegalArgumentException("due soon must be 0 or more but was %s".formatted(before));
    }
    return new DisclosurePlanner(policy, regimes, before);
  }

  /** Returns what is wrong with the policy's promises themselves, whatever the case. */
  public Evaluation lint() {
    return Evaluation.of(PlanRules.ALL, Stream.of(promises.lint()));
  }

  /**
   * Returns what is to be done in {@code theCase}, as seen at {@code now}.
   *
   * @throws CaseException if a fact lies behind {@code now}, or one is about a step that the policy
   *     does not promise
   */
  public Plan plan(DisclosureCase theCase, Instant now) {
    List<Problem> problems =
        theCase.facts().stream()
            .flatMap(
                fact ->
                    Stream.concat(
                        CaseChecks.future(fact, now).stream(),
                        StepReferences.problem(fact, promises).stream()))
            .toList();
    if (!problems.isEmpty()) {
      throw new CaseException(problems);
    }
    Attribution facts = new Attribution(theCase, promises);
    StepMaker maker = new StepMaker(facts, promises.calendar(), now, soon);
    Stream<Step> steps =
        Stream.concat(intake.of(theCase).stream(), promises.steps().stream()).map(maker::of);
    return new Plan(promises, regimes, theCase, now, inOrder(steps).toList());
  }

  /** Under regimes the dates matter more than the usual order. */
  private Stream<Step> inOrder(Stream<Step> steps) {
    return regimes.isEmpty() ? steps : steps.sorted(Plan.BY_DUE);
  }
}
