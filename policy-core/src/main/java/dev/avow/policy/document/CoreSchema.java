package dev.avow.policy.document;

import dev.avow.policy.document.Node.Scalar;
import dev.avow.policy.document.Node.Span;
import org.jspecify.annotations.Nullable;

/** Values without quotes by the core schema of YAML 1.2: {@code on} and {@code yes} are texts. */
final class CoreSchema implements Schema {

  @Override
  public Scalar resolve(String text, Span span) {
    return switch (text) {
      case "", "~", "null", "Null", "NULL" -> Values.empty(text, span);
      case "true", "True", "TRUE" -> Values.flag(true, text, span);
      case "false", "False", "FALSE" -> Values.flag(false, text, span);
      case ".nan", ".NaN", ".NAN" -> Values.decimal(Double.NaN, text, span);
      case ".inf", ".Inf", ".INF", "+.inf", "+.Inf", "+.INF" ->
          Values.decimal(Double.POSITIVE_INFINITY, text, span);
      case "-.inf", "-.Inf", "-.INF" -> Values.decimal(Double.NEGATIVE_INFINITY, text, span);
      default -> number(text, span);
    };
  }

  private static Scalar number(String text, Span span) {
    char first = text.charAt(0);
    if (first > '9') {
      return Values.text(text, span);
    }
    Number whole = whole(text);
    if (whole != null) {
      return Values.integer(whole, text, span);
    }
    return Values.isDecimal(text)
        ? Values.decimal(Double.parseDouble(text), text, span)
        : Values.text(text, span);
  }

  private static @Nullable Number whole(String text) {
    if (text.startsWith("0o")) {
      return Values.whole(text, 2, 8);
    }
    if (text.startsWith("0x")) {
      return Values.whole(text, 2, 16);
    }
    return Values.whole(text, Values.sign(text), 10);
  }
}
