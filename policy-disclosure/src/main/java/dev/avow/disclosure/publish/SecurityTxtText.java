package dev.avow.disclosure.publish;

/** The characters of which lines of a {@code security.txt} are made. */
final class SecurityTxtText {

  private static final int LONGEST_QUOTE = 80;

  private SecurityTxtText() {}

  /** Returns whether {@code name} is a field's name by RFC 5322: visible ASCII without a colon. */
  static boolean isName(String name) {
    return !name.isEmpty() && name.chars().allMatch(c -> c > ' ' && c < 0x7F && c != ':');
  }

  /** Returns whether a character is one that no line may have; a tab is a blank. */
  static boolean hasControl(String text) {
    return text.chars().anyMatch(c -> c != '\t' && Character.isISOControl(c));
  }

  static boolean isBlank(String text) {
    return stripped(text).isEmpty();
  }

  /** Returns {@code text} without the blanks and tabs around it; nothing else is a blank here. */
  static String stripped(String text) {
    int start = 0;
    int end = text.length();
    while (start < end && isBlank(text.charAt(start))) {
      start++;
    }
    while (end > start && isBlank(text.charAt(end - 1))) {
      end--;
    }
    return text.substring(start, end);
  }

  private static boolean isBlank(char c) {
    return c == ' ' || c == '\t';
  }

  /** Returns the beginning of {@code text} for a message, in which nothing can hide. */
  static String quoted(String text) {
    StringBuilder quoted = new StringBuilder();
    text.codePoints()
        .limit(LONGEST_QUOTE)
        .forEach(
            c ->
                quoted.appendCodePoint(
                    Character.isISOControl(c)
                            || Character.getType(c) == Character.FORMAT
                            || Character.getType(c) == Character.SURROGATE
                        ? '?'
                        : c));
    return text.codePointCount(0, text.length()) > LONGEST_QUOTE ? quoted + "…" : quoted.toString();
  }
}
