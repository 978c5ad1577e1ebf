package dev.avow.policy.document;

import dev.avow.policy.document.Node.Span;
import java.util.Arrays;

/**
 * Where lines begin in one document's text, so that an offset becomes a line and a column.
 *
 * <p>Lines end as editors see them: {@code \n}, {@code \r\n} or {@code \r}. Not thread-safe.
 */
final class Lines {

  private final int firstLine;
  private final int firstColumn;
  private int[] starts = new int[64];
  private int count = 1;

  /** Where the characters stand that take two chars, in order. */
  private int[] pairs = new int[0];

  private int pairCount;
  private int last;

  /** Creates the index of {@code text}, whose first character stands at the given place. */
  Lines(String text, int firstLine, int firstColumn) {
    this.firstLine = firstLine;
    this.firstColumn = firstColumn;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '\n' || (c == '\r' && !text.startsWith("\n", i + 1))) {
        addLine(i + 1);
      } else if (Character.isHighSurrogate(c)) {
        addPair(i);
      }
    }
  }

  private void addLine(int start) {
    if (count == starts.length) {
      starts = Arrays.copyOf(starts, count * 2);
    }
    starts[count++] = start;
  }

  private void addPair(int at) {
    if (pairCount == pairs.length) {
      pairs = Arrays.copyOf(pairs, Math.max(16, pairCount * 2));
    }
    pairs[pairCount++] = at;
  }

  /** Returns the stretch from {@code start} to just before {@code end}, offsets in chars. */
  Span span(int start, int end) {
    int line = index(start);
    int endLine = index(end);
    return new Span(
        firstLine + line, column(line, start), firstLine + endLine, column(endLine, end));
  }

  private int column(int line, int offset) {
    int before = offset - starts[line] - pairsBetween(starts[line], offset);
    return before + (line == 0 ? firstColumn : 1);
  }

  private int pairsBetween(int start, int end) {
    return pairCount == 0 ? 0 : pairsBefore(end) - pairsBefore(start);
  }

  private int pairsBefore(int offset) {
    int at = Arrays.binarySearch(pairs, 0, pairCount, offset);
    return at < 0 ? -at - 1 : at;
  }

  /** Returns the line that holds {@code offset}, from 0; mostly that of the call before. */
  private int index(int offset) {
    if (offset < starts[last]) {
      int at = Arrays.binarySearch(starts, 0, count, offset);
      last = at < 0 ? -at - 2 : at;
    }
    while (last + 1 < count && starts[last + 1] <= offset) {
      last++;
    }
    return last;
  }
}
