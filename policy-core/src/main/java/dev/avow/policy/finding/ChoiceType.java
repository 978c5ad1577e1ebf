package dev.avow.policy.finding;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * One of the constants of an enum, which policies write in kebab-case.
 *
 * @param type the enum
 */
record ChoiceType(Class<? extends Enum<?>> type) implements ParameterType {

  private static final long serialVersionUID = 1;

  @Override
  public String expects() {
    return Arrays.stream(type.getEnumConstants())
        .map(ChoiceType::word)
        .collect(Collectors.joining(", ", "one of ", ""));
  }

  @Override
  public @Nullable Object accept(Object value) {
    return Arrays.stream(type.getEnumConstants())
        .filter(constant -> constant == value || word(constant).equals(value))
        .findFirst()
        .orElse(null);
  }

  @Override
  public Object write(Object accepted) {
    return word((Enum<?>) accepted);
  }

  private static String word(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** Returns what is expected, by which policies tell types apart. */
  @Override
  public String toString() {
    return expects();
  }
}
