package dev.avow.policy.finding;

import static org.assertj.core.api.Assertions.assertThat;

import dev.avow.policy.finding.Parameter.Comparison;
import dev.avow.policy.finding.Parameter.Stricter;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which of two values of a parameter asks for less. */
class StrictnessTest {

  private static final Parameter<List<String>> TEXTS = Parameter.texts("p", List.of(), "");
  private static final Parameter<List<Glob>> GLOBS = Parameter.globs("p", List.of(), "");
  private static final Parameter<List<NumberRange>> RANGES = Parameter.ranges("p", List.of(), "");

  private static <T> Comparison compare(Parameter<T> parameter, Object value, Object other) {
    return parameter.compare(
        parameter.accept(value).orElseThrow(), parameter.accept(other).orElseThrow());
  }

  private static List<String> list(String text) {
    return Stream.of(text.split(" ")).filter(item -> !item.isEmpty()).toList();
  }

  @ParameterizedTest(name = "[{0}] where fewer than [{1}] are asked for")
  @CsvSource({
    "a, a b, AS_STRICT",
    "'', a, AS_STRICT",
    "b a, a b, AS_STRICT",
    "a c, a b, LOOSER",
    "*, a b, LOOSER"
  })
  void textsAreComparedByName(String value, String other, Comparison expected) {
    assertThat(compare(TEXTS.stricterIf(Stricter.FEWER), list(value), list(other)))
        .isEqualTo(expected);
    assertThat(compare(TEXTS.stricterIf(Stricter.MORE), list(other), list(value)))
        .isEqualTo(expected);
  }

  @Test
  void anAsteriskStandsForEveryOneThatIsAllowedAndForNoneThatIsForbidden() {
    List<String> every = List.of("*");

    assertThat(compare(TEXTS.stricterIf(Stricter.FEWER), list("a b"), every))
        .isEqualTo(Comparison.AS_STRICT);
    assertThat(compare(TEXTS.stricterIf(Stricter.MORE), every, list("a b")))
        .isEqualTo(Comparison.LOOSER);
  }

  @ParameterizedTest(name = "[{0}] where fewer than [{1}] are asked for")
  @CsvSource({
    "a/*, **, AS_STRICT",
    "a/b, a/*, AS_STRICT",
    "a/b, a/* b, AS_STRICT",
    "b/c, a/*, LOOSER",
    "a/[bc], a/*, UNCLEAR",
    "**, a/*, UNCLEAR"
  })
  void patternsAreComparedWhereOneIsAName(String value, String other, Comparison expected) {
    assertThat(compare(GLOBS.stricterIf(Stricter.FEWER), list(value), list(other)))
        .isEqualTo(expected);
    assertThat(compare(GLOBS.stricterIf(Stricter.MORE), list(other), list(value)))
        .isEqualTo(expected);
  }

  @ParameterizedTest(name = "[{0}] where fewer than [{1}] are asked for")
  @CsvSource({
    "1000-1999, 1-, AS_STRICT",
    "5, 1-4 5-9, AS_STRICT",
    "0-9, 1-, LOOSER",
    "1-, 1-10, LOOSER"
  })
  void rangesAreComparedByWhatTheyHold(String value, String other, Comparison expected) {
    assertThat(compare(RANGES.stricterIf(Stricter.FEWER), list(value), list(other)))
        .isEqualTo(expected);
  }

  @Test
  void aValueThatAsksForNothingIsLooserWhateverTheDirection() {
    Parameter<List<String>> allowed = TEXTS.stricterIf(Stricter.FEWER, List.of());

    assertThat(compare(allowed, List.of(), List.of("a"))).isEqualTo(Comparison.LOOSER);
    assertThat(compare(allowed, List.of("a"), List.of())).isEqualTo(Comparison.AS_STRICT);
    assertThat(compare(allowed, List.of(), List.of())).isEqualTo(Comparison.AS_STRICT);
  }

  @Test
  void constantsAreComparedByTheirOrder() {
    Parameter<Severity> least = Parameter.choice("p", Severity.LOW, "").stricterIf(Stricter.HIGHER);

    assertThat(compare(least, "high", "low")).isEqualTo(Comparison.AS_STRICT);
    assertThat(compare(least, "low", "high")).isEqualTo(Comparison.LOOSER);
  }

  @Test
  void withoutADirectionOnlyTheSameValueIsAsStrict() {
    assertThat(compare(TEXTS, List.of("a"), List.of("a"))).isEqualTo(Comparison.AS_STRICT);
    assertThat(compare(TEXTS, List.of(), List.of("a"))).isEqualTo(Comparison.UNCLEAR);
  }
}
