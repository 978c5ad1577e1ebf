package dev.avow.policy.document.form;

import dev.avow.policy.document.Field;
import dev.avow.policy.finding.Location;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;

/**
 * A value that knows where it is written.
 *
 * @param form how it is written
 * @param at tells it the place
 */
record LocatedForm<T>(Form<T> form, BiFunction<T, Location, T> at) implements Form<T> {

  @Override
  public Optional<T> read(Field field, Problems problems) {
    return form.read(field, problems).map(value -> at.apply(value, field.location()));
  }

  @Override
  public Object write(T value) {
    return form.write(value);
  }

  @Override
  public Map<String, Object> schema() {
    return form.schema();
  }
}
