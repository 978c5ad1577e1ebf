package dev.avow.policy.commitment;

import dev.avow.policy.finding.Location;
import java.io.Serializable;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A promise that something will have happened a certain time after something else.
 *
 * <pre>{@code
 * Commitment.to(ACKNOWLEDGED).within(hours(48)).source("SECURITY.md");
 * Commitment.to(FIX_RELEASED).after(CONFIRMED); // as soon as possible: no date is promised
 * }</pre>
 *
 * <p>Unless said otherwise the clock starts at {@link Milestone#REPORTED}, the bound is {@link
 * Bound#AT_MOST}, nothing rolls, every severity is meant and no date is promised. Immutable. The
 * place where it is written does not count in {@link #equals}.
 */
public final class Commitment implements Serializable {

  private static final long serialVersionUID = 1;

  private final Milestone promised;
  private final String id;
  private final Milestone from;
  private final @Nullable Period period;
  private final @Nullable DayRange days;
  private final Bound bound;
  private final Roll roll;
  private final SeverityCondition severities;
  private final String source;
  private final Location declaredAt;

  private Commitment(CommitmentDraft draft) {
    this.promised = draft.promised;
    this.id = draft.id;
    this.from = draft.from;
    this.period = draft.period;
    this.days = draft.days;
    this.bound = draft.bound;
    this.roll = draft.roll;
    this.severities = draft.severities;
    this.source = draft.source;
    this.declaredAt = draft.declaredAt;
  }

  /** Returns the promise that {@code promised} will happen some time after the report. */
  public static Commitment to(Milestone promised) {
    return new Commitment(new CommitmentDraft(promised));
  }

  /** Returns this promise under another id than the promised milestone's name; in kebab-case. */
  public Commitment called(String id) {
    Names.requireKebabCase("commitment", "acknowledge-first", id);
    CommitmentDraft draft = new CommitmentDraft(this);
    draft.id = id;
    return new Commitment(draft);
  }

  /** Returns this promise with another start of its clock. */
  public Commitment after(Milestone from) {
    CommitmentDraft draft = new CommitmentDraft(this);
    draft.from = from;
    return new Commitment(draft);
  }

  /** Returns this promise kept no later than {@code period} after its start. */
  public Commitment within(Period period) {
    return bounded(Bound.AT_MOST, period);
  }

  /** Returns this promise kept no sooner than {@code period} after its start. */
  public Commitment notBefore(Period period) {
    return bounded(Bound.AT_LEAST, period);
  }

  /** Returns this promise kept around {@code period} after its start. */
  public Commitment about(Period period) {
    return bounded(Bound.ABOUT, period);
  }

  /** Returns this promise as one that is never broken, its period or days kept. */
  public Commitment bestEffort() {
    CommitmentDraft draft = new CommitmentDraft(this);
    draft.bound = Bound.BEST_EFFORT;
    return new Commitment(draft);
  }

  /**
   * Returns this promise kept on {@code days}, counted from the day of its start; without an end it
   * is kept no sooner than the first of them.
   */
  public Commitment during(DayRange days) {
    CommitmentDraft draft = new CommitmentDraft(this);
    draft.bound = days.last().isPresent() ? Bound.AT_MOST : Bound.AT_LEAST;
    draft.period = null;
    draft.days = days;
    return new Commitment(draft);
  }

  private Commitment bounded(Bound bound, Period period) {
    CommitmentDraft draft = new CommitmentDraft(this);
    draft.bound = bound;
    draft.period = period;
    draft.days = null;
    return new Commitment(draft);
  }

  /** Returns this promise with a rule for a period that ends on a day that is no business day. */
  public Commitment rolling(Roll roll) {
    CommitmentDraft draft = new CommitmentDraft(this);
    draft.roll = roll;
    return new Commitment(draft);
  }

  /** Returns this promise as given for some severities only. */
  public Commitment when(SeverityCondition severities) {
    CommitmentDraft draft = new CommitmentDraft(this);
    draft.severities = severities;
    return new Commitment(draft);
  }

  /** Returns this promise as given by {@code source}: a policy's heading, a law's article. */
  public Commitment source(String source) {
    CommitmentDraft draft = new CommitmentDraft(this);
    draft.source = source;
    return new Commitment(draft);
  }

  /** Returns this promise as written at {@code place}. */
  public Commitment declaredAt(Location place) {
    CommitmentDraft draft = new CommitmentDraft(this);
    draft.declaredAt = place;
    return new Commitment(draft);
  }

  /**
   * Returns the promise's name, in kebab-case: the promised milestone's, unless another was set.
   */
  public String id() {
    return id;
  }

  /** Returns what starts the clock. */
  public Milestone from() {
    return from;
  }

  /** Returns what is promised. */
  public Milestone promised() {
    return promised;
  }

  /** Returns how long it may take; nothing if it is kept on certain days, or without a date. */
  public Optional<Period> period() {
    return Optional.ofNullable(period);
  }

  /** Returns on which days it is kept; nothing if a period says so, or it has no date. */
  public Optional<DayRange> days() {
    return Optional.ofNullable(days);
  }

  /** Returns on which side of the period it is kept, and how firmly. */
  public Bound bound() {
    return bound;
  }

  /** Returns what happens on days that are no business days. */
  public Roll roll() {
    return roll;
  }

  /** Returns for which severities it is given. */
  public SeverityCondition severities() {
    return severities;
  }

  /** Returns whose promise it is: {@code security policy}, unless another source was set. */
  public String source() {
    return source;
  }

  /** Returns where it is written; {@code (code)} if it was made in Java. */
  public Location declaredAt() {
    return declaredAt;
  }

  /**
   * Returns when it must have been kept.
   *
   * @param known when the milestones that have happened did
   * @param calendar the calendar in which days and months are counted
   */
  public Deadline deadline(Map<Milestone, Instant> known, WorkingCalendar calendar) {
    Instant start = known.get(from);
    if (start == null) {
      return new Deadline.Waiting(from);
    }
    if (days != null) {
      return calendar.window(days, start);
    }
    if (period == null) {
      return new Deadline.None("no date was promised");
    }
    Instant end = calendar.after(start, period, roll);
    return bound == Bound.AT_LEAST ? new Deadline.NotBefore(end) : new Deadline.Due(start, end);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Commitment that && parts().equals(that.parts());
  }

  @Override
  public int hashCode() {
    return parts().hashCode();
  }

  private List<Object> parts() {
    return List.of(id, promised, from, period(), days(), bound, roll, severities, source);
  }

  /** Returns when it is kept, in words: {@code at most 48 hours after reported}. */
  public String terms() {
    if (days != null) {
      String day = days.equals(DayRange.day(days.first())) ? "day" : "days";
      return "on %s %s after %s".formatted(day, days, from);
    }
    String kind = bound.text().replace('-', ' ');
    if (bound == Bound.AT_LEAST && period != null && period.amount() == 0) {
      return "not before " + from;
    }
    if (period != null) {
      return "%s %s after %s".formatted(kind, period.words(), from);
    }
    String date = bound == Bound.BEST_EFFORT ? kind : "no date promised";
    return "after %s, %s".formatted(from, date);
  }

  /** Returns the promise in words: {@code acknowledged at most 48 hours after reported}. */
  @Override
  public String toString() {
    return promised + " " + terms();
  }
}
