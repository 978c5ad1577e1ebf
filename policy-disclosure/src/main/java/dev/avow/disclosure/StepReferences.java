package dev.avow.disclosure;

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

  /** Returns that {@code fact} is about the promise of somebody whom nobody asked. */
  private static Optional<Problem> owner(Fact fact, Promises promises) {
    Optional<String> named = fact.detail("of");
    List<String> all =
        promises.steps().stream()
            .flatMap(step -> step.owed().stream())
            .map(Owed::owner)
            .filter(owner -> !owner.equals(Owed.POLICY))
            .distinct()
            .toList();
    return named
        .filter(owner -> !all.contains(owner))
        .flatMap(owner -> wrong(fact, "of", "a regime of the plan", owner, all));
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
