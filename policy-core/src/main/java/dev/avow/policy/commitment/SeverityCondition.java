package dev.avow.policy.commitment;

import dev.avow.policy.finding.Severity;
import java.io.Serializable;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * For vulnerabilities of which severities a promise is given.
 *
 * @param severities the severities; all of them, {@link Severity#UNKNOWN} too, if it is given for
 *     any
 */
public record SeverityCondition(Set<Severity> severities) implements Serializable {

  private static final SeverityCondition ANY = new SeverityCondition(EnumSet.allOf(Severity.class));

  /** Creates a condition; an empty one is refused. */
  public SeverityCondition {
    if (severities.isEmpty()) {
      throw new IllegalArgumentException("severities must name at least one but were empty");
    }
    severities = Set.copyOf(severities);
  }

  /** Returns the condition that every vulnerability meets. */
  public static SeverityCondition any() {
    return ANY;
  }

  /** Returns the condition that {@code severities} meet. */
  public static SeverityCondition of(Severity... severities) {
    return new SeverityCondition(Set.of(severities));
  }

  /** Returns the condition that {@code floor} and all above meet. */
  public static SeverityCondition atLeast(Severity floor) {
    return new SeverityCondition(
        Arrays.stream(Severity.values())
            .filter(severity -> severity.atLeast(floor))
            .collect(Collectors.toSet()));
  }

  /** Returns whether every vulnerability meets it. */
  public boolean isAny() {
    return equals(ANY);
  }

  /** Returns whether a vulnerability of {@code severity} meets it. */
  public boolean covers(Severity severity) {
    return severities.contains(severity);
  }

  /** Returns the severities from the least to the most: {@code HIGH, CRITICAL}. */
  @Override
  public String toString() {
    return isAny()
        ? "any severity"
        : severities.stream().sorted().map(Enum::name).collect(Collectors.joining(", "));
  }
}
