package dev.avow.disclosure;

import dev.avow.disclosure.regime.Counting;
import dev.avow.disclosure.regime.Regime;
import dev.avow.policy.commitment.Commitment;
import dev.avow.policy.commitment.Deadline;
import dev.avow.policy.commitment.Period;
import dev.avow.policy.commitment.Roll;
import dev.avow.policy.commitment.WorkingCalendar;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Why a step is due when it is, or why that cannot be said: the fact that started the clock, the
 * promise, and the calendar in which it is counted.
 */
public final class Explanation {

  private final Step step;
  private final WorkingCalendar calendar;
  private final List<Regime> regimes;

  Explanation(Step step, WorkingCalendar calendar, List<Regime> regimes) {
    this.step = step;
    this.calendar = calendar;
    this.regimes = regimes;
  }

  /** Returns the step. */
  public Step step() {
    return step;
  }

  /** Returns the fact that started the clock of the promise that decides, if it has happened. */
  public Optional<Fact> fact() {
    return step.clocks().binding().flatMap(clock -> Optional.ofNullable(clock.started()));
  }

  /** Returns the promise that decides; nothing if none covers the case's severity. */
  public Optional<Commitment> promise() {
    return step.binding();
  }

  /** Returns the regime whose promise decides, with its source; nothing if it is the policy's. */
  public Optional<Regime> regime() {
    return step.regime()
        .flatMap(name -> regimes.stream().filter(regime -> regime.name().equals(name)).findFirst());
  }

  /** Returns the other promises about the step, which another one comes before. */
  public List<Commitment> otherPromises() {
    return step.promises().stream()
        .filter(promise -> promise().filter(promise::equals).isEmpty())
        .toList();
  }

  /** Returns the agreement that moved the deadline, if one did. */
  public Optional<Fact> extension() {
    return step.clocks().extension();
  }

  /** Returns the calendar in which days are counted: that of whoever gave the promise. */
  public WorkingCalendar calendar() {
    return step.clocks().binding().map(clock -> clock.owed().calendar()).orElse(calendar);
  }

  /** Returns all of it in words. */
  public String sentence() {
    return when()
        + promise().map(this::because).orElse("")
        + promise().map(this::counted).orElse("")
        + extension().map(this::extended).orElse("")
        + step.apart().stream().map(this::share).collect(Collectors.joining());
  }

  private String when() {
    Deadline deadline = step.deadline();
    if (deadline instanceof Deadline.Due due) {
      return "%s is due %s".formatted(step.id(), show(due.at()));
    }
    if (deadline instanceof Deadline.NotBefore window) {
      return "%s must not happen before %s".formatted(step.id(), show(window.from()));
    }
    return deadline instanceof Deadline.Waiting waiting
        ? "%s cannot be dated before %s".formatted(step.id(), waiting.on())
        : "%s has no date: %s".formatted(step.id(), ((Deadline.None) deadline).why());
  }

  private String because(Commitment promise) {
    String terms = step.clocks().binding().orElseThrow().owed().clause().terms();
    String started = fact().map(fact -> started(promise, fact)).orElse("");
    return "; %s says %s%s".formatted(owner(promise), terms, started);
  }

  private String owner(Commitment promise) {
    return step.regime().isPresent() ? promise.source() : "the " + promise.source();
  }

  private String started(Commitment promise, Fact fact) {
    if (fact.what().equals(Fact.DATE_PLANNED)) {
      return "; %s was planned for %s"
          .formatted(promise.from(), fact.detail("for").orElse("some time"));
    }
    if (EmbargoFacts.ALL.contains(fact.what())) {
      return "; %s was at %s".formatted(fact.what(), show(fact.at()));
    }
    String by = fact.what().equals(promise.from()) ? "" : " (by %s)".formatted(fact.what());
    return "; %s was at %s%s".formatted(promise.from(), show(fact.at()), by);
  }

  private String counted(Commitment promise) {
    Owed owed = step.clocks().binding().orElseThrow().owed();
    if (fact().isEmpty() || owed.owner().equals(Owed.EMBARGO)) {
      return "";
    }
    if (promise.days().isPresent()) {
      return "; days are those of %s, from day 0 on".formatted(calendar().zone());
    }
    if (owed.counting() == Counting.REGULATION_1182_71) {
      return "; counted as Regulation 1182/71 does in " + calendar();
    }
    String roll = promise.roll() == Roll.NONE ? "" : ", rolled: " + promise.roll().text();
    return promise.period().map(period -> unit(period) + roll).orElse("");
  }

  private String unit(Period period) {
    return switch (period.unit()) {
      case HOURS -> "; hours are elapsed hours";
      case DAYS -> "; days are 24 elapsed hours each";
      case CALENDAR_DAYS -> "; days are those of " + calendar().zone();
      case BUSINESS_DAYS -> "; business days are those of " + calendar();
      case MONTHS -> "; months are those of " + calendar().zone();
    };
  }

  private String extended(Fact agreement) {
    return "; an extension until %s was agreed at %s"
        .formatted(agreement.detail("until").orElseThrow(), show(agreement.at()));
  }

  /** Says of one of several who ask what settled it, or what is left. */
  private String share(Step share) {
    String asks = share.promises().get(0).source();
    String state = share.state().text();
    return share
        .done()
        .map(fact -> "; for %s %s by %s at %s".formatted(asks, state, fact.what(), show(fact.at())))
        .orElseGet(() -> "; for %s %s".formatted(asks, state + left(share)));
  }

  private String left(Step share) {
    return share
        .reason()
        .map(": "::concat)
        .or(() -> share.waitsFor().map(on -> " for " + on))
        .or(() -> share.due().map(due -> ", due " + show(due)))
        .orElse("");
  }

  private String show(Instant instant) {
    return Instants.show(instant, calendar.zone());
  }

  /** Returns {@link #sentence}. */
  @Override
  public String toString() {
    return sentence();
  }
}
