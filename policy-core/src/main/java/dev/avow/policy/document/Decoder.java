package dev.avow.policy.document;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Bytes as characters: UTF-8, or what a byte order mark says.
 *
 * <p>A byte that is no text comes out as {@link Characters#BROKEN}, alone, so that only the
 * document around it is lost.
 */
final class Decoder implements Characters.Input {

  private static final int SIZE = 1 << 13;

  /** Byte order marks; the longer of two that begin alike comes first. */
  private static final List<Mark> MARKS =
      List.of(
          new Mark(StandardCharsets.UTF_8, 1, 0xEF, 0xBB, 0xBF),
          new Mark(Charset.forName("UTF-32BE"), 4, 0x00, 0x00, 0xFE, 0xFF),
          new Mark(Charset.forName("UTF-32LE"), 4, 0xFF, 0xFE, 0x00, 0x00),
          new Mark(StandardCharsets.UTF_16BE, 2, 0xFE, 0xFF),
          new Mark(StandardCharsets.UTF_16LE, 2, 0xFF, 0xFE));

  private final InputStream in;
  private final ByteBuffer bytes = ByteBuffer.allocate(SIZE).flip();
  private @Nullable CharsetDecoder decoder;
  private int unit = 1;
  private boolean ended;
  private long read;
  private long brokenAt = -1;

  Decoder(InputStream in) {
    this.in = in;
  }

  @Override
  public int read(char[] into, int from, int length) throws IOException {
    CharsetDecoder known = decoder;
    if (known == null) {
      known = open();
      decoder = known;
    }
    CharBuffer out = CharBuffer.wrap(into, from, length);
    while (true) {
      CoderResult result = known.decode(bytes, out, ended);
      if (out.position() > from) {
        return out.position() - from;
      }
      if (result.isError()) {
        return broken(out);
      }
      if (ended) {
        return -1;
      }
      fill();
    }
  }

  /** Passes over the least that can be a character: what follows may be the end of a line. */
  private int broken(CharBuffer out) {
    brokenAt = read - bytes.remaining();
    bytes.position(bytes.position() + Math.min(unit, bytes.remaining()));
    out.put(Characters.BROKEN);
    return 1;
  }

  @Override
  public long brokenAt() {
    return brokenAt;
  }

  private CharsetDecoder open() throws IOException {
    while (bytes.remaining() < Mark.LONGEST && !ended) {
      fill();
    }
    Charset charset = StandardCharsets.UTF_8;
    for (Mark mark : MARKS) {
      if (mark.begins(bytes)) {
        bytes.position(mark.bytes.length);
        charset = mark.charset;
        unit = mark.unit;
        break;
      }
    }
    return charset
        .newDecoder()
        .onMalformedInput(CodingErrorAction.REPORT)
        .onUnmappableCharacter(CodingErrorAction.REPORT);
  }

  private void fill() throws IOException {
    bytes.compact();
    try {
      int count = in.read(bytes.array(), bytes.position(), bytes.remaining());
      ended = count < 0;
      read += Math.max(count, 0);
      bytes.position(bytes.position() + Math.max(count, 0));
    } finally {
      bytes.flip();
    }
  }

  /** The bytes that a text begins with if it is in {@code charset}, in units of some bytes. */
  private static final class Mark {

    private static final int LONGEST = 4;

    private final Charset charset;
    private final int unit;
    private final int[] bytes;

    Mark(Charset charset, int unit, int... bytes) {
      this.charset = charset;
      this.unit = unit;
      this.bytes = bytes;
    }

    boolean begins(ByteBuffer text) {
      if (text.remaining() < bytes.length) {
        return false;
      }
      for (int i = 0; i < bytes.length; i++) {
        if ((text.get(text.position() + i) & 0xFF) != bytes[i]) {
          return false;
        }
      }
      return true;
    }
  }
}
