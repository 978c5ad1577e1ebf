package dev.avow.policy.document;

import dev.avow.policy.document.Node.Scalar;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** What a key is called that is not written as a text: {@code true}, {@code 1}, {@code 1e+06}. */
final class Keys {

  /** From this exponent on Go writes a number with it. */
  private static final int LARGE = 6;

  private static final int SMALL = -4;

  private Keys() {}

  /** Returns the name of {@code key} as Kubernetes makes it, or null if it cannot be a key. */
  static @Nullable String name(Scalar key) {
    return switch (key.kind()) {
      case NULL -> null;
      case TEXT -> key.text();
      case FLAG, INTEGER -> String.valueOf(key.value());
      case DECIMAL -> key.value() instanceof Double number ? decimal(number) : null;
    };
  }

  private static String decimal(double number) {
    if (Double.isNaN(number)) {
      return ".nan";
    }
    if (Double.isInfinite(number)) {
      return number > 0 ? ".inf" : "-.inf";
    }
    if (number == 0) {
      return 1 / number < 0 ? "-0" : "0";
    }
    BigDecimal shortest = new BigDecimal(Double.toString(number)).stripTrailingZeros();
    int exponent = shortest.precision() - shortest.scale() - 1;
    return exponent < SMALL || exponent >= LARGE
        ? scientific(shortest, exponent)
        : shortest.toPlainString();
  }

  private static String scientific(BigDecimal number, int exponent) {
    String digits = number.unscaledValue().abs().toString();
    String fraction = digits.length() == 1 ? "" : "." + digits.substring(1);
    String sign = number.signum() < 0 ? "-" : "";
    String power = (exponent < 0 ? "-" : "+") + (Math.abs(exponent) < 10 ? "0" : "");
    return sign + digits.charAt(0) + fraction + "e" + power + Math.abs(exponent);
  }
}
