package dev.avow.policy.version.range;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/** Percent-encoding as package URLs have it, colons being left alone. */
final class PercentCode {

  private static final String PLAIN = "-._~:";
  private static final HexFormat HEX = HexFormat.of().withUpperCase();

  private PercentCode() {}

  static String encode(String text) {
    StringBuilder encoded = new StringBuilder();
    for (byte b : text.getBytes(StandardCharsets.UTF_8)) {
      if (isPlain((char) b)) {
        encoded.append((char) b);
      } else {
        encoded.append('%').append(HEX.toHexDigits(b));
      }
    }
    return encoded.toString();
  }

  private static boolean isPlain(char c) {
    return (c >= 'a' && c <= 'z')
        || (c >= 'A' && c <= 'Z')
        || (c >= '0' && c <= '9')
        || PLAIN.indexOf(c) >= 0;
  }

  /**
   * Decodes {@code text}.
   *
   * @throws IllegalArgumentException if a percent sign is not followed by two hexadecimal digits
   */
  static String decode(String text) {
    if (text.indexOf('%') < 0) {
      return text;
    }
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    byte[] source = text.getBytes(StandardCharsets.UTF_8);
    for (int i = 0; i < source.length; i++) {
      if (source[i] == '%') {
        bytes.write(octet(text, source, i + 1));
        i += 2;
      } else {
        bytes.write(source[i]);
      }
    }
    return bytes.toString(StandardCharsets.UTF_8);
  }

  private static int octet(String text, byte[] source, int at) {
    boolean complete = at + 1 < source.length;
    if (!complete || !HexFormat.isHexDigit(source[at]) || !HexFormat.isHexDigit(source[at + 1])) {
      throw new IllegalArgumentException(
          "a percent sign must be followed by two hexadecimal digits but was in \"%s\""
              .formatted(text));
    }
    return HexFormat.fromHexDigit(source[at]) * 16 + HexFormat.fromHexDigit(source[at + 1]);
  }
}
