package dev.avow.k8s.workload;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads {@code [sign] digits [suffix]}, where the suffix is a unit or a decimal exponent. */
final class QuantityParser {

  /** Real quantities have a dozen; arithmetic on millions of digits would take minutes. */
  private static final int LONGEST = 64;

  private static final int LONGEST_EXPONENT = 4;

  private static final Map<String, BigDecimal> UNITS =
      Map.ofEntries(
          Map.entry("", BigDecimal.ONE),
          Map.entry("n", BigDecimal.ONE.movePointLeft(9)),
          Map.entry("u", BigDecimal.ONE.movePointLeft(6)),
          Map.entry("m", BigDecimal.ONE.movePointLeft(3)),
          Map.entry("k", BigDecimal.TEN.pow(3)),
          Map.entry("M", BigDecimal.TEN.pow(6)),
          Map.entry("G", BigDecimal.TEN.pow(9)),
          Map.entry("T", BigDecimal.TEN.pow(12)),
          Map.entry("P", BigDecimal.TEN.pow(15)),
          Map.entry("E", BigDecimal.TEN.pow(18)),
          Map.entry("Ki", BigDecimal.valueOf(1L << 10)),
          Map.entry("Mi", BigDecimal.valueOf(1L << 20)),
          Map.entry("Gi", BigDecimal.valueOf(1L << 30)),
          Map.entry("Ti", BigDecimal.valueOf(1L << 40)),
          Map.entry("Pi", BigDecimal.valueOf(1L << 50)),
          Map.entry("Ei", BigDecimal.valueOf(1L << 60)));

  private QuantityParser() {}

  static Optional<BigDecimal> parse(String text) {
    int end = endOfNumber(text);
    if (text.length() > LONGEST || end < 0) {
      return Optional.empty();
    }
    BigDecimal factor = factor(text.substring(end));
    return factor == null
        ? Optional.empty()
        : Optional.of(new BigDecimal(text.substring(0, end)).multiply(factor));
  }

  /** Returns the place behind sign and digits; a negative number if there are no digits. */
  private static int endOfNumber(String text) {
    int i = isSign(text, 0) ? 1 : 0;
    int digits = 0;
    boolean point = false;
    while (i < text.length() && (isDigit(text, i) || (!point && text.charAt(i) == '.'))) {
      point |= text.charAt(i) == '.';
      digits += isDigit(text, i) ? 1 : 0;
      i++;
    }
    return digits == 0 ? -1 : i;
  }

  private static @Nullable BigDecimal factor(String suffix) {
    BigDecimal unit = UNITS.get(suffix);
    boolean mayBeExponent = suffix.startsWith("e") || suffix.startsWith("E");
    return unit == null && mayBeExponent ? powerOfTen(suffix) : unit;
  }

  private static @Nullable BigDecimal powerOfTen(String suffix) {
    int from = isSign(suffix, 1) ? 2 : 1;
    if (from == suffix.length() || suffix.length() - from > LONGEST_EXPONENT) {
      return null;
    }
    for (int i = from; i < suffix.length(); i++) {
      if (!isDigit(suffix, i)) {
        return null;
      }
    }
    return BigDecimal.ONE.scaleByPowerOfTen(Integer.parseInt(suffix.substring(1)));
  }

  private static boolean isSign(String text, int at) {
    return at < text.length() && (text.charAt(at) == '+' || text.charAt(at) == '-');
  }

  private static boolean isDigit(String text, int at) {
    return text.charAt(at) >= '0' && text.charAt(at) <= '9';
  }
}
