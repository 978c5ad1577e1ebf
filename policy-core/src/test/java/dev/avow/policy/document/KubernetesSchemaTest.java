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

class KubernetesSchemaTest {

  private static final Span SPAN = new Span(1, 1, 1, 1);

  private final KubernetesSchema schema = new KubernetesSchema();

  @ParameterizedTest
  @ValueSource(strings = {"y", "Y", "yes", "Yes", "YES", "true", "True", "TRUE", "on", "On", "ON"})
  void wordsOfAssentAreTrue(String text) {
    assertThat(resolve(text)).isEqualTo(new Scalar(Kind.FLAG, true, text, SPAN));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"n", "N", "no", "No", "NO", "false", "False", "FALSE", "off", "Off", "OFF"})
  void wordsOfRefusalAreFalse(String text) {
    assertThat(resolve(text)).isEqualTo(new Scalar(Kind.FLAG, false, text, SPAN));
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
    "1, 1",
    "+1, 1",
    "-1, -1",
    "10, 10",
    "4294967296, 4294967296",
    "9223372036854775807, 9223372036854775807",
    "-9223372036854775808, -9223372036854775808",
    "1_000, 1000",
    "+685_230, 685230",
    "1__0, 10",
    "1_, 1",
    "+_1, 1",
    "0644, 420",
    "-0644, -420",
    "00, 0",
    "0_7, 7",
    "02472256, 685230",
    "0o644, 420",
    "0O17, 15",
    "-0o17, -15",
    "0x1F, 31",
    "0X1f, 31",
    "+0x1F, 31",
    "-0x1F, -31",
    "0x_0A_74_AE, 685230",
    "0b11, 3",
    "0B11, 3",
    "-0b101010, -42",
    "0b1010_0111_0100_1010_1110, 685230",
    "0x7fffffffffffffff, 9223372036854775807",
    "-0x8000000000000000, -9223372036854775808",
    "-0b1000000000000000000000000000000000000000000000000000000000000000, -9223372036854775808",
  })
  void wholeNumbersAreThoseOfGo(String text, long value) {
    assertThat(resolve(text)).isEqualTo(new Scalar(Kind.INTEGER, value, text, SPAN));
  }

  @ParameterizedTest
  @CsvSource({
    "9223372036854775808, 9223372036854775808",
    "18446744073709551615, 18446744073709551615",
    "0xFFFFFFFFFFFFFFFF, 18446744073709551615",
    "0x10000000000000000, 18446744073709551616",
    "0o2000000000000000000000, 18446744073709551616",
    "0b11111111111111111111111111111111111111111111111111111111111111111, 36893488147419103231",
  })
  void wholeNumbersBeyondALongStayWhole(String text, BigInteger value) {
    assertThat(resolve(text)).isEqualTo(new Scalar(Kind.INTEGER, value, text, SPAN));
  }

  @ParameterizedTest
  @CsvSource({
    "1e3, 1000",
    "1E3, 1000",
    "1e+3, 1000",
    "123456e1, 1234560",
    "1., 1",
    "1.5, 1.5",
    "-1.5, -1.5",
    "+1.5, 1.5",
    ".1, 0.1",
    "-.1, -0.1",
    "+.1, 0.1",
    ".1e2, 10",
    "0.1, 0.1",
    "1.e2, 100",
    "6.8523e+5, 685230",
    "685.230_15e+03, 685230.15",
    "685_230.15, 685230.15",
    ".1_5, 0.15",
    "08, 8",
    "09.5, 9.5",
    "18446744073709551616, 18446744073709551616",
    "-9223372036854775809, -9223372036854775809",
    "+18446744073709551615, 18446744073709551615",
    "0777777777777777777777777, 777777777777777777777777",
    "4.940656458412465441765687928682213723651e-324, 4.9e-324",
    "1e-999, 0",
  })
  void numbersWithAFractionOrTooLongAreDecimal(String text, String value) {
    assertThat(resolve(text))
        .isEqualTo(new Scalar(Kind.DECIMAL, Double.valueOf(value), text, SPAN));
  }

  @ParameterizedTest
  @CsvSource({
    ".inf, Infinity", ".Inf, Infinity", ".INF, Infinity",
    "+.inf, Infinity", "+.Inf, Infinity", "+.INF, Infinity",
    "-.inf, -Infinity", "-.Inf, -Infinity", "-.INF, -Infinity",
    ".nan, NaN", ".NaN, NaN", ".NAN, NaN",
  })
  void infinityAndNotANumberAreDecimal(String text, double value) {
    assertThat(resolve(text)).isEqualTo(new Scalar(Kind.DECIMAL, value, text, SPAN));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "yEs",
        "oN",
        "nULL",
        "tRUE",
        "yess",
        "truely",
        "nil",
        "none",
        "t",
        "f",
        "~~",
        "22:22",
        "190:20:30",
        "1:1",
        "20:30.15",
        "2015-01-01",
        "2015-02-24T18:19:39Z",
        "2001-12-14 21:59:43.10 -5",
        "1.2.3",
        "10.0.0.0/8",
        "1.2.3.4",
        "3s",
        "50cent",
        "1k",
        "500m",
        "1e",
        "1e+",
        "e3",
        ".e3",
        "0x",
        "0o",
        "0b",
        "0xG",
        "0o8",
        "0b2",
        "+",
        "-",
        "--1",
        "+-1",
        "1+",
        "1-1",
        "- 1",
        ".",
        "..",
        ".inf.",
        "-.nan",
        "+.nan",
        "inf",
        "NaN",
        "Infinity",
        "1e999",
        "-1e999",
        "_1",
        "_",
        "-b_c",
        "+b_c",
        "-_",
        "._1",
        ".1_",
        ".1__5",
        "1_.x",
        "-0xFFFFFFFFFFFFFFFFFF",
        "<<",
        "=",
        "<foo>",
        "٣",
        "１",
        "0x１",
        "١e3",
        "²",
        "1f",
        "1d",
      })
  void allElseIsText(String text) {
    assertThat(resolve(text)).isEqualTo(new Scalar(Kind.TEXT, text, text, SPAN));
  }

  @Test
  void digitsWithoutEndStayText() {
    String hexadecimal = "0x" + "F".repeat(100_000);
    String decimal = "9".repeat(100_000);

    assertThat(resolve(hexadecimal).kind()).isEqualTo(Kind.TEXT);
    assertThat(resolve(decimal).kind()).isEqualTo(Kind.TEXT);
  }

  @Test
  void digitsThatNoDecimalHoldsStayWhole() {
    String text = "9".repeat(400);

    assertThat(resolve(text).value()).isEqualTo(new BigInteger(text));
    assertThat(resolve("-" + text).kind()).isEqualTo(Kind.TEXT);
  }

  private Scalar resolve(String text) {
    return schema.resolve(text, SPAN);
  }
}
