package dev.avow.k8s.rule;

import dev.avow.k8s.workload.Quantity;
import dev.avow.policy.finding.Parameter;
import dev.avow.policy.finding.Parameter.Stricter;
import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/**
 * An amount that a policy sets a bound at, or none.
 *
 * @param written how the policy writes it: {@code 500m}, {@code none}
 * @param quantity the amount; null if there is none
 */
record Threshold(String written, @Nullable Quantity quantity)
    implements Comparable<Threshold>, Serializable {

  static final Threshold NONE = new Threshold("none", null);

  /** Returns a parameter that is an amount, or none, which bounds nothing. */
  static Parameter<Threshold> parameter(
      String name, Threshold standard, Stricter stricter, String meaning) {
    String expects = "a quantity such as \"500m\" or \"none\"";
    return Parameter.parsed(name, Threshold.class, Threshold::parse, standard, expects, meaning)
        .stricterIf(stricter, NONE);
  }

  /**
   * Returns the amount that is written as {@code text}.
   *
   * @throws IllegalArgumentException if it is neither a quantity nor {@code none}
   */
  static Threshold parse(String text) {
    if (text.equals(NONE.written)) {
      return NONE;
    }
    return Quantity.parse(text)
        .map(quantity -> new Threshold(text, quantity))
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "quantity must look like \"500m\" or \"1.5Gi\" but was \"%s\""
                        .formatted(text)));
  }

  /** Returns whether {@code amount} is above this, which nothing is if there is none. */
  boolean isBelow(Quantity amount) {
    return quantity != null && amount.compareTo(quantity) > 0;
  }

  /** Returns whether {@code amount} is below this, which nothing is if there is none. */
  boolean isAbove(Quantity amount) {
    return quantity != null && amount.compareTo(quantity) < 0;
  }

  /** Returns whether both are amounts, and this is the greater one. */
  boolean exceeds(Threshold other) {
    return quantity != null && other.isBelow(quantity);
  }

  /** Compares amounts; where there is none, nothing is below or above it. */
  @Override
  public int compareTo(Threshold other) {
    return quantity == null || other.quantity == null ? 0 : quantity.compareTo(other.quantity);
  }

  boolean isNone() {
    return quantity == null;
  }

  @Override
  public String toString() {
    return written;
  }
}
