package dev.avow.policy.document;

/**
 * Tabs between a key and its value, which Kubernetes admits and SnakeYAML does not.
 *
 * <p>Only the parser knows whether a tab is content, so each is looked at when it was refused.
 */
final class Tabs {

  private Tabs() {}

  /** Returns whether a tab at {@code offset} may separate a value from what stands before it. */
  static boolean separates(String text, int offset) {
    if (offset >= text.length() || text.charAt(offset) != '\t') {
      return false;
    }
    int before = offset - 1;
    while (before >= 0 && isBlank(text.charAt(before))) {
      before--;
    }
    if (before < 0) {
      return false;
    }
    return switch (text.charAt(before)) {
      case '\n', '\r', '?' -> false;
      case '-' -> before >= 2 && text.startsWith("---", before - 2);
      default -> true;
    };
  }

  /** Returns {@code text} with spaces for the tabs at {@code offset}; nothing else moves. */
  static String replace(String text, int offset) {
    int end = offset;
    while (end < text.length() && text.charAt(end) == '\t') {
      end++;
    }
    return text.substring(0, offset) + " ".repeat(end - offset) + text.substring(end);
  }

  private static boolean isBlank(char c) {
    return c == ' ' || c == '\t';
  }
}
