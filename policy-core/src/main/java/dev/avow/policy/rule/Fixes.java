package dev.avow.policy.rule;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import dev.avow.policy.document.Field;
import dev.avow.policy.finding.Fix;
import dev.avow.policy.finding.Fix.Change;
import java.util.List;
import java.util.Optional;

/**
 * Fixes that follow from a field and the value that it should have.
 *
 * <p>What is absent around the field is added with it. Where something else stands in the way, such
 * as a text where a mapping belongs, a fix only advises.
 */
public final class Fixes {

  private Fixes() {}

  /** Returns the fix that makes {@code field} be {@code value}. */
  public static Fix set(Field field, boolean value) {
    return put(field, String.valueOf(value));
  }

  /** Returns the fix that makes {@code field} be {@code value}. */
  public static Fix set(Field field, String value) {
    return put(field, quote(value));
  }

  /** Returns the fix that makes {@code list} hold {@code value}, behind what it holds already. */
  public static Fix append(Field list, String value) {
    if (!list.isList()) {
      return put(list, "[" + quote(value) + "]");
    }
    String advice = "Add " + quote(value) + " to " + list.path();
    return new Fix(advice, List.of(new Change("add", list.pointer() + "/-", quote(value))));
  }

  /** Returns the fix that removes {@code field}, which must be written. */
  public static Fix remove(Field field) {
    return new Fix("Remove " + field.path(), List.of(new Change("remove", field.pointer(), "")));
  }

  private static Fix put(Field field, String json) {
    String advice = "Set " + field.path() + " to " + json;
    Field there = field;
    String value = json;
    Optional<Field> around = there.parent();
    while (around.isPresent() && !around.get().isPresent()) {
      value = "{" + quote(there.name()) + ":" + value + "}";
      there = around.get();
      around = there.parent();
    }
    boolean fits = around.filter(Field::isMapping).isPresent() || !there.isAbsent();
    String op = there.isAbsent() ? "add" : "replace";
    return fits
        ? new Fix(advice, List.of(new Change(op, there.pointer(), value)))
        : Fix.advice(advice);
  }

  private static String quote(String text) {
    return "\"" + new String(JsonStringEncoder.getInstance().quoteAsString(text)) + "\"";
  }
}
