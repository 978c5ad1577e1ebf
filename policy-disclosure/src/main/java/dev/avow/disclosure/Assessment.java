package dev.avow.disclosure;

import dev.avow.disclosure.Step.State;
import dev.avow.policy.commitment.Deadline;
import dev.avow.policy.commitment.Milestone;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/** Says of each step how far it has come, in one case at one instant. */
final class Assessment {

  /** The facts that end a case, or take it up again. */
  static final Set<Milestone> ENDS =
      Set.of(Milestone.REJECTED, Milestone.DUPLICATE, Milestone.CONFIRMED);

  private final Attribution facts;
  private final DisclosureCase theCase;
  private final Instant now;
  private final Duration soon;

  Assessment(Attribution facts, Instant now, Duration soon) {
    this.facts = facts;
    this.theCase = facts.theCase();
    this.now = now;
    this.soon = soon;
  }

  /** Returns how far a step has come that is the same for all who ask, or that one asks for. */
  Progress of(StepPromise promise, Clocks clocks) {
    String owner = promise.owed().get(0).owner();
    Optional<Fact> unclear = facts.undecided(promise.milestone(), owner);
    return facts
        .first(promise.milestone(), owner)
        .map(fact -> Progress.done(done(promise, clocks, fact), fact))
        .filter(done -> done.state() != State.DONE_LATE || unclear.isEmpty())
        .or(() -> notApplicable(promise, clocks))
        .or(() -> unclear.map(Progress::undecided))
        .or(() -> waiting(promise, clocks))
        .orElseGet(() -> Progress.of(toDo(promise, clocks.deadline())));
  }

  private State done(StepPromise promise, Clocks clocks, Fact fact) {
    if (isTooEarly(clocks, fact) || comesBefore(theCase, promise, fact).isPresent()) {
      return State.DONE_EARLY;
    }
    boolean late = clocks.deadline().due().filter(fact.at()::isAfter).isPresent();
    return late && !promise.optional() ? State.DONE_LATE : State.DONE;
  }

  /** Returns whether {@code fact} happened before a lower bound that was promised for it. */
  static boolean isTooEarly(Clocks clocks, Fact fact) {
    Deadline deadline = clocks.deadline();
    boolean extended = deadline instanceof Deadline.NotBefore && isBefore(fact, deadline);
    return extended
        || clocks.lowerBounds().stream()
            .filter(clock -> !clock.undecided())
            .anyMatch(clock -> isBefore(fact, clock.deadline()));
  }

  private static boolean isBefore(Fact fact, Deadline window) {
    return window.opens().filter(opens -> !fact.at().isBefore(opens)).isEmpty();
  }

  /** Returns what must have happened before {@code fact} and had not. */
  static Optional<Milestone> comesBefore(DisclosureCase theCase, StepPromise promise, Fact fact) {
    return promise.follows().stream()
        .sorted()
        .filter(
            needed ->
                theCase.first(needed).filter(known -> !known.at().isAfter(fact.at())).isEmpty())
        .findFirst();
  }

  private Optional<Progress> notApplicable(StepPromise promise, Clocks clocks) {
    if (clocks.isEmpty()) {
      return Optional.of(Progress.notApplicable(nothingHolds(clocks)));
    }
    Optional<Fact> ended =
        ended().filter(end -> clocks.deadline().due().filter(end.at()::isAfter).isEmpty());
    if (ended.isPresent()) {
      return Optional.of(Progress.notApplicable("the report was " + ended.get()));
    }
    return decision(promise)
        .filter(fact -> fact.what().equals(Fact.STEP_DOES_NOT_APPLY))
        .map(fact -> Progress.notApplicable("it was so decided at " + fact.at()));
  }

  private String nothingHolds(Clocks clocks) {
    return clocks.isForOtherSeverities()
        ? "it is not promised for " + theCase.severity()
        : clocks.none();
  }

  /** Returns the fact that ended the case; a confirmation behind it takes the case up again. */
  private Optional<Fact> ended() {
    Fact end = null;
    for (Fact fact : theCase.standing()) {
      if (fact.what().equals(Milestone.REJECTED) || fact.what().equals(Milestone.DUPLICATE)) {
        end = fact;
      } else if (fact.what().equals(Milestone.CONFIRMED)) {
        end = null;
      }
    }
    return Optional.ofNullable(end);
  }

  private Optional<Progress> waiting(StepPromise promise, Clocks clocks) {
    Optional<Milestone> on = clocks.deadline().waitsFor();
    if (on.isEmpty() && promise.conditional() && decision(promise).isEmpty()) {
      return Optional.of(Progress.waiting(Fact.STEP_APPLIES));
    }
    return on.map(Progress::waiting);
  }

  /** Returns the last decision whether {@code promise} applies. */
  private Optional<Fact> decision(StepPromise promise) {
    return theCase.standing().stream()
        .filter(CaseChecks::isDecision)
        .filter(fact -> fact.detail("step").equals(Optional.of(promise.id())))
        .reduce((earlier, later) -> later);
  }

  private State toDo(StepPromise promise, Deadline deadline) {
    if (deadline.opens().filter(now::isBefore).isPresent()) {
      return State.UPCOMING;
    }
    if (deadline.due().isEmpty()) {
      return State.OPEN;
    }
    Instant due = deadline.due().get();
    if (now.isAfter(due)) {
      return promise.optional() ? State.OPEN : State.OVERDUE;
    }
    return now.isBefore(due.minus(soon)) ? State.OPEN : State.DUE_SOON;
  }
}
