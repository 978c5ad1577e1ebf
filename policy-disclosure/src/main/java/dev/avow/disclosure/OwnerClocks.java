package dev.avow.disclosure;

import dev.avow.policy.commitment.Bound;
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
 */
final class OwnerClocks {

  private final List<Clock> all;
  private final @Nullable Fact extension;
  private final @Nullable Clock binding;
  private final Deadline promised;
  private final Deadline deadline;

  /**
   * Puts promises together.
   *
   * @param all the promises, of which there is one at least
   * @param extension the agreement about them, if there is one
   */
  OwnerClocks(List<Clock> all, @Nullable Fact extension) {
    this.all = all;
    this.extension = extension;
    Optional<Clock> lower = latest();
    Optional<Clock> upper = earliest();
    this.binding = binding(lower, upper).orElse(null);
    this.promised = promised(lower, upper);
    this.deadline = extended();
  }

  /** Returns the agreement that moved the deadline, if one did. */
  Optional<Fact> moved() {
    return deadline.equals(promised) ? Optional.empty() : Optional.ofNullable(extension);
  }

  /** Returns the clock that decides. */
  Optional<Clock> binding() {
    return Optional.ofNullable(binding);
  }

  /** Returns the deadline, extensions counted. */
  Deadline deadline() {
    return deadline;
  }

  /** Returns how little is lost when the date is missed; a date that is no promise comes last. */
  int looseness() {
    return binding()
        .map(clock -> clock.promise().bound())
        .map(bound -> List.of(Bound.ABOUT, Bound.BEST_EFFORT).indexOf(bound))
        .orElse(0);
  }

  private Optional<Clock> binding(Optional<Clock> lower, Optional<Clock> upper) {
    Optional<Clock> unknown =
        all.stream()
            .filter(clock -> clock.isLowerBound() && clock.deadline().waitsFor().isPresent())
            .findFirst();
    if (unknown.isPresent()) {
      return unknown;
    }
    if (upper.isPresent()) {
      boolean tooEarly = upper.flatMap(OwnerClocks::due).get().isBefore(opens(lower));
      return tooEarly ? lower : upper;
    }
    return lower
        .or(() -> all.stream().filter(c -> c.deadline().waitsFor().isPresent()).findFirst())
        .or(() -> all.stream().findFirst());
  }

  private Deadline promised(Optional<Clock> lower, Optional<Clock> upper) {
    if (binding == null) {
      return new Deadline.None("nothing was promised");
    }
    Deadline decides = binding.deadline();
    if (decides.waitsFor().isPresent() || upper.isEmpty()) {
      return decides;
    }
    Deadline.Due due = (Deadline.Due) upper.get().deadline();
    Instant opens = opens(lower);
    return new Deadline.Due(max(due.from(), opens), max(due.at(), opens));
  }

  private Deadline extended() {
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

  private Optional<Clock> earliest() {
    return all.stream()
        .filter(clock -> due(clock).isPresent())
        .min(Comparator.comparing(clock -> due(clock).get()));
  }

  private Optional<Clock> latest() {
    Function<Clock, Optional<Instant>> opens = clock -> clock.deadline().opens();
    return all.stream()
        .filter(clock -> clock.isLowerBound() && opens.apply(clock).isPresent())
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
