package dev.avow.policy.repository;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Takes off what stands before a command and does nothing but run it: {@code timeout 5m}. */
final class ShellWrappers {

  /** Commands that run another one, each with the options of it that take a value. */
  private static final Map<String, Set<String>> WRAPPERS =
      Map.of(
          "sudo", Set.of("-u", "-g", "--user", "--group"),
          "env", Set.of("-u", "--unset"),
          "timeout", Set.of("-s", "-k", "--signal", "--kill-after"),
          "nice", Set.of("-n"),
          "nohup", Set.of());

  private ShellWrappers() {}

  /** Removes them from {@code words}, and returns the variables that are set on the way. */
  static List<String> takeOff(List<String> words) {
    List<String> assignments = new ArrayList<>();
    boolean more = true;
    while (more && !words.isEmpty()) {
      String first = words.get(0);
      more = isAssignment(first) || WRAPPERS.containsKey(first);
      if (isAssignment(first)) {
        assignments.add(words.remove(0));
      } else if (more) {
        unwrap(words);
      }
    }
    return assignments;
  }

  private static void unwrap(List<String> words) {
    String wrapper = words.remove(0);
    Set<String> withValue = WRAPPERS.getOrDefault(wrapper, Set.of());
    while (!words.isEmpty() && words.get(0).startsWith("-")) {
      boolean value = withValue.contains(words.remove(0));
      if (value && !words.isEmpty()) {
        words.remove(0);
      }
    }
    if (wrapper.equals("timeout") && !words.isEmpty()) {
      words.remove(0);
    }
  }

  /** Returns whether {@code word} sets a variable. */
  static boolean isAssignment(String word) {
    int equals = word.indexOf('=');
    return equals > 0
        && word.substring(0, equals)
            .chars()
            .allMatch(c -> c == '_' || Character.isLetterOrDigit(c));
  }
}
