package dev.avow.policy.version;

import dev.avow.policy.finding.Location;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The versions that a policy lists, and what it says of the others.
 *
 * <pre>{@code
 * SupportedVersions.none().and(SupportRow.branch("main")).others(BEST_EFFORT);
 * }</pre>
 *
 * <p>Immutable.
 */
public final class SupportedVersions {

  private static final SupportedVersions NONE = new SupportedVersions(List.of(), null);

  private final List<SupportRow> rows;
  private final @Nullable SupportStatus others;

  private SupportedVersions(List<SupportRow> rows, @Nullable SupportStatus others) {
    this.rows = List.copyOf(rows);
    this.others = others;
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
    return new SupportedVersions(more, others);
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
    return new SupportedVersions(rows, status);
  }

  /** Returns the rows, in the order of the policy. */
  public List<SupportRow> rows() {
    return rows;
  }

  /** Returns what a version in no row can expect, if the policy says so. */
  public Optional<SupportStatus> others() {
    return Optional.ofNullable(others);
  }

  /** Returns whether nothing is said at all. */
  public boolean isEmpty() {
    return equals(NONE);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof SupportedVersions that
        && rows.equals(that.rows)
        && others == that.others;
  }

  @Override
  public int hashCode() {
    return Objects.hash(rows, others);
  }

  @Override
  public String toString() {
    return rows + (others == null ? "" : ", others " + others.label());
  }
}
