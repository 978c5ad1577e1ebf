package dev.avow.policy.version;

import dev.avow.policy.finding.Evaluation;
import dev.avow.policy.finding.Location;
import dev.avow.policy.version.ask.PreReleases;
import dev.avow.policy.version.ask.ReleaseCatalog;
import dev.avow.policy.version.ask.SupportQuestion;
import dev.avow.policy.version.scheme.Version;
import dev.avow.policy.version.scheme.VersionScheme;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The versions that a policy lists, and what it says of the others.
 *
 * <pre>{@code
 * SupportedVersions versions =
 *     SupportedVersions.none()
 *         .and(SupportRow.line("2.x"))
 *         .and(SupportRow.line("< 2.0").status(UNSUPPORTED))
 *         .others(BEST_EFFORT);
 * versions.ask(Version.of("2.4.1"), today).support(); // SUPPORTED
 * }</pre>
 *
 * <p>The most specific row decides: a line over a bound, a bound over one that is wider, any of
 * them over a catch-all. Where rows disagree and none is more specific, the answer says so. A row
 * whose end has passed supports nothing any more. Immutable and thread-safe.
 */
public final class SupportedVersions {

  private static final SupportedVersions NONE =
      new SupportedVersions(
          List.of(), null, VersionScheme.PLAIN, PreReleases.WITH_THEIR_LINE, List.of());

  private final List<SupportRow> rows;
  private final @Nullable SupportStatus others;
  private final VersionScheme scheme;
  private final PreReleases preReleases;
  private final List<String> packages;

  /** Made when first asked; whoever sees it sees it whole, so a race only repeats the work. */
  private @Nullable SupportTable table;

  private SupportedVersions(
      List<SupportRow> rows,
      @Nullable SupportStatus others,
      VersionScheme scheme,
      PreReleases preReleases,
      List<String> packages) {
    this.rows = List.copyOf(rows);
    this.others = others;
    this.scheme = scheme;
    this.preReleases = preReleases;
    this.packages = List.copyOf(packages);
  }

  /** Returns versions of which nothing is said. */
  public static SupportedVersions none() {
    return NONE;
  }

  /**
   * Returns these versions with one more row.
   *
   * @throws IllegalArgumentException if there is a row about the same thing
   */
  public SupportedVersions and(SupportRow row) {
    rows.stream().filter(row::concernsSameAs).findFirst().ifPresent(known -> refuse(known, row));
    List<SupportRow> more = new ArrayList<>(rows);
    more.add(row);
    return new SupportedVersions(more, others, scheme, preReleases, packages);
  }

  private static void refuse(SupportRow known, SupportRow row) {
    Location place = known.declaredAt();
    throw new IllegalArgumentException(
        "%s %s must be listed once but was listed as %s%s and now as %s"
            .formatted(
                row.kind().label(),
                row.text(),
                known.status().label(),
                place.hasLine() ? " on line " + place.line() : "",
                row.status().label()));
  }

  /** Returns these versions, those in no row having {@code status}; setting it twice is refused. */
  public SupportedVersions others(SupportStatus status) {
    if (others != null) {
      throw new IllegalArgumentException(
          "status of other versions was already set to %s".formatted(others.label()));
    }
    return new SupportedVersions(rows, status, scheme, preReleases, packages);
  }

  /**
   * Returns these versions, read and compared by {@code value}; by the plain scheme, unless set.
   */
  public SupportedVersions scheme(VersionScheme value) {
    return new SupportedVersions(rows, others, value, preReleases, packages);
  }

  /**
   * Returns these versions, with pre-releases where {@code value} says; with their line, unless
   * set.
   */
  public SupportedVersions preReleases(PreReleases value) {
    return new SupportedVersions(rows, others, scheme, value, packages);
  }

  /**
   * Returns these versions, which are those of the package at {@code purl}, too.
   *
   * @param purl a package URL without a version, such as {@code pkg:npm/typekro}, or the repository
   *     of an image
   * @throws IllegalArgumentException if it is blank
   */
  public SupportedVersions ofPackage(String purl) {
    if (purl.isBlank()) {
      throw new IllegalArgumentException("package must look like pkg:npm/typekro but was blank");
    }
    List<String> more = new ArrayList<>(packages);
    more.add(purl);
    return new SupportedVersions(rows, others, scheme, preReleases, more);
  }

  /** Returns the rows, in the order of the policy. */
  public List<SupportRow> rows() {
    return rows;
  }

  /** Returns what a version in no row can expect, if the policy says so. */
  public Optional<SupportStatus> others() {
    return Optional.ofNullable(others);
  }

  /** Returns the scheme by which versions are read and compared. */
  public VersionScheme scheme() {
    return scheme;
  }

  /** Returns where pre-releases belong. */
  public PreReleases preReleases() {
    return preReleases;
  }

  /** Returns of which packages and image repositories the versions are. */
  public List<String> packages() {
    return packages;
  }

  /** Returns whether nothing is said at all. */
  public boolean isEmpty() {
    return equals(NONE);
  }

  /** Returns whether {@code version} is supported on {@code day}, no release being known. */
  public SupportAnswer ask(Version version, LocalDate day) {
    return ask(SupportQuestion.about(version, day));
  }

  /** Returns the answer to {@code question}. */
  public SupportAnswer ask(SupportQuestion question) {
    return table().ask(question);
  }

  /**
   * Returns what these versions say, ends that are days left aside, of the versions that {@code
   * row} of other versions covers, as far as the edges of its lines and bounds show it. Of a
   * branch, of images and of phrases such as {@code Latest} it is what they say of versions in no
   * row.
   */
  public Set<Support> saysOf(SupportRow row) {
    return new RowProbe(this, row).answers();
  }

  /**
   * Returns what is wrong with the rows on {@code day}: those that cannot be read, contradict each
   * other, can never decide, or have a tick past their end; gaps between them; and a newest release
   * that is on none of them.
   */
  public Evaluation lint(LocalDate day, ReleaseCatalog releases) {
    return new SupportLint(this, day, releases).evaluate();
  }

  SupportTable table() {
    SupportTable known = table;
    if (known == null) {
      known = new SupportTable(this);
      table = known;
    }
    return known;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof SupportedVersions that && parts().equals(that.parts());
  }

  @Override
  public int hashCode() {
    return parts().hashCode();
  }

  private List<Object> parts() {
    return List.of(rows, others(), scheme, preReleases, packages);
  }

  @Override
  public String toString() {
    return rows + (others == null ? "" : ", others " + others.label());
  }
}
