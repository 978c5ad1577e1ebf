package dev.avow.disclosure;

import dev.avow.policy.commitment.Bound;
import dev.avow.policy.commitment.Commitment;
import dev.avow.policy.commitment.Milestone;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * All that a policy promises about one step.
 *
 * @param milestone what the step brings about; its name is the step's id
 * @param title the step in words
 * @param commitments the promises, of which there is one at least
 * @param conditional whether it is owed only where it applies
 * @param follows what must have happened before it
 */
record StepPromise(
    Milestone milestone,
    String title,
    List<Commitment> commitments,
    boolean conditional,
    Set<Milestone> follows) {

  StepPromise {
    commitments = List.copyOf(commitments);
    follows = Set.copyOf(follows);
  }

  String id() {
    return milestone.name();
  }

  /** Returns whether none of the promises can be broken. */
  boolean optional() {
    return commitments.stream().allMatch(promise -> promise.bound() == Bound.BEST_EFFORT);
  }

  /** Returns the milestones that its deadline can depend on. */
  Set<Milestone> dependsOn() {
    Set<Milestone> all = new TreeSet<>();
    all.add(Fact.EXTENSION_AGREED);
    for (Commitment promise : commitments) {
      all.addAll(Implications.of(promise.from()));
      if (!promise.severities().isAny()) {
        all.add(Milestone.SEVERITY_ASSESSED);
      }
    }
    return all;
  }
}
