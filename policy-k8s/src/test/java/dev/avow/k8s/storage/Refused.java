package dev.avow.k8s.storage;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/** Asserts why something was refused. */
final class Refused {

  private Refused() {}

  static void because(Refusal reason, ThrowingCallable operation) {
    assertThatExceptionOfType(ContainmentException.class)
        .isThrownBy(operation)
        .extracting(ContainmentException::reason)
        .isEqualTo(reason);
  }
}
