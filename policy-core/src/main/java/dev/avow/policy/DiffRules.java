package dev.avow.policy;

import dev.avow.policy.finding.RuleId;
import dev.avow.policy.hardening.HardeningProfile;
import dev.avow.policy.hardening.RuleSetting;
import dev.avow.policy.rule.Declaration;
import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;

/** Tells in what two policies differ that they say of single rules. */
final class DiffRules {

  private final HardeningProfile before;
  private final HardeningProfile after;
  private final Map<RuleId, Declaration> known = new TreeMap<>();
  private final Consumer<PolicyChange> changes;

  DiffRules(
      HardeningProfile before,
      HardeningProfile after,
      Collection<? extends Declaration> rules,
      Consumer<PolicyChange> changes) {
    this.before = before;
    this.after = after;
    rules.forEach(rule -> known.put(rule.description().id(), rule));
    this.changes = changes;
  }

  /** Tells it, of a policy that does not name a rule at the side of {@code place} that is its. */
  void run(DiffPlace place) {
    TreeSet<RuleId> named = new TreeSet<>(before.rules().keySet());
    named.addAll(after.rules().keySet());
    for (RuleId rule : named) {
      RuleSetting one = before.rules().getOrDefault(rule, RuleSetting.at(place.before().at()));
      RuleSetting other = after.rules().getOrDefault(rule, RuleSetting.at(place.after().at()));
      if (!one.equals(other)) {
        RuleSide formerly = new RuleSide(one, before);
        new DiffRule(rule, formerly, new RuleSide(other, after), known.get(rule), changes).run();
      }
    }
  }

  /**
   * What one of the policies says of a rule.
   *
   * @param said what it says; an empty setting if it says nothing
   * @param profile all that it promises about running things
   */
  record RuleSide(RuleSetting said, HardeningProfile profile) {}
}
