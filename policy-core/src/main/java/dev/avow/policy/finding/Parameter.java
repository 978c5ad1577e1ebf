package dev.avow.policy.finding;

import java.io.Serializable;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Something about a rule that a policy may set: its name, type, default and meaning.
 *
 * @param <T> the type of its value: {@link Long}, {@link Boolean}, {@link String}, an enum, what a
 *     parser makes of a text, or a list of strings, {@link Glob} or {@link NumberRange}
 */
public final class Parameter<T> implements Serializable {

  private static final long serialVersionUID = 1;

  private static final ParameterType TEXTS = new ListType(PlainType.TEXT, "a list of texts");
  private static final ParameterType GLOBS =
      new ListType(ParsedType.ofTexts(Glob.class, Glob::of, "a pattern"), "a list of patterns");
  private static final ParameterType RANGES =
      new ListType(
          ParsedType.ofTexts(NumberRange.class, NumberRange::parse, "a range"),
          "a list of ranges such as \"1000-2000\"");

  private final String name;
  private final ParameterType type;
  private final T standard;
  private final String meaning;
  private final @Nullable Strictness strictness;

  /** Which of two values of a parameter asks for more. */
  public enum Stricter {
    /** The higher number, amount or constant. */
    HIGHER,
    /** The lower number, amount or constant. */
    LOWER,
    /** True. */
    TRUE,
    /** False. */
    FALSE,
    /** The list that covers all of the other one: by name, pattern or range. */
    MORE,
    /** The list that is covered by the other one; among texts, {@code *} covers every one. */
    FEWER
  }

  /** What a value asks for, compared with another. */
  public enum Comparison {
    /** As much, or more. */
    AS_STRICT,
    /** Less. */
    LOOSER,
    /** Nobody can tell. */
    UNCLEAR
  }

  private Parameter(String name, ParameterType type, T standard, String meaning) {
    this(name, type, standard, meaning, null);
  }

  private Parameter(
      String name,
      ParameterType type,
      T standard,
      String meaning,
      @Nullable Strictness strictness) {
    if (!RuleId.isValid(name)) {
      throw new IllegalArgumentException(
          "parameter must look like \"minimum-uid\" but was \"%s\"".formatted(name));
    }
    this.name = name;
    this.type = type;
    this.standard = standard;
    this.meaning = meaning;
    this.strictness = strictness;
  }

  /** Returns a parameter that is a whole number. */
  public static Parameter<Long> number(String name, long standard, String meaning) {
    return new Parameter<>(name, PlainType.NUMBER, standard, meaning);
  }

  /** Returns a parameter that is true or false. */
  public static Parameter<Boolean> flag(String name, boolean standard, String meaning) {
    return new Parameter<>(name, PlainType.FLAG, standard, meaning);
  }

  /** Returns a parameter that is a text. */
  public static Parameter<String> text(String name, String standard, String meaning) {
    return new Parameter<>(name, PlainType.TEXT, standard, meaning);
  }

  /** Returns a parameter that is a list of texts. */
  public static Parameter<List<String>> texts(String name, List<String> standard, String meaning) {
    return new Parameter<>(name, TEXTS, List.copyOf(standard), meaning);
  }

  /**
   * Returns a parameter that is a list of patterns; policies write them as texts.
   *
   * @throws IllegalArgumentException if a standard pattern is malformed
   */
  public static Parameter<List<Glob>> globs(String name, List<String> standard, String meaning) {
    List<Glob> patterns = standard.stream().map(Glob::of).toList();
    return new Parameter<>(name, GLOBS, patterns, meaning);
  }

  /** Returns a parameter that is a list of ranges of numbers; policies write them as texts. */
  public static Parameter<List<NumberRange>> ranges(
      String name, List<NumberRange> standard, String meaning) {
    return new Parameter<>(name, RANGES, List.copyOf(standard), meaning);
  }

  /** Returns a parameter that is a constant of an enum; policies write its name in kebab-case. */
  public static <E extends Enum<E>> Parameter<E> choice(String name, E standard, String meaning) {
    ParameterType type = new ChoiceType(standard.getDeclaringClass());
    return new Parameter<>(name, type, standard, meaning);
  }

