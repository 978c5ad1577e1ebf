package dev.avow.policy.document;

import static org.assertj.core.api.Assertions.assertThat;

import dev.avow.policy.document.Node.Kind;
import dev.avow.policy.document.Node.Scalar;
import dev.avow.policy.document.Node.Span;
import java.math.BigInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CoreSchemaTest {

  private static final Span SPAN = new Span(1, 1, 1, 1);

  private final CoreSchema schema = new CoreSchema();

  @ParameterizedTest
  @CsvSource({
    "true, true",
    "True, true",
    "TRUE, true",
    "false, false",
    "False, false",
    "FALSE, false",
  })
  void trueAndFalseAreFlags(String text, boolean value) {
    assertThat(resolve(text)).isEqualTo(new Scalar(Kind.FLAG, value, text, SPAN));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "~", "null", "Null", "NULL"})
  void nothingIsNull(String text) {
    assertThat(resolve(text)).isEqualTo(new Scalar(Kind.NULL, null, text, SPAN));
  }

  @ParameterizedTest
  @CsvSource({
    "0, 0",
    "-0, 0",
    "014, 14",
    "+12, 12",
    "-19, -19",
    "0o14, 12",
    "0xC, 12",
    "0x3a, 58",
    "9223372036854775807, 9223372036854775807",
  })
  void leadingZerosMeanNothingAndOctalIsMarked(String text, long value) {
    assertThat(resolve(text)).isEqualTo(new Scalar(Kind.INTEGER, value, text, SPAN));
  }

  @ParameterizedTest
  @CsvSource({
    "0., 0", "-0.0, -0.0", ".5, 0.5", "+12e03, 12000", "-2E+05, -200000", "1e999, Infinity",
    ".inf, Infinity", "-.Inf, -Infinity", "+.INF, Infinity", ".nan, NaN", ".NaN, NaN", ".NAN, NaN",
  })
  void decimalsAreThoseOfTheCoreSchema(String text, double value) {
    assertThat(resolve(text)).isEqualTo(new Scalar(Kind.DECIMAL, value, text, SPAN));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "on",
        "On",
        "off",
        "yes",
        "no",
        "y",
        "n",
        "1_000",
        "0b11",
        "0X1F",
        "0O14",
        "-0x1F",
        "+0o1",
        "0o8",
        "22:22",
        "2001-01-01",
        ".",
        "1e",
        "-",
        "+",
        "text",
        "!",
        "１",
      })
  void allElseIsText(String text) {
    assertThat(resolve(text)).isEqualTo(new Scalar(Kind.TEXT, text, text, SPAN));
  }

  @Test
  void whatALongCannotHoldIsStillWhole() {
    assertThat(resolve("18446744073709551616").value())
        .isEqualTo(new BigInteger("18446744073709551616"));
  }

  private Scalar resolve(String text) {
    return schema.resolve(text, SPAN);
  }
}
