package dev.avow.disclosure;

import dev.avow.disclosure.Step.State;
import dev.avow.policy.commitment.WorkingCalendar;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;

/**
 * Makes the steps of one case at one instant. What goes to several authorities is judged for each
 * of them, and shows whatever is most urgent.
 */
final class StepMaker {

  /** The order of what matters most, within which the earlier date comes first. */
  private static final List<State> URGENCY =
      List.of(
          State.OVERDUE,
          State.UNDECIDED,
          State.DUE_SOON,
          State.OPEN,
          State.UPCOMING,
          State.WAITING,
          State.DONE_LATE,
          State.DONE_EARLY,
          State.DONE,
          State.NOT_APPLICABLE);

  private static final Comparator<Step> BY_URGENCY =
      Comparator.comparing(StepMaker::rank)
          .thenComparing(step -> step.clocks().looseness())
          .thenComparing(step -> step.due().orElse(Instant.MAX))
          .thenComparing(step -> URGENCY.indexOf(step.state()));

  private final Attribution facts;
  private final WorkingCalendar calendar;
  private final Assessment assessment;

  StepMaker(Attribution facts, WorkingCalendar calendar, Instant now, Duration soon) {
    this.facts = facts;
    this.calendar = calendar;
    this.assessment = new Assessment(facts, now, soon);
  }

  Step of(StepPromise promise) {
    if (!promise.isShared()) {
      return plain(promise);
    }
    Clocks clocks = Clocks.of(promise, facts, calendar);
    List<Step> shares = shares(promise);
    Step first = Collections.min(shares, BY_URGENCY);
    return new Step(promise, clocks.decidedBy(first.clocks()), first.progress(), shares, this);
  }

  /** Returns what {@code promise} is for each who asks for it. */
  List<Step> shares(StepPromise promise) {
    return promise.owners().stream().map(owner -> plain(promise.of(owner))).toList();
  }

  private Step plain(StepPromise promise) {
    Clocks clocks = Clocks.of(promise, facts, calendar);
    return new Step(promise, clocks, assessment.of(promise, clocks), List.of(), this);
  }

  /** What is left comes before what is settled; of what is left the date counts, but for misses. */
  private static int rank(Step step) {
    boolean dated = !step.state().isSettled() && step.state() != State.OVERDUE;
    return dated ? URGENCY.indexOf(State.UNDECIDED) : URGENCY.indexOf(step.state());
  }
}
