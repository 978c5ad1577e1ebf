package dev.avow.disclosure;

import dev.avow.disclosure.regime.Clause;
import dev.avow.disclosure.regime.Counting;
import dev.avow.policy.commitment.Bound;
import dev.avow.policy.commitment.Commitment;
import dev.avow.policy.commitment.Deadline;
import dev.avow.policy.commitment.Milestone;
import dev.avow.policy.commitment.Period;
import dev.avow.policy.commitment.WorkingCalendar;
import dev.avow.policy.finding.Severity;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One promise in one case.
 *
 * @param owed the promise
 * @param started the fact that started its clock, if it has happened
 * @param ifItApplies the deadline, given that the promise covers the case's severity
 * @param undecided whether nobody has said how severe it is, and it depends on that
 */
record Clock(Owed owed, @Nullable Fact started, Deadline ifItApplies, boolean undecided) {

  /** Returns the clock of {@code owed}; nothing if it does not hold in the case. */
  static Optional<Clock> of(Owed owed, Attribution facts) {
    Severity severity = facts.theCase().severity();
    boolean covered = owed.commitment().severities().covers(severity);
    boolean undecided = !covered && severity == Severity.UNKNOWN;
    if (!(covered || undecided) || !owed.holds(facts)) {
      return Optional.empty();
    }
    return Optional.of(
        owed.clause().isAhead()
            ? ahead(owed, facts.theCase(), undecided)
            : behind(owed, facts, undecided));
  }

  private static Clock behind(Owed owed, Attribution facts, boolean undecided) {
    Milestone from = owed.commitment().from();
    Optional<Fact> started = facts.first(from, owed.owner());
    Deadline deadline =
        started.map(fact -> owed.deadline(fact.at())).orElseGet(() -> new Deadline.Waiting(from));
    return new Clock(owed, started.orElse(null), deadline, undecided);
  }

  /** Counts back from when the other milestone is planned, or was reached. */
  private static Clock ahead(Owed owed, DisclosureCase theCase, boolean undecided) {
    Milestone to = owed.commitment().from();
    Optional<Fact> plan =
        theCase.standing().stream()
            .filter(fact -> fact.what().equals(Fact.DATE_PLANNED))
            .filter(fact -> fact.detail("step").equals(Optional.of(to.name())))
            .reduce((earlier, later) -> later);
    Optional<Instant> planned = plan.flatMap(fact -> fact.detail("for")).flatMap(Instants::find);
    if (planned.isEmpty()) {
      return new Clock(owed, null, new Deadline.Waiting(Fact.DATE_PLANNED), undecided);
    }
    Deadline counted = owed.deadline(planned.get());
    Instant made = plan.orElseThrow().at();
    Deadline deadline =
        counted instanceof Deadline.Due due
            ? new Deadline.Due(made.isBefore(due.at()) ? made : due.at(), due.at())
            : counted;
    return new Clock(owed, plan.get(), deadline, undecided);
  }

  /** Returns the clock of an embargo, which holds for whoever would publish. */
  static Optional<Clock> embargo(
      StepPromise promise, DisclosureCase theCase, WorkingCalendar calendar) {
    if (!theCase.wasEmbargoed() || !promise.publishes()) {
      return Optional.empty();
    }
    EmbargoReplay replay =
        theCase
            .first(promise.milestone())
            .map(done -> EmbargoReplay.before(theCase.standing(), done))
            .orElseGet(() -> EmbargoReplay.of(theCase.standing()));
    if (!replay.embargo().state().isInForce()) {
      return Optional.empty();
    }
    Instant until = replay.embargo().until().orElseThrow();
    Commitment silence =
        Commitment.to(promise.milestone())
            .called("embargo")
            .after(EmbargoFacts.TERMINATED)
            .notBefore(Period.hours(0))
            .source("embargo until " + Instants.show(until, calendar.zone()));
    Owed owed = new Owed(Owed.EMBARGO, Clause.of(silence), calendar, Counting.AS_STATED);
    return Optional.of(new Clock(owed, replay.agreed(), new Deadline.NotBefore(until), false));
  }

  Commitment promise() {
    return owed.commitment();
  }

  /** Returns the deadline as far as it can be told. */
  Deadline deadline() {
    return undecided && ifItApplies.waitsFor().isEmpty()
        ? new Deadline.Waiting(Milestone.SEVERITY_ASSESSED)
        : ifItApplies;
  }

  boolean isLowerBound() {
    return promise().bound() == Bound.AT_LEAST;
  }
}
