package dev.avow.k8s.kro;

/** Reads the standard value of an input from its declaration: {@code string | default="x"}. */
final class SimpleDefault {

  private static final String MARK = "default=";

  private SimpleDefault() {}

  static boolean isText(String declaration) {
    int bar = declaration.indexOf('|');
    return (bar < 0 ? declaration : declaration.substring(0, bar)).strip().equals("string");
  }

  /** Returns the standard value; empty where there is none. */
  static String of(String declaration) {
    int bar = declaration.indexOf('|');
    int at = bar < 0 ? -1 : mark(declaration, bar);
    if (at < 0) {
      return "";
    }
    int start = at + MARK.length();
    char quote = start < declaration.length() ? declaration.charAt(start) : ' ';
    return quote == '"' || quote == '\''
        ? quoted(declaration, start + 1, quote)
        : declaration.substring(start, end(declaration, start));
  }

  /** Returns where the mark stands that is not part of a text in quotes. */
  private static int mark(String declaration, int from) {
    char open = 0;
    for (int i = from; i < declaration.length(); i++) {
      char c = declaration.charAt(i);
      if (open != 0) {
        open = c == open ? 0 : open;
      } else if (c == '"' || c == '\'') {
        open = c;
      } else if (declaration.startsWith(MARK, i)
          && !Character.isLetterOrDigit(declaration.charAt(i - 1))) {
        return i;
      }
    }
    return -1;
  }

  private static String quoted(String declaration, int start, char quote) {
    StringBuilder text = new StringBuilder();
    for (int i = start; i < declaration.length() && declaration.charAt(i) != quote; i++) {
      i += declaration.charAt(i) == '\\' && i + 1 < declaration.length() ? 1 : 0;
      text.append(declaration.charAt(i));
    }
    return text.toString();
  }

  private static int end(String declaration, int start) {
    int end = start;
    while (end < declaration.length() && !Character.isWhitespace(declaration.charAt(end))) {
      end++;
    }
    return end;
  }
}
