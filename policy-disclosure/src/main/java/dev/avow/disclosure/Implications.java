package dev.avow.disclosure;

import dev.avow.policy.commitment.Milestone;
import java.util.Map;
import java.util.Set;

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
                  Milestone.TRIAGED, Milestone.CONFIRMED, Milestone.REJECTED, Milestone.DUPLICATE),
          Milestone.FIX_READY, Set.of(Milestone.FIX_READY, Milestone.FIX_RELEASED));

  private Implications() {}

  /** Returns {@code milestone} and all that bring it about. */
  static Set<Milestone> of(Milestone milestone) {
    Set<Milestone> all = BROUGHT_BY.get(milestone);
    return all == null ? Set.of(milestone) : all;
  }

  /** Returns whether {@code fact} brings {@code milestone} about. */
  static boolean brings(Fact fact, Milestone milestone) {
    Set<Milestone> all = of(milestone);
    return all.contains(fact.what()) || fact.also().stream().anyMatch(all::contains);
  }
}
