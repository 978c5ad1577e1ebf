package dev.avow.policy;

import dev.avow.policy.commitment.Milestone;
import dev.avow.policy.finding.Location;
import java.util.List;

/**
 * Something that a project owes its users for every confirmed vulnerability.
 *
 * <pre>{@code
 * Obligation.to(ADVISORY_PUBLISHED);
 * Obligation.to(CVE_ASSIGNED).ifApplicable();
 * }</pre>
 *
 * <p>The place where it is written does not count in {@link #equals}.
 *
 * @param milestone what will have happened
 * @param conditional whether it is owed only where it applies
 * @param declaredAt where it is written
 */
public record Obligation(Milestone milestone, boolean conditional, Location declaredAt) {

  /** Returns the obligation that {@code milestone} happens. */
  public static Obligation to(Milestone milestone) {
    return new Obligation(milestone, false, Require.IN_CODE);
  }

  /** Returns this obligation as one that is owed only where it applies. */
  public Obligation ifApplicable() {
    return new Obligation(milestone, true, declaredAt);
  }

  /** Returns this obligation as written at {@code place}. */
  public Obligation at(Location place) {
    return new Obligation(milestone, conditional, place);
  }

  /** Returns its name, which is the milestone's. */
  public String id() {
    return milestone.name();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Obligation that && said().equals(that.said());
  }

  @Override
  public int hashCode() {
    return said().hashCode();
  }

  private List<Object> said() {
    return List.of(milestone, conditional);
  }
}
