package dev.avow.policy;

import dev.avow.policy.commitment.DayRange;
import dev.avow.policy.commitment.Period;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * The days from a report to its disclosure: what happens when, without gaps.
 *
 * <pre>{@code
 * Timeline.none()
 *     .day(0, REPORTED)
 *     .days(1, 7, FIX)
 *     .days(7, 14, RELEASE_AND_ADVISORY)
 *     .fromDay(14, PUBLIC_DISCLOSURE);
 * }</pre>
 *
 * <p>Day 0 is the day of the report in the policy's zone. A row begins on the last day of the one
 * before it, which they share, or on the day after. Immutable.
 */
public final class Timeline {

  private static final Timeline NONE = new Timeline(List.of(), null);

  private final List<TimelineRow> rows;
  private final @Nullable Period grace;

  private Timeline(List<TimelineRow> rows, @Nullable Period grace) {
    this.rows = rows;
    this.grace = grace;
  }

  /** Returns the timeline that says nothing. */
  public static Timeline none() {
    return NONE;
  }

  /** Returns this timeline with one more row, a single day long; refuses as {@link #and} does. */
  public Timeline day(int day, Phase phase) {
    return and(TimelineRow.of(DayRange.day(day), phase));
  }

  /** Returns this timeline with one more row, both days included; refuses as {@link #and} does. */
  public Timeline days(int first, int last, Phase phase) {
    return and(TimelineRow.of(DayRange.days(first, last), phase));
  }

  /** Returns this timeline with one more row, without an end; refuses as {@link #and} does. */
  public Timeline fromDay(int day, Phase phase) {
    return and(TimelineRow.of(DayRange.from(day), phase));
  }

  /**
   * Returns this timeline with one more row.
   *
   * @throws IllegalArgumentException if the row does not continue those before it: day 0 first, no
   *     gap, no overlap but a shared day, phases in their order and each once
   */
  public Timeline and(TimelineRow row) {
    if (rows.isEmpty()) {
      requireStart(row);
    } else {
      requireOrder(rows.get(rows.size() - 1), row);
    }
    return append(row);
  }

  /** Returns this timeline with one more row, whether or not it continues those before it. */
  Timeline append(TimelineRow row) {
    return new Timeline(Require.plus(rows, row), grace);
  }

  private static void requireStart(TimelineRow row) {
    if (row.days().first() != 0) {
      throw new IllegalArgumentException(
          "timeline must begin with day 0 but begins with day %d".formatted(row.days().first()));
    }
  }

  private static void requireOrder(TimelineRow before, TimelineRow row) {
    OptionalInt end = before.days().last();
    int first = row.days().first();
    if (end.isEmpty()) {
      throw new IllegalArgumentException(
          "nothing must follow days %s but days %s do".formatted(before.days(), row.days()));
    }
    if (first != end.getAsInt() && first != end.getAsInt() + 1) {
      throw new IllegalArgumentException(
          "days after %s must begin with day %d or %d but begin with day %d"
              .formatted(before.days(), end.getAsInt(), end.getAsInt() + 1, first));
    }
    if (row.phase().compareTo(before.phase()) <= 0) {
      throw new IllegalArgumentException(
          "phase must come after %s but was %s"
              .formatted(before.phase().label(), row.phase().label()));
    }
  }

  /**
   * Returns this timeline, giving users {@code period} between a fix and its disclosure.
   *
   * @throws IllegalArgumentException if it was set already
   */
  public Timeline grace(Period period) {
    if (grace != null) {
      throw new IllegalArgumentException("grace was already set to %s".formatted(grace.words()));
    }
    return new Timeline(rows, period);
  }

  /** Returns the rows, first day first. */
  public List<TimelineRow> rows() {
    return rows;
  }

  /** Returns how long users have at least between a fix and its disclosure, if it is stated. */
  public Optional<Period> grace() {
    return Optional.ofNullable(grace);
  }

  /** Returns whether nothing is said at all. */
  public boolean isEmpty() {
    return equals(NONE);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Timeline that
        && rows.equals(that.rows)
        && Objects.equals(grace, that.grace);
  }

  @Override
  public int hashCode() {
    return Objects.hash(rows, grace);
  }

  @Override
  public String toString() {
    return rows + (grace == null ? "" : ", grace " + grace.words());
  }
}
