package dev.avow.k8s;

import dev.avow.k8s.rule.GroupKey;
import dev.avow.k8s.rule.Observed;
import dev.avow.policy.finding.Partial;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What came of looking at one manifest: what could be judged at once, and facts for rules that have
 * to see more.
 *
 * @param partial verdicts and findings
 * @param facts the facts by the group to which they must be brought
 */
public record Inspection(Partial partial, SortedMap<GroupKey, List<Observed<?>>> facts)
    implements Serializable {

  /** Creates an inspection; the facts are copied. */
  public Inspection {
    facts = Collections.unmodifiableSortedMap(copy(facts));
  }

  /** Lists are copied into one that every serialisation framework can take. */
  private static TreeMap<GroupKey, List<Observed<?>>> copy(Map<GroupKey, List<Observed<?>>> facts) {
    TreeMap<GroupKey, List<Observed<?>>> copy = new TreeMap<>();
    facts.forEach(
        (key, observed) -> copy.put(key, Collections.unmodifiableList(new ArrayList<>(observed))));
    return copy;
  }
}
