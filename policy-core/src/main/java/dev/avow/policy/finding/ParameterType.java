package dev.avow.policy.finding;

import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/** What the value of a parameter must be. */
interface ParameterType extends Serializable {

  /** Returns what a value must be, as a phrase. */
  String expects();

  /** Returns {@code value} as this type, or null if it is of another. */
  @Nullable Object accept(Object value);

  /** Returns why {@code value} is not accepted; empty if that can be seen from what is expected. */
  default String reason(Object value) {
    return "";
  }

  /** Returns an accepted value as policies write it. */
  default Object write(Object accepted) {
    return accepted;
  }
}
