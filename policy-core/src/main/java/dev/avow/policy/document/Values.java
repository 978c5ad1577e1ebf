package dev.avow.policy.document;

import dev.avow.policy.document.Node.Kind;
import dev.avow.policy.document.Node.Scalar;
import dev.avow.policy.document.Node.Span;
import java.math.BigInteger;
import org.jspecify.annotations.Nullable;

/** What the schemas share: scalars by kind, and numbers by their digits. */
final class Values {

  /** Turning digits into a number is quadratic; nothing longer than this is meant as one. */
  private static final int MOST_DIGITS = 1000;

  /** With so few digits a number fits into a long, whatever the radix. */
  private static final int SURELY_LONG = 15;

  private static final BigInteger MOST_UNSIGNED = BigInteger.ONE.shiftLeft(64);

  private Values() {}

  static Scalar text(String text, Span span) {
    return new Scalar(Kind.TEXT, text, text, span);
  }

  static Scalar empty(String text, Span span) {
    return new Scalar(Kind.NULL, null, text, span);
  }

  static Scalar flag(boolean value, String text, Span span) {
    return new Scalar(Kind.FLAG, value, text, span);
  }

  static Scalar integer(Number value, String text, Span span) {
    return new Scalar(Kind.INTEGER, value, text, span);
  }

  static Scalar decimal(double value, String text, Span span) {
    return new Scalar(Kind.DECIMAL, value, text, span);
  }

  /** Returns how many signs {@code text} begins with: none or one. */
  static int sign(String text) {
    return !text.isEmpty() && (text.charAt(0) == '+' || text.charAt(0) == '-') ? 1 : 0;
  }

  /**
   * Returns the whole number in {@code text}, whose digits begin at {@code from} behind an optional
   * sign, or null if it is none or absurdly long.
   */
  static @Nullable Number whole(String text, int from, int radix) {
    if (from == text.length() || !allDigits(text, from, radix)) {
      return null;
    }
    if (text.length() - from > MOST_DIGITS) {
      return null;
    }
    boolean negative = text.charAt(0) == '-';
    if (text.length() - from <= SURELY_LONG) {
      long value = Long.parseLong(text, from, text.length(), radix);
      return negative ? -value : value;
    }
    BigInteger value = new BigInteger(text.substring(from), radix);
    value = negative ? value.negate() : value;
    if (value.bitLength() < Long.SIZE) {
      return value.longValue();
    }
    return value;
  }

  /** Returns whether {@code number} fits into 64 bits without a sign. */
  static boolean isUnsigned(Number number) {
    return number instanceof Long
        || (number instanceof BigInteger big
            && big.signum() > 0
            && big.compareTo(MOST_UNSIGNED) < 0);
  }

  private static boolean allDigits(String text, int from, int radix) {
    for (int i = from; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c > 'f' || Character.digit(c, radix) < 0) {
        return false;
      }
    }
    return true;
  }

  /**
   * Returns whether {@code text} is a decimal number: digits, a point and an exponent, each of them
   * optional as long as there is a digit before the exponent.
   */
  static boolean isDecimal(String text) {
    int start = sign(text);
    int at = digits(text, start);
    int found = at - start;
    if (at < text.length() && text.charAt(at) == '.') {
      int end = digits(text, at + 1);
      found += end - at - 1;
      at = end;
    }
    return found > 0 && (at == text.length() || isExponent(text, at));
  }

  private static boolean isExponent(String text, int at) {
    if (text.charAt(at) != 'e' && text.charAt(at) != 'E') {
      return false;
    }
    int from = at + 1;
    if (from < text.length() && (text.charAt(from) == '+' || text.charAt(from) == '-')) {
      from++;
    }
    int end = digits(text, from);
    return end > from && end == text.length();
  }

  private static int digits(String text, int from) {
    int at = from;
    while (at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9') {
      at++;
    }
    return at;
  }
}
