package dev.avow.policy.version.range;

import dev.avow.policy.version.range.VersionConstraint.Operator;
import dev.avow.policy.version.scheme.Version;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * All versions between two ends; immutable.
 *
 * <p>An end that is absent is without limit.
 */
public final class Interval {

  private static final Interval ALL = new Interval(null, null);

  private final @Nullable VersionConstraint low;
  private final @Nullable VersionConstraint high;

  private Interval(@Nullable VersionConstraint low, @Nullable VersionConstraint high) {
    this.low = low;
    this.high = high;
  }

  static Interval all() {
    return ALL;
  }

  /** Returns the versions that meet {@code constraint}, which is no inequality. */
  static Interval of(VersionConstraint constraint) {
    Version version = constraint.version();
    return switch (constraint.operator()) {
      case GREATER, GREATER_OR_EQUAL -> new Interval(constraint, null);
      case LESS, LESS_OR_EQUAL -> new Interval(null, constraint);
      case EQUAL ->
          new Interval(
              new VersionConstraint(Operator.GREATER_OR_EQUAL, version),
              new VersionConstraint(Operator.LESS_OR_EQUAL, version));
      case NOT_EQUAL -> throw new IllegalArgumentException("!= must not be an interval but was");
    };
  }

  /** Returns the lower end: {@code >} or {@code >=}. */
  public Optional<VersionConstraint> low() {
    return Optional.ofNullable(low);
  }

  /** Returns the upper end: {@code <} or {@code <=}. */
  public Optional<VersionConstraint> high() {
    return Optional.ofNullable(high);
  }

  /** Returns whether {@code version}, of the same scheme, lies between the ends. */
  public boolean contains(Version version) {
    if (low != null && !reaches(version.compareTo(low.version()), low)) {
      return false;
    }
    return high == null || reaches(-version.compareTo(high.version()), high);
  }

  private static boolean reaches(int inwards, VersionConstraint end) {
    return inwards > 0 || (inwards == 0 && includes(end));
  }

  private static boolean includes(VersionConstraint end) {
    return end.operator() == Operator.LESS_OR_EQUAL || end.operator() == Operator.GREATER_OR_EQUAL;
  }

  Interval and(Interval other) {
    return new Interval(inner(low, other.low, 1), inner(high, other.high, -1));
  }

  /** Returns the end that leaves less, {@code inwards} telling where that is. */
  private static @Nullable VersionConstraint inner(
      @Nullable VersionConstraint one, @Nullable VersionConstraint other, int inwards) {
    if (one == null || other == null) {
      return one == null ? other : one;
    }
    int order = inwards * one.version().compareTo(other.version());
    return order > 0 || (order == 0 && !includes(one)) ? one : other;
  }

  boolean isEmpty() {
    if (low == null || high == null) {
      return false;
    }
    int order = low.version().compareTo(high.version());
    return order > 0 || (order == 0 && !(includes(low) && includes(high)));
  }

  /** Returns whether it has versions in common with {@code other}, or touches it. */
  boolean meets(Interval other) {
    return !behind(this, other) && !behind(other, this);
  }

  private static boolean behind(Interval one, Interval other) {
    if (one.low == null || other.high == null) {
      return false;
    }
    int order = one.low.version().compareTo(other.high.version());
    return order > 0 || (order == 0 && !includes(one.low) && !includes(other.high));
  }

  /** Returns what covers both, which meet. */
  Interval or(Interval other) {
    boolean lower = low == null || (other.low != null && startsBefore(other));
    boolean higher = high == null || (other.high != null && endsBehind(other.high));
    return new Interval(lower ? low : other.low, higher ? high : other.high);
  }

  /** Returns whether it begins with a version before the first of {@code other}. */
  boolean startsBefore(Interval other) {
    if (low == null || other.low == null) {
      return low == null && other.low != null;
    }
    int order = low.version().compareTo(other.low.version());
    return order < 0 || (order == 0 && includes(low) && !includes(other.low));
  }

  private boolean endsBehind(VersionConstraint end) {
    int order = high == null ? 1 : high.version().compareTo(end.version());
    return order > 0 || (order == 0 && high != null && includes(high));
  }

  /** Returns its ends as constraints, one version alone as equality. */
  List<VersionConstraint> constraints() {
    List<VersionConstraint> ends = new ArrayList<>();
    if (low != null && high != null && low.version().compareTo(high.version()) == 0) {
      ends.add(new VersionConstraint(Operator.EQUAL, low.version()));
      return ends;
    }
    low().ifPresent(ends::add);
    high().ifPresent(ends::add);
    return ends;
  }

  @Override
  public String toString() {
    return low == null && high == null ? "*" : constraints().toString();
  }
}
