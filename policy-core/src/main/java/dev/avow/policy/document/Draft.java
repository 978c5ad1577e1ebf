package dev.avow.policy.document;

import dev.avow.policy.document.Part.Form;

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

  int line() {
    return line;
  }

  Part finish(int number) {
    Form finished = length > limit ? Form.TOO_LONG : form;
    int end = to < 0 ? text.length() : to;
    return new Part(number, line, column, text.toString(), finished, from, end, broken);
  }
}
