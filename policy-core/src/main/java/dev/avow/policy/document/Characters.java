package dev.avow.policy.document;

import java.io.IOException;
import java.io.Reader;
import java.util.ArrayDeque;
import java.util.Deque;

/** The characters of a source, one by one, each with its line and column. */
final class Characters {

  /** What {@link #peek()} returns behind the last character. */
  static final int END = -1;

  /** Stands for a byte that is no text; no decoded text has half a character. */
  static final char BROKEN = '\uDFFF';

  private static final char BYTE_ORDER_MARK = '\uFEFF';

  private static final int SIZE = 1 << 13;

  private final Input input;
  private final Deque<Long> broken = new ArrayDeque<>();
  private final char[] buffer = new char[SIZE];
  private int at;
  private int end;
  private int line = 1;
  private int column = 1;

  Characters(Input input) {
    this.input = input;
  }

  /** Where characters come from. */
  interface Input {

    /** Reads some characters, or returns -1 behind the last; {@link #BROKEN} comes alone. */
    int read(char[] into, int from, int length) throws IOException;

    /** Returns the place of the last broken byte, from 0. */
    long brokenAt();

    /** Returns the characters of {@code reader}. */
    static Input of(Reader reader) {
      return new Input() {
        @Override
        public int read(char[] into, int from, int length) throws IOException {
          return reader.read(into, from, length);
        }

        @Override
        public long brokenAt() {
          return -1;
        }
      };
    }
  }

  /** Returns the next character without taking it. */
  int peek() throws IOException {
    return at < end || fill() ? buffer[at] : END;
  }

  /** Returns the character {@code ahead} of the next, without taking any; at most three ahead. */
  int peek(int ahead) throws IOException {
    while (at + ahead >= end) {
      if (!fill()) {
        return END;
      }
    }
    return buffer[at + ahead];
  }

  /**
   * Passes over a byte order mark before a document: files that were put together have them inside.
   */
  void skipMark() throws IOException {
    if (column == 1 && peek() == BYTE_ORDER_MARK) {
      at++;
    }
  }

  private boolean fill() throws IOException {
    System.arraycopy(buffer, at, buffer, 0, end - at);
    end -= at;
    at = 0;
    int count = input.read(buffer, end, SIZE - end);
    if (count == 1 && buffer[end] == BROKEN) {
      broken.add(input.brokenAt());
    }
    end += Math.max(count, 0);
    return count > 0;
  }

  /** Takes the next character, which must be there, into {@code draft}. */
  char take(Draft draft) throws IOException {
    char c = buffer[at++];
    draft.append(c);
    if (c == BROKEN) {
      Long place = broken.poll();
      draft.broken(place == null ? -1 : place);
    }
    if (c == '\n' || (c == '\r' && peek() != '\n')) {
      line++;
      column = 1;
    } else if (!Character.isLowSurrogate(c) || c == BROKEN) {
      column++;
    }
    return c;
  }

  /** Takes what is left of the line into {@code draft}, with the line break. */
  void takeLine(Draft draft) throws IOException {
    int from = line;
    while (peek() != END && line == from) {
      int begin = at;
      while (at < end && isPlain(buffer[at])) {
        at++;
      }
      draft.append(buffer, begin, at - begin);
      column += at - begin;
      if (at < end) {
        take(draft);
      }
    }
  }

  /** Returns whether {@code c} may be taken among others: no line break, and one column wide. */
  private static boolean isPlain(char c) {
    return c != '\n' && c != '\r' && !Character.isSurrogate(c);
  }

  int line() {
    return line;
  }

  int column() {
    return column;
  }
}
