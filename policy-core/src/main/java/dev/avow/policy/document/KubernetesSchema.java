package dev.avow.policy.document;

import static dev.avow.policy.document.Values.isDecimal;
import static dev.avow.policy.document.Values.isUnsigned;
import static dev.avow.policy.document.Values.whole;

import dev.avow.policy.document.Node.Kind;
import dev.avow.policy.document.Node.Scalar;
import dev.avow.policy.document.Node.Span;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Values without quotes as Kubernetes reads them.
 *
 * <p>YAML 1.1 with exceptions: {@code y} and {@code off} are flags, numbers are those of Go with
 * underscores anywhere behind the first character, and there is nothing to base 60. Dates stay
 * texts.
 */
final class KubernetesSchema implements Schema {

  private static final Set<String> TRUE =
      Set.of("y", "Y", "yes", "Yes", "YES", "true", "True", "TRUE", "on", "On", "ON");
  private static final Set<String> FALSE =
      Set.of("n", "N", "no", "No", "NO", "false", "False", "FALSE", "off", "Off", "OFF");
  private static final Set<String> NULL = Set.of("~", "null", "Null", "NULL");
  private static final int LONGEST_WORD = 5;

  private static final Map<String, Double> SPECIAL =
      Map.ofEntries(
          Map.entry(".nan", Double.NaN),
          Map.entry(".NaN", Double.NaN),
          Map.entry(".NAN", Double.NaN),
          Map.entry(".inf", Double.POSITIVE_INFINITY),
          Map.entry(".Inf", Double.POSITIVE_INFINITY),
          Map.entry(".INF", Double.POSITIVE_INFINITY),
          Map.entry("+.inf", Double.POSITIVE_INFINITY),
          Map.entry("+.Inf", Double.POSITIVE_INFINITY),
          Map.entry("+.INF", Double.POSITIVE_INFINITY),
          Map.entry("-.inf", Double.NEGATIVE_INFINITY),
          Map.entry("-.Inf", Double.NEGATIVE_INFINITY),
          Map.entry("-.INF", Double.NEGATIVE_INFINITY));

  @Override
  public Scalar resolve(String text, Span span) {
    if (text.isEmpty()) {
      return Values.empty(text, span);
    }
    return switch (text.charAt(0)) {
      case 'y', 'Y', 'n', 'N', 't', 'T', 'f', 'F', 'o', 'O', '~' -> word(text, span);
      case '.' -> point(text, span);
      case '+', '-', '0', '1', '2', '3', '4', '5', '6', '7', '8', '9' -> number(text, span);
      default -> Values.text(text, span);
    };
  }

  private static Scalar word(String text, Span span) {
    if (text.length() > LONGEST_WORD) {
      return Values.text(text, span);
    }
    if (TRUE.contains(text)) {
      return Values.flag(true, text, span);
    }
    if (FALSE.contains(text)) {
      return Values.flag(false, text, span);
    }
    return NULL.contains(text) ? Values.empty(text, span) : Values.text(text, span);
  }

  private static Scalar point(String text, Span span) {
    Double special = SPECIAL.get(text);
    if (special != null) {
      return Values.decimal(special, text, span);
    }
    return decimal(text, isSeparated(text) ? text.replace("_", "") : text, span);
  }

  /** Returns whether each underscore stands between digits. */
  private static boolean isSeparated(String text) {
    for (int i = text.indexOf('_'); i >= 0; i = text.indexOf('_', i + 1)) {
      if (!isDigit(text, i - 1) || !isDigit(text, i + 1)) {
        return false;
      }
    }
    return true;
  }

  private static boolean isDigit(String text, int at) {
    return at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9';
  }

  private static Scalar number(String text, Span span) {
    Double special = SPECIAL.get(text);
    if (special != null) {
      return Values.decimal(special, text, span);
    }
    String plain = text.indexOf('_') < 0 ? text : text.replace("_", "");
    Number whole = integer(plain);
    boolean signed = Values.sign(plain) == 1;
    if (whole instanceof Long || (whole != null && !signed && isUnsigned(whole))) {
      return Values.integer(whole, text, span);
    }
    Scalar decimal = decimal(text, plain, span);
    // Beyond 64 bits digits are a decimal number, and what cannot be one, such as 0xFF…, stays
    // whole.
    return whole == null || signed || decimal.kind() == Kind.DECIMAL
        ? decimal
        : Values.integer(whole, text, span);
  }

  private static @Nullable Number integer(String plain) {
    int at = Values.sign(plain);
    if (plain.length() <= at + 1 || plain.charAt(at) != '0') {
      return whole(plain, at, 10);
    }
    return switch (plain.charAt(at + 1)) {
      case 'x', 'X' -> whole(plain, at + 2, 16);
      case 'o', 'O' -> whole(plain, at + 2, 8);
      case 'b', 'B' -> whole(plain, at + 2, 2);
      default -> whole(plain, at + 1, 8);
    };
  }

  private static Scalar decimal(String text, String plain, Span span) {
    if (isDecimal(plain)) {
      double value = Double.parseDouble(plain);
      if (!Double.isInfinite(value)) {
        return Values.decimal(value, text, span);
      }
    }
    return Values.text(text, span);
  }
}
