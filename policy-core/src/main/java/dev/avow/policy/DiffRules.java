package dev.avow.policy;

import dev.avow.policy.finding.Location;
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

  void run() {
    TreeSet<RuleId> named = new TreeSet<>(before.rules().keySet());
    named.addAll(after.rules().keySet());
    for (RuleId rule : named) {
      RuleSetting one = before.rules().getOrDefault(rule, unsaid(before));
      RuleSetting other = after.rules().getOrDefault(rule, unsaid(after));
      if (!one.equals(other)) {
        RuleSide formerly = new RuleSide(one, before);
        new DiffRule(rule, formerly, new RuleSide(other, after), known.get(rule), changes).run();
      }
    }
  }

  /** What one policy does not name has its nearest place where its other rules are said. */
  private static RuleSetting unsaid(HardeningProfile silent) {
    Location near =
        silent.rules().values().stream()
            .map(RuleSetting::declaredAt)
            .findFirst()
            .orElse(Require.IN_CODE);
    return RuleSetting.at(near);
  }

  /**
   * What one of the policies says of a rule.
   *
   * @param said what it says; an empty setting if it says nothing
   * @param profile all that it promises about running things
   */
  record RuleSide(RuleSetting said, HardeningProfile profile) {}
}
