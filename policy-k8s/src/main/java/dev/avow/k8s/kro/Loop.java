package dev.avow.k8s.kro;

/**
 * What the variables of a loop over something stand for.
 *
 * @param single the only variable: an element of a list, a key of a map
 * @param key the first of two: a place in a list, a key of a map
 * @param element the second of two
 */
record Loop(Value single, Value key, Value element) {

  static final Loop PUBLIC = new Loop(Value.PUBLIC, Value.PUBLIC, Value.PUBLIC);

  /** Returns a loop over a list of {@code element}. */
  static Loop overList(Value element) {
    return new Loop(element, Value.PUBLIC, element);
  }

  /** Returns a loop over a map with {@code keys}. */
  static Loop overMap(Value keys, Value element) {
    return new Loop(keys, keys, element);
  }

  /** Returns a loop over something of which only {@code value} is known. */
  static Loop overAnything(Value value) {
    return new Loop(value, value, value);
  }
}
