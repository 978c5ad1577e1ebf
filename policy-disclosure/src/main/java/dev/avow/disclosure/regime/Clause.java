package dev.avow.disclosure.regime;

import dev.avow.policy.commitment.Bound;
import dev.avow.policy.commitment.Commitment;
import dev.avow.policy.commitment.Deadline;
import dev.avow.policy.commitment.Milestone;
import dev.avow.policy.commitment.Period;
import dev.avow.policy.commitment.WorkingCalendar;
import java.time.Instant;
import java.time.LocalTime;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * One thing that a regime asks: a commitment, when it holds, and what belongs to it.
 *
 * <pre>{@code
 * Clause.of(Commitment.to(PUBLIC).within(days(90)))
 *     .unless(Condition.happened(FIX_RELEASED).within(days(90), REPORTED));
 * }</pre>
 *
 * <p>Immutable.
 */
public final class Clause {

  private final Commitment commitment;
  private final List<Condition> onlyIf;
  private final List<Condition> unless;
  private final ClauseTerms terms;

  private Clause(
      Commitment commitment, List<Condition> onlyIf, List<Condition> unless, ClauseTerms terms) {
    this.commitment = commitment;
    this.onlyIf = List.copyOf(onlyIf);
    this.unless = List.copyOf(unless);
    this.terms = terms;
  }

  /** Returns the clause that asks for {@code commitment}, whatever happens. */
  public static Clause of(Commitment commitment) {
    return new Clause(commitment, List.of(), List.of(), ClauseTerms.PLAIN);
  }

  /** Returns this clause as one of the regime called {@code title}. */
  Clause by(String title) {
    return new Clause(commitment.source(title), onlyIf, unless, terms);
  }

  /** Returns this clause, holding only once all of {@code conditions} are met. */
  public Clause onlyIf(Condition... conditions) {
    return new Clause(commitment, List.of(conditions), unless, terms);
  }

  /** Returns this clause, no longer holding once one of {@code conditions} is met. */
  public Clause unless(Condition... conditions) {
    return new Clause(commitment, onlyIf, List.of(conditions), terms);
  }

  /** Returns this clause, its deadline set to a time of its day in the regime's zone. */
  public Clause atTime(LocalTime time) {
    return with(terms.atTime(time));
  }

  /**
   * Returns this clause, its period counted back from when the other milestone is planned: so many
   * days ahead of it.
   */
  public Clause ahead() {
    return with(terms.asAhead());
  }

  /** Returns this clause as one that is owed only where it applies. */
  public Clause ifApplicable() {
    return with(terms.asConditional());
  }

  /** Returns this clause with what the step must contain, item by item. */
  public Clause contents(Collection<String> items) {
    return with(terms.contents(items));
  }

  /** Returns this clause with a note for people. */
  public Clause note(String text) {
    return with(terms.note(text));
  }

  private Clause with(ClauseTerms other) {
    return new Clause(commitment, onlyIf, unless, other);
  }

  /** Returns what it asks for. */
  public Commitment commitment() {
    return commitment;
  }

  /** Returns the conditions of which all must be met. */
  public List<Condition> onlyIf() {
    return onlyIf;
  }

  /** Returns the conditions of which none may be met. */
  public List<Condition> unless() {
    return unless;
  }

  /** Returns the time of day at which its deadline is, if it is a certain one. */
  public Optional<LocalTime> time() {
    return Optional.ofNullable(terms.time());
  }

  /** Returns whether its period is counted back from when the other milestone is planned. */
  public boolean isAhead() {
    return terms.ahead();
  }

  /** Returns whether it is owed only where it applies. */
  public boolean isConditional() {
    return terms.conditional();
  }

  /** Returns what the step must contain, item by item. */
  public List<String> contents() {
    return terms.contents();
  }

  /** Returns the note for people, if there is one. */
  public Optional<String> note() {
    return Optional.ofNullable(terms.note());
  }

  /** Returns the milestones on which it depends whether, and by when, it asks for something. */
  public Set<Milestone> dependsOn() {
    Set<Milestone> all = new TreeSet<>(Set.of(commitment.from()));
    onlyIf.forEach(condition -> all.addAll(condition.dependsOn()));
    unless.forEach(condition -> all.addAll(condition.dependsOn()));
    return all;
  }

  /**
   * Returns whether it holds.
   *
   * @param known when a milestone happened, if it has
   */
  public boolean holds(Function<Milestone, Optional<Instant>> known, WorkingCalendar calendar) {
    return onlyIf.stream().allMatch(condition -> condition.isMet(known, calendar))
        && unless.stream().noneMatch(condition -> condition.isMet(known, calendar));
  }

  /**
   * Returns when it must have been met, given that it holds.
   *
   * @param start when the clock started or, for one that is counted back, when the other milestone
   *     is planned
   */
  public Deadline deadline(Instant start, WorkingCalendar calendar, Counting counting) {
    Optional<Period> period = commitment.period();
    if (period.isEmpty()) {
      return commitment.deadline(Map.of(commitment.from(), start), calendar);
    }
    Instant end =
        isAhead()
            ? ahead(start, period.get(), calendar)
            : counting.end(calendar, start, period.get(), commitment.roll());
    Instant at = time().map(time -> at(end, time, calendar)).orElse(end);
    if (commitment.bound() == Bound.AT_LEAST) {
      return new Deadline.NotBefore(at);
    }
    return new Deadline.Due(isAhead() || at.isBefore(start) ? at : start, at);
  }

  private Instant ahead(Instant planned, Period period, WorkingCalendar calendar) {
    return commitment.bound() == Bound.AT_LEAST
        ? Ahead.first(planned, period, calendar)
        : Ahead.last(planned, period, calendar);
  }

  private static Instant at(Instant end, LocalTime time, WorkingCalendar calendar) {
    return calendar.dayOf(end).atTime(time).atZone(calendar.zone()).toInstant();
  }

  /** Returns when it is met, in words: {@code at most 90 days after reported}. */
  public String terms() {
    String words = commitment.terms();
    if (isAhead()) {
      String kind = commitment.bound() == Bound.AT_LEAST ? "at most" : "at least";
      words =
          "%s %s before %s"
              .formatted(
                  kind,
                  commitment.period().map(Period::words).orElse("some time"),
                  commitment.from());
    }
    return words + time().map(" at %s"::formatted).orElse("");
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Clause that && parts().equals(that.parts());
  }

  @Override
  public int hashCode() {
    return parts().hashCode();
  }

  private List<Object> parts() {
    return List.of(commitment, onlyIf, unless, terms);
  }

  /** Returns what it asks for, in words: {@code public at most 90 days after reported}. */
  @Override
  public String toString() {
    return commitment.promised() + " " + terms();
  }
}
