package dev.avow.policy.repository;

import java.util.List;
import java.util.Optional;

/**
 * One command of a shell script.
 *
 * @param words its words without quotes; what is filled in when it runs stands as it is written
 * @param assignments the variables that are set for it alone, {@code NAME=value}
 * @param guarded whether the script goes on when it fails
 * @param answered whether the script may end with a failure all the same, by what comes later
 */
record ShellCommand(
    List<String> words, List<String> assignments, boolean guarded, boolean answered) {

  /** Returns this command, of a script that may end with a failure further down. */
  ShellCommand asAnswered() {
    return new ShellCommand(words, assignments, guarded, true);
  }

  /** Returns whether it ends the script, and not for sure with success. */
  boolean mayEndInFailure() {
    return words.get(0).equals("exit") && !words.equals(List.of("exit", "0"));
  }

  /** Returns whether the value of {@code word} is known only when it runs. */
  static boolean isFilledIn(String word) {
    return word.contains("$") || word.contains("`");
  }

  /** Returns the value that the script sets, for the command alone or for all that follow. */
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
