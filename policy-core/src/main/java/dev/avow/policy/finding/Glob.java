package dev.avow.policy.finding;

import java.io.Serializable;

/**
 * A pattern for names, as Kubernetes tools mean it.
 *
 * <p>{@code *} matches within a segment, {@code **} across {@code /} where it is a segment of its
 * own, {@code ?} one character, {@code [a-z]} and {@code [!a-z]} or {@code [^a-z]} a set, <code>
 * {a,b}</code> alternatives, which may hold further ones, and {@code \} takes the next character as
 * it is. Case matters; dots are not special; the empty pattern matches the empty text only. As
 * {@code a/**} means the folder and all that is below it, it matches {@code a} as well.
 *
 * <p>Immutable and thread-safe. Matching takes time in proportion to the text and the pattern,
 * whatever they are. Globs are equal if they are written alike.
 */
public final class Glob implements Serializable {

  private static final long serialVersionUID = 1;

  private final String pattern;
  private final transient GlobMatcher matcher;

  private Glob(String pattern) {
    this.pattern = pattern;
    this.matcher = GlobParser.parse(pattern);
  }

  /**
   * Returns the pattern written as {@code pattern}.
   *
   * @throws IllegalArgumentException if it is malformed; the message says what is wrong and at
   *     which character, counted from 1
   */
  public static Glob of(String pattern) {
    return new Glob(pattern);
  }

  /** Returns the pattern that matches {@code text} only. */
  public static Glob literally(String text) {
    StringBuilder pattern = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      pattern.append("*?[]{},\\".indexOf(c) < 0 ? "" : "\\").append(c);
    }
    return new Glob(pattern.toString());
  }

  /** Returns the pattern as written. */
  public String pattern() {
    return pattern;
  }

  /** Returns whether the pattern has no special characters, so that it matches itself only. */
  public boolean isLiteral() {
    return matcher.isLiteral();
  }

  /** Returns whether the whole of {@code text} matches. */
  public boolean matches(String text) {
    return isLiteral() ? pattern.equals(text) : matcher.matches(text);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Glob that && pattern.equals(that.pattern);
  }

  @Override
  public int hashCode() {
    return pattern.hashCode();
  }

  /** Returns the pattern as written. */
  @Override
  public String toString() {
    return pattern;
  }

  private Object readResolve() {
    return new Glob(pattern);
  }
}
