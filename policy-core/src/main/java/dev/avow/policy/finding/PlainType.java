package dev.avow.policy.finding;

import org.jspecify.annotations.Nullable;

/** Values that rules read just as policies write them. */
enum PlainType implements ParameterType {
  NUMBER("a whole number") {
    @Override
    public @Nullable Object accept(Object value) {
      return value instanceof Integer number ? number.longValue() : only(Long.class, value);
    }
  },
  FLAG("true or false") {
    @Override
    public @Nullable Object accept(Object value) {
      return only(Boolean.class, value);
    }
  },
  TEXT("a text") {
    @Override
    public @Nullable Object accept(Object value) {
      return only(String.class, value);
    }
  };

  private final String expects;

  PlainType(String expects) {
    this.expects = expects;
  }

  @Override
  public String expects() {
    return expects;
  }

  private static @Nullable Object only(Class<?> type, Object value) {
    return type.isInstance(value) ? value : null;
  }
}
