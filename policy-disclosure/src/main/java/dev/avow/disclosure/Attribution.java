package dev.avow.disclosure;

import dev.avow.policy.commitment.Milestone;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Which facts of a case count for whom: most for everybody, what went to an authority for the
 * regimes that it was done under. Made for one plan and not thread-safe while that is made, which
 * asks for all that its steps ask for later.
 */
final class Attribution {

  private final DisclosureCase theCase;
  private final Promises promises;
  private final Map<Milestone, Settlement> known = new HashMap<>();

  Attribution(DisclosureCase theCase, Promises promises) {
    this.theCase = theCase;
    this.promises = promises;
  }

  DisclosureCase theCase() {
    return theCase;
  }

  /**
   * Returns the first fact that brought {@code milestone} about for {@code owner}; the policy
   * promises to submit, whoever it is that asks.
   */
  Optional<Fact> first(Milestone milestone, String owner) {
    Optional<Fact> first = theCase.first(milestone);
    boolean forAll = owner.equals(Owed.POLICY) || !Submission.is(milestone);
    return first.isEmpty() || forAll ? first : settlement(milestone).first(owner);
  }

  /** Returns the fact of which nobody said whether it brought it about for {@code owner}. */
  Optional<Fact> undecided(Milestone milestone, String owner) {
    boolean asked = Submission.is(milestone) && theCase.first(milestone).isPresent();
    return asked ? settlement(milestone).undecided(owner) : Optional.empty();
  }

  private Settlement settlement(Milestone milestone) {
    @Nullable Settlement settlement = known.get(milestone);
    if (settlement == null) {
      settlement = new Settlement(promises.owed(milestone), this);
      // before it is complete, as clauses can depend on each other in a circle
      known.put(milestone, settlement);
      for (Fact fact : theCase.standing()) {
        if (Implications.brings(fact, milestone)) {
          settlement.add(fact);
        }
      }
    }
    return settlement;
  }
}
