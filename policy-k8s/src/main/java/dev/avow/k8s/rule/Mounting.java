package dev.avow.k8s.rule;

import dev.avow.policy.document.Field;
import java.io.Serializable;

/**
 * What is said of mounting a token.
 *
 * @param state whether it is mounted
 * @param found what stands there: {@code is not set}; what is missing if that is unknown
 */
record Mounting(State state, String found) implements Serializable {

  enum State {
    /** It is mounted. */
    YES,
    /** It is not mounted. */
    NO,
    /** Nothing is said, so that something else decides. */
    UNSAID,
    /** An expression. */
    UNKNOWN
  }

  private static final Mounting NO = new Mounting(State.NO, "");

  /** A value that is neither true nor false, which the API server refuses, keeps nothing away. */
  static Mounting at(Field field) {
    if (field.isUnresolved()) {
      return new Mounting(State.UNKNOWN, "the value of " + field.path());
    }
    if (field.isFalse().holds()) {
      return NO;
    }
    State state = field.isPresent() ? State.YES : State.UNSAID;
    return new Mounting(state, field.found());
  }

  boolean is(State other) {
    return state == other;
  }
}
