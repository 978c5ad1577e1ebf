package dev.avow.policy.version.line;

import dev.avow.policy.version.line.Edge.Side;
import dev.avow.policy.version.scheme.Numbers;
import dev.avow.policy.version.scheme.Version;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A stretch of versions.
 *
 * @param low where it begins; null if it has no beginning
 * @param high where it ends; null if it has no end
 * @param isLine whether it is a line: all versions whose numbers begin alike
 * @param withPreReleases whether it says that pre-releases are in it
 * @param except versions that are not in it all the same
 */
public record Span(
    @Nullable Edge low,
    @Nullable Edge high,
    boolean isLine,
    boolean withPreReleases,
    List<Version> except)
    implements Coverage {

  /** Returns all versions. */
  static Span all() {
    return new Span(null, null, false, false, List.of());
  }

  /** Returns the line that {@code version} names; that version alone if it has a pre-release. */
  static Span line(Version version) {
    boolean exact = !version.words().isEmpty();
    return new Span(
        new Edge(version, Side.BEFORE),
        new Edge(version, exact ? Side.BEHIND : Side.BEHIND_LINE),
        !exact,
        exact,
        List.of());
  }

  /** Returns the versions between two edges. */
  static Span between(@Nullable Edge low, @Nullable Edge high) {
    return new Span(low, high, false, false, List.of());
  }

  Span includingPreReleases() {
    return new Span(low, high, isLine, true, except);
  }

  Span without(List<Version> versions) {
    return new Span(low, high, isLine, withPreReleases, List.copyOf(versions));
  }

  /** Returns what is in both. */
  Span and(Span other) {
    Edge from = Edge.compareLows(low, other.low) >= 0 ? low : other.low;
    Edge to = Edge.compareHighs(high, other.high) <= 0 ? high : other.high;
    return between(from, to);
  }

  /** Returns the numbers by which its versions begin; none if it is no line. */
  List<String> numbers() {
    return isLine && low != null ? low.version().numbers() : List.of();
  }

  /** Returns whether {@code version} is in it. */
  boolean contains(Version version, boolean strict) {
    if (version.numbers().isEmpty()) {
      return false;
    }
    boolean strictly = strict && !withPreReleases;
    if (isLine && low != null && !(strictly && version.isPreRelease())) {
      List<String> line = low.version().numbers();
      return Numbers.compare(version.numbers(), line, line.size()) == 0;
    }
    boolean inside =
        (low == null || low.isPassedBy(version, strictly))
            && (high == null || !high.isPassedBy(version, strictly));
    return inside && (except.isEmpty() || except.stream().noneMatch(version::isSameAs));
  }

  @Override
  public Match covers(Inquiry inquiry) {
    Version version = inquiry.version();
    return Match.of(version != null && contains(version, inquiry.isStrict()));
  }

  @Override
  public Match isAbove(Inquiry inquiry) {
    Version version = inquiry.version();
    return Match.of(
        version != null
            && low != null
            && !version.numbers().isEmpty()
            && !low.isPassedBy(version, inquiry.isStrict()));
  }

  @Override
  public Closeness closeness() {
    if (low == null && high == null) {
      return Closeness.OTHERS;
    }
    return low == null || high == null ? Closeness.OPEN : Closeness.LINE;
  }

  @Override
  public boolean namesPreReleases() {
    return withPreReleases;
  }
}
