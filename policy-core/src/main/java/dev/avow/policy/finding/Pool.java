package dev.avow.policy.finding;

import java.util.HashMap;
import java.util.Map;

/**
 * Lets equal values be one object while parts become a whole; not thread-safe, and not kept.
 *
 * <p>Parts come from other workers or other documents, each with its own copy of the same names,
 * paths and sentences.
 */
final class Pool {

  private final Map<Object, Object> values = new HashMap<>();

  /** Returns the first value that was equal to {@code value}. */
  @SuppressWarnings("unchecked") // values of different types are never equal
  <T> T one(T value) {
    Object known = values.putIfAbsent(value, value);
    return known == null ? value : (T) known;
  }
}
