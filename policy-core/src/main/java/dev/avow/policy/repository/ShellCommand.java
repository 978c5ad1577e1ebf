package dev.avow.policy.repository;

import java.util.List;
import java.util.Optional;

/**
 * One command of a shell script.
 *
 * @param words its words without quotes; what is filled in when it runs stands as it is written
 * @param assignments the variables that are set for it alone, {@code NAME=value}
 * @param guarded whether the script goes on when it fails
 */
record ShellCommand(List<String> words, List<String> assignments, boolean guarded) {

  /** Returns whether the value of {@code word} is known only when it runs. */
  static boolean isFilledIn(String word) {
    return word.contains("$") || word.contains("`");
  }

  /** Returns the value that is set for the command alone. */
  Optional<String> assigned(String name) {
    return assignments.stream()
        .filter(it -> it.startsWith(name + "="))
        .map(it -> it.substring(name.length() + 1))
        .findFirst();
  }

  /** Returns whether the words begin with {@code those}. */
  boolean begins(String... those) {
    return words.size() >= those.length && words.subList(0, those.length).equals(List.of(those));
  }
}
