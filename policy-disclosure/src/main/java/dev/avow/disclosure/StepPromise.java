package dev.avow.disclosure;

import dev.avow.policy.commitment.Bound;
import dev.avow.policy.commitment.Commitment;
import dev.avow.policy.commitment.Milestone;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * All that is promised about one step, by the policy and under regimes.
 *
 * @param milestone what the step brings about; its name is the step's id
 * @param title the step in words
 * @param owed the promises, of which there is one at least
 * @param conditional whether it is owed only where it applies
 * @param follows what must have happened before it
 * @param through on what it depends for whom a submission was that starts one of its clocks
 */
record StepPromise(
    Milestone milestone,
    String title,
    List<Owed> owed,
    boolean conditional,
    Set<Milestone> follows,
    Set<Milestone> through) {

  StepPromise {
    owed = List.copyOf(owed);
    follows = Set.copyOf(follows);
    through = Set.copyOf(through);
  }

  /** Returns what {@code owner} asks of it. */
  StepPromise of(String owner) {
    List<Owed> theirs = owed.stream().filter(one -> one.owner().equals(owner)).toList();
    return new StepPromise(milestone, title, theirs, conditional, follows, through);
  }

  /** Returns who asks for it. */
  List<String> owners() {
    return owed.stream().map(Owed::owner).distinct().toList();
  }

  /** Returns whether several ask for it of whom each must get its own. */
  boolean isShared() {
    return Submission.is(milestone) && owners().size() > 1;
  }

  String id() {
    return milestone.name();
  }

  List<Commitment> commitments() {
    return owed.stream().map(Owed::commitment).toList();
  }

  /** Returns what it must contain, item by item. */
  List<String> contents() {
    return owed.stream().flatMap(one -> one.clause().contents().stream()).distinct().toList();
  }

  /** Returns whether none of the promises can be broken. */
  boolean optional() {
    return owed.stream().allMatch(one -> one.commitment().bound() == Bound.BEST_EFFORT);
  }

  /** Returns whether it lets everybody know, which an embargo forbids. */
  boolean publishes() {
    return milestone.equals(Milestone.PUBLIC)
        || milestone.equals(Milestone.ADVISORY_PUBLISHED)
        || milestone.name().startsWith("announced-");
  }

  /** Returns the milestones that its deadline can depend on. */
  Set<Milestone> dependsOn() {
    Set<Milestone> all = new TreeSet<>(through);
    all.add(Fact.EXTENSION_AGREED);
    all.add(Fact.CORRECTED);
    owed.forEach(one -> all.addAll(one.dependsOn()));
    if (publishes()) {
      all.addAll(EmbargoFacts.ALL);
      all.addAll(Set.of(Milestone.PUBLIC, Milestone.ADVISORY_PUBLISHED));
    }
    return all;
  }
}
