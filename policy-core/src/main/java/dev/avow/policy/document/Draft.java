package dev.avow.policy.document;

import dev.avow.policy.document.Part.Form;
import org.jspecify.annotations.Nullable;

/** A document's text while it is being cut out of its source. */
final class Draft {

  private final StringBuilder text = new StringBuilder();
  private final int limit;
  private final int line;
  private final int column;
  private long length;
  private long broken = -1;
  private boolean marked;
  private boolean directed;
  private boolean content;
  private Form form = Form.BLOCK;
  private int from;
  private int to = -1;

  /** Begins a text of at most {@code limit} characters at the given place. */
  Draft(int limit, int line, int column) {
    this.limit = limit;
    this.line = line;
    this.column = column;
  }

  void append(char c) {
    length++;
    if (fits()) {
      text.append(c);
    }
  }

  void append(char[] chars, int begin, int count) {
    length += count;
    if (fits()) {
      text.append(chars, begin, count);
    }
  }

  /** Returns whether the text is kept; one that is too long is dropped at once. */
  private boolean fits() {
    if (length <= limit) {
      return true;
    }
    if (text.length() > 0) {
      text.setLength(0);
      text.trimToSize();
    }
    return false;
  }

  /** Notes that the byte at {@code place} is no text. */
  void broken(long place) {
    broken = broken < 0 ? place : broken;
  }

  /** Notes that the document begins with {@code ---}. */
  void mark() {
    marked = true;
  }

  boolean isMarked() {
    return marked;
  }

  /** Notes a directive. */
  void direct() {
    directed = true;
  }

  boolean isDirected() {
    return directed;
  }

  /** Notes that here begins something other than comments. */
  void beginContent() {
    content = true;
  }

  boolean hasContent() {
    return content;
  }

  /** Notes that here begins a value in braces or brackets. */
  void beginFlow() {
    content = true;
    form = Form.FLOW;
    from = text.length();
  }

  /** Notes that the value in braces or brackets ends here. */
  void endFlow() {
    to = text.length();
  }

  /** Notes that something follows the value in braces or brackets. */
  void spoilFlow() {
    form = Form.BLOCK;
  }

  /**
   * Returns the second line as a document of its own, if there are two and both begin with a brace:
   * of two JSON documents the first was not complete. Returns null if that is not so.
   */
  @Nullable Draft splitLines() {
    int start = lineEnd(0);
    boolean two =
        from == 0
            && column == 1
            && start < text.length()
            && text.charAt(start) == '{'
            && lineEnd(start) == text.length();
    if (!two || broken >= 0) {
      return null;
    }
    Draft next = new Draft(limit, line + 1, 1);
    next.text.append(text, start, text.length());
    next.beginFlow();
    next.from = 0;
    text.setLength(start);
    return next;
  }

  /** Returns the offset behind the line break that ends the line at {@code start}. */
  private int lineEnd(int start) {
    int feed = text.indexOf("\n", start);
    int carriage = text.indexOf("\r", start);
    if (carriage >= 0 && (feed < 0 || carriage < feed - 1)) {
      return carriage + 1;
    }
    return feed < 0 ? text.length() : feed + 1;
  }

  Part finish(int number) {
    Form finished = length > limit ? Form.TOO_LONG : form;
    int end = to < 0 ? text.length() : to;
    return new Part(number, line, column, text.toString(), finished, from, end, broken);
  }
}
