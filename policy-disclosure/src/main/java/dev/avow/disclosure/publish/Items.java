package dev.avow.disclosure.publish;

import java.util.ArrayList;
import java.util.List;

/** Takes the texts of items apart: what stands in parentheses at the end, alternatives, commas. */
final class Items {

  private Items() {}

  /**
   * A text and what stands in parentheses behind it.
   *
   * @param text the text
   * @param note what stands in parentheses at its end; nothing if nothing does
   */
  record Noted(String text, String note) {}

  static Noted noted(String text) {
    String whole = withoutStop(text.strip());
    int open = whole.endsWith(")") ? opening(whole) : -1;
    return open <= 0
        ? new Noted(whole, "")
        : new Noted(
            whole.substring(0, open).strip(),
            whole.substring(open + 1, whole.length() - 1).strip());
  }

  private static int opening(String text) {
    int depth = 0;
    for (int i = text.length() - 1; i >= 0; i--) {
      depth += text.charAt(i) == ')' ? 1 : text.charAt(i) == '(' ? -1 : 0;
      if (depth == 0) {
        return i;
      }
    }
    return -1;
  }

  static String withoutStop(String text) {
    String stripped = text.strip();
    boolean stop =
        (stripped.endsWith(".") && !stripped.endsWith("etc.") && !stripped.endsWith(".."))
            || stripped.endsWith(";");
    return stop ? stripped.substring(0, stripped.length() - 1).strip() : stripped;
  }

  /** Returns what stands around the one "or" that is not in parentheses; the text if none does. */
  static List<String> alternatives(String text) {
    List<String> parts = new ArrayList<>();
    int depth = 0;
    int open = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      depth += c == '(' ? 1 : c == ')' ? -1 : 0;
      if (depth == 0 && text.startsWith(" or ", i)) {
        parts.add(text.substring(open, i).strip());
        open = i + 4;
      }
    }
    parts.add(text.substring(open).strip());
    boolean plain =
        parts.size() == 2 && text.indexOf(',') < 0 && parts.stream().noneMatch(String::isEmpty);
    return plain ? parts : List.of(text);
  }

  static String capitalised(String text) {
    return text.isEmpty() ? text : Character.toTitleCase(text.charAt(0)) + text.substring(1);
  }
}
