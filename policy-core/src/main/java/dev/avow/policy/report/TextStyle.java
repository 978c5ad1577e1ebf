package dev.avow.policy.report;

/**
 * How a report for a person looks.
 *
 * <p>Unless it is told otherwise it is without colours, shows five places of what is said again and
 * again, and gives advice for each rule. Immutable.
 */
public final class TextStyle {

  private static final TextStyle PLAIN = new TextStyle(false, 5, true, Integer.MAX_VALUE);

  private final boolean colours;
  private final int places;
  private final boolean advice;
  private final int perRule;

  private TextStyle(boolean colours, int places, boolean advice, int perRule) {
    this.colours = colours;
    this.places = places;
    this.advice = advice;
    this.perRule = perRule;
  }

  /** Returns the style of files and logs. */
  public static TextStyle plain() {
    return PLAIN;
  }

  /** Returns this style with the colours of ANSI terminals. */
  public TextStyle inColour() {
    return new TextStyle(true, places, advice, perRule);
  }

  /**
   * Returns this style, showing no more than {@code most} places of what a rule says of many things
   * in the same words; the others are counted.
   *
   * @throws IllegalArgumentException if it is less than 1
   */
  public TextStyle showingPlaces(int most) {
    if (most < 1) {
      throw new IllegalArgumentException(
          "a report must show 1 place or more but was to show %d".formatted(most));
    }
    return new TextStyle(colours, most, advice, perRule);
  }

  /** Returns this style without what each rule is for and what to do. */
  public TextStyle withoutAdvice() {
    return new TextStyle(colours, places, false, perRule);
  }

  /**
   * Returns this style, telling no more than {@code most} findings of each rule, the weightiest;
   * the others are counted.
   *
   * @throws IllegalArgumentException if it is less than 1
   */
  public TextStyle showingPerRule(int most) {
    return new TextStyle(colours, places, advice, Selection.requireSome(most));
  }

  boolean colours() {
    return colours;
  }

  int places() {
    return places;
  }

  boolean advice() {
    return advice;
  }

  int perRule() {
    return perRule;
  }
}
