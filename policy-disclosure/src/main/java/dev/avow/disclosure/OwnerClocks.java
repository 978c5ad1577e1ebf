package dev.avow.disclosure;

import dev.avow.policy.commitment.Deadline;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The promises of one owner about one step, and what follows from them together: of several dates
 * the earliest binds, of several lower bounds the latest, to which a date gives way.
 *
 * @param all the promises
 * @param extension the agreement about them, if there is one
 */
record OwnerClocks(List<Clock> all, @Nullable Fact extension) {

  /** Returns the agreement that moved the deadline, if one did. */
  Optional<Fact> moved() {
    return deadline().equals(promised()) ? Optional.empty() : Optional.ofNullable(extension);
  }

  /** Returns the clock that decides; nothing if no promise holds in the case. */
  Optional<Clock> binding() {
    Optional<Clock> unknown =
        lowerBounds().stream().filter(clock -> clock.deadline().waitsFor().isPresent()).findFirst();
    if (unknown.isPresent()) {
      return unknown;
    }
    Optional<Clock> lower = latest();
    Optional<Clock> upper = earliest();
    if (upper.isPresent()) {
      boolean tooEarly = upper.flatMap(OwnerClocks::due).get().isBefore(opens(lower));
      return tooEarly ? lower : upper;
    }
    return lower
        .or(() -> all.stream().filter(c -> c.deadline().waitsFor().isPresent()).findFirst())
        .or(() -> all.stream().findFirst());
  }

  /** Returns the deadline, extensions counted. */
  Deadline deadline() {
    Deadline promised = promised();
    if (extension == null) {
      return promised;
    }
    Instant until = extension.detail("until").flatMap(Instants::find).orElseThrow();
    if (promised instanceof Deadline.Due due) {
      return until.isAfter(due.at()) ? new Deadline.Due(due.from(), until) : due;
    }
    return promised instanceof Deadline.NotBefore window && until.isAfter(window.from())
        ? new Deadline.NotBefore(until)
        : promised;
  }

  private Deadline promised() {
    Optional<Clock> binding = binding();
    if (binding.isEmpty()) {
      return new Deadline.None("nothing was promised");
    }
    Deadline deadline = binding.get().deadline();
    Optional<Clock> upper = earliest();
    if (deadline.waitsFor().isPresent() || upper.isEmpty()) {
      return deadline;
    }
    Deadline.Due due = (Deadline.Due) upper.get().deadline();
    Instant opens = opens(latest());
    return new Deadline.Due(max(due.from(), opens), max(due.at(), opens));
  }

  private List<Clock> lowerBounds() {
    return all.stream().filter(Clock::isLowerBound).toList();
  }

  private Optional<Clock> earliest() {
    return all.stream()
        .filter(clock -> due(clock).isPresent())
        .min(Comparator.comparing(clock -> due(clock).get()));
  }

  private Optional<Clock> latest() {
    Function<Clock, Optional<Instant>> opens = clock -> clock.deadline().opens();
    return lowerBounds().stream()
        .filter(clock -> opens.apply(clock).isPresent())
        .max(Comparator.comparing(clock -> opens.apply(clock).get()));
  }

  private static Optional<Instant> due(Clock clock) {
    return clock.deadline().due();
  }

  private static Instant opens(Optional<Clock> lower) {
    return lower.flatMap(clock -> clock.deadline().opens()).orElse(Instant.MIN);
  }

  private static Instant max(Instant left, Instant right) {
    return left.isAfter(right) ? left : right;
  }
}
