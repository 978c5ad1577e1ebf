package dev.avow.disclosure;

import dev.avow.policy.finding.Evaluation;
import dev.avow.policy.finding.Subject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * The plans of many cases at one instant: what is next, what is overdue, what is due soon.
 *
 * <pre>{@code
 * Portfolio all = Portfolio.of(planner, cases, now);
 * all.overdue();
 * policy.gate().decide(all.evaluation(), today);
 * }</pre>
 *
 * <p>A case that cannot be planned costs itself only, and is told. Immutable.
 */
public final class Portfolio {

  /**
   * A step of one of the cases.
   *
   * @param plan the plan of the case
   * @param step the step
   */
  public record Item(Plan plan, Step step) {
    /** Returns the name of the case. */
    public String caseId() {
      return plan.disclosureCase().id();
    }

    /** Returns case and step, and nothing that is confidential. */
    @Override
    public String toString() {
      return caseId() + ": " + step;
    }
  }

  /**
   * A case that cannot be planned.
   *
   * @param caseId its name
   * @param reason why not
   */
  public record Unplanned(String caseId, CaseException reason) {}

  private static final Comparator<Item> BY_DUE =
      Comparator.comparing((Item item) -> item.step().due().orElse(Instant.MAX))
          .thenComparing(Item::caseId);

  private final List<Plan> plans;
  private final List<Unplanned> unplanned;

  private Portfolio(List<Plan> plans, List<Unplanned> unplanned) {
    this.plans = List.copyOf(plans);
    this.unplanned = List.copyOf(unplanned);
  }

  /** Plans all of {@code cases} as seen at {@code now}. */
  public static Portfolio of(
      DisclosurePlanner planner, Iterable<DisclosureCase> cases, Instant now) {
    List<Plan> plans = new ArrayList<>();
    List<Unplanned> unplanned = new ArrayList<>();
    for (DisclosureCase theCase : cases) {
      try {
        plans.add(planner.plan(theCase, now));
      } catch (CaseException refused) {
        unplanned.add(new Unplanned(theCase.id(), refused));
      }
    }
    return new Portfolio(plans, unplanned);
  }

  /** Returns the plans, in the order of the cases. */
  public List<Plan> plans() {
    return plans;
  }

  /** Returns the cases that cannot be planned. */
  public List<Unplanned> unplanned() {
    return unplanned;
  }

  /** Returns the step that is due first and not overdue, of all cases. */
  public Optional<Item> next() {
    return items(plan -> plan.next().stream()).findFirst();
  }

  /** Returns what is overdue, the step that was due first at the head. */
  public List<Item> overdue() {
    return items(plan -> plan.overdue().stream()).toList();
  }

  /** Returns what is due within {@code time} and not overdue, earliest first. */
  public List<Item> dueWithin(Duration time) {
    return items(plan -> plan.dueWithin(time).stream()).toList();
  }

  private Stream<Item> items(Function<Plan, Stream<Step>> steps) {
    return plans.stream()
        .flatMap(plan -> steps.apply(plan).map(step -> new Item(plan, step)))
        .sorted(BY_DUE);
  }

  /** Returns the same as verdicts and findings, so that a gate can decide on all of it. */
  public Evaluation evaluation() {
    Verdicts refused = new Verdicts();
    for (Unplanned one : unplanned) {
      Subject subject = Subject.of("Case").with("case", one.caseId());
      one.reason()
          .problems()
          .forEach(
              problem ->
                  refused.missing(
                      PlanRules.PLANNABLE, subject, problem.at(), "a valid case: " + problem));
    }
    return Evaluation.sum(
        Stream.concat(
            plans.stream().map(Plan::evaluation),
            Stream.of(Evaluation.of(PlanRules.ALL, Stream.of(refused.build())))));
  }

  /** Returns how many cases there are. */
  @Override
  public String toString() {
    return "%d plans, %d cases that cannot be planned".formatted(plans.size(), unplanned.size());
  }
}
