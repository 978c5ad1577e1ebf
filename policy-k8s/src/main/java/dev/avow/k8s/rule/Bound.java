package dev.avow.k8s.rule;

import dev.avow.k8s.workload.Quantity;
import dev.avow.policy.document.Field;
import java.io.Serializable;

/**
 * A request or limit, as far as it says something.
 *
 * @param state whether it bounds anything
 * @param found what stands there: {@code limits.cpu is not set}; empty if it is set
 */
record Bound(State state, String found) implements Serializable {

  enum State {
    /** More than nothing. */
    SET,
    /** Not written, or null: something else may supply it. */
    ABSENT,
    /** Written, and it bounds nothing: no quantity, zero or less. */
    VOID,
    /** An expression. */
    UNKNOWN
  }

  /** Thousands of containers share it. */
  static final Bound SET = new Bound(State.SET, "");

  /** Returns the bound called {@code name}, such as {@code limits.cpu}, that is not written. */
  static Bound absent(String name) {
    return new Bound(State.ABSENT, name + " is not set");
  }

  static Bound at(Field field) {
    if (field.isUnresolved()) {
      return new Bound(State.UNKNOWN, "the value of " + field.path());
    }
    if (Quantity.at(field).filter(Quantity::isPositive).isPresent()) {
      return SET;
    }
    String name = field.parent().map(Field::name).orElse("") + "." + field.name();
    State state = field.isPresent() ? State.VOID : State.ABSENT;
    return new Bound(state, name + " " + field.found());
  }

  boolean is(State other) {
    return state == other;
  }

  /** Returns this bound, or {@code other} where this is absent and that says something. */
  Bound or(Bound other) {
    return is(State.ABSENT) && !other.is(State.ABSENT) ? other : this;
  }

  /** Returns what holds where either of two LimitRanges supplies it, and nobody can tell which. */
  Bound either(Bound other) {
    return state == other.state
        ? this
        : new Bound(State.UNKNOWN, "which of several LimitRanges the API server asks first");
  }
}
