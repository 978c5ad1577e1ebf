package dev.avow.k8s.storage;

/** Hostile text made fit for messages: one line, nothing invisible, no longer than needed. */
final class Shown {

  private static final int LONGEST = 256;

  private Shown() {}

  /** Returns {@code text} in quotes. */
  static String quoted(String text) {
    return '"' + plain(text) + '"';
  }

  /** Returns {@code text} with what cannot be seen written as {@code \}{@code u202e}. */
  static String plain(String text) {
    StringBuilder shown = new StringBuilder();
    text.codePoints().limit(LONGEST).forEach(point -> append(shown, point));
    if (text.codePointCount(0, text.length()) > LONGEST) {
      shown.append('…');
    }
    return shown.toString();
  }

  private static void append(StringBuilder shown, int point) {
    switch (Character.getType(point)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR,
          Character.UNASSIGNED,
          Character.PRIVATE_USE ->
          shown.append("\\u").append("%04x".formatted(point));
      default -> shown.appendCodePoint(point);
    }
  }
}
