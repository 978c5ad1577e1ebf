package dev.avow.policy;

import dev.avow.policy.document.Document;
import dev.avow.policy.document.Field;
import dev.avow.policy.finding.Location;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A place in one of two policies that are compared.
 *
 * @param value what it says there, as it is written in full, or null
 * @param field where it is written, or null if the policy was not read from a document of its form
 * @param known the nearest place that is known otherwise
 */
record DiffSide(@Nullable Object value, @Nullable Field field, Location known) {

  static DiffSide of(Object tree, @Nullable Document written) {
    return new DiffSide(tree, written == null ? null : written.field(), Require.IN_CODE);
  }

  Map<?, ?> map() {
    return value instanceof Map<?, ?> map ? map : Map.of();
  }

  List<?> list() {
    return value instanceof List<?> list ? list : List.of();
  }

  DiffSide step(String key) {
    return new DiffSide(map().get(key), field == null ? null : field.field(key), known);
  }

  /** Returns the item at {@code index}, whose {@code full} form this is. */
  DiffSide item(int index, Object full, Location declared) {
    return new DiffSide(full, field == null ? null : field.item(index), declared);
  }

  /** Returns the same place, at which nothing is said. */
  DiffSide silent() {
    return new DiffSide(null, field, known);
  }

  Location at() {
    return field == null ? known : field.location();
  }
}
