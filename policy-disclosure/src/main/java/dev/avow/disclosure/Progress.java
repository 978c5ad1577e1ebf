package dev.avow.disclosure;

import dev.avow.disclosure.Step.State;
import dev.avow.policy.commitment.Milestone;
import org.jspecify.annotations.Nullable;

/**
 * How far a step has come.
 *
 * @param state the state
 * @param done the fact that did it
 * @param waitsFor what a waiting step waits for
 * @param reason why a step is not applicable
 */
record Progress(
    State state, @Nullable Fact done, @Nullable Milestone waitsFor, @Nullable String reason) {

  static Progress of(State state) {
    return new Progress(state, null, null, null);
  }

  static Progress done(State state, Fact fact) {
    return new Progress(state, fact, null, null);
  }

  static Progress waiting(Milestone on) {
    return new Progress(State.WAITING, null, on, null);
  }

  static Progress notApplicable(String reason) {
    return new Progress(State.NOT_APPLICABLE, null, null, reason);
  }
}
