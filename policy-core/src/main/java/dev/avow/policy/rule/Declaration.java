package dev.avow.policy.rule;

import dev.avow.policy.finding.RuleDescription;
import dev.avow.policy.hardening.HardeningProfile;
import dev.avow.policy.hardening.RuleSetting;
import java.util.List;
import java.util.Optional;

/** A rule of whatever kind, as far as a policy has to do with it. */
public interface Declaration {

  /** Returns what reports and documentation say of the rule. */
  RuleDescription description();

  /** Returns when the rule is on without being named. */
  Activation activation();

  /** Returns whether {@code policy} turns the rule on, by name or by what it promises. */
  default boolean isOn(HardeningProfile policy) {
    return Optional.ofNullable(policy.rules().get(description().id()))
        .flatMap(RuleSetting::on)
        .orElseGet(() -> activation().isOn(policy));
  }

  /** Returns what a policy cannot say to the rule at once; none, unless declared. */
  default List<Conflict> conflicts() {
    return List.of();
  }
}
