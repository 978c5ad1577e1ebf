package dev.avow.policy.rule;

import dev.avow.policy.finding.RuleDescription;
import java.util.List;

/** A rule of whatever kind, as far as a policy has to do with it. */
public interface Declaration {

  /** Returns what reports and documentation say of the rule. */
  RuleDescription description();

  /** Returns when the rule is on without being named. */
  Activation activation();

  /** Returns what a policy cannot say to the rule at once; none, unless declared. */
  default List<Conflict> conflicts() {
    return List.of();
  }
}
