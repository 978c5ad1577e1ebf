package dev.avow.k8s.cel;

/**
 * Reads expressions by {@code dev.cel:cel}, if it is there.
 *
 * <p>What is too long or too deep is refused before the parser sees it, so that nobody waits for a
 * hostile text.
 */
public final class CelReader {

  /** The optional dependency that reads expressions. */
  public static final String ARTIFACT = "dev.cel:cel";

  /** Longer than any expression that a person writes, and read in a moment. */
  private static final int LONGEST = 20_000;

  private static final int DEEPEST = 100;

  private CelReader() {}

  /** Returns what {@code text} says; it never throws for what the text holds. */
  public static Parsed read(String text) {
    if (text.length() > LONGEST) {
      return new Parsed.Unreadable("an expression of at most " + LONGEST + " characters");
    }
    if (Nesting.of(text) > DEEPEST) {
      return new Parsed.Unreadable("an expression of at most " + DEEPEST + " levels");
    }
    try {
      return CelLibrary.parse(text);
    } catch (LinkageError absent) {
      return new Parsed.Unreadable("the optional dependency " + ARTIFACT);
    } catch (StackOverflowError tooDeep) {
      return new Parsed.Unreadable("an expression that is not as deep");
    }
  }
}
