package dev.avow.policy.finding;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** Puts findings of several parts together: sorted, each once, sharing what they have in common. */
final class Findings {

  private final Pool pool;
  private final List<Finding> all = new ArrayList<>();

  Findings(Pool pool) {
    this.pool = pool;
  }

  void addAll(Collection<Finding> findings) {
    findings.forEach(finding -> all.add(finding.sharing(pool)));
  }

  List<Finding> sorted() {
    all.sort(null);
    List<Finding> distinct = new ArrayList<>();
    for (Finding finding : all) {
      if (distinct.isEmpty() || !distinct.get(distinct.size() - 1).equals(finding)) {
        distinct.add(finding);
      }
    }
    return List.copyOf(distinct);
  }
}
