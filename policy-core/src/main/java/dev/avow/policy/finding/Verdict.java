package dev.avow.policy.finding;

/**
 * What a rule says of one subject.
 *
 * <p>The order is that of weight: where two verdicts on the same rule and subject meet, the later
 * constant wins.
 */
public enum Verdict {
  /** The rule does not concern this subject. */
  NOT_APPLICABLE,
  /** The promise is kept. */
  PASS,
  /** It could not be decided, and the finding says what is missing. */
  INCONCLUSIVE,
  /** The promise is broken. */
  FAIL;

  /** Returns the weightier of this verdict and {@code other}. */
  public Verdict or(Verdict other) {
    return compareTo(other) >= 0 ? this : other;
  }
}
