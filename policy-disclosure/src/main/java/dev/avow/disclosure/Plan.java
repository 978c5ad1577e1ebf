package dev.avow.disclosure;

import dev.avow.disclosure.Step.State;
import dev.avow.disclosure.regime.Regime;
import dev.avow.policy.commitment.WorkingCalendar;
import dev.avow.policy.finding.Evaluation;
import dev.avow.policy.finding.Subject;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What is to be done in a case, by when, and how far it has come at one instant.
 *
 * <pre>{@code
 * plan.next(); // acknowledged, due 2026-11-23T10:00:00Z, open
 * plan.overdue();
 * policy.gate().decide(plan.evaluation(), today);
 * }</pre>
 *
 * <p>The same policy, case and instant give the same plan. Immutable.
 */
public final class Plan {

  static final Comparator<Step> BY_DUE =
      Comparator.comparing(step -> step.due().orElse(Instant.MAX));

  private final Promises promises;
  private final List<Regime> regimes;
  private final DisclosureCase theCase;
  private final Instant now;
  private final List<Step> steps;

  Plan(
      Promises promises,
      List<Regime> regimes,
      DisclosureCase theCase,
      Instant now,
      List<Step> steps) {
    this.promises = promises;
    this.regimes = regimes;
    this.theCase = theCase;
    this.now = now;
    this.steps = List.copyOf(steps);
  }

  /** Returns the name of the policy. */
  public String policy() {
    return promises.owner();
  }

  /** Returns the regimes under which it is planned, beside the policy. */
  public List<Regime> regimes() {
    return regimes;
  }

  /** Returns the case. */
  public DisclosureCase disclosureCase() {
    return theCase;
  }

  /** Returns the instant at which the states hold. */
  public Instant now() {
    return now;
  }

  /** Returns the calendar in which days are counted. */
  public WorkingCalendar calendar() {
    return promises.calendar();
  }

  /**
   * Returns the steps, in the order in which they usually happen; under regimes in the order of
   * their dates, those without one last.
   */
  public List<Step> steps() {
    return steps;
  }

  /** Returns the step called {@code id}, if the policy promises it. */
  public Optional<Step> step(String id) {
    return steps.stream().filter(step -> step.id().equals(id)).findFirst();
  }

  /**
   * Returns the step to do next: of those that are neither settled nor overdue the one that is due
   * first, whether its window is open yet or not.
   */
  public Optional<Step> next() {
    return ahead().findFirst();
  }

  /** Returns the steps that are overdue, the one that was due first at the head. */
  public List<Step> overdue() {
    return steps.stream().filter(step -> step.state() == State.OVERDUE).sorted(BY_DUE).toList();
  }

  /**
   * Returns the steps that are due within {@code time} from now and not overdue, earliest first.
   */
  public List<Step> dueWithin(Duration time) {
    Instant end = now.plus(time);
    return ahead().filter(step -> step.due().filter(end::isBefore).isEmpty()).toList();
  }

  /** Returns the steps whose window is open now and that are not done, in order. */
  public List<Step> current() {
    return steps.stream()
        .filter(step -> step.state() == State.OPEN || step.state() == State.DUE_SOON)
        .toList();
  }

  private Stream<Step> ahead() {
    return steps.stream()
        .filter(step -> !step.state().isSettled() && step.state() != State.OVERDUE)
        .filter(step -> step.due().isPresent() && !step.isOptional())
        .filter(step -> step.state() != State.UNDECIDED || !isPast(step))
        .sorted(BY_DUE);
  }

  private boolean isPast(Step step) {
    return step.due().filter(now::isAfter).isPresent();
  }

  /**
   * Returns the steps that were done for somebody, and for whom of several must still be said, in
   * order; those among their {@linkplain Step#shares shares} count, too.
   */
  public List<Step> undecided() {
    return steps.stream()
        .filter(step -> step.apart().stream().anyMatch(one -> one.state() == State.UNDECIDED))
        .toList();
  }

  /** Returns the same as verdicts and findings, so that a gate can decide on it. */
  public Evaluation evaluation() {
    Verdicts verdicts = new Verdicts();
    steps.forEach(step -> judge(step, verdicts));
    AnnouncementJudge announcements = new AnnouncementJudge(this, verdicts);
    promises
        .announcements()
        .forEach(made -> announcements.judge(made, subject(made.milestone().name())));
    new CaseJudge(this, verdicts).judge();
    FactJudge facts = new FactJudge(promises, verdicts);
    theCase.facts().forEach(fact -> facts.judge(fact, about("fact", fact.what().name())));
    return Evaluation.of(PlanRules.ALL, Stream.of(verdicts.build(), promises.lint()));
  }

  private void judge(Step step, Verdicts verdicts) {
    StepJudge whole = new StepJudge(this, step, subject(step.id()), verdicts);
    if (step.apart().isEmpty()) {
      whole.judge();
    } else {
      whole.together();
      step.apart().forEach(share -> judgeShare(share, verdicts));
    }
  }

  private void judgeShare(Step share, Verdicts verdicts) {
    Subject subject = subject(share.id());
    Subject theirs = share.regime().map(name -> subject.with("regime", name)).orElse(subject);
    new StepJudge(this, share, theirs, verdicts).judgeDoing();
  }

  private Subject subject(String step) {
    return about("step", step);
  }

  private Subject about(String part, String name) {
    return Subject.of("Case").with("case", theCase.id()).with(part, name);
  }

  /**
   * Returns why {@code step} is due when it is.
   *
   * @throws IllegalArgumentException if it is no step of this plan
   */
  public Explanation explain(Step step) {
    if (!steps.contains(step)) {
      throw new IllegalArgumentException(
          "step must be one of this plan but was %s".formatted(step.id()));
    }
    return new Explanation(step, promises.calendar(), regimes);
  }

  /**
   * Returns how this plan differs from an earlier one of the same case, and why, in the order of
   * its steps.
   *
   * @throws IllegalArgumentException if {@code earlier} is of another case
   */
  public List<PlanChange> since(Plan earlier) {
    if (!earlier.theCase.id().equals(theCase.id())) {
      throw new IllegalArgumentException(
          "earlier plan must be of %s but was of %s".formatted(theCase.id(), earlier.theCase.id()));
    }
    return PlanChange.between(earlier, this);
  }

  @Override
  public String toString() {
    return "plan of %s at %s: %s".formatted(theCase.id(), now, steps);
  }
}
