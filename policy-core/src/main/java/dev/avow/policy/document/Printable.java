package dev.avow.policy.document;

import dev.avow.policy.document.Unreadable.Cause;

/** Tells text from what is none, by the characters in it. */
final class Printable {

  private Printable() {}

  /** Refuses {@code text} at its first character that cannot be in JSON. */
  static void checkJson(String text) throws Refused {
    check(text, false);
  }

  /** Refuses {@code text} at its first character that cannot be in YAML, which admits fewer. */
  static void checkYaml(String text) throws Refused {
    check(text, true);
  }

  private static void check(String text, boolean yaml) throws Refused {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c >= ' ' && c < 0x7F) {
        continue;
      }
      if (Character.isHighSurrogate(c) && i + 1 < text.length()) {
        i += Character.isLowSurrogate(text.charAt(i + 1)) ? 1 : 0;
      }
      if (!isText(c, text.charAt(i), yaml)) {
        throw new Refused(
            Cause.NOT_TEXT,
            i,
            "text must not have control characters but has U+%04X".formatted((int) c));
      }
    }
  }

  /**
   * Returns whether {@code c} belongs into a text; {@code last} is its other half if it has one.
   */
  private static boolean isText(char c, char last, boolean yaml) {
    if (c < ' ') {
      return c == '\t' || c == '\n' || c == '\r';
    }
    if (Character.isSurrogate(c)) {
      return c != last;
    }
    return !yaml || (c < 0xA0 ? c == 0x85 : c < 0xFFFE);
  }
}
