package dev.avow.k8s.workload;

import dev.avow.policy.document.Field;
import dev.avow.policy.document.Node.Scalar;
import java.io.Serializable;
import java.math.BigDecimal;
import java.util.Optional;

/**
 * An amount of something, as Kubernetes writes it: {@code 500m}, {@code 1.5Gi}, {@code 1e3}.
 *
 * <p>Exact, however it is written: {@code 0.5} and {@code 500m} are equal.
 *
 * @param value the amount in whole units: cores, bytes
 * @see <a
 *     href="https://kubernetes.io/docs/reference/kubernetes-api/common-definitions/quantity/">the
 *     grammar</a>
 */
public record Quantity(BigDecimal value) implements Comparable<Quantity>, Serializable {

  /** Creates a quantity; trailing zeros do not count. */
  public Quantity {
    value = value.signum() == 0 ? BigDecimal.ZERO : value.stripTrailingZeros();
  }

  /** Returns the quantity written as {@code text}; nothing if it is none. */
  public static Optional<Quantity> parse(String text) {
    return QuantityParser.parse(text).map(Quantity::new);
  }

  /**
   * Returns the quantity that stands at {@code field}, a text or a number; nothing if none does.
   */
  public static Optional<Quantity> at(Field field) {
    if (!(field.node().orElse(null) instanceof Scalar scalar)) {
      return Optional.empty();
    }
    return switch (scalar.kind()) {
      case TEXT -> parse(scalar.text().strip());
      case INTEGER, DECIMAL -> parse(String.valueOf(scalar.value()));
      case FLAG, NULL -> Optional.empty();
    };
  }

  /** Returns whether it is more than nothing. */
  public boolean isPositive() {
    return value.signum() > 0;
  }

  @Override
  public int compareTo(Quantity other) {
    return value.compareTo(other.value);
  }

  /** Returns the amount as a decimal number, with an exponent if it is large. */
  @Override
  public String toString() {
    return value.toString();
  }
}
