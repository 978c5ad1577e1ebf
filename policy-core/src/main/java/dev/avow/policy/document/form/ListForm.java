package dev.avow.policy.document.form;

import dev.avow.policy.document.Field;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Values that are written as a list.
 *
 * @param items how each of them is written
 */
record ListForm<T>(Form<T> items) implements Form<List<T>> {

  /** Reads the items that can be read; the others are told. */
  @Override
  public Optional<List<T>> read(Field field, Problems problems) {
    if (!field.isList()) {
      problems.mismatch(field, "be a list");
      return Optional.empty();
    }
    List<T> read = new ArrayList<>();
    field.items().forEach(item -> items.read(item, problems).ifPresent(read::add));
    return Optional.of(List.copyOf(read));
  }

  @Override
  public Object write(List<T> value) {
    return value.stream().map(items::write).toList();
  }

  @Override
  public Map<String, Object> schema() {
    Map<String, Object> schema = new LinkedHashMap<>();
    schema.put("type", "array");
    schema.put("items", items.schema());
    return schema;
  }
}
