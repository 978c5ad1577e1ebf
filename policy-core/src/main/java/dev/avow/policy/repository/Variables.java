package dev.avow.policy.repository;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The build arguments and environment of a Dockerfile, as far as they are known here. */
final class Variables {

  private final Map<String, Optional<String>> values = new HashMap<>();

  /** Sets {@code name}; without a value it is given to the build from outside. */
  void set(String name, Optional<String> value) {
    values.put(name, value);
  }

  Optional<String> get(String name) {
    return values.getOrDefault(name, Optional.empty());
  }

  boolean knows(String name) {
    return values.containsKey(name);
  }

  /** Takes what ARG or ENV says; of both forms of ENV. */
  void declare(Instruction instruction, Variables outer) {
    boolean argument = instruction.is("ARG");
    boolean spaced =
        !argument && !instruction.words().isEmpty() && !instruction.words().get(0).contains("=");
    if (spaced) {
      String rest = instruction.text().substring(instruction.words().get(0).length()).strip();
      set(instruction.words().get(0), expand(rest));
      return;
    }
    for (String word : instruction.words()) {
      int equals = word.indexOf('=');
      if (equals > 0) {
        set(word.substring(0, equals), expand(word.substring(equals + 1)));
      } else if (argument) {
        set(word, outer.get(word));
      }
    }
  }

  /**
   * Returns {@code text} with the values of its variables; nothing if one is not known.
   *
   * @see <a href="https://docs.docker.com/reference/dockerfile/#environment-replacement">rules</a>
   */
  Optional<String> expand(String text) {
    StringBuilder whole = new StringBuilder();
    int at = 0;
    while (at < text.length()) {
      char c = text.charAt(at);
      if (c == '\\' && at + 1 < text.length()) {
        whole.append(text.charAt(at + 1));
        at += 2;
      } else if (c != '$') {
        whole.append(c);
        at++;
      } else {
        int end = end(text, at);
        Optional<String> value = value(text.substring(at, end));
        if (value.isEmpty()) {
          return Optional.empty();
        }
        whole.append(value.get());
        at = end;
      }
    }
    return Optional.of(whole.toString());
  }

  private static int end(String text, int dollar) {
    if (text.startsWith("{", dollar + 1)) {
      int depth = 0;
      for (int i = dollar + 1; i < text.length(); i++) {
        depth += text.charAt(i) == '{' ? 1 : text.charAt(i) == '}' ? -1 : 0;
        if (depth == 0) {
          return i + 1;
        }
      }
      return text.length();
    }
    int at = dollar + 1;
    while (at < text.length()
        && (Character.isLetterOrDigit(text.charAt(at)) || text.charAt(at) == '_')) {
      at++;
    }
    return at;
  }

  /** Returns the value of {@code $name} or <code>${name…}</code>. */
  private Optional<String> value(String written) {
    if (!written.startsWith("${")) {
      return get(written.substring(1));
    }
    String inside = written.substring(2, Math.max(2, written.length() - 1));
    int at = 0;
    while (at < inside.length()
        && (Character.isLetterOrDigit(inside.charAt(at)) || inside.charAt(at) == '_')) {
      at++;
    }
    Optional<String> known = get(inside.substring(0, at));
    boolean emptyCounts = !inside.startsWith(":", at);
    String operator = inside.substring(at + (emptyCounts ? 0 : 1));
    Optional<String> set = known.filter(it -> emptyCounts || !it.isEmpty());
    if (operator.startsWith("-")) {
      return set.or(() -> expand(operator.substring(1)));
    }
    if (operator.startsWith("+")) {
      return set.isPresent() ? expand(operator.substring(1)) : Optional.of("");
    }
    return operator.isEmpty() ? known : Optional.empty();
  }
}
