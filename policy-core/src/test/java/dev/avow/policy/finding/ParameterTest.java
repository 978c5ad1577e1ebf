package dev.avow.policy.finding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ParameterTest {

  private static final Parameter<Long> UID =
      Parameter.number("minimum-uid", 10_000, "the smallest user id");
  private static final Parameter<Boolean> STRICT = Parameter.flag("strict", true, "no exceptions");
  private static final Parameter<String> MODE = Parameter.text("mode", "fast", "how");
  private static final Parameter<List<String>> TAGS =
      Parameter.texts("moving-tags", List.of("latest", "main"), "tags that move");
  private static final Parameter<List<Glob>> NAMES =
      Parameter.globs("names", List.of("*-agent"), "names of agents");

  private static final Parameter<List<NumberRange>> PORTS =
      Parameter.ranges("ports", List.of(NumberRange.of(80, 443)), "ports that may be used");
  private static final Parameter<Verdict> WORD =
      Parameter.choice("word", Verdict.NOT_APPLICABLE, "a word");
  private static final Parameter<LocalDate> DAY =
      Parameter.parsed(
          "day", LocalDate.class, ParameterTest::day, LocalDate.EPOCH, "a day", "a day");
  private static final Parameter<List<LocalDate>> DAYS =
      Parameter.allParsed(
          "days", LocalDate.class, ParameterTest::day, List.of(), "a list of days", "some days");

  private static LocalDate day(String text) {
    if (!text.startsWith("2")) {
      throw new IllegalArgumentException("day must be in this millennium");
    }
    return LocalDate.parse(text + "-01-01");
  }

  static Stream<Arguments> fitting() {
    return Stream.of(
        Arguments.of(PORTS, List.of(), List.of()),
        Arguments.of(PORTS, List.of("1-2", "7"), List.of(range(1, 2), range(7, 7))),
        Arguments.of(PORTS, List.of(range(1, 2)), List.of(range(1, 2))),
        Arguments.of(WORD, "not-applicable", Verdict.NOT_APPLICABLE),
        Arguments.of(WORD, Verdict.FAIL, Verdict.FAIL),
        Arguments.of(DAY, "2026", LocalDate.of(2026, 1, 1)),
        Arguments.of(DAY, 2026L, LocalDate.of(2026, 1, 1)),
        Arguments.of(DAY, 2026, LocalDate.of(2026, 1, 1)),
        Arguments.of(DAY, LocalDate.EPOCH, LocalDate.EPOCH),
        Arguments.of(DAYS, List.of("2026"), List.of(LocalDate.of(2026, 1, 1))),
        Arguments.of(UID, 0L, 0L),
        Arguments.of(UID, 20_000L, 20_000L),
        Arguments.of(UID, 20_000, 20_000L),
        Arguments.of(STRICT, false, false),
        Arguments.of(MODE, "", ""),
        Arguments.of(TAGS, List.of(), List.of()),
        Arguments.of(TAGS, List.of("a"), List.of("a")),
        Arguments.of(NAMES, List.of("a*"), List.of(Glob.of("a*"))),
        Arguments.of(NAMES, List.of(Glob.of("a*")), List.of(Glob.of("a*"))));
  }

  @ParameterizedTest
  @MethodSource("fitting")
  void aValueOfItsTypeIsAccepted(Parameter<?> parameter, Object value, Object accepted) {
    assertThat((Object) parameter.accept(value).orElseThrow()).isEqualTo(accepted);
  }

  private static NumberRange range(long least, long greatest) {
    return NumberRange.of(least, greatest);
  }

  static Stream<Arguments> others() {
    return Stream.of(
        Arguments.of(PORTS, "80"),
        Arguments.of(PORTS, List.of("80", "http")),
        Arguments.of(PORTS, List.of("2-1")),
        Arguments.of(WORD, "NOT_APPLICABLE"),
        Arguments.of(WORD, "maybe"),
        Arguments.of(WORD, 1L),
        Arguments.of(WORD, Severity.HIGH),
        Arguments.of(DAY, "1999"),
        Arguments.of(DAY, true),
        Arguments.of(DAY, List.of("2026")),
        Arguments.of(DAYS, "2026"),
        Arguments.of(DAYS, List.of("2026", "1999")),
        Arguments.of(UID, "1"),
        Arguments.of(UID, 1.5),
        Arguments.of(UID, true),
        Arguments.of(STRICT, "true"),
        Arguments.of(STRICT, 1L),
        Arguments.of(MODE, 1L),
        Arguments.of(MODE, List.of("fast")),
        Arguments.of(TAGS, "latest"),
        Arguments.of(TAGS, List.of("latest", 1L)),
        Arguments.of(NAMES, "a*"),
        Arguments.of(NAMES, List.of("a*", "a[")),
        Arguments.of(NAMES, List.of(Glob.of("a*"), 1L)));
  }

  @ParameterizedTest
  @MethodSource("others")
  void aValueOfAnotherTypeIsNot(Parameter<?> parameter, Object value) {
    assertThat(parameter.accept(value)).isEmpty();
  }

  @Test
  void anAcceptedListIsCopied() {
    List<String> written = new ArrayList<>(List.of("a"));
    List<String> accepted = TAGS.accept(written).orElseThrow();

    written.clear();

    assertThat(accepted).containsExactly("a");
  }

  @Test
  void itSaysWhatAValueMustBe() {
    assertThat(UID.expects()).isEqualTo("a whole number");
    assertThat(STRICT.expects()).isEqualTo("true or false");
    assertThat(MODE.expects()).isEqualTo("a text");
    assertThat(TAGS.expects()).isEqualTo("a list of texts");
    assertThat(NAMES.expects()).isEqualTo("a list of patterns");
    assertThat(NAMES.standard()).containsExactly(Glob.of("*-agent"));
    assertThat(UID).hasToString("minimum-uid (a whole number, 10000 by default)");
  }

  @Test
  void itSaysItsStandardAsAPolicyWouldWriteIt() {
    assertThat(UID.standardAsWritten()).isEqualTo(10_000L);
    assertThat(TAGS.standardAsWritten()).isEqualTo(List.of("latest", "main"));
    assertThat(NAMES.standardAsWritten()).isEqualTo(List.of("*-agent"));
    assertThat(PORTS.standardAsWritten()).isEqualTo(List.of("80-443"));
    assertThat(WORD.standardAsWritten()).isEqualTo("not-applicable");
    assertThat(WORD)
        .hasToString(
            "word (one of not-applicable, pass, inconclusive, fail, not-applicable by default)");
  }

  @Test
  void itSaysWhyAValueIsRefusedWhereThatIsNotPlain() {
    assertThat(UID.refusal("x")).isEqualTo("was \"x\"");
    assertThat(WORD.refusal("maybe")).isEqualTo("was \"maybe\"");
    assertThat(DAY.refusal("1999")).isEqualTo("was \"1999\": day must be in this millennium");
    assertThat(DAYS.refusal(List.of("2026", "1999")))
        .isEqualTo("was [2026, 1999]: day must be in this millennium");
    assertThat(PORTS.refusal(List.of("2-1")))
        .isEqualTo("was [2-1]: range must go upwards from 0 or more but was 2-1");
    assertThat(PORTS.refusal("80")).isEqualTo("was \"80\"");
  }

  @Test
  void aNameThatPoliciesCannotWriteIsRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Parameter.flag("beStrict", true, "m"))
        .withMessage("parameter must look like \"minimum-uid\" but was \"beStrict\"");
  }

  @Test
  void parametersAreEqualIfAllThatTheySayIs() {
    Equality.ofAll(
        UID,
        Parameter.number("minimum-uid", 10_000, "the smallest user id"),
        Serialized.copyOf(UID));
    Equality.ofAll(TAGS, Serialized.copyOf(TAGS));
    Equality.ofAll(PORTS, Serialized.copyOf(PORTS));
    Equality.ofAll(WORD, Serialized.copyOf(WORD));
    Equality.ofAll(DAY, Serialized.copyOf(DAY));
    Equality.ofAll(DAYS, Serialized.copyOf(DAYS));
    Equality.ofNone(
        WORD,
        Parameter.choice("word", Severity.HIGH, "a word"),
        Parameter.text("word", "not-applicable", "a word"));
    Equality.ofNone(
        UID,
        Parameter.number("minimum-gid", 10_000, "the smallest user id"),
        Parameter.number("minimum-uid", 1, "the smallest user id"),
        Parameter.number("minimum-uid", 10_000, "another meaning"),
        Parameter.text("minimum-uid", "10000", "the smallest user id"));
  }
}
