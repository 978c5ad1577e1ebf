package dev.avow.k8s.workload;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class QuantityTest {

  @ParameterizedTest(name = "{0} = {1}")
  @CsvSource(
      textBlock =
          """
          0,       0
          1,       1
          +1,      1
          -1.5,    -1.5
          .5,      0.5
          5.,      5
          100n,    0.0000001
          100u,    0.0001
          100m,    0.1
          1k,      1000
          2M,      2000000
          3G,      3000000000
          4T,      4000000000000
          5P,      5000000000000000
          1E,      1000000000000000000
          1Ki,     1024
          1.5Gi,   1610612736
          1Mi,     1048576
          1Ti,     1099511627776
          1Pi,     1125899906842624
          1Ei,     1152921504606846976
          1e3,     1000
          1E3,     1000
          1e+3,    1000
          1.5e-3,  0.0015
          12E,     12000000000000000000
          """)
  void isReadByKubernetesGrammar(String text, BigDecimal value) {
    assertThat(Quantity.parse(text)).contains(new Quantity(value));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        ".",
        "+",
        "-",
        "m",
        "Mi",
        "1 ",
        " 1",
        "1 Gi",
        "1ki",
        "1K",
        "1i",
        ".5i",
        "1.1.M",
        "1+1.0M",
        "0.1mi",
        "0.1am",
        "aoeu",
        "-3.01i",
        "-3.01e-",
        "1e",
        "1e1.5",
        "1e99999",
        "--1",
        "1mm",
        "0x10",
        "1_000",
        "NaN",
        "Infinity",
        "one",
      })
  void isNothingElse(String text) {
    assertThat(Quantity.parse(text)).isEmpty();
  }

  @Test
  void isNotTakenFromMillionsOfDigits() {
    assertThat(Quantity.parse("1".repeat(1_000_000))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"0.5, 500m", "1Ki, 1024", "1e3, 1k", "1.0, 1", "0, 0m", "1000m, 1", "1E, 1e18"})
  void isEqualHoweverItIsWritten(String text, String other) {
    assertThat(Quantity.parse(text)).isEqualTo(Quantity.parse(other));
  }

  @ParameterizedTest
  @CsvSource({"100m, 1", "-1, 0", "1G, 1Gi", "999999999n, 1", "1e9999, 2e9999", "1, 1e9999"})
  void isComparedByItsValue(String less, String more) {
    assertThat(Quantity.parse(less).orElseThrow())
        .isLessThan(Quantity.parse(more).orElseThrow())
        .isNotEqualTo(Quantity.parse(more).orElseThrow());
  }

  @ParameterizedTest
  @CsvSource({"0, false", "-1, false", "1n, true", "1, true"})
  void isPositiveAboveNothing(String text, boolean positive) {
    assertThat(Quantity.parse(text).orElseThrow().isPositive()).isEqualTo(positive);
  }

  @ParameterizedTest(name = "{0} = {1}")
  @CsvSource(
      textBlock =
          """
          1,        1
          0.5,      0.5
          1e3,      1000
          0100,     64
          '"1"',    1
          '" 1 "',  1
          1Gi,      1073741824
          """)
  void isReadFromTextsAndNumbers(String written, BigDecimal value) {
    assertThat(Quantity.at(Read.pod("{cpu: " + written + "}").at("cpu")))
        .contains(new Quantity(value));
  }

  @ParameterizedTest
  @ValueSource(strings = {"null", "true", "[]", "{}", ".inf", "'${cpu}'", "''"})
  void isNotReadFromAnythingElse(String written) {
    assertThat(Quantity.at(Read.pod("{cpu: " + written + "}").at("cpu"))).isEmpty();
  }
}
