package dev.avow.policy.report;

/**
 * How a report for a program looks.
 *
 * <p>Unless it is told otherwise it is on one line and holds findings, not every verdict.
 * Immutable.
 */
public final class JsonStyle {

  /** The name of the form, which changes only when a program that reads it must change. */
  public static final String FORMAT = "avow.dev/decision/v1";

  private static final JsonStyle COMPACT = new JsonStyle(false, false, Integer.MAX_VALUE);

  private final boolean indented;
  private final boolean allResults;
  private final int perRule;

  private JsonStyle(boolean indented, boolean allResults, int perRule) {
    this.indented = indented;
    this.allResults = allResults;
    this.perRule = perRule;
  }

  /** Returns the style on one line. */
  public static JsonStyle compact() {
    return COMPACT;
  }

  /** Returns this style, indented by two spaces. */
  public JsonStyle indented() {
    return new JsonStyle(true, allResults, perRule);
  }

  /** Returns this style with every verdict, also where nothing was found. */
  public JsonStyle withAllResults() {
    return new JsonStyle(indented, true, perRule);
  }

  /**
   * Returns this style, telling no more than {@code most} findings of each rule, the weightiest;
   * the others are counted.
   *
   * @throws IllegalArgumentException if it is less than 1
   */
  public JsonStyle showingPerRule(int most) {
    return new JsonStyle(indented, allResults, Selection.requireSome(most));
  }

  boolean isIndented() {
    return indented;
  }

  boolean allResults() {
    return allResults;
  }

  int perRule() {
    return perRule;
  }
}
