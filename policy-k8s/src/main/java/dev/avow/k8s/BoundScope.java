package dev.avow.k8s;

import dev.avow.k8s.rule.Targets;
import dev.avow.policy.finding.Partial;
import dev.avow.policy.rule.Scope;
import dev.avow.policy.rule.Target;
import java.util.List;

/**
 * The rules of one scope, asked together, so that a resource without such targets costs nothing.
 *
 * @param <T> the type of the targets
 */
record BoundScope<T extends Target>(Scope<T> scope, List<BoundRule<T>> rules) {

  static <T extends Target> BoundScope<T> of(Scope<T> scope, List<BoundRule<?>> all) {
    return new BoundScope<>(scope, all.stream().flatMap(rule -> rule.of(scope).stream()).toList());
  }

  /** Adds what the rules say of each target. */
  void judge(Targets targets, Partial.Builder into) {
    for (T target : targets.all(scope)) {
      for (BoundRule<T> rule : rules) {
        rule.judge(target, into);
      }
    }
  }
}
