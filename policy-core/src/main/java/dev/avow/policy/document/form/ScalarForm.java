package dev.avow.policy.document.form;

import dev.avow.policy.document.Field;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * A value that a tree holds as it is: a number or a flag.
 *
 * @param must what it must be, as a phrase
 * @param get takes it from a field
 * @param type its type in a schema
 */
record ScalarForm<T>(String must, Function<Field, Optional<T>> get, String type)
    implements Form<T> {

  @Override
  public Optional<T> read(Field field, Problems problems) {
    Optional<T> value = get.apply(field);
    if (value.isEmpty()) {
      problems.mismatch(field, must);
    }
    return value;
  }

  @Override
  public Object write(T value) {
    return value;
  }

  @Override
  public Map<String, Object> schema() {
    return Map.of("type", type);
  }
}
