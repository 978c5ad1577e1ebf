package dev.avow.policy.document.form;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The entries of a mapping that is being written. */
public final class Written {

  private final Map<String, Object> tree = new LinkedHashMap<>();

  Written() {}

  /** Writes {@code value} under {@code entry}. */
  public <V> Written put(Entry<V> entry, V value) {
    tree.put(entry.name(), entry.form().write(value));
    return this;
  }

  /** Writes {@code value} under {@code entry}, if there is one. */
  public <V> Written put(Entry<V> entry, Optional<V> value) {
    value.ifPresent(present -> put(entry, present));
    return this;
  }

  /** Writes {@code value} under {@code entry} unless it is what holds without it. */
  public <V> Written putUnless(Entry<V> entry, V value, V otherwise) {
    return value.equals(otherwise) ? this : put(entry, value);
  }

  /** Writes {@code items} under {@code entry} unless there are none. */
  public <C extends Collection<?>> Written putItems(Entry<C> entry, C items) {
    return items.isEmpty() ? this : put(entry, items);
  }

  Map<String, Object> tree() {
    return tree;
  }
}
