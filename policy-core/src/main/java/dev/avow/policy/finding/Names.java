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

  /** Returns how many characters must be inserted, deleted, replaced or swapped with the next. */
  private static int distance(String from, String to) {
    int[][] cost = new int[from.length() + 1][to.length() + 1];
    for (int i = 0; i <= from.length(); i++) {
      for (int j = 0; j <= to.length(); j++) {
        cost[i][j] = i == 0 || j == 0 ? i + j : cheapest(cost, from, to, i, j);
      }
    }
    return cost[from.length()][to.length()];
  }

  private static int cheapest(int[][] cost, String from, String to, int i, int j) {
    char last = from.charAt(i - 1);
    char other = to.charAt(j - 1);
    int best = cost[i - 1][j - 1] + (last == other ? 0 : 1);
    best = Math.min(best, Math.min(cost[i - 1][j], cost[i][j - 1]) + 1);
    boolean swapped = i > 1 && j > 1 && last == to.charAt(j - 2) && other == from.charAt(i - 2);
    return swapped ? Math.min(best, cost[i - 2][j - 2] + 1) : best;
  }
}
