package dev.avow.disclosure;

import dev.avow.policy.document.form.YamlText;
import java.util.ArrayList;
import java.util.List;

/**
 * Adds a fact to the text of a case. What comes out is for the caller to read back: a text whose
 * facts are no block list comes out as something else than the case with the fact.
 */
final class FactList {

  private static final String KEY = "facts:";

  private final List<String> lines;
  private final String newline;

  private FactList(String text) {
    this.newline = text.contains("\r\n") ? "\r\n" : "\n";
    this.lines = new ArrayList<>(List.of(text.split(newline, -1)));
  }

  static String add(String text, DisclosureCase known, Fact fact) {
    if (text.stripLeading().startsWith("{")) {
      return known.with(fact).toJson(Clearance.upTo(Tlp.RED));
    }
    FactList list = new FactList(text);
    if (known.facts().isEmpty()) {
      list.first(fact);
    } else {
      list.further(known.facts().get(known.facts().size() - 1).declaredAt().line(), fact);
    }
    return String.join(list.newline, list.lines);
  }

  /** Opens a list that is written as an empty one. */
  private void first(Fact fact) {
    int key = 0;
    while (key < lines.size() && !lines.get(key).startsWith(KEY)) {
      key++;
    }
    if (key < lines.size()) {
      String rest = lines.get(key).substring(KEY.length()).strip();
      String comment = rest.startsWith("[]") ? rest.substring(2).strip() : rest;
      lines.set(key, comment.isEmpty() ? KEY : KEY + " " + comment);
      lines.addAll(key + 1, item(fact, 2));
      endWithNewline();
    }
  }

  /** Adds behind the fact that begins on {@code line}, counted from 1. */
  private void further(int line, Fact fact) {
    int first = line - 1;
    while (first > 0 && !lines.get(first).stripLeading().startsWith("-")) {
      first--;
    }
    int dash = lines.get(first).indexOf('-');
    int end = line;
    int last = line;
    while (end < lines.size() && isInside(lines.get(end), dash)) {
      end++;
      if (!lines.get(end - 1).isBlank()) {
        last = end;
      }
    }
    lines.addAll(last, item(fact, Math.max(dash, 0)));
    endWithNewline();
  }

  /** Returns whether {@code line} still belongs to a fact whose dash stands at {@code dash}. */
  private static boolean isInside(String line, int dash) {
    if (line.isBlank()) {
      return true;
    }
    int indent = line.length() - line.stripLeading().length();
    boolean comment = line.stripLeading().startsWith("#");
    return indent > dash || (indent == dash && dash > 0 && comment);
  }

  private static List<String> item(Fact fact, int indent) {
    String yaml = YamlText.of(List.of(FactForm.FACT.write(fact)));
    List<String> written = yaml.lines().toList();
    int own = written.get(0).indexOf('-');
    return written.stream()
        .map(line -> " ".repeat(indent) + line.substring(Math.min(own, line.length())))
        .toList();
  }

  private void endWithNewline() {
    if (!lines.get(lines.size() - 1).isEmpty()) {
      lines.add("");
    }
  }
}
