package dev.avow.policy.repository;

import dev.avow.policy.CiChecks;
import dev.avow.policy.finding.RuleDescription;
import dev.avow.policy.rule.Activation;
import dev.avow.policy.rule.Declaration;
import dev.avow.policy.rule.Rule;
import java.util.function.Predicate;

/**
 * A rule that is on where the policy makes the promise that it checks, whatever its profile.
 *
 * @param rule the rule
 * @param promised whether a policy makes the promise
 */
record PromisedRule(Rule<?> rule, Predicate<CiChecks> promised) {

  /** Returns the rule as it is declared under {@code checks}. */
  Declaration under(CiChecks checks) {
    Activation activation = promised.test(checks) ? new Activation.Always() : rule.activation();
    return new Declared(rule.description(), activation);
  }

  private record Declared(RuleDescription description, Activation activation)
      implements Declaration {}
}
