package dev.avow.policy.commitment;

import java.io.Serializable;
import java.time.Instant;
import java.util.Optional;

/** When something must have happened, or why that cannot be said. */
public sealed interface Deadline extends Serializable {

  /**
   * It must have happened by {@code at}; exactly then is in time.
   *
   * @param from when the window opens
   * @param at the last instant that is in time
   */
  record Due(Instant from, Instant at) implements Deadline {
    /** Creates a deadline; one before its opening is refused. */
    public Due {
      if (at.isBefore(from)) {
        throw new IllegalArgumentException(
            "due must be at or after %s but was %s".formatted(from, at));
      }
    }
  }

  /**
   * It must not happen before {@code from}, and no date was promised for it.
   *
   * @param from the first instant at which it may happen
   */
  record NotBefore(Instant from) implements Deadline {}

  /**
   * It is not yet determinable.
   *
   * @param on the milestone whose date it waits for
   */
  record Waiting(Milestone on) implements Deadline {}

  /**
   * There is none.
   *
   * @param why the reason, as a phrase: {@code no date was promised}
   */
  record None(String why) implements Deadline {}

  /** Returns the last instant that is in time; nothing if there is none or it is not known yet. */
  default Optional<Instant> due() {
    return this instanceof Due due ? Optional.of(due.at()) : Optional.empty();
  }

  /** Returns when the window opens; nothing if there is none or it is not known yet. */
  default Optional<Instant> opens() {
    if (this instanceof Due due) {
      return Optional.of(due.from());
    }
    return this instanceof NotBefore window ? Optional.of(window.from()) : Optional.empty();
  }

  /** Returns the milestone that it waits for; nothing if it is known or there is none. */
  default Optional<Milestone> waitsFor() {
    return this instanceof Waiting waiting ? Optional.of(waiting.on()) : Optional.empty();
  }
}
