package dev.avow.disclosure;

import dev.avow.policy.commitment.Bound;
import dev.avow.policy.commitment.Commitment;
import dev.avow.policy.commitment.Deadline;
import dev.avow.policy.commitment.Milestone;
import dev.avow.policy.commitment.WorkingCalendar;
import dev.avow.policy.finding.Severity;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One promise in one case.
 *
 * @param promise the promise
 * @param started the fact that started its clock, if it has happened
 * @param ifItApplies the deadline, given that the promise covers the case's severity
 * @param undecided whether nobody has said how severe it is, and it depends on that
 */
record Clock(Commitment promise, @Nullable Fact started, Deadline ifItApplies, boolean undecided) {

  /** Returns the clock of {@code promise}; nothing if it does not cover the case's severity. */
  static Optional<Clock> of(Commitment promise, DisclosureCase theCase, WorkingCalendar calendar) {
    boolean covered = promise.severities().covers(theCase.severity());
    boolean undecided = !covered && theCase.severity() == Severity.UNKNOWN;
    if (!covered && !undecided) {
      return Optional.empty();
    }
    Fact started = theCase.first(promise.from()).orElse(null);
    Map<Milestone, Instant> known =
        started == null ? Map.of() : Map.of(promise.from(), started.at());
    return Optional.of(new Clock(promise, started, promise.deadline(known, calendar), undecided));
  }

  /** Returns the deadline as far as it can be told. */
  Deadline deadline() {
    return undecided && ifItApplies.waitsFor().isEmpty()
        ? new Deadline.Waiting(Milestone.SEVERITY_ASSESSED)
        : ifItApplies;
  }

  boolean isLowerBound() {
    return promise.bound() == Bound.AT_LEAST;
  }
}
