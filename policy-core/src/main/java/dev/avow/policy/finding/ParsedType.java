package dev.avow.policy.finding;

import org.jspecify.annotations.Nullable;

/**
 * A value that policies write as a text, or a whole number, and rules read as something else.
 *
 * <p>Parsers do not count in {@link #equals}: what is expected says which one it is.
 *
 * @param type what rules read
 * @param parser how a text is read
 * @param expects what a value must be, as a phrase
 * @param numbersToo whether a whole number is read as its digits
 */
record ParsedType(Class<?> type, TextParser<?> parser, String expects, boolean numbersToo)
    implements ParameterType {

  private static final long serialVersionUID = 1;

  static ParsedType ofTexts(Class<?> type, TextParser<?> parser, String expects) {
    return new ParsedType(type, parser, expects, false);
  }

  static ParsedType ofTextsAndNumbers(Class<?> type, TextParser<?> parser, String expects) {
    return new ParsedType(type, parser, expects, true);
  }

  @Override
  public @Nullable Object accept(Object value) {
    if (type.isInstance(value)) {
      return value;
    }
    try {
      return isWritten(value) ? parser.parse(value.toString()) : null;
    } catch (IllegalArgumentException malformed) {
      return null;
    }
  }

  @Override
  public String reason(Object value) {
    try {
      if (isWritten(value)) {
        parser.parse(value.toString());
      }
      return "";
    } catch (IllegalArgumentException malformed) {
      return String.valueOf(malformed.getMessage());
    }
  }

  private boolean isWritten(Object value) {
    return value instanceof String
        || (numbersToo && (value instanceof Long || value instanceof Integer));
  }

  @Override
  public Object write(Object accepted) {
    return accepted.toString();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof ParsedType that
        && type.equals(that.type)
        && expects.equals(that.expects);
  }

  @Override
  public int hashCode() {
    return expects.hashCode();
  }

  /** Returns what is expected, by which policies tell types apart. */
  @Override
  public String toString() {
    return expects;
  }
}
