package dev.avow.policy.document.form;

import dev.avow.policy.document.Field;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * Values that are written as a mapping whose keys are the author's own.
 *
 * @param key reads a key, and refuses one that cannot be
 * @param pattern what keys look like in a schema
 * @param values how each value is written
 */
record MapForm<K, V>(Function<String, K> key, String pattern, Form<V> values)
    implements Form<Map<K, V>> {

  @Override
  public Optional<Map<K, V>> read(Field field, Problems problems) {
    if (!field.isMapping()) {
      problems.mismatch(field, "be a mapping");
      return Optional.empty();
    }
    Map<K, V> read = new LinkedHashMap<>();
    for (Field child : field.fields()) {
      Optional<K> name = problems.attempt(child.keyLocation(), () -> key.apply(child.name()));
      Optional<V> value = values.read(child, problems);
      if (name.isPresent() && value.isPresent()) {
        read.put(name.get(), value.get());
      }
    }
    return Optional.of(read);
  }

  @Override
  public Object write(Map<K, V> value) {
    Map<String, Object> tree = new LinkedHashMap<>();
    value.forEach((name, item) -> tree.put(name.toString(), values.write(item)));
    return tree;
  }

  @Override
  public Map<String, Object> schema() {
    Map<String, Object> schema = new LinkedHashMap<>();
    schema.put("type", "object");
    schema.put("propertyNames", Map.of("pattern", pattern));
    schema.put("additionalProperties", values.schema());
    return schema;
  }
}
