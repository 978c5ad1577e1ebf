package dev.avow.policy.version.line;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A row without the marks of the document that it stood in.
 *
 * @param text what is left
 * @param notes what stood in brackets, in lower case
 */
record Cleaned(String text, List<String> notes) {

  Cleaned {
    notes = List.copyOf(notes);
  }

  static Cleaned of(String raw) {
    List<String> notes = new ArrayList<>();
    String text = withoutLinks(plain(raw));
    StringBuilder left = new StringBuilder();
    int at = 0;
    int open = text.indexOf('(');
    while (open >= 0 && text.indexOf(')', open) > 0) {
      int close = text.indexOf(')', open);
      left.append(text, at, open).append(' ');
      notes.add(text.substring(open + 1, close).strip().toLowerCase(Locale.ROOT));
      at = close + 1;
      open = text.indexOf('(', at);
    }
    return new Cleaned(left.append(text.substring(at)).toString().strip(), notes);
  }

  static String plain(String raw) {
    return raw.replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&le;", "<=")
        .replace("&ge;", ">=")
        .replace("&amp;", "&")
        .replace("&nbsp;", " ")
        .replace('\u00a0', ' ')
        .replace("≤", "<=")
        .replace("≥", ">=")
        .replace("–", " - ")
        .replace("—", " - ")
        .replace("…", " - ")
        .replace("`", "")
        .replace("**", "")
        .replace("__", "")
        .replace("\"", "")
        .strip();
  }

  /** Leaves of {@code [text](address)} the text. */
  private static String withoutLinks(String text) {
    StringBuilder left = new StringBuilder();
    int at = 0;
    int middle = text.indexOf("](");
    while (middle >= 0) {
      int open = text.lastIndexOf('[', middle);
      int close = text.indexOf(')', middle);
      if (open < at || close < 0) {
        break;
      }
      left.append(text, at, open).append(text, open + 1, middle);
      at = close + 1;
      middle = text.indexOf("](", at);
    }
    return left.append(text.substring(at)).toString();
  }
}
