package dev.avow.policy.document.form;

import dev.avow.policy.document.Field;
import dev.avow.policy.finding.Names;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One of a few known values, each written as a word.
 *
 * @param byLabel the values by word
 * @param labels the words by value
 * @param or what else it may be, as a phrase; usually nothing
 */
record ChoiceForm<T>(Map<String, T> byLabel, Map<T, String> labels, String or) implements Form<T> {

  static <T> ChoiceForm<T> of(Map<String, T> byLabel, String or) {
    Map<T, String> labels = new LinkedHashMap<>();
    byLabel.forEach((label, value) -> labels.put(value, label));
    return new ChoiceForm<>(byLabel, labels, or);
  }

  @Override
  public Optional<T> read(Field field, Problems problems) {
    Optional<T> value = field.text().map(byLabel::get);
    if (value.isEmpty()) {
      String perhaps = field.text().map(this::perhaps).orElse("");
      String known = byLabel.size() == 1 ? "be " : "be one of ";
      problems.mismatch(field, known + String.join(", ", byLabel.keySet()) + or + perhaps);
    }
    return value;
  }

  private String perhaps(String text) {
    return byLabel.size() == 1 ? "" : Names.perhaps(text, byLabel.keySet());
  }

  @Override
  public Object write(T value) {
    String label = labels.get(value);
    if (label == null) {
      throw new IllegalArgumentException(
          "value must be one of %s but was %s".formatted(labels.keySet(), value));
    }
    return label;
  }

  @Override
  public Map<String, Object> schema() {
    return Map.of("enum", List.copyOf(byLabel.keySet()));
  }
}
