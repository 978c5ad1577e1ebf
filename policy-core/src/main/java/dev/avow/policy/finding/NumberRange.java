package dev.avow.policy.finding;

import java.io.Serializable;

/**
 * Whole numbers from a least to a greatest one, both included: user ids, ports.
 *
 * @param least the least number, zero or more
 * @param greatest the greatest number, not below the least
 */
public record NumberRange(long least, long greatest) implements Serializable {

  private static final int MOST_DIGITS = 18;

  /** Creates a range; one that holds nothing is refused. */
  public NumberRange {
    if (least < 0 || greatest < least) {
      throw new IllegalArgumentException(
          "range must go upwards from 0 or more but was %d-%d".formatted(least, greatest));
    }
  }

  /** Returns the range from {@code least} to {@code greatest}, both included. */
  public static NumberRange of(long least, long greatest) {
    return new NumberRange(least, greatest);
  }

  /**
   * Returns the range that {@code text} names: {@code 1000-2000}, {@code 1000-} for all from there
   * on, {@code 1000} for one number.
   *
   * @throws IllegalArgumentException if it names none
   */
  public static NumberRange parse(String text) {
    int dash = text.indexOf('-');
    String from = dash < 0 ? text : text.substring(0, dash);
    String to = dash < 0 ? text : text.substring(dash + 1);
    if (!isNumber(from) || !(isNumber(to) || to.isEmpty())) {
      throw new IllegalArgumentException(
          "range must look like \"1000-2000\", \"1000-\" or \"1000\" but was \"%s\""
              .formatted(text));
    }
    return of(Long.parseLong(from), to.isEmpty() ? Long.MAX_VALUE : Long.parseLong(to));
  }

  private static boolean isNumber(String text) {
    return !text.isEmpty()
        && text.length() <= MOST_DIGITS
        && text.chars().allMatch(digit -> digit >= '0' && digit <= '9');
  }

  /** Returns whether {@code number} is in the range. */
  public boolean contains(long number) {
    return least <= number && number <= greatest;
  }

  /** Returns the range as {@link #parse} reads it. */
  @Override
  public String toString() {
    if (least == greatest) {
      return String.valueOf(least);
    }
    return least + "-" + (greatest == Long.MAX_VALUE ? "" : greatest);
  }
}
