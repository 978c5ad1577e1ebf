package dev.avow.policy.repository;

import dev.avow.policy.document.Document;
import dev.avow.policy.document.DocumentException;
import dev.avow.policy.document.Node;
import dev.avow.policy.document.Node.Kind;
import dev.avow.policy.document.Node.Mapping;
import dev.avow.policy.document.Node.Scalar;
import dev.avow.policy.document.Node.Sequence;
import dev.avow.policy.document.Node.Span;
import dev.avow.policy.document.Unreadable;
import dev.avow.policy.document.Unreadable.Cause;
import dev.avow.policy.finding.Location;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Reads JSON as people write it for Renovate: comments, single quotes, keys without quotes, commas
 * at the end.
 *
 * @see <a href="https://spec.json5.org/">JSON5</a>
 */
final class Json5Reader {

  private static final int DEEPEST = 100;

  private final String source;
  private final String text;
  private int at;
  private int line = 1;
  private int lineStart;
  private int depth;

  private Json5Reader(String source, String text) {
    this.source = source;
    this.text = text;
  }

  /**
   * Returns what {@code text} holds.
   *
   * @throws DocumentException if it is no JSON5
   */
  static Document read(String source, String text) {
    Json5Reader reader = new Json5Reader(source, text);
    reader.blank();
    Node root = reader.value();
    reader.blank();
    if (reader.at < text.length()) {
      throw reader.refuse("must be one value but here begins another");
    }
    return new Document(source, 0, root);
  }

  private Node value() {
    char c = peek();
    if (c == '{' || c == '[') {
      if (++depth > DEEPEST) {
        throw refuse("must be at most %d levels deep".formatted(DEEPEST));
      }
      Node node = c == '{' ? mapping() : list();
      depth--;
      return node;
    }
    int startLine = line;
    int column = column();
    if (c == '"' || c == '\'') {
      String value = quoted(c);
      return new Scalar(Kind.TEXT, value, value, span(startLine, column));
    }
    return plain(word(), startLine, column);
  }

  private Node mapping() {
    int startLine = line;
    int column = column();
    List<Node.Entry> entries = new ArrayList<>();
    Set<String> known = new HashSet<>();
    at++;
    for (blank(); peek() != '}'; comma('}')) {
      int keyLine = line;
      int keyColumn = column();
      char c = peek();
      String key = c == '"' || c == '\'' ? quoted(c) : word();
      Span keySpan = span(keyLine, keyColumn);
      if (!known.add(key)) {
        throw refuse("key must stand once in its mapping but stands again");
      }
      blank();
      if (peek() != ':') {
        throw refuse("key must be followed by a colon");
      }
      at++;
      blank();
      entries.add(new Node.Entry(key, keySpan, value()));
    }
    at++;
    return Mapping.of(entries, span(startLine, column));
  }

  private Node list() {
    int startLine = line;
    int column = column();
    List<Node> items = new ArrayList<>();
    at++;
    for (blank(); peek() != ']'; comma(']')) {
      items.add(value());
    }
    at++;
    return new Sequence(items, span(startLine, column));
  }

  private void comma(char end) {
    blank();
    if (peek() == ',') {
      at++;
      blank();
    } else if (peek() != end) {
      throw refuse("value must be followed by a comma or \"" + end + "\"");
    }
  }

  private Node plain(String word, int startLine, int column) {
    Span span = span(startLine, column);
    return switch (word) {
      case "null" -> new Scalar(Kind.NULL, null, word, span);
      case "true", "false" -> new Scalar(Kind.FLAG, Boolean.valueOf(word), word, span);
      default -> number(word, span);
    };
  }

  private Node number(String word, Span span) {
    try {
      return word.contains(".")
          ? new Scalar(Kind.DECIMAL, Double.valueOf(word), word, span)
          : new Scalar(Kind.INTEGER, Long.valueOf(word), word, span);
    } catch (NumberFormatException none) {
      throw refuse("value must be a text in quotes, a number, true, false, null, {…} or […]");
    }
  }

  private String word() {
    int from = at;
    while (at < text.length() && isWord(text.charAt(at))) {
      at++;
    }
    if (at == from) {
      throw refuse("key or value must stand here");
    }
    return text.substring(from, at);
  }

  private static boolean isWord(char c) {
    return Character.isLetterOrDigit(c) || "_$+-.".indexOf(c) >= 0;
  }

  private String quoted(char quote) {
    StringBuilder value = new StringBuilder();
    for (at++; peek() != quote; at++) {
      if (peek() == '\n') {
        throw refuse("text must end in its line");
      }
      if (peek() == '\\') {
        at++;
        escaped(value);
      } else {
        value.append(peek());
      }
    }
    at++;
    return value.toString();
  }

  private void escaped(StringBuilder value) {
    char c = peek();
    switch (c) {
      case 'n' -> value.append('\n');
      case 't' -> value.append('\t');
      case 'r' -> value.append('\r');
      case 'b' -> value.append('\b');
      case 'f' -> value.append('\f');
      case 'u' -> {
        String digits = text.substring(at + 1, Math.min(text.length(), at + 5));
        try {
          value.append((char) Integer.parseInt(digits, 16));
        } catch (NumberFormatException none) {
          throw refuse("escape must be one that JSON knows");
        }
        at += 4;
      }
      case '\n' -> newLine();
      default -> value.append(c);
    }
  }

  private void newLine() {
    line++;
    lineStart = at + 1;
  }

  private void blank() {
    while (at < text.length()) {
      char c = text.charAt(at);
      if (text.startsWith("//", at)) {
        int end = text.indexOf('\n', at);
        at = end < 0 ? text.length() : end;
      } else if (text.startsWith("/*", at)) {
        comment();
      } else if (Character.isWhitespace(c) || c == '\u00A0' || c == '\uFEFF') {
        if (c == '\n') {
          newLine();
        }
        at++;
      } else {
        return;
      }
    }
  }

  private void comment() {
    int end = text.indexOf("*/", at + 2);
    if (end < 0) {
      throw refuse("comment must end with */");
    }
    for (; at < end + 2; at++) {
      if (text.charAt(at) == '\n') {
        newLine();
      }
    }
  }

  private char peek() {
    if (at >= text.length()) {
      throw refuse("JSON must be complete but ends here");
    }
    return text.charAt(at);
  }

  private int column() {
    return text.codePointCount(lineStart, Math.min(at, text.length())) + 1;
  }

  private Span span(int startLine, int column) {
    return new Span(startLine, column, line, column());
  }

  private DocumentException refuse(String reason) {
    return new DocumentException(
        new Unreadable(Location.at(source, line, column()), Cause.MALFORMED, reason));
  }
}
