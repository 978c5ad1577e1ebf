package dev.avow.policy.version.ask;

import dev.avow.policy.version.scheme.Numbers;
import dev.avow.policy.version.scheme.Version;
import dev.avow.policy.version.scheme.VersionScheme;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * The releases of a project, as far as they are known.
 *
 * <pre>{@code
 * ReleaseCatalog releases = ReleaseCatalog.of(
 *     Release.of("8.0.0", LocalDate.of(2026, 3, 1)),
 *     Release.of("8.1.0", LocalDate.of(2026, 9, 1)));
 * }</pre>
 *
 * <p>One of lines knows of each line the first and the newest release only, and cannot tell what
 * was newest on a day before the newest. Immutable.
 */
public final class ReleaseCatalog {

  private static final ReleaseCatalog NONE = new ReleaseCatalog(List.of(), true);

  private final List<Release> newestFirst;
  private final boolean complete;

  private ReleaseCatalog(Collection<Release> releases, boolean complete) {
    this.newestFirst =
        releases.stream()
            .sorted(Comparator.comparing(Release::version).reversed())
            .distinct()
            .toList();
    this.complete = complete;
  }

  /** Returns the catalogue of which nothing is known. */
  public static ReleaseCatalog none() {
    return NONE;
  }

  /** Returns the catalogue of all releases. */
  public static ReleaseCatalog of(Release... releases) {
    return of(Arrays.asList(releases));
  }

  /**
   * Returns the catalogue of all releases, whose versions have one scheme.
   *
   * @throws IllegalArgumentException if they have several
   */
  public static ReleaseCatalog of(Collection<Release> releases) {
    return new ReleaseCatalog(releases, true);
  }

  /** Returns the catalogue of the first and the newest release of each line. */
  public static ReleaseCatalog ofLines(Collection<Release> releases) {
    return new ReleaseCatalog(releases, false);
  }

  /** Returns whether nothing is known. */
  public boolean isEmpty() {
    return newestFirst.isEmpty();
  }

  /** Returns whether it holds all releases, and not only the first and newest of lines. */
  public boolean isComplete() {
    return complete;
  }

  /** Returns what is known, the newest version first. */
  public List<Release> releases() {
    return newestFirst;
  }

  /** Returns this catalogue with versions read by {@code scheme}. */
  public ReleaseCatalog in(VersionScheme scheme) {
    boolean same =
        newestFirst.stream().allMatch(release -> release.version().scheme().equals(scheme));
    return same
        ? this
        : new ReleaseCatalog(newestFirst.stream().map(one -> one.in(scheme)).toList(), complete);
  }

  /**
   * Returns the newest release of those that {@code scope} has, as of {@code day}; nothing where
   * there is none, or where a newer one came later and what came before it is not known.
   */
  public Optional<Release> newest(Predicate<Version> scope, LocalDate day) {
    for (Release release : newestFirst) {
      if (scope.test(release.version())) {
        if (release.isOut(day)) {
          return Optional.of(release);
        }
        if (!complete) {
          return Optional.empty();
        }
      }
    }
    return Optional.empty();
  }

  /** Returns the newest release that is no pre-release, as of {@code day}. */
  public Optional<Release> newest(LocalDate day) {
    return newest(version -> !version.isPreRelease(), day);
  }

  /**
   * Returns the lines that have releases on {@code day}, pre-releases left out, the newest first.
   *
   * @param depth of how many numbers a line is made: 2 for minor lines
   */
  public List<List<String>> lines(int depth, LocalDate day) {
    List<List<String>> lines = new ArrayList<>();
    for (Release release : newestFirst) {
      List<String> numbers = release.version().numbers();
      List<String> line = numbers.subList(0, Math.min(depth, numbers.size()));
      boolean counts = !release.version().isPreRelease() && release.isOut(day);
      if (counts && (lines.isEmpty() || Numbers.compare(lines.get(lines.size() - 1), line) != 0)) {
        lines.add(line);
      }
    }
    return lines;
  }

  /** Returns whether lines of {@code depth} numbers can be told apart. */
  public boolean tellsLines(int depth) {
    return complete || (depth < Integer.MAX_VALUE && namesLines(depth));
  }

  private boolean namesLines(int depth) {
    return newestFirst.stream().allMatch(one -> one.version().numbers().size() >= depth)
        && newestFirst.stream().anyMatch(one -> one.version().numbers().size() == depth);
  }

  /** Returns the release of {@code version}, if it is known. */
  public Optional<Release> find(Version version) {
    return newestFirst.stream().filter(one -> one.version().isSameAs(version)).findFirst();
  }

  /** Returns the first of the releases, pre-releases left out, that {@code scope} has. */
  public Optional<Release> first(Predicate<Version> scope) {
    Stream<Release> inScope =
        newestFirst.stream()
            .filter(one -> !one.version().isPreRelease() && scope.test(one.version()));
    return inScope.reduce((newer, older) -> isEarlier(newer, older) ? newer : older);
  }

  private static boolean isEarlier(Release one, Release other) {
    LocalDate first = one.day().orElse(LocalDate.MAX);
    return first.isBefore(other.day().orElse(LocalDate.MAX));
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof ReleaseCatalog that
        && newestFirst.equals(that.newestFirst)
        && complete == that.complete;
  }

  @Override
  public int hashCode() {
    return newestFirst.hashCode();
  }

  @Override
  public String toString() {
    return newestFirst.size() + (complete ? " releases" : " first and newest releases of lines");
  }
}
