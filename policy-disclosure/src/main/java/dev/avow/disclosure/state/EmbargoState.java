package dev.avow.disclosure.state;

import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/**
 * How far the parties have come in agreeing to keep a vulnerability to themselves.
 *
 * <p>The rules are those of <a
 * href="https://certcc.github.io/Vultron/topics/process_models/em/">Vultron's embargo
 * management</a>: five states, of which {@link #EXITED} is never left.
 */
public enum EmbargoState {
  /** There is none. */
  NONE,
  /** Somebody has proposed one. */
  PROPOSED,
  /** It is in force. */
  ACTIVE,
  /** It is in force, and somebody has proposed other terms. */
  REVISE,
  /** It is over for good. */
  EXITED;

  /** Returns the state that {@code event} leads to; nothing where it cannot happen. */
  public Optional<EmbargoState> after(EmbargoEvent event) {
    return Optional.ofNullable(
        switch (event) {
          case PROPOSE ->
              this == NONE || this == PROPOSED
                  ? PROPOSED
                  : this == ACTIVE || this == REVISE ? REVISE : null;
          case REJECT -> this == PROPOSED ? NONE : this == REVISE ? ACTIVE : null;
          case ACCEPT -> this == PROPOSED || this == REVISE ? ACTIVE : null;
          case TERMINATE -> isInForce() ? EXITED : null;
        });
  }

  /** Returns what can happen next. */
  public Set<EmbargoEvent> next() {
    EnumSet<EmbargoEvent> next = EnumSet.noneOf(EmbargoEvent.class);
    Arrays.stream(EmbargoEvent.values())
        .filter(event -> after(event).isPresent())
        .forEach(next::add);
    return Collections.unmodifiableSet(next);
  }

  /** Returns whether the parties are bound. */
  public boolean isInForce() {
    return this == ACTIVE || this == REVISE;
  }
}
