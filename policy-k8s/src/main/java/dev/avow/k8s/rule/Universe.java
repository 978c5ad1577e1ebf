package dev.avow.k8s.rule;

import dev.avow.k8s.network.Match;
import dev.avow.k8s.network.Residence;
import java.util.Collection;
import java.util.List;

/** Tells what is not there from what was only not given. */
final class Universe {

  private final boolean complete;
  private final List<Observed<OpaqueObject>> opaque;
  private final List<Residence> inhabited;
  private final String noun;

  /**
   * Creates a universe.
   *
   * @param inhabited where there is something of the kind that is looked for
   * @param noun what is looked for
   */
  Universe(Group group, GroupReporter report, Collection<Residence> inhabited, String noun) {
    this.complete = report.settings().get(SelectionRules.COMPLETE);
    this.opaque = group.all(NetworkFacts.OPAQUE);
    this.inhabited = inhabited.stream().distinct().toList();
    this.noun = noun;
  }

  /** Returns whether something that was not found in {@code home} may be there after all. */
  Match mayBeIn(Residence home) {
    if (complete) {
      return Match.of(false);
    }
    for (Observed<OpaqueObject> each : opaque) {
      if (!each.value().residence().reaches(home).fails()) {
        return Match.unknown("what is made for " + each.subject());
      }
    }
    return inhabited.stream().anyMatch(each -> !each.reaches(home).fails())
        ? Match.of(false)
        : Match.unknown("the " + noun + " of " + name(home));
  }

  private static String name(Residence home) {
    if (home instanceof Residence.Cluster) {
      return "other namespaces";
    }
    return home instanceof Residence.In in ? "the namespace " + in.namespace() : "its namespace";
  }
}
