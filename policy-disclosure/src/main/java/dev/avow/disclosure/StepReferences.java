package dev.avow.disclosure;

import dev.avow.disclosure.regime.Regimes;
import dev.avow.policy.finding.Names;
import dev.avow.policy.finding.Problem;
import java.util.List;
import java.util.Optional;

/** Checks that facts about steps name steps that the policy promises. */
final class StepReferences {

  private StepReferences() {}

  /** Returns that {@code fact} names a step that it cannot be about. */
  static Optional<Problem> problem(Fact fact, Promises promises) {
    Optional<String> named = fact.detail("step");
    boolean decision = CaseChecks.isDecision(fact);
    if (named.isEmpty() || !(decision || fact.what().equals(Fact.EXTENSION_AGREED))) {
      return Optional.empty();
    }
    if (isOfAnotherPlan(fact, promises)) {
      return Optional.empty();
    }
    List<String> all =
        promises.steps().stream()
            .filter(step -> !decision || step.conditional())
            .map(StepPromise::id)
            .toList();
    if (all.contains(named.get())) {
      return decision ? Optional.empty() : owner(fact, promises);
    }
    String kind = decision ? "a step that is owed only where it applies" : "a step of the policy";
    return wrong(fact, "step", kind, named.get(), all);
  }

  /** A case can be planned under other regimes than the one with which something was agreed. */
  private static boolean isOfAnotherPlan(Fact fact, Promises promises) {
    return fact.detail("of")
        .filter(owner -> !owners(promises.steps()).contains(owner))
        .flatMap(Regimes::named)
        .isPresent();
  }

  /**
   * Returns that {@code fact} is about a promise that nobody gave, or somebody who was not asked.
   */
  private static Optional<Problem> owner(Fact fact, Promises promises) {
    Optional<String> step = fact.detail("step");
    List<String> all =
        owners(
            promises.steps().stream()
                .filter(promise -> step.filter(promise.id()::equals).isPresent())
                .toList());
    List<String> regimes = all.stream().filter(owner -> !owner.equals(Owed.POLICY)).toList();
    if (fact.detail("of").isEmpty() && !all.contains(Owed.POLICY)) {
      return Optional.of(
          new Problem(
              fact.declaredAt(),
              "detail of of %s must be a regime that asks for %s, one of %s"
                  .formatted(fact.what(), step.orElse(""), regimes),
              "is not set"));
    }
    return fact.detail("of")
        .filter(owner -> !regimes.contains(owner))
        .flatMap(owner -> wrong(fact, "of", "a regime of the plan", owner, regimes));
  }

  private static List<String> owners(List<StepPromise> steps) {
    return steps.stream()
        .flatMap(step -> step.owed().stream())
        .map(Owed::owner)
        .distinct()
        .toList();
  }

  private static Optional<Problem> wrong(
      Fact fact, String detail, String kind, String found, List<String> all) {
    return Optional.of(
        new Problem(
            fact.declaredAt(),
            "detail %s of %s must be %s, one of %s%s"
                .formatted(detail, fact.what(), kind, all, Names.perhaps(found, all)),
            "was \"%s\"".formatted(found)));
  }
}
