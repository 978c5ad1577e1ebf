package dev.avow.k8s;

import dev.avow.k8s.manifest.Resource;
import dev.avow.k8s.rule.Facts;
import dev.avow.k8s.rule.GroupKey;
import dev.avow.k8s.rule.Observed;
import dev.avow.k8s.rule.Targets;
import dev.avow.policy.finding.Partial;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Facts with the rules that need them, which decide the groups that they are brought to. */
record BoundFacts(Facts<?> facts, List<BoundGroupRule> neededBy, Mishaps mishaps) {

  /**
   * Adds what is observed in {@code resource}, or a finding for each rule that has to do without.
   */
  void observe(
      Resource resource,
      Targets targets,
      Map<GroupKey, List<Observed<?>>> into,
      Partial.Builder partial) {
    List<? extends Observed<?>> observed;
    try {
      observed = facts.about(targets);
    } catch (RuntimeException | StackOverflowError thrown) {
      for (BoundGroupRule rule : neededBy) {
        partial.finding(
            mishaps.ofFacts(
                rule.description(), facts, resource.subject(), resource.location(), thrown));
      }
      return;
    }
    if (observed.isEmpty()) {
      return;
    }
    for (GroupKey key : List.of(GroupKey.namespaceOf(resource.id()), new GroupKey.Everything())) {
      if (neededBy.stream().anyMatch(rule -> rule.judges(key))) {
        into.computeIfAbsent(key, none -> new ArrayList<>()).addAll(observed);
      }
    }
  }
}
