package dev.avow.k8s.rule;

import dev.avow.k8s.workload.Quantity;
import dev.avow.policy.document.Field;
import dev.avow.policy.finding.Location;
import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/**
 * A request or limit as it is written.
 *
 * @param location where it stands
 * @param path its path in the resource
 * @param found what stands there: {@code is "1Gi"}
 * @param value how much it is; null if that cannot be told
 */
record Amount(Location location, String path, String found, @Nullable Quantity value)
    implements Serializable {

  /** Returns what is written at {@code field}; null if nothing is, so that a default applies. */
  static @Nullable Amount at(Field field) {
    if (field.isPresent()) {
      Quantity value = Quantity.at(field).orElse(null);
      return new Amount(field.location(), field.path(), field.found(), value);
    }
    return field.isUnresolved()
        ? new Amount(field.location(), field.path(), "is within an expression", null)
        : null;
  }
}
