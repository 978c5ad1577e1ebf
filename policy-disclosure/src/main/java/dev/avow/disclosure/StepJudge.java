package dev.avow.disclosure;

import dev.avow.disclosure.Step.State;
import dev.avow.policy.commitment.Bound;
import dev.avow.policy.commitment.Commitment;
import dev.avow.policy.commitment.Milestone;
import dev.avow.policy.finding.Location;
import dev.avow.policy.finding.RuleDescription;
import dev.avow.policy.finding.Severity;
import dev.avow.policy.finding.Subject;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;

/** Says whether a step was done in time, not too early and in its order. */
final class StepJudge {

  private final Plan plan;
  private final Step step;
  private final Subject subject;
  private final Verdicts verdicts;
  private final ZoneId zone;

  StepJudge(Plan plan, Step step, Subject subject, Verdicts verdicts) {
    this.plan = plan;
    this.step = step;
    this.subject = subject;
    this.verdicts = verdicts;
    this.zone = plan.calendar().zone();
  }

  void judge() {
    judgeDoing();
    together();
  }

  /** Says of what one asks whether it was done. */
  void judgeDoing() {
    inTime();
    notEarly();
    inOrder();
  }

  /** Says whether one asks for the step before another one allows it. */
  void together() {
    if (step.state().isSettled()) {
      verdicts.notApplicable(PlanRules.TOGETHER, subject);
      return;
    }
    for (Clock late : step.clocks().lowerBounds()) {
      Optional<Clock> early =
          step.clocks().all().stream().filter(clock -> isBefore(clock, late)).findFirst();
      if (early.isPresent()) {
        String message =
            "%s asks for it by %s, %s not before %s"
                .formatted(
                    early.get().promise().source(),
                    show(early.get().deadline().due().orElseThrow()),
                    late.promise().source(),
                    show(late.deadline().opens().orElseThrow()));
        verdicts.fail(PlanRules.TOGETHER, subject, place(), message);
        return;
      }
    }
    verdicts.pass(PlanRules.TOGETHER, subject);
  }

  private static boolean isBefore(Clock early, Clock late) {
    boolean others = !early.owed().owner().equals(late.owed().owner());
    Optional<Instant> opens = late.deadline().opens();
    return others
        && opens.isPresent()
        && early.deadline().due().filter(opens.get()::isAfter).isPresent();
  }

  private void inTime() {
    Optional<Clock> undecided = undecidedAndLate();
    if (step.state() == State.OVERDUE || step.state() == State.DONE_LATE) {
      verdicts.fail(PlanRules.IN_TIME, severity(), subject, place(), tooLate());
    } else if (step.state() == State.UNDECIDED) {
      String missing = "the detail under: " + step.reason().orElseThrow();
      verdicts.missing(PlanRules.IN_TIME, subject, place(), missing);
    } else if (undecided.isPresent()) {
      verdicts.missing(PlanRules.IN_TIME, subject, start(), severityOf(undecided.get()));
    } else {
      kept(PlanRules.IN_TIME, step.state().isDone());
    }
  }

  private String tooLate() {
    String due = "it was due at %s, %s".formatted(show(step.due().orElseThrow()), promise());
    return step.done()
        .map(fact -> "was done late, at %s: %s".formatted(show(fact.at()), due))
        .orElse("is overdue: " + due);
  }

  private void notEarly() {
    Optional<Fact> done = step.done().filter(any -> !step.clocks().lowerBounds().isEmpty());
    if (done.isEmpty() || !Assessment.isTooEarly(step.clocks(), done.get())) {
      kept(PlanRules.NOT_EARLY, done.isPresent());
      return;
    }
    String allowed =
        step.deadline()
            .opens()
            .map(from -> "it must not happen before " + show(from))
            .orElseGet(() -> "it waits for " + step.deadline().waitsFor().orElseThrow());
    String message =
        "was done early, at %s: %s, %s".formatted(show(done.get().at()), allowed, promise());
    verdicts.fail(PlanRules.NOT_EARLY, subject, place(), message);
  }

  private void inOrder() {
    Optional<Fact> done = step.done().filter(any -> !step.promise().follows().isEmpty());
    DisclosureCase theCase = plan.disclosureCase();
    Optional<Milestone> missing =
        done.flatMap(fact -> Assessment.comesBefore(theCase, step.promise(), fact));
    if (missing.isEmpty()) {
      kept(PlanRules.IN_ORDER, done.isPresent());
      return;
    }
    String needed =
        theCase
            .first(missing.get())
            .map(fact -> "which was at " + show(fact.at()))
            .orElse("which has not happened");
    String message =
        "was done at %s, before %s, %s"
            .formatted(show(done.orElseThrow().at()), missing.get(), needed);
    verdicts.fail(PlanRules.IN_ORDER, subject, place(), message);
  }

  private void kept(RuleDescription rule, boolean done) {
    if (done) {
      verdicts.pass(rule, subject);
    } else {
      verdicts.notApplicable(rule, subject);
    }
  }

  /** Returns the clock that ran out if the case has a severity that nobody has said yet. */
  private Optional<Clock> undecidedAndLate() {
    Instant seen = step.done().map(Fact::at).orElse(plan.now());
    return step.state() == State.NOT_APPLICABLE
        ? Optional.empty()
        : step.clocks().all().stream()
            .filter(Clock::undecided)
            .filter(clock -> clock.promise().bound() == Bound.AT_MOST)
            .filter(clock -> clock.ifItApplies().due().filter(seen::isAfter).isPresent())
            .findFirst();
  }

  private String severityOf(Clock clock) {
    return "the case's severity: for %s it was due at %s"
        .formatted(clock.promise().severities(), show(clock.ifItApplies().due().orElseThrow()));
  }

  /** Returns how much it matters: what is due about some time is late at a low severity. */
  private Severity severity() {
    boolean about = step.binding().filter(promise -> promise.bound() == Bound.ABOUT).isPresent();
    return about ? Severity.LOW : PlanRules.IN_TIME.severity();
  }

  private Location place() {
    return step.done().or(step::unattributed).map(Fact::declaredAt).orElseGet(this::start);
  }

  /** Returns where the fact stands that started the clock or, without one, the promise. */
  private Location start() {
    Optional<Clock> binding = step.clocks().binding();
    return binding
        .flatMap(clock -> Optional.ofNullable(clock.started()))
        .map(Fact::declaredAt)
        .or(() -> binding.map(clock -> clock.promise().declaredAt()))
        .orElseGet(() -> plan.disclosureCase().declaredAt());
  }

  private String promise() {
    return step.binding().map(Commitment::toString).orElse("");
  }

  private String show(Instant instant) {
    return Instants.show(instant, zone);
  }
}
