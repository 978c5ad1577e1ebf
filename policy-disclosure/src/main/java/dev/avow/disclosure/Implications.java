package dev.avow.disclosure;

import dev.avow.policy.commitment.Milestone;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Which milestones have happened, at the latest, when others do: a fix that is released is ready,
 * and who shares a plan has answered, and a report that came in was a contact.
 */
final class Implications {

  private static final Map<Milestone, Set<Milestone>> BROUGHT_BY =
      Map.of(
          Milestone.FIRST_CONTACT, Set.of(Milestone.FIRST_CONTACT, Milestone.REPORTED),
          Milestone.ACKNOWLEDGED, Set.of(Milestone.ACKNOWLEDGED, Milestone.PLAN_SHARED),
          Milestone.TRIAGED,
              Set.of(
                  Milestone.TRIAGED,
                  Milestone.CONFIRMED,
                  Milestone.REJECTED,
                  Milestone.DUPLICATE,
                  Milestone.ACCEPTED,
                  Milestone.DEFERRED),
          Milestone.CONFIRMED, Set.of(Milestone.CONFIRMED, Milestone.ACCEPTED, Milestone.DEFERRED),
          Milestone.FIX_READY, Set.of(Milestone.FIX_READY, Milestone.FIX_RELEASED));

  /** The same the other way round. */
  private static final Map<Milestone, Set<Milestone>> BRINGS = reverse();

  private Implications() {}

  private static Map<Milestone, Set<Milestone>> reverse() {
    Map<Milestone, Set<Milestone>> brings = new HashMap<>();
    BROUGHT_BY.forEach(
        (milestone, all) -> {
          for (Milestone what : all) {
            brings.computeIfAbsent(what, any -> new TreeSet<>(Set.of(any))).add(milestone);
          }
        });
    return Map.copyOf(brings);
  }

  /** Returns {@code milestone} and all that bring it about. */
  static Set<Milestone> of(Milestone milestone) {
    Set<Milestone> all = BROUGHT_BY.get(milestone);
    return all == null ? Set.of(milestone) : all;
  }

  /** Returns which of {@code facts}, in the order of time, was the first to bring what about. */
  static Map<Milestone, Fact> first(List<Fact> facts) {
    Map<Milestone, Fact> first = new HashMap<>();
    for (Fact fact : facts) {
      brings(fact.what()).forEach(milestone -> first.putIfAbsent(milestone, fact));
      for (Milestone also : fact.also()) {
        brings(also).forEach(milestone -> first.putIfAbsent(milestone, fact));
      }
    }
    return first;
  }

  private static Set<Milestone> brings(Milestone what) {
    return BRINGS.getOrDefault(what, Set.of(what));
  }

  /** Returns whether {@code fact} brings {@code milestone} about. */
  static boolean brings(Fact fact, Milestone milestone) {
    Set<Milestone> all = of(milestone);
    return all.contains(fact.what()) || fact.also().stream().anyMatch(all::contains);
  }
}
