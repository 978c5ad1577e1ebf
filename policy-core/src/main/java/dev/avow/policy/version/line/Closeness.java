package dev.avow.policy.version.line;

/** How closely rows name what they cover, from the least to the most. */
public enum Closeness {
  /** All that no other row is about. */
  OTHERS,
  /** All that is older than the other rows. */
  OLDER,
  /** A rule, or a bound without an end. */
  OPEN,
  /** A line, or all between two ends. */
  LINE,
  /** One release, branch or kind of release. */
  ONE;

  /**
   * Returns a positive number if {@code one} is more specific than {@code other}, a negative one if
   * it is the other way round, and zero if neither is. Both cover the version in question.
   *
   * <p>Of two stretches of versions the one within the other is more specific, but for a line and a
   * bound that names this very line and includes it.
   */
  public static int compare(Coverage one, Coverage other) {
    if (one instanceof Span a && other instanceof Span b) {
      return compare(a, b);
    }
    return one.closeness().compareTo(other.closeness());
  }

  private static int compare(Span one, Span other) {
    int low = Edge.compareLows(one.low(), other.low());
    int high = Edge.compareHighs(one.high(), other.high());
    if (low == 0 && high == 0) {
      return 0;
    }
    if (low >= 0 && high <= 0) {
      return namesLine(other, one) ? 0 : 1;
    }
    boolean around = low <= 0 && high >= 0;
    return around && !namesLine(one, other) ? -1 : 0;
  }

  private static boolean namesLine(Span bound, Span line) {
    if (!line.isLine() || bound.isLine()) {
      return false;
    }
    Edge low = bound.low();
    Edge high = bound.high();
    return (high != null && high.includes(line.numbers()))
        || (low != null && low.begins(line.numbers()));
  }
}
