package dev.avow.policy.document.form;

import dev.avow.policy.document.Field;
import dev.avow.policy.finding.Names;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A value that is written as a mapping with known fields; any other field is a problem.
 *
 * <p>The constructor declares the entries, in the order in which they are written.
 *
 * @param <T> the kind of value
 */
public abstract class ObjectForm<T> implements Form<T> {

  private final Map<String, Entry<?>> entries = new LinkedHashMap<>();

  /** Creates a form without entries. */
  protected ObjectForm() {}

  /** Declares an entry that must be there. */
  protected final <V> Entry<V> required(String name, Form<V> form, String meaning) {
    return declare(new Entry<>(name, form, true, meaning));
  }

  /** Declares an entry that may be left out. */
  protected final <V> Entry<V> optional(String name, Form<V> form, String meaning) {
    return declare(new Entry<>(name, form, false, meaning));
  }

  private <V> Entry<V> declare(Entry<V> entry) {
    if (entries.put(entry.name(), entry) != null) {
      throw new IllegalStateException("field %s was already declared".formatted(entry.name()));
    }
    return entry;
  }

  /**
   * Returns the value made of {@code values}, of which the required ones are there.
   *
   * @throws IllegalArgumentException if they do not go together; this becomes a problem
   */
  protected abstract T build(Values values);

  /**
   * Returns whether the value is made even where entries could not be read, so that what is wrong
   * with the others is told as well; they then look as if they were not written.
   */
  protected boolean toleratesGaps() {
    return false;
  }

  /** Writes the entries of {@code value}. */
  protected abstract void show(T value, Written into);

  @Override
  public final Optional<T> read(Field field, Problems problems) {
    if (!field.isMapping()) {
      problems.mismatch(field, "be a mapping with the fields " + names());
      return Optional.empty();
    }
    field.fields().stream()
        .filter(child -> !entries.containsKey(child.name()))
        .forEach(child -> tellUnknown(child, problems));
    Map<Entry<?>, Object> values = new HashMap<>();
    boolean complete = true;
    for (Entry<?> entry : entries.values()) {
      Field child = field.field(entry.name());
      if (entry.required() || !child.isAbsent()) {
        Optional<?> value = entry.form().read(child, problems);
        value.ifPresent(read -> values.put(entry, read));
        complete &= value.isPresent() || toleratesGaps();
      }
    }
    return complete
        ? problems.attempt(field.location(), () -> build(new Values(field, values, problems)))
        : Optional.empty();
  }

  private void tellUnknown(Field field, Problems problems) {
    String perhaps = Names.perhaps(field.name(), entries.keySet());
    String known =
        perhaps.isEmpty()
            ? "field must be one of " + names()
            : "field must be a known one" + perhaps;
    problems.add(field.keyLocation(), known, "was \"%s\"".formatted(field.name()));
  }

  private String names() {
    return String.join(", ", entries.keySet());
  }

  /** Returns the names of the entries, in their order. */
  protected final List<String> entryNames() {
    return List.copyOf(entries.keySet());
  }

  @Override
  public final Object write(T value) {
    Written written = new Written();
    show(value, written);
    return written.tree();
  }

  @Override
  public Map<String, Object> schema() {
    Map<String, Object> properties = new LinkedHashMap<>();
    for (Entry<?> entry : entries.values()) {
      Map<String, Object> property = new LinkedHashMap<>();
      property.put("description", entry.meaning());
      property.putAll(entry.form().schema());
      properties.put(entry.name(), property);
    }
    List<String> needed =
        entries.values().stream().filter(Entry::required).map(Entry::name).toList();
    Map<String, Object> schema = new LinkedHashMap<>();
    schema.put("type", "object");
    schema.put("properties", properties);
    if (!needed.isEmpty()) {
      schema.put("required", needed);
    }
    schema.put("additionalProperties", false);
    return schema;
  }
}
