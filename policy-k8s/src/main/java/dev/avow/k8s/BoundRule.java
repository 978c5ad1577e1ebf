package dev.avow.k8s;

import dev.avow.k8s.rule.Targets;
import dev.avow.policy.finding.Partial;
import dev.avow.policy.finding.RuleDescription;
import dev.avow.policy.rule.Bindings;
import dev.avow.policy.rule.Judgement;
import dev.avow.policy.rule.Rule;
import dev.avow.policy.rule.Settings;
import dev.avow.policy.rule.Target;

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

  /** Adds what the rule says of each of its targets. */
  void judge(Targets targets, Partial.Builder into) {
    for (T target : targets.all(rule.scope())) {
      judge(target, into);
    }
  }

  private void judge(T target, Partial.Builder into) {
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
