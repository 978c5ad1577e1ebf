package dev.avow.policy.finding;

/** How much a broken rule matters, from least to most; {@link #UNKNOWN} is below all. */
public enum Severity {
  /** Not stated; a gate says how to treat it. */
  UNKNOWN,
  /** Worth knowing, nothing to act on. */
  INFO,
  /** Low. */
  LOW,
  /** Medium. */
  MEDIUM,
  /** High. */
  HIGH,
  /** Critical. */
  CRITICAL;

  /** Returns whether this severity is known and not below {@code floor}. */
  public boolean atLeast(Severity floor) {
    return this != UNKNOWN && compareTo(floor) >= 0;
  }
}
