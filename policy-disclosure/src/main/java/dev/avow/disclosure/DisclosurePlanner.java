package dev.avow.disclosure;

import dev.avow.policy.SecurityPolicy;
import dev.avow.policy.finding.Evaluation;
import dev.avow.policy.finding.Problem;
import java.time.Duration;
import java.time.Instant;
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

  private final Promises promises;
  private final Duration soon;

  private DisclosurePlanner(Promises promises, Duration soon) {
    this.promises = promises;
    this.soon = soon;
  }

  /** Returns the planner of cases under {@code policy}. */
  public static DisclosurePlanner of(SecurityPolicy policy) {
    return of(PolicyPromises.of(policy));
  }

  static DisclosurePlanner of(Promises promises) {
    return new DisclosurePlanner(promises, DUE_SOON);
  }

  /** Returns this planner with steps due soon from {@code before} their deadline on. */
  public DisclosurePlanner dueSoon(Duration before) {
    if (before.isNegative()) {
      throw new IllegalArgumentException("due soon must be 0 or more but was %s".formatted(before));
    }
    return new DisclosurePlanner(promises, before);
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
    Assessment assessment = new Assessment(theCase, now, soon);
    List<Step> steps =
        promises.steps().stream().map(promise -> step(promise, theCase, assessment)).toList();
    return new Plan(promises, theCase, now, steps);
  }

  private Step step(StepPromise promise, DisclosureCase theCase, Assessment assessment) {
    Clocks clocks = Clocks.of(promise, theCase, promises.calendar());
    return new Step(promise, clocks, assessment.of(promise, clocks));
  }
}
