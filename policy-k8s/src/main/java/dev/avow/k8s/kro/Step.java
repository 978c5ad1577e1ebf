package dev.avow.k8s.kro;

import org.jspecify.annotations.Nullable;

/**
 * A step from something to a part of it.
 *
 * @param name the name of a field; null if it is none, or not known
 * @param index the place in a list; -1 if it is none, or not known
 */
record Step(@Nullable String name, int index) {

  /** Some part, nobody knows which. */
  static final Step ANY = new Step(null, -1);

  static Step to(String name) {
    return new Step(name, -1);
  }

  static Step to(int index) {
    return new Step(null, index);
  }

  /** Returns what the part of {@code whole} is called: {@code creds.data.password}. */
  String from(String whole) {
    if (name == null) {
      return whole + "[" + (index < 0 ? "*" : String.valueOf(index)) + "]";
    }
    boolean plain = !name.isEmpty() && name.chars().allMatch(Step::isPlain);
    return plain
        ? whole + "." + name
        : whole + "[\"" + name.replace("\\", "\\\\").replace("\"", "\\\"") + "\"]";
  }

  private static boolean isPlain(int c) {
    return Character.isLetterOrDigit(c) || c == '_' || c == '-';
  }
}
