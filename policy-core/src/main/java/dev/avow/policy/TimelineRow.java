package dev.avow.policy;

import dev.avow.policy.commitment.DayRange;
import dev.avow.policy.finding.Location;
import java.util.List;

/**
 * A row of a disclosure timeline: what happens in which days.
 *
 * <p>The place where it is written does not count in {@link #equals}.
 *
 * @param days the days after the report, both ends included
 * @param phase what happens
 * @param text what happens, in the words of the project
 * @param declaredAt where it is written
 */
public record TimelineRow(DayRange days, Phase phase, String text, Location declaredAt) {

  /** Creates a row; a blank text is refused. */
  public TimelineRow {
    Require.text("text", text);
  }

  /** Returns a row in the phase's own words. */
  public static TimelineRow of(DayRange days, Phase phase) {
    return new TimelineRow(days, phase, phase.text(), Require.IN_CODE);
  }

  /** Returns this row in other words. */
  public TimelineRow saying(String other) {
    return new TimelineRow(days, phase, other, declaredAt);
  }

  /** Returns this row as written at {@code place}. */
  public TimelineRow at(Location place) {
    return new TimelineRow(days, phase, text, place);
  }

  /** Returns the row's name, which is the phase's. */
  public String id() {
    return phase.label();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof TimelineRow that && said().equals(that.said());
  }

  @Override
  public int hashCode() {
    return said().hashCode();
  }

  private List<Object> said() {
    return List.of(days, phase, text);
  }
}
