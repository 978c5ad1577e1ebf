package dev.avow.k8s;

import dev.avow.k8s.rule.GroupKey;
import dev.avow.k8s.rule.Observed;
import dev.avow.policy.finding.Partial;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.stream.Stream;

/** Brings the facts of one run together by their groups; not thread-safe. */
final class Gathering {

  private final SortedMap<GroupKey, List<Observed<?>>> groups = new TreeMap<>();
  private long inspections;

  /** Takes the facts and returns the rest. */
  Partial add(Inspection inspection) {
    inspections++;
    inspection
        .facts()
        .forEach((key, facts) -> groups.computeIfAbsent(key, n -> new ArrayList<>()).addAll(facts));
    return inspection.partial();
  }

  /** Returns what {@code judge} says of each group, one by one. */
  Stream<Partial> judge(BiFunction<GroupKey, List<Observed<?>>, Partial> judge) {
    return groups.entrySet().stream().map(group -> judge.apply(group.getKey(), group.getValue()));
  }

  @Override
  public String toString() {
    return "%d manifests, %d groups".formatted(inspections, groups.size());
  }
}
