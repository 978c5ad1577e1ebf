package dev.avow.examples.command;

import dev.avow.policy.SecurityPolicy;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.TypeConversionException;

/** The days and instants for which calls ask. */
final class Days {

  private Days() {}

  /** Reads a day. */
  static LocalDate day(String text) {
    try {
      return LocalDate.parse(text);
    } catch (DateTimeException none) {
      throw refusal("a day such as 2026-11-22", text);
    }
  }

  /** Reads an instant. */
  static Instant instant(String text) {
    try {
      return Instant.parse(text);
    } catch (DateTimeException none) {
      throw refusal("an instant such as 2026-11-22T09:00:00Z", text);
    }
  }

  private static TypeConversionException refusal(String expected, String found) {
    return new TypeConversionException("must be %s but was \"%s\"".formatted(expected, found));
  }

  /** Returns the day that a call names; today in the zone of {@code policy} if it names none. */
  static LocalDate asked(@Nullable LocalDate named, SecurityPolicy policy, Terminal terminal) {
    return named != null
        ? named
        : LocalDate.ofInstant(terminal.clock().instant(), policy.calendar().zone());
  }
}
