package dev.avow.policy.document.form;

import dev.avow.policy.document.Field;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * A value that is written as another one is.
 *
 * @param form how the other is written
 * @param from makes the value of the other; it may refuse
 * @param to takes the other from the value
 */
record MappedForm<S, T>(Form<S> form, Function<S, T> from, Function<? super T, ? extends S> to)
    implements Form<T> {

  @Override
  public Optional<T> read(Field field, Problems problems) {
    return form.read(field, problems)
        .flatMap(value -> problems.attempt(field.location(), () -> from.apply(value)));
  }

  @Override
  public Object write(T value) {
    return form.write(to.apply(value));
  }

  @Override
  public Map<String, Object> schema() {
    return form.schema();
  }
}
