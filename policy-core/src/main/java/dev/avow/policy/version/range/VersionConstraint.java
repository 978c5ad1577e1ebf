package dev.avow.policy.version.range;

import dev.avow.policy.version.scheme.Version;

/**
 * One condition of a {@code vers:} range.
 *
 * @param operator how a version must compare
 * @param version with what
 */
public record VersionConstraint(Operator operator, Version version) {

  /** How a version compares with another. */
  public enum Operator {
    /** Comes before. */
    LESS("<"),
    /** Does not come behind. */
    LESS_OR_EQUAL("<="),
    /** Is the same. */
    EQUAL("="),
    /** Is not the same. */
    NOT_EQUAL("!="),
    /** Does not come before. */
    GREATER_OR_EQUAL(">="),
    /** Comes behind. */
    GREATER(">");

    private final String sign;

    Operator(String sign) {
      this.sign = sign;
    }

    /** Returns how it is written. */
    public String sign() {
      return sign;
    }

    boolean isLower() {
      return this == GREATER || this == GREATER_OR_EQUAL;
    }

    boolean isUpper() {
      return this == LESS || this == LESS_OR_EQUAL;
    }
  }

  /** Returns it as {@code vers:} ranges have it; equality has no sign there. */
  @Override
  public String toString() {
    String sign = operator == Operator.EQUAL ? "" : operator.sign();
    return sign + PercentCode.encode(version.toString());
  }
}
