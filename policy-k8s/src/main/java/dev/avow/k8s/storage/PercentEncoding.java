package dev.avow.k8s.storage;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/** Percent-encoded paths as RFC 3986 writes them; a plus is a plus. */
final class PercentEncoding {

  private static final int ESCAPE = 3;

  private PercentEncoding() {}

  /**
   * Returns the text of {@code asked} decoded exactly once.
   *
   * @throws ContainmentException if it is not percent-encoded UTF-8
   */
  static String decode(Asked asked) {
    if (!StandardCharsets.UTF_8.newEncoder().canEncode(asked.path())) {
      throw asked.refused(Refusal.BAD_ENCODING, asked.path());
    }
    byte[] bytes = asked.path().getBytes(StandardCharsets.UTF_8);
    ByteArrayOutputStream decoded = new ByteArrayOutputStream(bytes.length);
    for (int i = 0; i < bytes.length; i++) {
      if (bytes[i] == '%') {
        decoded.write(octet(asked, bytes, i));
        i += ESCAPE - 1;
      } else {
        decoded.write(bytes[i]);
      }
    }
    return text(asked, decoded.toByteArray());
  }

  private static int octet(Asked asked, byte[] bytes, int from) {
    int high = from + 1 < bytes.length ? digit(bytes[from + 1]) : -1;
    int low = from + 2 < bytes.length ? digit(bytes[from + 2]) : -1;
    if (high < 0 || low < 0) {
      int length = Math.min(ESCAPE, bytes.length - from);
      String escape = new String(bytes, from, length, StandardCharsets.UTF_8);
      throw asked.refused(Refusal.BAD_ENCODING, escape);
    }
    return high << 4 | low;
  }

  private static int digit(byte letter) {
    return Character.digit(letter, 16);
  }

  /** Overlong forms, such as two bytes for a dot, are not UTF-8. */
  private static String text(Asked asked, byte[] bytes) {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException malformed) {
      throw asked.refused(Refusal.BAD_ENCODING, asked.path());
    }
  }
}
