package dev.avow.disclosure.regime;

import dev.avow.policy.commitment.Milestone;
import dev.avow.policy.commitment.Period;
import dev.avow.policy.commitment.WorkingCalendar;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Something on which it depends whether a clause holds: that a milestone has happened, perhaps no
 * later than some time after another one.
 *
 * <p>Immutable.
 */
public final class Condition {

  private final Milestone happened;
  private final @Nullable Period within;
  private final Milestone of;

  private Condition(Milestone happened, @Nullable Period within, Milestone of) {
    this.happened = happened;
    this.within = within;
    this.of = of;
  }

  /** Returns the condition that {@code milestone} has happened. */
  public static Condition happened(Milestone milestone) {
    return new Condition(milestone, null, Milestone.REPORTED);
  }

  /** Returns this condition, met only by what happens until {@code period} after {@code start}. */
  public Condition within(Period period, Milestone start) {
    return new Condition(happened, period, start);
  }

  /** Returns what must have happened. */
  public Milestone milestone() {
    return happened;
  }

  /** Returns how soon it must have happened, if that matters. */
  public Optional<Period> within() {
    return Optional.ofNullable(within);
  }

  /** Returns from when on that is counted. */
  public Milestone start() {
    return of;
  }

  /** Returns the milestones that it depends on. */
  public Set<Milestone> dependsOn() {
    Set<Milestone> all = new TreeSet<>(Set.of(happened));
    if (within != null) {
      all.add(of);
    }
    return all;
  }

  /**
   * Returns whether it is met.
   *
   * @param known when a milestone happened, if it has
   */
  public boolean isMet(Function<Milestone, Optional<Instant>> known, WorkingCalendar calendar) {
    Optional<Instant> at = known.apply(happened);
    if (within == null || at.isEmpty()) {
      return at.isPresent();
    }
    Period period = within;
    return known
        .apply(of)
        .map(start -> calendar.after(start, period))
        .filter(end -> !at.get().isAfter(end))
        .isPresent();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Condition that
        && happened.equals(that.happened)
        && Objects.equals(within, that.within)
        && of.equals(that.of);
  }

  @Override
  public int hashCode() {
    return Objects.hash(happened, within, of);
  }

  /** Returns it as a phrase: {@code fix-released within 90 days after reported}. */
  @Override
  public String toString() {
    return within == null
        ? happened.name()
        : "%s within %s after %s".formatted(happened, within.words(), of);
  }
}