  /**
   * Returns a parameter that policies write as a text or a whole number, and rules read as a {@code
   * T}.
   *
   * @param type what rules read; its {@code toString} is what {@code parser} reads
   * @param parser how a text is read
   * @param expects what a value must be, as a phrase: {@code a quantity such as "500m"}
   */
  public static <T> Parameter<T> parsed(
      String name,
      Class<T> type,
      TextParser<? extends T> parser,
      T standard,
      String expects,
      String meaning) {
    ParameterType written = ParsedType.ofTextsAndNumbers(type, parser, expects);
    return new Parameter<>(name, written, standard, meaning);
  }

  /** Returns a parameter that is a list of what {@link #parsed} reads. */
  public static <T> Parameter<List<T>> allParsed(
      String name,
      Class<T> type,
      TextParser<? extends T> parser,
      List<T> standard,
      String expects,
      String meaning) {
    ParameterType each = ParsedType.ofTexts(type, parser, expects);
    return new Parameter<>(name, new ListType(each, expects), List.copyOf(standard), meaning);
  }

  /**
   * Returns this parameter, of which it is known which values ask for more; a policy that extends
   * another may then change it in that direction.
   */
  public Parameter<T> stricterIf(Stricter direction) {
    return new Parameter<>(name, type, standard, meaning, new Strictness(direction, null));
  }

  /**
   * Returns this parameter as {@link #stricterIf(Stricter)} does, with one value that asks for
   * nothing, whatever the direction: an amount of {@code none}, a list that is empty.
   */
  public Parameter<T> stricterIf(Stricter direction, T loosest) {
    return new Parameter<>(name, type, standard, meaning, new Strictness(direction, loosest));
  }

  /**
   * Returns what {@code value} asks for, compared with {@code other}.
   *
   * @param value a value that {@link #accept} has returned
   * @param other the same
   */
  public Comparison compare(Object value, Object other) {
    if (strictness != null) {
      return strictness.compare(value, other);
    }
    return value.equals(other) ? Comparison.AS_STRICT : Comparison.UNCLEAR;
  }

  /** Returns its name, in kebab-case. */
  public String name() {
    return name;
  }

  /** Returns its value where the policy does not set one. */
  public T standard() {
    return standard;
  }

  /**
   * Returns its value where the policy does not set one, as a policy would write it: a {@link
   * Long}, a {@link Boolean}, a {@link String} or a list of these.
   */
  public Object standardAsWritten() {
    return type.write(standard);
  }

  /** Returns what it means, as a phrase. */
  public String meaning() {
    return meaning;
  }

  /** Returns what a value must be, as a phrase: {@code a whole number}. */
  public String expects() {
    return type.expects();
  }

  /**
   * Returns {@code value} as this parameter's type, or nothing if it is of another type.
   *
   * @param value a {@link Long} or {@link Integer}, {@link Boolean}, {@link String} or list of
   *     strings; or what this method has returned before
   */
  @SuppressWarnings("unchecked") // the type constant and T are chosen together by the factories
  public Optional<T> accept(Object value) {
    return Optional.ofNullable((T) type.accept(value));
  }

  /**
   * Returns what {@code value}, which is not accepted, is instead, as a phrase: {@code was true}.
   */
  public String refusal(Object value) {
    String was = value instanceof String ? "was \"" + value + "\"" : "was " + value;
    String reason = type.reason(value);
    return reason.isEmpty() ? was : was + ": " + reason;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Parameter<?> that
        && name.equals(that.name)
        && type.equals(that.type)
        && standard.equals(that.standard)
        && meaning.equals(that.meaning)
        && Objects.equals(strictness, that.strictness);
  }

  @Override
  public int hashCode() {
    return name.hashCode();
  }

  void addTo(Fingerprint fingerprint) {
    fingerprint.add(name).add(type).add(meaning);
    if (standardAsWritten() instanceof List<?> list) {
      fingerprint.addAll(list);
    } else {
      fingerprint.add(standardAsWritten());
    }
  }

  /** Returns the name, what a value must be, and the default. */
  @Override
  public String toString() {
    return name + " (" + type.expects() + ", " + standardAsWritten() + " by default)";
  }
}
