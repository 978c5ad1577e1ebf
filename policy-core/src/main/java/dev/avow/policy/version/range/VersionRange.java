package dev.avow.policy.version.range;

import dev.avow.policy.version.range.VersionConstraint.Operator;
import dev.avow.policy.version.scheme.Version;
import dev.avow.policy.version.scheme.VersionScheme;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A set of versions of one scheme.
 *
 * <pre>{@code
 * VersionRange range = VersionRange.of("^1.2.3 || >=3.0.1", VersionScheme.NPM);
 * range.contains(Version.of("1.9.0", VersionScheme.NPM)); // true
 * range.toVers();                                         // vers:npm/>=1.2.3|<2.0.0|>=3.0.1
 * VersionRange.vers("vers:pypi/>=1.0|!=1.5|<2.0");
 * }</pre>
 *
 * <p>Immutable.
 */
public final class VersionRange {

  private static final Comparator<VersionConstraint> BY_VERSION =
      Comparator.comparing(VersionConstraint::version);

  private final VersionScheme scheme;
  private final List<Interval> intervals;
  private final List<Version> except;
  private final List<VersionConstraint> constraints;

  private VersionRange(
      VersionScheme scheme,
      List<Interval> intervals,
      List<Version> except,
      List<VersionConstraint> constraints) {
    this.scheme = scheme;
    this.intervals = List.copyOf(intervals);
    this.except = List.copyOf(except);
    this.constraints = List.copyOf(constraints);
  }

  /**
   * Returns the range that a {@code vers:} text means; its constraints come in any order.
   *
   * @throws IllegalArgumentException if it is none, or its scheme is not known here
   * @see <a href="https://github.com/package-url/vers-spec">the specification</a>
   */
  public static VersionRange vers(String text) {
    return VersText.read(text);
  }

  /**
   * Returns the range that a {@code vers:} text in the one form that is canonical means.
   *
   * @throws IllegalArgumentException if it is not in that form
   */
  public static VersionRange canonicalVers(String text) {
    return CanonicalVers.read(text);
  }

  /**
   * Returns the range as the package manager of {@code scheme} writes it: {@code ^1.2} of npm,
   * {@code ~=1.4,!=1.5} of Python, {@code [1.0,2.0)} of Maven and NuGet; that of npm otherwise.
   *
   * @throws IllegalArgumentException if it is none
   */
  public static VersionRange of(String text, VersionScheme scheme) {
    return NativeRange.read(text, scheme);
  }

  /** Returns the union of {@code intervals} without the versions of {@code except}. */
  static VersionRange of(VersionScheme scheme, List<Interval> intervals, List<Version> except) {
    List<Interval> sorted =
        intervals.stream()
            .filter(interval -> !interval.isEmpty())
            .sorted((one, other) -> one.startsBefore(other) ? -1 : other.startsBefore(one) ? 1 : 0)
            .toList();
    List<VersionConstraint> written = constraints(sorted, except);
    List<Interval> merged = Unions.merged(sorted);
    boolean faithful =
        Unions.merged(Unions.intervals(written)).toString().equals(merged.toString());
    return new VersionRange(
        scheme, merged, except, faithful ? written : constraints(merged, except));
  }

  private static List<VersionConstraint> constraints(
      List<Interval> intervals, List<Version> except) {
    return Stream.concat(
            intervals.stream().flatMap(interval -> interval.constraints().stream()),
            except.stream().map(version -> new VersionConstraint(Operator.NOT_EQUAL, version)))
        .sorted(BY_VERSION)
        .toList();
  }

  /** Returns what {@code constraints}, sorted here, mean by the specification of {@code vers:}. */
  static VersionRange of(VersionScheme scheme, List<VersionConstraint> constraints) {
    List<VersionConstraint> sorted = new ArrayList<>(constraints);
    sorted.sort(BY_VERSION);
    List<Version> except =
        sorted.stream()
            .filter(constraint -> constraint.operator() == Operator.NOT_EQUAL)
            .map(VersionConstraint::version)
            .toList();
    return new VersionRange(scheme, Unions.merged(Unions.intervals(sorted)), except, sorted);
  }

  /** Returns the scheme of its versions. */
  public VersionScheme scheme() {
    return scheme;
  }

  /** Returns the intervals that it is made of, from low to high, none meeting another. */
  public List<Interval> intervals() {
    return intervals;
  }

  /** Returns its constraints as {@link #toVers} has them, sorted by version; none for all. */
  public List<VersionConstraint> constraints() {
    return constraints;
  }

  /** Returns whether no version is in it. */
  public boolean isEmpty() {
    return intervals.isEmpty();
  }

  /** Returns whether {@code version}, read by this range's scheme, is in it. */
  public boolean contains(Version version) {
    Version read = version.in(scheme);
    return except.stream().noneMatch(read::isSameAs)
        && intervals.stream().anyMatch(interval -> interval.contains(read));
  }

  /** Returns the versions that are in both. */
  VersionRange and(VersionRange other) {
    List<Interval> both = new ArrayList<>();
    for (Interval one : intervals) {
      other.intervals.forEach(two -> both.add(one.and(two)));
    }
    List<Version> neither = new ArrayList<>(except);
    neither.addAll(other.except);
    return of(scheme, both, neither);
  }

  /**
   * Returns it as a {@code vers:} text. Constraints stay as they were written where that means the
   * same there, and are simplified otherwise.
   */
  public String toVers() {
    if (isEmpty()) {
      return "vers:none/*";
    }
    String all =
        constraints.isEmpty()
            ? "*"
            : constraints.stream()
                .map(VersionConstraint::toString)
                .collect(Collectors.joining("|"));
    return "vers:" + scheme.name() + "/" + all;
  }

  /** Returns the version of a range that holds only one. */
  public Optional<Version> only() {
    boolean one = constraints.size() == 1 && constraints.get(0).operator() == Operator.EQUAL;
    return one ? Optional.of(constraints.get(0).version()) : Optional.empty();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof VersionRange that && toVers().equals(that.toVers());
  }

  @Override
  public int hashCode() {
    return toVers().hashCode();
  }

  /** Returns it as a {@code vers:} text. */
  @Override
  public String toString() {
    return toVers();
  }
}
