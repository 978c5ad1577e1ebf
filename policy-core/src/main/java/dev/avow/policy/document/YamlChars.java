package dev.avow.policy.document;

import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.reader.StreamReader;

/**
 * A text as SnakeYAML's scanner wants it, char by char.
 *
 * <p>SnakeYAML's own reader copies what it has read again whenever a word goes on, which is
 * quadratic in the length of the word, and its marks carry the text about. Offsets here are in
 * chars.
 */
final class YamlChars extends StreamReader {

  private static final char BYTE_ORDER_MARK = '\uFEFF';

  private final String text;
  private final int[] noSnippet = new int[0];
  private int at;
  private int line;
  private int column;
  private int documentStart;

  YamlChars(String text) {
    super("");
    this.text = text;
  }

  @Override
  public Mark getMark() {
    return new Mark("", at, line, column, noSnippet, 0);
  }

  @Override
  public void forward() {
    forward(1);
  }

  @Override
  public void forward(int length) {
    for (int i = 0; i < length && at < text.length(); i++) {
      char c = text.charAt(at++);
      if (isLineBreak(c) || (c == '\r' && peek() != '\n')) {
        line++;
        column = 0;
      } else if (c != BYTE_ORDER_MARK) {
        column++;
      }
    }
  }

  /** Returns whether {@code c} ends a line for YAML 1.1, which knows more such than an editor. */
  private static boolean isLineBreak(char c) {
    return c == '\n' || c == '\u0085' || c == '\u2028' || c == '\u2029';
  }

  @Override
  public int peek() {
    return peek(0);
  }

  @Override
  public int peek(int index) {
    return at + index < text.length() ? text.charAt(at + index) : '\0';
  }

  @Override
  public String prefix(int length) {
    return text.substring(at, Math.min(at + length, text.length()));
  }

  @Override
  public String prefixForward(int length) {
    String prefix = prefix(length);
    at += prefix.length();
    column += prefix.length();
    return prefix;
  }

  @Override
  public int getColumn() {
    return column;
  }

  @Override
  public int getLine() {
    return line;
  }

  @Override
  public int getIndex() {
    return at;
  }

  @Override
  public int getDocumentIndex() {
    return at - documentStart;
  }

  @Override
  public void resetDocumentIndex() {
    documentStart = at;
  }
}
