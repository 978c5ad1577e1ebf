package dev.avow.policy.finding;

import java.util.List;

/**
 * One step of a compiled glob; whatever it leads to lies behind it in the list of steps.
 *
 * <p>Every step but {@link Split} and {@link Jump} is followed by the next one in the list.
 */
sealed interface GlobStep {

  /** Matches one character. */
  record One(int character) implements GlobStep {}

  /** Matches any one character but {@code /}. */
  record Any() implements GlobStep {}

  /**
   * Matches one character that is in the ranges, or in none of them.
   *
   * @param ranges first and last character of each
   * @param negated whether it must be in none
   */
  record OneOf(List<int[]> ranges, boolean negated) implements GlobStep {
    boolean has(int character) {
      return negated
          != ranges.stream().anyMatch(range -> range[0] <= character && character <= range[1]);
    }
  }

  /** Matches any characters but {@code /}. */
  record Star() implements GlobStep {}

  /** Matches whole segments where it is one itself, otherwise what {@link Star} does. */
  record Globstar() implements GlobStep {}

  /** Goes on at each of {@code targets}. */
  record Split(List<Integer> targets) implements GlobStep {}

  /** Goes on at {@code target}, behind alternatives. */
  record Jump(int target) implements GlobStep {}

  /** Matches the end. */
  record End() implements GlobStep {}
}
