package dev.avow.k8s;

import dev.avow.policy.finding.Partial;
import dev.avow.policy.finding.RuleDescription;
import dev.avow.policy.rule.Bindings;
import dev.avow.policy.rule.Judgement;
import dev.avow.policy.rule.Rule;
import dev.avow.policy.rule.Scope;
import dev.avow.policy.rule.Settings;
import dev.avow.policy.rule.Target;
import java.util.Optional;

/**
 * A rule with what the policy says to it.
 *
 * @param <T> the type of its targets
 */
record BoundRule<T extends Target>(
    Rule<T> rule, RuleDescription description, Settings settings, Mishaps mishaps) {

  static <T extends Target> BoundRule<T> of(Rule<T> rule, Bindings bindings, Mishaps mishaps) {
    RuleDescription description = bindings.description(rule.description().id());
    return new BoundRule<>(rule, description, bindings.settings(description.id()), mishaps);
  }

  /** Returns this rule as one of {@code wanted}, if it is. */
  @SuppressWarnings("unchecked") // equal scopes have targets of one type
  <S extends Target> Optional<BoundRule<S>> of(Scope<S> wanted) {
    return rule.scope().equals(wanted) ? Optional.of((BoundRule<S>) this) : Optional.empty();
  }

  /** Adds what the rule says of {@code target}. */
  void judge(T target, Partial.Builder into) {
    Judgement judgement;
    try {
      judgement = rule.judge(target, settings, description.severity());
    } catch (RuntimeException | StackOverflowError broken) {
      into.finding(
          mishaps.ofRule(description, target.subject(), target.place().location(), broken));
      return;
    }
    into.verdict(description.id(), target.subject(), judgement.verdict());
    judgement.findings().forEach(into::finding);
  }
}
