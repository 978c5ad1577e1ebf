package dev.avow.disclosure.publish;

/** What texts look like once they have stood in a document. */
final class Texts {

  private Texts() {}

  /** Returns {@code text} on one line, with single blanks and plain hyphens. */
  static String line(String text) {
    StringBuilder line = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean blank = Character.isWhitespace(c) || Character.isISOControl(c) || c == '\u00a0';
      if (!blank) {
        line.append(c == '\u2010' || c == '\u2011' ? '-' : c);
      } else if (line.length() > 0 && line.charAt(line.length() - 1) != ' ') {
        line.append(' ');
      }
    }
    return line.toString().strip();
  }

  /** Returns {@code text} on one line, without a full stop at its end. */
  static String item(String text) {
    return Items.withoutStop(line(text));
  }

  /** Returns a name in kebab-case as words: {@code Fix released}. */
  static String words(String name) {
    String words = name.replace('-', ' ');
    return words.startsWith("cve ") ? "CVE " + words.substring(4) : Items.capitalised(words);
  }
}
