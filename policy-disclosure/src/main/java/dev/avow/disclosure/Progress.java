package dev.avow.disclosure;

import dev.avow.disclosure.Step.State;
import dev.avow.policy.commitment.Milestone;
import org.jspecify.annotations.Nullable;

/**
 * How far a step has come.
 *
 * @param state the state
 * @param fact the fact that did it, or may have
 * @param waitsFor what a waiting step waits for
 * @param reason why a step is not applicable, or undecided
 */
record Progress(
    State state, @Nullable Fact fact, @Nullable Milestone waitsFor, @Nullable String reason) {

  static Progress of(State state) {
    return new Progress(state, null, null, null);
  }

  static Progress done(State state, Fact fact) {
    return new Progress(state, fact, null, null);
  }

  static Progress waiting(Milestone on) {
    return new Progress(State.WAITING, null, on, null);
  }

  /** Returns that nobody can say whether {@code fact} did it for one of several who ask. */
  static Progress undecided(Fact fact) {
    String reason = "%s does not say under which regime it was done".formatted(fact);
    return new Progress(State.UNDECIDED, fact, null, reason);
  }

  static Progress notApplicable(String reason) {
    return new Progress(State.NOT_APPLICABLE, null, null, reason);
  }
}
