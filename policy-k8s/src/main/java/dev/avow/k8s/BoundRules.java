package dev.avow.k8s;

import static java.util.stream.Collectors.toSet;

import dev.avow.k8s.rule.Facts;
import dev.avow.k8s.rule.Group;
import dev.avow.k8s.rule.GroupRule;
import dev.avow.k8s.rule.Observed;
import dev.avow.k8s.rule.Targets;
import dev.avow.policy.rule.Bindings;
import dev.avow.policy.rule.Declaration;
import dev.avow.policy.rule.Rule;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** The rules that are on, of both kinds, and the facts that they need. */
record BoundRules(
    List<BoundScope<?>> scopes, List<BoundGroupRule> groupRules, List<BoundFacts> facts) {

  static BoundRules of(List<Declaration> rules, Bindings bindings) {
    Mishaps mishaps = new Mishaps();
    List<BoundRule<?>> single = new ArrayList<>();
    List<BoundGroupRule> groups = new ArrayList<>();
    for (Declaration rule : rules) {
      if (!bindings.isOn(rule.description().id())) {
        continue;
      }
      if (rule instanceof Rule<?> one) {
        single.add(BoundRule.of(one, bindings, mishaps));
      } else if (rule instanceof GroupRule one) {
        groups.add(BoundGroupRule.of(one, bindings, mishaps));
      }
    }
    return new BoundRules(scopes(single), List.copyOf(groups), facts(groups, mishaps));
  }

  private static List<BoundScope<?>> scopes(List<BoundRule<?>> rules) {
    List<BoundScope<?>> scopes = new ArrayList<>();
    Targets.scopes().forEach(scope -> scopes.add(BoundScope.of(scope, rules)));
    scopes.removeIf(scope -> scope.rules().isEmpty());
    return List.copyOf(scopes);
  }

  private static List<BoundFacts> facts(List<BoundGroupRule> rules, Mishaps mishaps) {
    Map<Facts<?>, List<BoundGroupRule>> neededBy = new LinkedHashMap<>();
    Map<String, Facts<?>> byName = new TreeMap<>();
    for (BoundGroupRule rule : rules) {
      for (Facts<?> facts : rule.needs()) {
        neededBy.computeIfAbsent(facts, none -> new ArrayList<>()).add(rule);
        Facts<?> namesake = byName.putIfAbsent(facts.name(), facts);
        if (namesake != null && namesake != facts) {
          throw new IllegalArgumentException(
              "facts of one evaluator must have different names but two are called %s"
                  .formatted(facts));
        }
      }
    }
    List<BoundFacts> bound = new ArrayList<>();
    neededBy.forEach((facts, by) -> bound.add(new BoundFacts(facts, List.copyOf(by), mishaps)));
    return List.copyOf(bound);
  }

  /** Refuses a group with facts that none of the rules needs. */
  void refuseUnknown(Group group) {
    Set<String> known = facts.stream().map(kind -> kind.facts().name()).collect(toSet());
    for (Observed<?> observed : group.all()) {
      if (!known.contains(observed.facts())) {
        throw new IllegalArgumentException(
            "facts must be among %s, which the rules here need, but were %s"
                .formatted(new TreeSet<>(known), observed.facts()));
      }
    }
  }
}
