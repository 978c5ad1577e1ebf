package dev.avow.policy.finding;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the value of a parameter must be. */
enum ParameterType {
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

  private final String expects;

  ParameterType(String expects) {
    this.expects = expects;
  }

  String expects() {
    return expects;
  }

  /** Returns {@code value} as this type, or null if it is of another. */
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
