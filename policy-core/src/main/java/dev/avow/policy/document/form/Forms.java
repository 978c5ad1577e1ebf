package dev.avow.policy.document.form;

import dev.avow.policy.document.Field;
import dev.avow.policy.finding.Location;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Predicate;

/** The forms that others are made of. */
public final class Forms {

  private static final TextForm<String> ANY_TEXT = text("be a text", text -> text, text -> text);
  private static final Form<String> TEXT =
      text("be a text", Forms::notBlank, text -> text).where("pattern", "\\S");
  private static final Form<Boolean> FLAG =
      new ScalarForm<>("be true or false", Field::flag, "boolean");
  private static final Form<Long> NUMBER =
      new ScalarForm<>("be a whole number", Forms::integer, "integer");
  private static final Form<LocalDate> DATE =
      text("be a date such as 2027-01-31", Forms::parseDate, LocalDate::toString)
          .where("format", "date")
          .where("pattern", "^[0-9]{4}-[0-9]{2}-[0-9]{2}$");

  private Forms() {}

  /** Returns the form of a text that says something. */
  public static Form<String> text() {
    return TEXT;
  }

  /** Returns the form of any text. */
  public static TextForm<String> anyText() {
    return ANY_TEXT;
  }

  /** Returns the form of true and false. */
  public static Form<Boolean> flag() {
    return FLAG;
  }

  /** Returns the form of a whole number. */
  public static Form<Long> number() {
    return NUMBER;
  }

  /** Returns the form of a day. */
  public static Form<LocalDate> date() {
    return DATE;
  }

  /**
   * Returns the form of what is written as one text.
   *
   * @param must what it must be, as a phrase: {@code be a date such as 2027-01-31}
   * @param parse reads the text; it refuses with an {@link IllegalArgumentException}
   * @param show returns the text that {@code parse} reads
   */
  public static <T> TextForm<T> text(
      String must, Function<String, T> parse, Function<? super T, String> show) {
    return TextForm.of(must, parse, show);
  }

  /** Returns the form of {@code constants}, each written as its name in kebab-case. */
  @SafeVarargs
  public static <E extends Enum<E>> Form<E> choice(E... constants) {
    Map<String, E> byLabel = new LinkedHashMap<>();
    for (E constant : constants) {
      byLabel.put(label(constant), constant);
    }
    return ChoiceForm.of(byLabel, "");
  }

  /**
   * Returns the form of known values, each written as its word.
   *
   * @param byLabel the values by word, in the order in which they are told
   * @param or what else it may be, as a phrase, or nothing
   */
  public static <T> Form<T> choice(Map<String, T> byLabel, String or) {
    return ChoiceForm.of(new LinkedHashMap<>(byLabel), or);
  }

  /** Returns the form of a list of {@code items}. */
  public static <T> Form<List<T>> list(Form<T> items) {
    return new ListForm<>(items);
  }

  /**
   * Returns the form of a mapping with keys of the author's own.
   *
   * @param key reads a key; it refuses with an {@link IllegalArgumentException}
   * @param pattern what keys look like in a schema
   */
  public static <K, V> Form<Map<K, V>> map(
      Function<String, K> key, String pattern, Form<V> values) {
    return new MapForm<>(key, pattern, values);
  }

  /** Returns {@code full}, or {@code brief} for the values that fit it. */
  public static <T> Form<T> shortly(Form<T> brief, Predicate<T> fits, Form<T> full) {
    return new ShortForm<>(brief, fits, full);
  }

  /** Returns {@code form} of values that know where they are written. */
  public static <T> Form<T> located(Form<T> form, BiFunction<T, Location, T> at) {
    return new LocatedForm<>(form, at);
  }

  /** Returns the form of values made of others. */
  public static <S, T> Form<T> mapped(
      Form<S> form, Function<S, T> from, Function<? super T, ? extends S> to) {
    return new MappedForm<>(form, from, to);
  }

  /** Returns the name of {@code constant} in kebab-case. */
  public static String label(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  private static String notBlank(String text) {
    if (text.isBlank()) {
      throw new IllegalArgumentException("text must say something but was blank");
    }
    return text;
  }

  private static Optional<Long> integer(Field field) {
    return field.integer().isPresent()
        ? Optional.of(field.integer().getAsLong())
        : Optional.empty();
  }

  private static LocalDate parseDate(String text) {
    try {
      return LocalDate.parse(text);
    } catch (DateTimeException notADate) {
      throw new IllegalArgumentException(
          "date must look like 2027-01-31 but was \"%s\"".formatted(text), notADate);
    }
  }
}
