package dev.avow.policy;

import dev.avow.policy.commitment.Period;
import dev.avow.policy.finding.Location;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The promise that dependencies are looked at for updates regularly.
 *
 * <p>Immutable. The place where it is written does not count in {@link #equals}.
 */
public final class DependencyUpdates {

  /** What looks for updates. */
  public enum Tool {
    /** Any tool. */
    ANY,
    /** Dependabot. */
    DEPENDABOT,
    /** Renovate. */
    RENOVATE
  }

  private final Tool tool;
  private final @Nullable Period every;
  private final Location declaredAt;

  private DependencyUpdates(Tool tool, @Nullable Period every, Location declaredAt) {
    this.tool = tool;
    this.every = every;
    this.declaredAt = declaredAt;
  }

  /** Returns updates by {@code tool}, without saying how often. */
  public static DependencyUpdates by(Tool tool) {
    return new DependencyUpdates(tool, null, Require.IN_CODE);
  }

  /** Returns these updates, looked for once in {@code period} or more often. */
  public DependencyUpdates every(Period period) {
    return new DependencyUpdates(tool, period, declaredAt);
  }

  /** Returns these updates as written at {@code place}. */
  public DependencyUpdates at(Location place) {
    return new DependencyUpdates(tool, every, place);
  }

  /** Returns what looks for updates. */
  public Tool tool() {
    return tool;
  }

  /** Returns how long at most lies between two looks, if it is stated. */
  public Optional<Period> every() {
    return Optional.ofNullable(every);
  }

  /** Returns where it is written. */
  public Location declaredAt() {
    return declaredAt;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof DependencyUpdates that && parts().equals(that.parts());
  }

  @Override
  public int hashCode() {
    return parts().hashCode();
  }

  private List<Object> parts() {
    return List.of(tool, every());
  }

  @Override
  public String toString() {
    return tool + every().map(period -> " every " + period.words()).orElse("");
  }
}
