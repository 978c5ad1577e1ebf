package dev.avow.disclosure.publish;

import dev.avow.disclosure.publish.SecurityTxt.Signature;
import dev.avow.policy.finding.Location;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Reads the lines of a {@code security.txt}, and takes them out of an OpenPGP cleartext armour. */
final class SecurityTxtReader {

  private static final String BYTE_ORDER_MARK = "\uFEFF";

  private final String source;

  SecurityTxtReader(String source) {
    this.source = source;
  }

  SecurityTxt read(byte[] bytes) {
    List<SecurityTxtLine> lines = new ArrayList<>();
    int start = 0;
    for (int i = 0; i <= bytes.length; i++) {
      if (i == bytes.length ? start < i : bytes[i] == '\n') {
        lines.add(line(bytes, start, i, lines.size() + 1));
        start = i + 1;
      }
    }
    return new Armour(source, lines).open();
  }

  private SecurityTxtLine line(byte[] bytes, int start, int end, int number) {
    boolean ended = end < bytes.length;
    int last = ended && end > start && bytes[end - 1] == '\r' ? end - 1 : end;
    String text = new String(bytes, start, last - start, StandardCharsets.UTF_8);
    boolean marked = number == 1 && text.startsWith(BYTE_ORDER_MARK);
    Location at = Location.at(source, number, 1);
    SecurityTxtLine line = SecurityTxtLine.read(marked ? text.substring(1) : text, at);
    line = isUtf8(bytes, start, last, text) ? line : line.butWrong("is not UTF-8");
    line = marked ? line.butWrong("begins with a byte order mark") : line;
    return ended ? line : line.butWrong("is not ended by a line feed");
  }

  /** What could not be read as it is written comes back as something else. */
  private static boolean isUtf8(byte[] bytes, int start, int end, String read) {
    return Arrays.equals(
        Arrays.copyOfRange(bytes, start, end), read.getBytes(StandardCharsets.UTF_8));
  }

  /** The parts of a cleartext signature, which stand around what is signed. */
  private record Armour(String source, List<SecurityTxtLine> lines) {

    private static final String BEGIN = "-----BEGIN PGP SIGNED MESSAGE-----";
    private static final String SIGNATURE = "-----BEGIN PGP SIGNATURE-----";
    private static final String END = "-----END PGP SIGNATURE-----";

    SecurityTxt open() {
      int begin = find(BEGIN, 0);
      int signature = find(SIGNATURE, Math.max(begin, 0));
      int end = find(END, Math.max(signature, 0));
      if (begin < 0 && signature < 0 && end < 0) {
        return new SecurityTxt(source, lines, Signature.NONE);
      }
      int head = begin < 0 ? -1 : blankAfter(begin);
      if (head < 0 || signature < head || end < 0 || find(BEGIN, begin + 1) >= 0) {
        return new SecurityTxt(source, lines, Signature.BROKEN);
      }
      List<SecurityTxtLine> signed = new ArrayList<>();
      outside(0, begin, signed);
      lines.subList(head + 1, signature).forEach(line -> signed.add(unescaped(line)));
      outside(end + 1, lines.size(), signed);
      return new SecurityTxt(source, signed, Signature.NOT_VERIFIED);
    }

    private int find(String mark, int from) {
      for (int i = from; i < lines.size(); i++) {
        if (SecurityTxtText.stripped(lines.get(i).text()).equals(mark)) {
          return i;
        }
      }
      return -1;
    }

    /**
     * Returns where the blank line behind the armour's headers is, such as {@code Hash: SHA256}.
     */
    private int blankAfter(int begin) {
      for (int i = begin + 1; i < lines.size(); i++) {
        if (SecurityTxtText.isBlank(lines.get(i).text())) {
          return i;
        }
        if (!lines.get(i).text().startsWith("Hash:")) {
          return -1;
        }
      }
      return -1;
    }

    /** What is not signed must not be taken for what is. */
    private void outside(int from, int to, List<SecurityTxtLine> into) {
      for (SecurityTxtLine line : lines.subList(from, to)) {
        if (!SecurityTxtText.isBlank(line.text())) {
          into.add(line.ignored("stands outside of what is signed"));
        }
      }
    }

    private static SecurityTxtLine unescaped(SecurityTxtLine line) {
      if (!line.text().startsWith("- ")) {
        return line.text().startsWith("-")
            ? line.butWrong("begins with a dash that is not escaped")
            : line;
      }
      SecurityTxtLine plain = SecurityTxtLine.read(line.text().substring(2), line.at());
      return line.mistake()
          .filter(what -> what.contains("UTF-8") || what.contains("line feed"))
          .map(plain::butWrong)
          .orElse(plain);
    }
  }
}
