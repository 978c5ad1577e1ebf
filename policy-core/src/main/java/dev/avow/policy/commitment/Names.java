package dev.avow.policy.commitment;

/** Checks names in kebab-case. */
final class Names {

  private Names() {}

  static boolean isKebabCase(String name) {
    char before = '-';
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      boolean letter = c >= 'a' && c <= 'z';
      boolean digit = c >= '0' && c <= '9';
      if (!letter && !(digit && i > 0) && !(c == '-' && before != '-')) {
        return false;
      }
      before = c;
    }
    return before != '-';
  }

  static void requireKebabCase(String what, String example, String name) {
    if (!isKebabCase(name)) {
      throw new IllegalArgumentException(
          "%s must look like \"%s\" but was \"%s\"".formatted(what, example, name));
    }
  }
}
