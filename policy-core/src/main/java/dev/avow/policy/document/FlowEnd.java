package dev.avow.policy.document;

import java.io.IOException;
import java.util.BitSet;

/**
 * Finds where a value in braces or brackets ends, be it JSON or YAML.
 *
 * <p>One that never ends must not swallow what follows: it is cut off where a line begins with a
 * brace that cannot belong to it.
 */
final class FlowEnd {

  /** Stands for any plain or quoted value among the signs that were met. */
  private static final char VALUE = 'v';

  /** Below this all levels are taken for one: no document is accepted that deep. */
  private static final int DEEPEST = 1 << 16;

  private final Characters in;
  private final BitSet braces = new BitSet();
  private int depth;
  private char last;

  /** The line behind the last value that stood on one line. */
  private int expected;

  private boolean linewise;

  FlowEnd(Characters in) {
    this.in = in;
  }

  /** Takes a value that begins here into {@code draft}; returns whether it ended. */
  boolean take(Draft draft) throws IOException {
    int line = in.line();
    boolean first = in.column() == 1 && in.peek() == '{';
    linewise |= first && line == expected;
    depth = 0;
    braces.clear();
    do {
      if (in.peek() == Characters.END || isCutOff(line)) {
        return false;
      }
    } while (takeSign(draft));
    expected = first && line == in.line() ? line + 1 : 0;
    linewise &= expected > 0;
    return true;
  }

  /**
   * Returns whether a line begins here that is not part of the value that began on {@code line}.
   */
  private boolean isCutOff(int line) throws IOException {
    if (in.column() != 1 || depth == 0) {
      return false;
    }
    if (Splitter.marker(in) != 0) {
      return true;
    }
    return in.peek() == '{' && (!mayOpen() || (linewise && in.line() == line + 1));
  }

  /** Returns whether a mapping may begin after what came last. */
  private boolean mayOpen() {
    return switch (last) {
      case ':', '[' -> true;
      case ',' -> !braces.get(Math.min(depth, DEEPEST));
      default -> false;
    };
  }

  /** Takes the next sign; returns whether the value goes on. */
  private boolean takeSign(Draft draft) throws IOException {
    char c = in.take(draft);
    switch (c) {
      case ' ', '\t', '\n', '\r' -> {}
      case '{', '[' -> {
        braces.set(Math.min(++depth, DEEPEST), c == '{');
        last = c;
      }
      case '}', ']' -> {
        depth--;
        last = c;
      }
      case ',', ':' -> last = c;
      case '"', '\'' -> takeQuoted(c, draft);
      case '#' -> in.takeLine(draft);
      default -> takePlain(draft);
    }
    return depth > 0;
  }

  private void takeQuoted(char quote, Draft draft) throws IOException {
    last = VALUE;
    while (in.peek() != Characters.END) {
      if (in.column() == 1 && (in.peek() == '{' || Splitter.marker(in) != 0)) {
        return;
      }
      char c = in.take(draft);
      if (c == quote) {
        return;
      }
      if (c == '\\' && quote == '"' && in.peek() != Characters.END) {
        in.take(draft);
      }
    }
  }

  /** Takes the rest of a value without quotes, in which quotes mean nothing. */
  private void takePlain(Draft draft) throws IOException {
    last = VALUE;
    while (isPlain(in.peek(), in.peek(1))) {
      in.take(draft);
    }
  }

  private static boolean isPlain(int c, int next) {
    return switch (c) {
      case Characters.END, ',', '[', ']', '{', '}', '\n', '\r' -> false;
      case ':' -> next != ' ' && next != '\n' && next != '\r';
      case ' ', '\t' -> next != '#';
      default -> true;
    };
  }
}
