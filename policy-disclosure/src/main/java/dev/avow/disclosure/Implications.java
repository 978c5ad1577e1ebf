package dev.avow.disclosure;

import dev.avow.policy.commitment.Milestone;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Which milestones have happened, at the latest, when others do: a fix that is released is ready,
 * and who shares a plan has answered.
 */
final class Implications {

  private static final Map<Milestone, List<Milestone>> BROUGHT_BY =
      Map.of(
          Milestone.ACKNOWLEDGED, List.of(Milestone.PLAN_SHARED),
          Milestone.TRIAGED, List.of(Milestone.CONFIRMED, Milestone.REJECTED, Milestone.DUPLICATE),
          Milestone.FIX_READY, List.of(Milestone.FIX_RELEASED));

  private Implications() {}

  /** Returns {@code milestone} and all that bring it about. */
  static Set<Milestone> of(Milestone milestone) {
    Set<Milestone> all = new TreeSet<>(BROUGHT_BY.getOrDefault(milestone, List.of()));
    all.add(milestone);
    return all;
  }
}
