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

  private static final JsonStyle COMPACT = new JsonStyle(false, false);

  private final boolean indented;
  private final boolean allResults;

  private JsonStyle(boolean indented, boolean allResults) {
    this.indented = indented;
    this.allResults = allResults;
  }

  /** Returns the style on one line. */
  public static JsonStyle compact() {
    return COMPACT;
  }

  /** Returns this style, indented by two spaces. */
  public JsonStyle indented() {
    return new JsonStyle(true, allResults);
  }

  /** Returns this style with every verdict, also where nothing was found. */
  public JsonStyle withAllResults() {
    return new JsonStyle(indented, true);
  }

  boolean isIndented() {
    return indented;
  }

  boolean allResults() {
    return allResults;
  }
}
