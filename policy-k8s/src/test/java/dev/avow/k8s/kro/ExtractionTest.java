package dev.avow.k8s.kro;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Expressions are found as kro finds them, whatever one might wish. */
class ExtractionTest {

  private static List<String> expressions(String text) {
    return Extraction.of(text).pieces().stream().map(Extraction.Piece::text).toList();
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          ${a}                     | a
          ${a.b["}"]}              | a.b["}"]
          ${{"a": {"b": 1}}}       | {"a": {"b": 1}}
          ${"\\"}"}                | "\\"}"
          ${"${VAR}"}              | "${VAR}"
          ${f("${x}")}             | f("${x}")
          ${'}' + x}               | '
          ${"a}                    | ``
          """)
  void areFoundInAText(String text, String expected) {
    assertThat(String.join(" ", expressions(text))).isEqualTo(expected);
  }

  @Test
  void thereMayBeSeveralInOneText() {
    Extraction extraction = Extraction.of("x${a}-${b}y${c}");

    assertThat(extraction.pieces())
        .extracting(Extraction.Piece::text)
        .containsExactly("a", "b", "c");
    assertThat(extraction.isAlone()).isFalse();
    assertThat(extraction.problem()).isEmpty();
    assertThat(extraction.filledWith("_")).isEqualTo("x_-_y_");
  }

  @Test
  void oneAloneMayBeOfAnyType() {
    assertThat(Extraction.of("${a}").isAlone()).isTrue();
    assertThat(Extraction.of("${a} ").isAlone()).isFalse();
    assertThat(Extraction.of("${a}}").isAlone()).isFalse();
    assertThat(Extraction.of("${a}${b}").isAlone()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"${a(${b})}", "${ ${a} }", "${a + ${b", "${'${a}'}"})
  void oneWithinAnotherIsAProblem(String text) {
    assertThat(Extraction.of(text).problem()).isEqualTo("an expression that holds no other");
  }

  @ParameterizedTest
  @ValueSource(strings = {"${a", "x ${", "${{a}", "${a} ${b", "${\"a}"})
  void oneWithoutAnEndIsAProblem(String text) {
    assertThat(Extraction.of(text).problem()).isEqualTo("an end of each expression");
  }

  @Test
  void whatFollowsOneWithoutAnEndIsStillFound() {
    assertThat(expressions("${\"a ${\"b\"}")).containsExactly("\"b\"");
  }

  @Test
  void aHostileTextTakesNoLongerThanItsLength() {
    String text = "${\"\"".repeat(500_000);

    Assertions.assertTimeout(Duration.ofSeconds(5), () -> Extraction.of(text));
  }
}
