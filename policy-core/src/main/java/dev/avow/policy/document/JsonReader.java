package dev.avow.policy.document;

import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.util.Arrays;

/** The characters of a text, which remembers where two of them make one code point. */
final class JsonReader extends Reader {

  /** Of a text with more pairs than this, columns behind them count them twice. */
  private static final int MOST = 1 << 20;

  private final Characters.Input input;
  private final InputStream in;
  private long[] pairs = new long[16];
  private int count;
  private long read;

  /** Says that a byte is no text. */
  static final class NotText extends IOException {
    private static final long serialVersionUID = 1;
  }

  JsonReader(Characters.Input input, InputStream in) {
    super(in);
    this.input = input;
    this.in = in;
  }

  @Override
  public int read(char[] into, int from, int length) throws IOException {
    int got = input.read(into, from, length);
    if (got == 1 && into[from] == Characters.BROKEN && input.brokenAt() >= 0) {
      throw new NotText();
    }
    for (int i = from; i < from + got; i++) {
      if (Character.isHighSurrogate(into[i]) && count < MOST) {
        add(read + i - from);
      }
    }
    read += Math.max(got, 0);
    return got;
  }

  private void add(long offset) {
    if (count == pairs.length) {
      pairs = Arrays.copyOf(pairs, count * 2);
    }
    pairs[count++] = offset;
  }

  /** Returns how many pairs begin at {@code from} or behind, and before {@code to}. */
  int pairsBetween(long from, long to) {
    return count == 0 ? 0 : before(to) - before(from);
  }

  private int before(long offset) {
    int found = Arrays.binarySearch(pairs, 0, count, offset);
    return found < 0 ? -found - 1 : found;
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
