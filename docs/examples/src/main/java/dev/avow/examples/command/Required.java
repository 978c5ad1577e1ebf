package dev.avow.examples.command;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Tells the compiler what picocli has made sure of. */
final class Required {

  private Required() {}

  /** Returns the value of an option that cannot be left out. */
  static <T> T option(@Nullable T value) {
    return Objects.requireNonNull(value);
  }
}
