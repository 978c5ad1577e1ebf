package dev.avow.disclosure;

import dev.avow.policy.commitment.Commitment;
import dev.avow.policy.commitment.Deadline;
import dev.avow.policy.commitment.Milestone;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * One thing that a policy promises to do in a case, and how far it has come.
 *
 * <p>Its id is the name of the milestone that it brings about, so it is the same in every plan of
 * every case. Immutable.
 */
public final class Step {

  /** How far a step has come at the instant of its plan. */
  public enum State {
    /** It cannot be dated, or not be known to be owed, until something else happens. */
    WAITING("waits"),
    /** Its window has not opened yet. */
    UPCOMING("not open yet"),
    /** It is to be done. */
    OPEN("open"),
    /** It is to be done, and its deadline is near. */
    DUE_SOON("due soon"),
    /** It was to be done, and has not been. */
    OVERDUE("overdue"),
    /** It was done, and nobody said for whom of several who ask. */
    UNDECIDED("undecided"),
    /** It was done as promised. */
    DONE("done"),
    /** It was done behind its deadline. */
    DONE_LATE("done late"),
    /** It was done before it was allowed, or before what must come first. */
    DONE_EARLY("done early"),
    /** It is not owed in this case. */
    NOT_APPLICABLE("not applicable");

    private final String text;

    State(String text) {
      this.text = text;
    }

    /** Returns the state in words. */
    public String text() {
      return text;
    }

    /** Returns whether the step was done, in whatever way. */
    public boolean isDone() {
      return this == DONE || this == DONE_LATE || this == DONE_EARLY;
    }

    /** Returns whether there is nothing left to do. */
    public boolean isSettled() {
      return isDone() || this == NOT_APPLICABLE;
    }
  }

  private final StepPromise promise;
  private final Clocks clocks;
  private final Progress progress;
  private final List<Step> apart;
  private final StepMaker maker;

  /**
   * Makes a step.
   *
   * @param apart its shares that are settled each by itself; none where all are settled at once
   * @param maker who can make the shares of the others, of which few are ever asked for
   */
  Step(StepPromise promise, Clocks clocks, Progress progress, List<Step> apart, StepMaker maker) {
    this.promise = promise;
    this.clocks = clocks;
    this.progress = progress;
    this.apart = apart;
    this.maker = maker;
  }

  /** Returns its name: that of its milestone. */
  public String id() {
    return promise.id();
  }

  /** Returns what is to be done, in words. */
  public String title() {
    return promise.title();
  }

  /** Returns what it brings about. */
  public Milestone milestone() {
    return promise.milestone();
  }

  /** Returns when it must be done, or why that cannot be said; extensions are counted. */
  public Deadline deadline() {
    return clocks.deadline();
  }

  /** Returns the last instant that is in time; nothing if there is none or it is not known yet. */
  public Optional<Instant> due() {
    return deadline().due();
  }

  /** Returns how far it has come. */
  public State state() {
    return progress.state();
  }

  /** Returns the fact that did it, if one has; nothing as long as anybody is left. */
  public Optional<Fact> done() {
    return Optional.ofNullable(progress.fact()).filter(fact -> state().isDone());
  }

  /** Returns the fact that did it for somebody, if nobody said for whom. */
  public Optional<Fact> unattributed() {
    return Optional.ofNullable(progress.fact()).filter(fact -> state() == State.UNDECIDED);
  }

  /** Returns what a waiting step waits for. */
  public Optional<Milestone> waitsFor() {
    return Optional.ofNullable(progress.waitsFor());
  }

  /** Returns why a step is not applicable, or undecided. */
  public Optional<String> reason() {
    return Optional.ofNullable(progress.reason());
  }

  /** Returns what it must contain, item by item, where somebody asks for more than the step. */
  public List<String> contents() {
    return promise.contents();
  }

  /** Returns the promises about it, the policy's own first, in its order. */
  public List<Commitment> promises() {
    return promise.commitments();
  }

  /** Returns the promise that decides its deadline; nothing if none covers the case's severity. */
  public Optional<Commitment> binding() {
    return clocks.binding().map(Clock::promise);
  }

  /**
   * Returns whose promise decides: the name of a regime; nothing if it is the policy's own. Where
   * none holds, it is whose promise it is if only one asks.
   */
  public Optional<String> regime() {
    return clocks
        .binding()
        .map(clock -> clock.owed().owner())
        .or(
            () ->
                Optional.of(promise.owners()).filter(all -> all.size() == 1).map(all -> all.get(0)))
        .filter(owner -> !owner.equals(Owed.POLICY) && !owner.equals(Owed.EMBARGO));
  }

  /**
   * Returns what it is for each who asks for it, in the order of {@link #promises}: that one's
   * date, and whether it is settled by what that one got. It is itself where only one asks.
   *
   * <p>What goes to an authority, which a name such as {@code notification-submitted} tells, is
   * settled for each regime by itself, and the step is what is most urgent among these. All else is
   * settled for all at once.
   */
  public List<Step> shares() {
    if (promise.owners().size() == 1) {
      return List.of(this);
    }
    return apart.isEmpty() ? maker.shares(promise) : apart;
  }

  /** Returns whether it is done at best effort: it is never overdue. */
  public boolean isOptional() {
    return promise.optional();
  }

  /** Returns whether it is owed only where it applies. */
  public boolean isConditional() {
    return promise.conditional();
  }

  /** Returns the milestones that its deadline can depend on; no other fact moves it. */
  public Set<Milestone> dependsOn() {
    return Set.copyOf(promise.dependsOn());
  }

  /** Returns the shares that are settled each by itself; none where all are settled at once. */
  List<Step> apart() {
    return apart;
  }

  StepPromise promise() {
    return promise;
  }

  Clocks clocks() {
    return clocks;
  }

  Progress progress() {
    return progress;
  }

  /** Returns id, due instant and state: {@code acknowledged, due 2026-11-23T10:00:00Z, open}. */
  @Override
  public String toString() {
    return id() + due().map(at -> ", due " + at).orElse("") + ", " + state().text();
  }
}
