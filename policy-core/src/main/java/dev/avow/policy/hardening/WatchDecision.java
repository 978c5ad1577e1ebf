package dev.avow.policy.hardening;

import java.util.List;

/**
 * Whether something is watched, and what decided.
 *
 * @param steps what each dimension says, in the order in which they are asked; those behind one
 *     that refuses are not
 */
public record WatchDecision(List<Step> steps) {

  /** What globs are about. */
  public enum Dimension {
    /** The namespace. */
    NAMESPACE,
    /** The claim's name. */
    CLAIM,
    /** The claim's storage class. */
    STORAGE_CLASS
  }

  /** What the globs of a dimension say of a name. */
  public enum Outcome {
    /** The policy says nothing of the dimension, so that every name will do. */
    UNSTATED,
    /** A glob includes it, and none excludes it. */
    INCLUDED,
    /** A glob excludes it, whatever includes it. */
    EXCLUDED,
    /** No glob includes it. */
    NOT_INCLUDED,
    /** The claim has no storage class, which no glob includes. */
    NO_CLASS;

    /** Returns whether it lets the name be watched. */
    public boolean allows() {
      return this == UNSTATED || this == INCLUDED;
    }
  }

  /**
   * What one dimension says.
   *
   * @param dimension the dimension
   * @param outcome what its globs say
   * @param rule the place, from 0, of the glob that decided, in {@code include} or {@code exclude};
   *     -1 where no glob did
   */
  public record Step(Dimension dimension, Outcome outcome, int rule) {}

  /** Creates a decision; the list is copied, and an empty one is refused. */
  public WatchDecision {
    steps = List.copyOf(steps);
    if (steps.isEmpty()) {
      throw new IllegalArgumentException("a decision must have steps but had none");
    }
  }

  /** Returns whether it is watched. */
  public boolean watched() {
    return decisive().outcome().allows();
  }

  /** Returns the step that refused or, where none did, the last one. */
  public Step decisive() {
    return steps.get(steps.size() - 1);
  }

  /** Returns the decision in words: {@code not watched: namespace EXCLUDED by exclude[0]}. */
  @Override
  public String toString() {
    Step step = decisive();
    String list = step.outcome() == Outcome.EXCLUDED ? "exclude" : "include";
    String by = step.rule() < 0 ? "" : " by %s[%d]".formatted(list, step.rule());
    return (watched() ? "watched: " : "not watched: ")
        + step.dimension()
        + " "
        + step.outcome()
        + by;
  }
}
