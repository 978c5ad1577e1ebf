package dev.avow.policy.finding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

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

  static Stream<Arguments> fitting() {
    return Stream.of(
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

  static Stream<Arguments> others() {
    return Stream.of(
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
    Equality.ofNone(
        UID,
        Parameter.number("minimum-gid", 10_000, "the smallest user id"),
        Parameter.number("minimum-uid", 1, "the smallest user id"),
        Parameter.number("minimum-uid", 10_000, "another meaning"),
        Parameter.text("minimum-uid", "10000", "the smallest user id"));
  }
}
