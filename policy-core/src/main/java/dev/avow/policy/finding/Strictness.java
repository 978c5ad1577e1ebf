package dev.avow.policy.finding;

import dev.avow.policy.finding.Parameter.Comparison;
import dev.avow.policy.finding.Parameter.Stricter;
import java.io.Serializable;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Tells which of two values of a parameter asks for less.
 *
 * @param direction which values ask for more
 * @param loosest the value that asks for nothing, whatever the direction; null if there is none
 */
record Strictness(Stricter direction, @Nullable Object loosest) implements Serializable {

  private static final long serialVersionUID = 1;
  private static final String EVERY_ONE = "*";

  Comparison compare(Object value, Object other) {
    if (value.equals(other) || other.equals(loosest)) {
      return Comparison.AS_STRICT;
    }
    if (value.equals(loosest)) {
      return Comparison.LOOSER;
    }
    return switch (direction) {
      case HIGHER -> asStrictIf(order(value, other) >= 0);
      case LOWER -> asStrictIf(order(value, other) <= 0);
      case TRUE -> asStrictIf((Boolean) value);
      case FALSE -> asStrictIf(!(Boolean) value);
      case MORE -> areAmong((List<?>) other, (List<?>) value);
      case FEWER -> allows((List<?>) other, (List<?>) value);
    };
  }

  private static Comparison asStrictIf(boolean kept) {
    return kept ? Comparison.AS_STRICT : Comparison.LOOSER;
  }

  @SuppressWarnings("unchecked") // both are values of one parameter, which has a direction
  private static int order(Object value, Object other) {
    return ((Comparable<Object>) value).compareTo(other);
  }

  private static Comparison allows(List<?> many, List<?> few) {
    return many.contains(EVERY_ONE) ? Comparison.AS_STRICT : areAmong(few, many);
  }

  /** What a text, a constant or a range stands for is plain; of other values it is anybody's. */
  private static Comparison areAmong(List<?> few, List<?> many) {
    List<?> strangers =
        few.stream().filter(one -> many.stream().noneMatch(each -> covers(each, one))).toList();
    if (strangers.isEmpty()) {
      return Comparison.AS_STRICT;
    }
    return strangers.stream().allMatch(Strictness::isPlain)
        ? Comparison.LOOSER
        : Comparison.UNCLEAR;
  }

  private static boolean isPlain(Object value) {
    return value instanceof String
        || value instanceof Enum<?>
        || value instanceof NumberRange
        || (value instanceof Glob glob && glob.isLiteral());
  }

  private static boolean covers(Object wide, Object narrow) {
    if (wide.equals(narrow)) {
      return true;
    }
    if (wide instanceof NumberRange range && narrow instanceof NumberRange inner) {
      return range.contains(inner.least()) && range.contains(inner.greatest());
    }
    return wide instanceof Glob pattern && narrow instanceof Glob one && covers(pattern, one);
  }

  private static boolean covers(Glob pattern, Glob one) {
    return pattern.pattern().equals("**") || (one.isLiteral() && pattern.matches(one.pattern()));
  }
}
