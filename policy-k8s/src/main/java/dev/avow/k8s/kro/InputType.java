package dev.avow.k8s.kro;

import dev.avow.policy.document.Field;

/**
 * The type of an input, as SimpleSchema writes it.
 *
 * @see <a href="https://kro.run/docs/concepts/rgd/schema/">SimpleSchema</a>
 */
sealed interface InputType {

  /** A text. */
  record Text() implements InputType {}

  /** A number or a flag. */
  record Other() implements InputType {}

  /** An object of which nothing more is said. */
  record Loose() implements InputType {}

  /** An object with the fields that stand in {@code fields}. */
  record Struct(Field fields) implements InputType {}

  /** A list. */
  record ListOf(InputType element) implements InputType {}

  /** A map with keys of any name. */
  record MapOf(InputType element) implements InputType {}

  /**
   * Returns the type that {@code declared} declares.
   *
   * @param types the types that the definition names
   */
  static InputType of(Field declared, Field types) {
    return declared.isMapping() ? new Struct(declared) : of(declaredType(declared), types, 0);
  }

  private static String declaredType(Field declared) {
    String text = declared.text().orElse("");
    int bar = text.indexOf('|');
    return (bar < 0 ? text : text.substring(0, bar)).strip();
  }

  private static InputType of(String type, Field types, int depth) {
    if (depth > 20) {
      return new Loose();
    }
    if (type.startsWith("[]")) {
      return new ListOf(of(type.substring(2).strip(), types, depth + 1));
    }
    int close = type.startsWith("map[") ? type.indexOf(']') : -1;
    if (close > 0) {
      return new MapOf(of(type.substring(close + 1).strip(), types, depth + 1));
    }
    return switch (type) {
      case "string" -> new Text();
      case "integer", "boolean", "float", "number" -> new Other();
      default -> named(type, types, depth);
    };
  }

  private static InputType named(String type, Field types, int depth) {
    Field named = types.field(type);
    if (named.isMapping()) {
      return new Struct(named);
    }
    return named.isPresent() ? of(declaredType(named), types, depth + 1) : new Loose();
  }
}
