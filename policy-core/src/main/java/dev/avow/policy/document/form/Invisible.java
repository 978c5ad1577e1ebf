package dev.avow.policy.document.form;

/** Characters that cannot be seen, some of which end a line or begin a file for other programs. */
final class Invisible {

  private Invisible() {}

  static boolean is(int character) {
    return switch (Character.getType(character)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          true;
      default -> false;
    };
  }

  /** Returns whether {@code text} has one that is neither a newline nor a tab. */
  static boolean in(String text) {
    return text.chars().anyMatch(c -> c != '\n' && c != '\t' && is(c));
  }
}
