package dev.avow.policy;

import dev.avow.policy.commitment.Period;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;

/** Draws what policies are made of; the same numbers give the same draws. */
class Dice {

  private static final List<String> TEXTS =
      List.of(
          "a plain text",
          "yes",
          "off",
          "null",
          "~",
          "true",
          "42",
          "1.0",
          "-.inf",
          "0x1F",
          "1e3",
          "12:30",
          "2027-01-31",
          "a: b",
          "a #b",
          "- dash",
          "? question",
          "[list]",
          "{map}",
          "*alias",
          "&anchor",
          "!tag",
          "%directive",
          "@at",
          "`tick`",
          "'single'",
          "\"double\"",
          " leading and trailing ",
          "two\nlines",
          "tab\tand\\backslash",
          "größe ☃ 😀",
          "<<",
          "=",
          "---",
          "...",
          "bell\u0007, next line\u0085, separator\u2028, mark\uFEFF");

  private static final List<String> GLOBS =
      List.of("*", "**", "kube-*", "[!a-z]*", "{a,b{c,d}}", "\\*", "?", "a b", "null", "1");

  final Random random;

  Dice(Random random) {
    this.random = random;
  }

  Period period() {
    return new Period(random.nextInt(Period.MOST), any(Period.Unit.values()));
  }

  LocalDate day() {
    return LocalDate.of(2026, 1, 1).plusDays(random.nextInt(4000));
  }

  String id() {
    return any(List.of("one", "two-words", "r2-d2"));
  }

  String glob() {
    return any(GLOBS);
  }

  String text() {
    return any(TEXTS);
  }

  <T> T any(List<T> values) {
    return values.get(random.nextInt(values.size()));
  }

  <T> T any(T[] values) {
    return values[random.nextInt(values.length)];
  }

  void maybe(Runnable action) {
    if (random.nextBoolean()) {
      action.run();
    }
  }

  void times(int most, IntConsumer action) {
    IntStream.range(0, random.nextInt(most + 1)).forEach(action);
  }

  boolean even() {
    return random.nextBoolean();
  }

  int below(int bound) {
    return random.nextInt(bound);
  }
}
