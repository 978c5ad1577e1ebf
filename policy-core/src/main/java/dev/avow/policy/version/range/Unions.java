package dev.avow.policy.version.range;

import dev.avow.policy.version.range.VersionConstraint.Operator;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Unions of intervals. */
final class Unions {

  private Unions() {}

  /** Returns {@code sorted} with those that meet made one. */
  static List<Interval> merged(List<Interval> sorted) {
    List<Interval> merged = new ArrayList<>();
    for (Interval next : sorted) {
      int last = merged.size() - 1;
      if (last >= 0 && merged.get(last).meets(next)) {
        merged.set(last, merged.get(last).or(next));
      } else {
        merged.add(next);
      }
    }
    return merged;
  }

  /**
   * Returns what sorted constraints mean: of ends that point the same way in a row the outermost
   * counts, then each lower end goes with the upper one behind it.
   */
  static List<Interval> intervals(List<VersionConstraint> sorted) {
    List<Interval> intervals = new ArrayList<>();
    boolean bounded = false;
    @Nullable VersionConstraint low = null;
    @Nullable VersionConstraint high = null;
    for (VersionConstraint next : sorted) {
      if (next.operator().isLower()) {
        if (high != null) {
          intervals.add(between(low, high));
          low = null;
          high = null;
        }
        low = low == null ? next : low;
      } else if (next.operator().isUpper()) {
        high = next;
      } else if (next.operator() == Operator.EQUAL) {
        intervals.add(Interval.of(next));
      }
      bounded |= next.operator() != Operator.NOT_EQUAL;
    }
    if (low != null || high != null) {
      intervals.add(between(low, high));
    } else if (!bounded) {
      intervals.add(Interval.all());
    }
    return sorted(intervals);
  }

  private static Interval between(
      @Nullable VersionConstraint low, @Nullable VersionConstraint high) {
    Interval from = low == null ? Interval.all() : Interval.of(low);
    return high == null ? from : from.and(Interval.of(high));
  }

  private static List<Interval> sorted(List<Interval> intervals) {
    return intervals.stream()
        .sorted((one, other) -> one.startsBefore(other) ? -1 : other.startsBefore(one) ? 1 : 0)
        .toList();
  }
}
