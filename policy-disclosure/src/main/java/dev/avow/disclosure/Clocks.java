package dev.avow.disclosure;

import dev.avow.policy.commitment.Deadline;
import dev.avow.policy.commitment.WorkingCalendar;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * All promises about one step in one case, and what follows from them together: of several dates
 * the earliest binds, of several lower bounds the latest.
 */
final class Clocks {

  private final List<Clock> all;
  private final @Nullable Fact extension;

  private Clocks(List<Clock> all, @Nullable Fact extension) {
    this.all = all;
    this.extension = extension;
  }

  static Clocks of(StepPromise promise, DisclosureCase theCase, WorkingCalendar calendar) {
    List<Clock> all =
        promise.commitments().stream()
            .flatMap(commitment -> Clock.of(commitment, theCase, calendar).stream())
            .toList();
    Fact extension =
        theCase.facts().stream()
            .filter(fact -> fact.what().equals(Fact.EXTENSION_AGREED))
            .filter(fact -> fact.detail("step").equals(Optional.of(promise.id())))
            .reduce((earlier, later) -> later)
            .orElse(null);
    return new Clocks(all, extension);
  }

  /** Returns whether no promise covers the case's severity. */
  boolean isEmpty() {
    return all.isEmpty();
  }

  List<Clock> all() {
    return all;
  }

  /** Returns the agreement that moved the deadline, if one did. */
  Optional<Fact> extension() {
    return deadline().equals(promised()) ? Optional.empty() : Optional.ofNullable(extension);
  }

  /** Returns the clock that decides; nothing if no promise covers the case's severity. */
  Optional<Clock> binding() {
    Optional<Clock> unknown =
        lowerBounds().stream().filter(clock -> clock.deadline().waitsFor().isPresent()).findFirst();
    if (unknown.isPresent()) {
      return unknown;
    }
    Optional<Clock> lower = latest();
    Optional<Clock> upper = earliest();
    if (upper.isPresent()) {
      boolean tooEarly = upper.flatMap(Clocks::due).get().isBefore(opens(lower));
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
      return new Deadline.None("it was promised for other severities only");
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

  /** Returns the promises that set a lower bound. */
  List<Clock> lowerBounds() {
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
