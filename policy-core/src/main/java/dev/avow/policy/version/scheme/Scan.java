package dev.avow.policy.version.scheme;

import java.util.ArrayList;
import java.util.List;

/** A place in a text that is read from left to right; not thread-safe. */
final class Scan {

  private final String text;
  private int at;

  Scan(String text) {
    this.text = text;
  }

  static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  static boolean isLetter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  }

  boolean atEnd() {
    return at >= text.length();
  }

  /** Returns the next character; NUL at the end. */
  char peek() {
    return peek(0);
  }

  private char peek(int ahead) {
    return at + ahead < text.length() ? text.charAt(at + ahead) : '\0';
  }

  /** Passes over the next character if it is one of {@code some}. */
  boolean skip(String some) {
    boolean found = !atEnd() && some.indexOf(peek()) >= 0;
    if (found) {
      at++;
    }
    return found;
  }

  /** Passes over the next character if it is one of {@code some} and a digit follows. */
  boolean skipBeforeDigit(String some) {
    return isDigit(peek(1)) && skip(some);
  }

  /** Returns the digits that come next, without leading zeros; nothing if there are none. */
  String digits() {
    int from = at;
    while (isDigit(peek())) {
      at++;
    }
    return from == at ? "" : Numbers.strip(text.substring(from, at));
  }

  /** Returns the letters that come next. */
  String letters() {
    int from = at;
    while (isLetter(peek())) {
      at++;
    }
    return text.substring(from, at);
  }

  /** Returns the numbers that come next, parted by one of {@code separators} each. */
  List<String> numbers(String separators) {
    List<String> numbers = new ArrayList<>();
    if (isDigit(peek())) {
      numbers.add(digits());
      while (skipBeforeDigit(separators)) {
        numbers.add(digits());
      }
    }
    return List.copyOf(numbers);
  }

  /** Returns all that comes up to {@code end}, which is passed over, or the end of the text. */
  String until(char end) {
    int found = text.indexOf(end, at);
    String part = text.substring(at, found < 0 ? text.length() : found);
    at = found < 0 ? text.length() : found + 1;
    return part;
  }

  /** Goes back to {@code place}, or says where it is now. */
  int mark() {
    return at;
  }

  void back(int place) {
    at = place;
  }
}
