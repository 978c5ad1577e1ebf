package dev.avow.policy.finding;

import java.io.Serializable;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Something about a rule that a policy may set: its name, type, default and meaning.
 *
 * @param <T> the type of its value: {@link Long}, {@link Boolean}, {@link String}, a list of
 *     strings or a list of {@link Glob}
 */
public final class Parameter<T> implements Serializable {

  private static final long serialVersionUID = 1;

  private enum Type {
    NUMBER("a whole number") {
      @Override
      @Nullable Object accept(Object value) {
        return value instanceof Integer number ? number.longValue() : only(Long.class, value);
      }
    },
    FLAG("true or false") {
      @Override
      @Nullable Object accept(Object value) {
        return only(Boolean.class, value);
      }
    },
    TEXT("a text") {
      @Override
      @Nullable Object accept(Object value) {
        return only(String.class, value);
      }
    },
    TEXTS("a list of texts") {
      @Override
      @Nullable Object accept(Object value) {
        return value instanceof List<?> list && list.stream().allMatch(String.class::isInstance)
            ? List.copyOf(list)
            : null;
      }
    },
    GLOBS("a list of patterns") {
      @Override
      @Nullable Object accept(Object value) {
        boolean accepted =
            value instanceof List<?> list && list.stream().allMatch(Glob.class::isInstance);
        return accepted ? value : globs(TEXTS.accept(value));
      }

      @Override
      String refusal(Object value) {
        if (TEXTS.accept(value) instanceof List<?> list) {
          for (Object each : list) {
            try {
              Glob.of((String) each);
            } catch (IllegalArgumentException malformed) {
              return super.refusal(value) + ": " + malformed.getMessage();
            }
          }
        }
        return super.refusal(value);
      }
    };

    private final String meaning;

    Type(String meaning) {
      this.meaning = meaning;
    }

    abstract @Nullable Object accept(Object value);

    String refusal(Object value) {
      return value instanceof String ? "was \"" + value + "\"" : "was " + value;
    }

    private static @Nullable Object only(Class<?> type, Object value) {
      return type.isInstance(value) ? value : null;
    }

    private static @Nullable Object globs(@Nullable Object texts) {
      if (!(texts instanceof List<?> list)) {
        return null;
      }
      try {
        return list.stream().map(each -> Glob.of((String) each)).toList();
      } catch (IllegalArgumentException malformed) {
        return null;
      }
    }
  }

  private final String name;
  private final Type type;
  private final T standard;
  private final String meaning;

  private Parameter(String name, Type type, T standard, String meaning) {
    if (!RuleId.isValid(name)) {
      throw new IllegalArgumentException(
          "parameter must look like \"minimum-uid\" but was \"%s\"".formatted(name));
    }
    this.name = name;
    this.type = type;
    this.standard = standard;
    this.meaning = meaning;
  }

  /** Returns a parameter that is a whole number. */
  public static Parameter<Long> number(String name, long standard, String meaning) {
    return new Parameter<>(name, Type.NUMBER, standard, meaning);
  }

  /** Returns a parameter that is true or false. */
  public static Parameter<Boolean> flag(String name, boolean standard, String meaning) {
    return new Parameter<>(name, Type.FLAG, standard, meaning);
  }

  /** Returns a parameter that is a text. */
  public static Parameter<String> text(String name, String standard, String meaning) {
    return new Parameter<>(name, Type.TEXT, standard, meaning);
  }

  /** Returns a parameter that is a list of texts. */
  public static Parameter<List<String>> texts(String name, List<String> standard, String meaning) {
    return new Parameter<>(name, Type.TEXTS, List.copyOf(standard), meaning);
  }

  /**
   * Returns a parameter that is a list of patterns; policies write them as texts.
   *
   * @throws IllegalArgumentException if a standard pattern is malformed
   */
  public static Parameter<List<Glob>> globs(String name, List<String> standard, String meaning) {
    List<Glob> patterns = standard.stream().map(Glob::of).toList();
    return new Parameter<>(name, Type.GLOBS, patterns, meaning);
  }

  /** Returns its name, in kebab-case. */
  public String name() {
    return name;
  }

  /** Returns its value where the policy does not set one. */
  public T standard() {
    return standard;
  }

  /** Returns what it means, as a phrase. */
  public String meaning() {
    return meaning;
  }

  /** Returns what a value must be, as a phrase: {@code a whole number}. */
  public String expects() {
    return type.meaning;
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
    return type.refusal(value);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Parameter<?> that
        && name.equals(that.name)
        && type == that.type
        && standard.equals(that.standard)
        && meaning.equals(that.meaning);
  }

  @Override
  public int hashCode() {
    return name.hashCode();
  }

  void addTo(Fingerprint fingerprint) {
    fingerprint.add(name).add(type).add(meaning);
    if (standard instanceof List<?> list) {
      fingerprint.addAll(list);
    } else {
      fingerprint.add(standard);
    }
  }

  /** Returns the name, what a value must be, and the default. */
  @Override
  public String toString() {
    return name + " (" + type.meaning + ", " + standard + " by default)";
  }
}
