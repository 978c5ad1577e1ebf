package dev.avow.k8s.kro;

import java.util.ArrayList;
import java.util.List;

/**
 * The expressions that a text holds, found as kro finds them.
 *
 * <p>Braces count, save in double quotes, where a backslash escapes; single quotes mean nothing. An
 * expression within another is an error, unless a double quote stands right before it. What begins
 * and does not end is passed over by kro and told here.
 *
 * @param pieces the expressions, in order, as far as the first error
 * @param problem why the text cannot be read as meant, as what would have to be there; empty if it
 *     can
 * @see <a href="https://kro.run/docs/concepts/rgd/cel-expressions">Expressions in kro</a>
 */
record Extraction(String text, List<Piece> pieces, String problem) {

  private static final String OPEN = "${";

  /** What is begun in vain is read again from the next beginning; nobody means to do so often. */
  private static final int MOST_VAIN = 50;

  /**
   * An expression in a text.
   *
   * @param start where it begins in the text, behind what opens it
   * @param text the expression
   */
  record Piece(int start, String text) {}

  Extraction {
    pieces = List.copyOf(pieces);
  }

  /** Returns what {@code text} holds. */
  static Extraction of(String text) {
    List<Piece> pieces = new ArrayList<>();
    int vain = 0;
    int open = text.indexOf(OPEN);
    while (open >= 0) {
      int start = open + OPEN.length();
      int end = new Scan(text, start).end();
      if (end == Scan.NESTED) {
        return new Extraction(text, pieces, "an expression that holds no other");
      }
      if (end >= 0) {
        pieces.add(new Piece(start, text.substring(start, end)));
      } else if (++vain > MOST_VAIN) {
        return new Extraction(text, pieces, "an end of each expression");
      }
      open = text.indexOf(OPEN, end >= 0 ? end + 1 : open + 1);
    }
    return new Extraction(text, pieces, vain > 0 ? "an end of each expression" : "");
  }

  /** Returns whether {@code text} has anything of an expression. */
  static boolean concerns(String text) {
    return text.contains(OPEN);
  }

  /** Returns whether the whole text is one expression, so that its value may be of any type. */
  boolean isAlone() {
    return pieces.size() == 1
        && problem.isEmpty()
        && text.length() == OPEN.length() + pieces.get(0).text().length() + 1;
  }

  /** Returns the text with {@code filler} in place of each expression. */
  String filledWith(String filler) {
    StringBuilder filled = new StringBuilder();
    int from = 0;
    for (Piece piece : pieces) {
      filled.append(text, from, piece.start() - OPEN.length()).append(filler);
      from = piece.start() + piece.text().length() + 1;
    }
    return filled.append(text, from, text.length()).toString();
  }

  /** Looks for the end of one expression. */
  private static final class Scan {

    static final int NESTED = -2;
    static final int ENDLESS = -1;

    private final String text;
    private int at;
    private int depth = 1;
    private boolean quoted;

    Scan(String text, int start) {
      this.text = text;
      this.at = start;
    }

    int end() {
      for (; at < text.length(); at++) {
        char c = text.charAt(at);
        if (quoted && c == '\\') {
          at++;
        } else if (c == '"') {
          quoted = !quoted;
        } else if (!quoted) {
          if (isNested()) {
            return NESTED;
          }
          depth += c == '{' ? 1 : c == '}' ? -1 : 0;
          if (depth == 0) {
            return at;
          }
        }
      }
      return ENDLESS;
    }

    private boolean isNested() {
      return text.startsWith(OPEN, at) && text.charAt(at - 1) != '"';
    }
  }
}
