package dev.avow.k8s;

import dev.avow.k8s.rule.Facts;
import dev.avow.k8s.rule.Group;
import dev.avow.k8s.rule.GroupKey;
import dev.avow.k8s.rule.GroupRule;
import dev.avow.k8s.rule.Observed;
import dev.avow.policy.finding.Location;
import dev.avow.policy.finding.Partial;
import dev.avow.policy.finding.RuleDescription;
import dev.avow.policy.finding.Subject;
import dev.avow.policy.rule.Bindings;
import dev.avow.policy.rule.Judgement;
import dev.avow.policy.rule.Settings;
import java.util.List;
import java.util.Map;

/** A group rule with what the policy says to it. */
record BoundGroupRule(
    GroupRule rule, RuleDescription description, Settings settings, Mishaps mishaps) {

  static BoundGroupRule of(GroupRule rule, Bindings bindings, Mishaps mishaps) {
    RuleDescription description = bindings.description(rule.description().id());
    return new BoundGroupRule(rule, description, bindings.settings(description.id()), mishaps);
  }

  List<Facts<?>> needs() {
    return rule.needs();
  }

  boolean judges(GroupKey key) {
    return rule.judges(key);
  }

  /** Adds what the rule says of the subjects in {@code group}. */
  void judge(Group group, Partial.Builder into) {
    Map<Subject, Judgement> judgements;
    try {
      judgements = rule.judge(group, settings, description.severity());
    } catch (RuntimeException | StackOverflowError broken) {
      into.finding(mishaps.ofRule(description, group.key().subject(), place(group), broken));
      return;
    }
    judgements.forEach(
        (subject, judgement) -> {
          into.verdict(description.id(), subject, judgement.verdict());
          judgement.findings().forEach(into::finding);
        });
  }

  private static Location place(Group group) {
    return group.all().stream()
        .findFirst()
        .<Location>map(Observed::location)
        .orElseGet(() -> Location.in("(no facts)"));
  }
}
