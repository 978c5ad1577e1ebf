package dev.avow.k8s.kro;

import dev.avow.policy.document.Field;

/** A place in an object whose template says what becomes of it; nothing else of it is secret. */
final class ObjectPlace implements Value.Place {

  private final FieldValues values;
  private final Field field;
  private final String text;

  private ObjectPlace(FieldValues values, Field field, String text) {
    this.values = values;
    this.field = field;
    this.text = text;
  }

  /**
   * Returns what is at {@code field} of a template.
   *
   * @param text how an expression reads it
   */
  static Value at(FieldValues values, Field field, String text) {
    boolean expression = field.text().filter(Extraction::concerns).isPresent();
    if (expression) {
      return values.of(field, text);
    }
    return field.isMapping() || field.isList()
        ? new ObjectPlace(values, field, text)
        : Value.PUBLIC;
  }

  @Override
  public Value select(Step step) {
    if (step.name() != null) {
      return at(values, field.field(step.name()), step.from(text));
    }
    return step.index() >= 0 && field.isList()
        ? at(values, field.item(step.index()), step.from(text))
        : values.below(field, text);
  }

  @Override
  public Loop loop() {
    Value any = select(Step.ANY);
    return field.isList() ? Loop.overList(any) : Loop.overMap(Value.PUBLIC, any);
  }

  @Override
  public void tell(Value.Secrets into) {
    into.value(values.below(field, text));
  }
}
