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
      return Optional.empty();
    }
    String kind = decision ? "a step that is owed only where it applies" : "a step of the policy";
    return Optional.of(
        new Problem(
            fact.declaredAt(),
            "detail step of %s must be %s, one of %s%s"
                .formatted(fact.what(), kind, all, Names.perhaps(named.get(), all)),
            "was \"%s\"".formatted(named.get())));
  }
}
