package dev.avow.policy.rule;

import static org.assertj.core.api.Assertions.assertThat;

import dev.avow.policy.finding.Location;
import dev.avow.policy.finding.Parameter;
import dev.avow.policy.finding.Parameter.Stricter;
import dev.avow.policy.finding.Problem;
import dev.avow.policy.finding.RuleDescription;
import dev.avow.policy.finding.RuleId;
import dev.avow.policy.finding.Severity;
import dev.avow.policy.hardening.Floor;
import dev.avow.policy.hardening.HardeningProfile;
import dev.avow.policy.hardening.Profile;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * What only rules know: whether they are on without being named, and what their parameters mean.
 */
class FloorOfRuleTest {

  private static final Parameter<Long> LEAST =
      Parameter.number("least", 10, "the least").stricterIf(Stricter.HIGHER);
  private static final Parameter<Long> MOST =
      Parameter.number("most", 10, "the most").stricterIf(Stricter.LOWER);
  private static final Parameter<String> WORD = Parameter.text("word", "a", "a word");
  private static final Location PLACE = Location.at("org.yaml", 5, 3);

  private static final Declaration RULE =
      new Declaration() {
        @Override
        public RuleDescription description() {
          return RuleDescription.of(RuleId.of("a-rule"))
              .severity(Severity.HIGH)
              .parameter(LEAST)
              .parameter(MOST)
              .parameter(WORD)
              .build();
        }

        @Override
        public Activation activation() {
          return new Activation.From(Profile.RESTRICTED);
        }
      };

  private static List<String> problems(
      List<String> free,
      Consumer<HardeningProfile.Builder> floor,
      Consumer<HardeningProfile.Builder> over) {
    HardeningProfile.Builder below =
        HardeningProfile.builder().profile(Profile.RESTRICTED).set("a-rule", "most", 5L);
    floor.accept(below);
    HardeningProfile.Builder above =
        HardeningProfile.builder().profile(Profile.RESTRICTED).set("a-rule", "most", 5L);
    over.accept(above);
    HardeningProfile profile = above.build().over(List.of(new Floor(below.build(), PLACE, free)));
    return Bindings.of(List.of(RULE), profile).problems().stream().map(Problem::toString).toList();
  }

  private static List<String> problems(Consumer<HardeningProfile.Builder> over) {
    return problems(List.of(), floor -> {}, over);
  }

  @Test
  void aRuleThatAProfileTurnsOnStaysOn() {
    assertThat(problems(with -> with.without("a-rule")))
        .containsExactly("(code): a-rule must stay on as (code) has it but is off");
  }

  @Test
  void aRuleThatIsOffBelowMayBeAnything() {
    assertThat(
            problems(
                List.of(),
                floor -> floor.without("a-rule"),
                with -> with.severity("a-rule", Severity.INFO).set("a-rule", "word", "b")))
        .isEmpty();
  }

  @Test
  void aSeverityIsThatOfTheRuleWhereTheFloorSetsNone() {
    assertThat(problems(with -> with.severity("a-rule", Severity.MEDIUM)))
        .containsExactly(
            "(code): a-rule must not matter less than HIGH as (code) has it but was MEDIUM");
    assertThat(problems(with -> with.severity("a-rule", Severity.CRITICAL))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "least, 11, ''",
    "least, 9, least must not be looser than 10",
    "most, 4, ''",
    "most, 6, most must not be looser than 5",
  })
  void aNumberMovesInItsDirectionOnly(String parameter, long value, String problem) {
    List<String> problems = problems(with -> with.set("a-rule", parameter, value));

    assertThat(String.join("", problems)).contains(problem);
    assertThat(problems).hasSize(problem.isEmpty() ? 0 : 1);
  }

  @Test
  void whatCannotBeComparedStays() {
    assertThat(problems(with -> with.set("a-rule", "word", "b")))
        .singleElement()
        .asString()
        .contains("a-rule word must stay a, as nobody can tell which value asks for less, as");
  }

  @ParameterizedTest
  @CsvSource({
    "hardening",
    "hardening.rules",
    "hardening.rules.a-rule.word",
    "hardening.rules.*.word"
  })
  void whatTheFloorMarksAsFreeMayChange(String path) {
    assertThat(problems(List.of(path), floor -> {}, with -> with.set("a-rule", "word", "b")))
        .isEmpty();
  }
}
