package dev.avow.policy.document.form;

import dev.avow.policy.document.Field;
import java.util.Map;
import java.util.Optional;

/**
 * How a kind of value is written in a document: how it is read, how it is written, and the schema
 * of what can be read.
 *
 * <p>A tree is made of {@code Map<String, ?>}, {@code List<?>}, {@link String}, {@link Long},
 * {@link Integer} and {@link Boolean}. Immutable.
 *
 * @param <T> the kind of value
 */
public interface Form<T> {

  /** Reads the value at {@code field}; nothing where something is wrong, which is then told. */
  Optional<T> read(Field field, Problems problems);

  /** Returns {@code value} as a tree, which {@link #read} reads as an equal value. */
  Object write(T value);

  /** Returns the JSON Schema of what can be read, as a tree. */
  Map<String, Object> schema();
}
