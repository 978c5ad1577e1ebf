package dev.avow.policy.image;

import java.util.function.IntPredicate;

/** The sets of characters that the grammar speaks of; all are ASCII. */
final class Characters {

  private Characters() {}

  static boolean isDigit(int c) {
    return c >= '0' && c <= '9';
  }

  static boolean isLower(int c) {
    return c >= 'a' && c <= 'z';
  }

  static boolean isLetter(int c) {
    return isLower(c) || (c >= 'A' && c <= 'Z');
  }

  static boolean isLetterOrDigit(int c) {
    return isLetter(c) || isDigit(c);
  }

  static boolean isLowerHex(int c) {
    return isDigit(c) || (c >= 'a' && c <= 'f');
  }

  static boolean isHex(int c) {
    return isLowerHex(c) || (c >= 'A' && c <= 'F');
  }

  /** Returns whether {@code text} has characters from {@code from} on, and all are in the set. */
  static boolean all(String text, IntPredicate set) {
    for (int i = 0; i < text.length(); i++) {
      if (!set.test(text.charAt(i))) {
        return false;
      }
    }
    return !text.isEmpty();
  }
}
