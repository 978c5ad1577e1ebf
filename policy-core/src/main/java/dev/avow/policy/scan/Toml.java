package dev.avow.policy.scan;

import dev.avow.policy.document.DocumentException;
import dev.avow.policy.document.Unreadable;
import dev.avow.policy.document.Unreadable.Cause;
import dev.avow.policy.finding.Location;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads as much of TOML as configurations of scanners use: tables, lists of tables, and values that
 * are texts, dates, numbers or flags; lists and tables in one value are read and not kept.
 *
 * @see <a href="https://toml.io/en/v1.0.0">TOML</a>
 */
final class Toml {

  private static final int DEEPEST = 50;

  private final String source;
  private final String text;
  private int at;
  private int depth;

  /** A table, or one of a list of tables, with its values by dotted key. */
  record Table(String name, Location at, Map<String, Value> values) {}

  /** A value as it is written, without quotes. */
  record Value(String text, Location at) {}

  Toml(String source, String text) {
    this.source = source;
    this.text = text;
  }

  /** Returns the tables in order; the first is what stands before all others. */
  List<Table> tables() {
    List<Table> tables = new ArrayList<>();
    tables.add(new Table("", place(0), new LinkedHashMap<>()));
    for (skip(true); at < text.length(); skip(true)) {
      if (text.charAt(at) == '[') {
        tables.add(header());
      } else {
        pair(tables.get(tables.size() - 1).values(), "");
      }
      endLine();
    }
    return tables;
  }

  private Table header() {
    Location start = place(at);
    boolean listed = text.startsWith("[[", at);
    at += listed ? 2 : 1;
    String name = key();
    expect(listed ? "]]" : "]");
    return new Table(name, start, new LinkedHashMap<>());
  }

  private void endLine() {
    skip(false);
    if (at < text.length() && text.charAt(at) != '\n') {
      throw refuse("value must end its line");
    }
  }

  private void pair(Map<String, Value> into, String prefix) {
    Location start = place(at);
    String key = prefix + key();
    expect("=");
    skip(false);
    if (at < text.length() && text.charAt(at) == '{') {
      inline(into, key + ".");
    } else if (into.put(key, value()) != null) {
      throw refuse(start, "key must stand once in its table but stands again");
    }
  }

  private String key() {
    StringBuilder key = new StringBuilder();
    while (true) {
      skip(false);
      char c = peek();
      key.append(c == '"' || c == '\'' ? quoted(c) : bare());
      skip(false);
      if (peek() != '.') {
        return key.toString();
      }
      at++;
      key.append('.');
    }
  }

  private String bare() {
    int from = at;
    while (at < text.length() && isBare(text.charAt(at))) {
      at++;
    }
    if (at == from) {
      throw refuse("key must be letters, digits, \"-\" and \"_\", or in quotes");
    }
    return text.substring(from, at);
  }

  private static boolean isBare(char c) {
    return (c >= 'a' && c <= 'z')
        || (c >= 'A' && c <= 'Z')
        || (c >= '0' && c <= '9')
        || c == '-'
        || c == '_';
  }

  private Value value() {
    Location start = place(at);
    char c = peek();
    if (c == '"' || c == '\'') {
      String mark = String.valueOf(c).repeat(3);
      return new Value(text.startsWith(mark, at) ? multiline(mark) : quoted(c), start);
    }
    if (c == '[') {
      list();
      return new Value("", start);
    }
    int from = at;
    while (at < text.length() && ",]}#\r\n".indexOf(text.charAt(at)) < 0) {
      at++;
    }
    String plain = text.substring(from, at).strip();
    if (plain.isEmpty()) {
      throw refuse(start, "value must follow the key");
    }
    return new Value(plain, start);
  }

  private void list() {
    enter();
    for (skip(true); peek() != ']'; skip(true)) {
      if (peek() == '{') {
        inline(new LinkedHashMap<>(), "");
      } else {
        value();
      }
      separator(']', true);
    }
    leave();
  }

  private void inline(Map<String, Value> into, String prefix) {
    enter();
    for (skip(false); peek() != '}'; skip(false)) {
      pair(into, prefix);
      separator('}', false);
    }
    leave();
  }

  private void separator(char end, boolean lines) {
    skip(lines);
    if (peek() == ',') {
      at++;
    } else if (peek() != end) {
      throw refuse("value must be followed by a comma or \"" + end + "\"");
    }
  }

  private void enter() {
    at++;
    if (++depth > DEEPEST) {
      throw refuse("value must be at most %d levels deep".formatted(DEEPEST));
    }
  }

  private void leave() {
    at++;
    depth--;
  }

  private String quoted(char mark) {
    StringBuilder read = new StringBuilder();
    for (at++; peek() != mark; at++) {
      if (peek() == '\n') {
        throw refuse("text must end in its line");
      }
      read.append(mark == '"' && peek() == '\\' ? escaped() : peek());
    }
    at++;
    return read.toString();
  }

  private String multiline(String mark) {
    int from = at + mark.length();
    int to = text.indexOf(mark, from);
    if (to < 0) {
      throw refuse("text must end with " + mark);
    }
    at = to + mark.length();
    return text.substring(from, to).strip();
  }

  private char escaped() {
    at++;
    return switch (peek()) {
      case 'n' -> '\n';
      case 't' -> '\t';
      case '"', '\\' -> peek();
      default -> ' ';
    };
  }

  private void expect(String mark) {
    skip(false);
    if (!text.startsWith(mark, at)) {
      throw refuse("\"" + mark + "\" must stand here");
    }
    at += mark.length();
  }

  private char peek() {
    if (at >= text.length()) {
      throw refuse("TOML must be complete but ends here");
    }
    return text.charAt(at);
  }

  /** Passes over blanks and comments and, if so asked, the ends of lines. */
  private void skip(boolean lines) {
    while (at < text.length()) {
      char c = text.charAt(at);
      if (c == '#') {
        int end = text.indexOf('\n', at);
        at = end < 0 ? text.length() : end;
      } else if (c == ' ' || c == '\t' || c == '\r' || c == '\uFEFF' || (lines && c == '\n')) {
        at++;
      } else {
        return;
      }
    }
  }

  private Location place(int offset) {
    String before = text.substring(0, offset);
    int lineStart = before.lastIndexOf('\n') + 1;
    int line = (int) before.chars().filter(c -> c == '\n').count() + 1;
    return Location.at(source, line, before.codePointCount(lineStart, offset) + 1);
  }

  private DocumentException refuse(String reason) {
    return refuse(place(Math.min(at, text.length())), reason);
  }

  private static DocumentException refuse(Location place, String reason) {
    return new DocumentException(new Unreadable(place, Cause.MALFORMED, reason));
  }
}
