package dev.avow.policy.finding;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/** Finds the name that somebody who mistyped one probably meant. */
public final class Names {

  private Names() {}

  /** Returns the known name that differs least, if it differs in no more than a third. */
  public static Optional<String> nearest(String name, Collection<String> known) {
    return known.stream()
        .filter(other -> distance(name, other) <= Math.max(1, name.length() / 3))
        .min(Comparator.comparingInt(other -> distance(name, other)));
  }

  /**
   * Returns the suggestion for a message: {@code , perhaps "name",} or nothing where no known name
   * is near.
   */
  public static String perhaps(String name, Collection<String> known) {
    return nearest(name, known).map(", perhaps \"%s\","::formatted).orElse("");
  }

  /** Returns how many characters must be inserted, deleted or replaced. */
  private static int distance(String from, String to) {
    int[] above = new int[to.length() + 1];
    for (int j = 0; j <= to.length(); j++) {
      above[j] = j;
    }
    for (int i = 1; i <= from.length(); i++) {
      int[] row = new int[to.length() + 1];
      row[0] = i;
      for (int j = 1; j <= to.length(); j++) {
        int replaced = above[j - 1] + (from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1);
        row[j] = Math.min(replaced, Math.min(above[j], row[j - 1]) + 1);
      }
      above = row;
    }
    return above[to.length()];
  }
}
