package dev.avow.policy.document.form;

import dev.avow.policy.document.Field;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * A value that is written as a mapping, or shortly where little is said.
 *
 * @param brief how it is written shortly: as anything but a mapping
 * @param fits which values can be written shortly
 * @param full how it is written as a mapping
 */
record ShortForm<T>(Form<T> brief, Predicate<T> fits, Form<T> full) implements Form<T> {

  @Override
  public Optional<T> read(Field field, Problems problems) {
    return field.isMapping() ? full.read(field, problems) : brief.read(field, problems);
  }

  @Override
  public Object write(T value) {
    return fits.test(value) ? brief.write(value) : full.write(value);
  }

  @Override
  public Map<String, Object> schema() {
    return Map.of("anyOf", List.of(brief.schema(), full.schema()));
  }
}
