package dev.avow.policy.commitment;

import java.util.Locale;

/** On which side of its period a promise is kept, and how firmly it is given. */
public enum Bound {
  /** No later than the period's end. */
  AT_MOST,
  /** Not before the period's end; there is no date by which it must have happened. */
  AT_LEAST,
  /** Around the period's end: later is worth a note, not a breach. */
  ABOUT,
  /** If it can be done; never a breach. */
  BEST_EFFORT;

  /** Returns the name as policies write it: {@code at-most}. */
  public String text() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /**
   * Reads the name as policies write it.
   *
   * @throws IllegalArgumentException if there is no such bound
   */
  public static Bound parse(String text) {
    for (Bound bound : values()) {
      if (bound.text().equals(text)) {
        return bound;
      }
    }
    throw new IllegalArgumentException(
        "bound must be at-most, at-least, about or best-effort but was \"%s\"".formatted(text));
  }
}
