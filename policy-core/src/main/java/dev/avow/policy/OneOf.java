package dev.avow.policy;

import dev.avow.policy.document.form.Entry;
import dev.avow.policy.document.form.Values;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Mappings in which exactly one of some fields stands. */
final class OneOf {

  private OneOf() {}

  /** Returns the value of the one of {@code entries} that is written. */
  static <V> V the(Values values, String what, List<Entry<V>> entries) {
    List<Entry<V>> written = entries.stream().filter(values::isWritten).toList();
    if (written.size() != 1) {
      throw new IllegalArgumentException(
          "%s must have one of %s but has %s"
              .formatted(what, names(entries), written.isEmpty() ? "none" : names(written)));
    }
    return values.get(written.get(0));
  }

  private static <V> String names(List<Entry<V>> entries) {
    return entries.stream().map(Entry::name).collect(Collectors.joining(", "));
  }

  /** Returns {@code schema}, asking for exactly one of {@code entries}. */
  static <V> Map<String, Object> schema(Map<String, Object> schema, List<Entry<V>> entries) {
    Map<String, Object> more = new LinkedHashMap<>(schema);
    more.put(
        "oneOf", entries.stream().map(entry -> Map.of("required", List.of(entry.name()))).toList());
    return more;
  }
}
