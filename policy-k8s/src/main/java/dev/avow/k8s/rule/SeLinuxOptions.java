package dev.avow.k8s.rule;

import dev.avow.policy.document.Field;
import java.io.Serializable;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * SELinux options that may be set together.
 *
 * @param values what each option that may be set must be
 */
record SeLinuxOptions(TreeMap<String, String> values) implements Serializable {

  private static final List<String> NAMES = List.of("user", "role", "type", "level");

  /** Creates options; the values are copied. */
  SeLinuxOptions {
    values = new TreeMap<>(values);
  }

  /** Returns the options that {@code text} names: {@code type=container_t level=s0:c1,c2}. */
  static SeLinuxOptions parse(String text) {
    TreeMap<String, String> values = new TreeMap<>();
    for (String word : text.strip().split("\\s+", -1)) {
      int equals = word.indexOf('=');
      String name = equals < 0 ? word : word.substring(0, equals);
      boolean fits = equals > 0 && equals + 1 < word.length() && NAMES.contains(name);
      if (!fits || values.put(name, word.substring(equals + 1)) != null) {
        throw new IllegalArgumentException(
            "options must look like \"type=container_t level=s0:c1,c2\" but were \"%s\""
                .formatted(text));
      }
    }
    return new SeLinuxOptions(values);
  }

  /** Returns whether each option that {@code written} sets is one of these. */
  boolean admit(Field written) {
    return NAMES.stream()
        .map(written::field)
        .filter(Field::isPresent)
        .allMatch(
            option ->
                !option.isUnresolved()
                    && option.text().filter(t -> t.equals(values.get(option.name()))).isPresent());
  }

  /** Returns the first option that is an expression. */
  static Optional<Field> firstOpen(Field written) {
    return NAMES.stream().map(written::field).filter(Field::isUnresolved).findFirst();
  }

  /** Returns the options as {@link #parse} reads them. */
  @Override
  public String toString() {
    return values.entrySet().stream().map(Map.Entry::toString).collect(Collectors.joining(" "));
  }
}
