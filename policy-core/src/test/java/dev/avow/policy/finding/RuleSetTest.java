package dev.avow.policy.finding;

import static dev.avow.policy.finding.Severity.CRITICAL;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class RuleSetTest {

  private static final RuleDescription A = RuleDescription.of(RuleId.of("a")).build();
  private static final RuleDescription B = RuleDescription.of(RuleId.of("b")).build();
  private static final RuleDescription C = RuleDescription.of(RuleId.of("c")).build();

  @Test
  void rulesAreInTheOrderOfTheirIds() {
    RuleSet rules = RuleSet.of(List.of(C, A, B));

    assertThat(rules.rules().values()).containsExactly(A, B, C);
    assertThat(rules.size()).isEqualTo(3);
    assertThat(rules.indexOf(RuleId.of("a"))).isZero();
    assertThat(rules.indexOf(RuleId.of("c"))).isEqualTo(2);
    assertThat(rules.indexOf(RuleId.of("bb"))).isNegative();
    assertThat(rules.rule(1)).isEqualTo(RuleId.of("b"));
  }

  @Test
  void aSetKnowsNothingOfTheOrderInWhichItWasGiven() {
    RuleSet rules = RuleSet.of(List.of(A, B));

    Equality.ofAll(
        rules, RuleSet.of(List.of(B, A)), RuleSet.of(List.of(A, B, A)), Serialized.copyOf(rules));
  }

  static Stream<RuleDescription> differing() {
    return Stream.of(
        A.with(CRITICAL),
        RuleDescription.of(RuleId.of("a")).title("t").build(),
        RuleDescription.of(RuleId.of("a")).reason("t").build(),
        RuleDescription.of(RuleId.of("a")).advice("t").build(),
        RuleDescription.of(RuleId.of("a")).target("t").build(),
        RuleDescription.of(RuleId.of("a")).alias("t").build(),
        RuleDescription.of(RuleId.of("a")).see("t").build(),
        RuleDescription.of(RuleId.of("a")).parameter(Parameter.text("t", "", "one")).build(),
        RuleDescription.of(RuleId.of("a")).parameter(Parameter.text("t", "", "two")).build(),
        RuleDescription.of(RuleId.of("a"))
            .parameter(Parameter.texts("t", List.of("x, y"), "m"))
            .build(),
        RuleDescription.of(RuleId.of("a"))
            .parameter(Parameter.texts("t", List.of("x", "y"), "m"))
            .build());
  }

  @Test
  void anyDifferenceShowsInTheFingerprint() {
    assertThat(differing().map(rule -> RuleSet.of(List.of(rule)).fingerprint()))
        .doesNotHaveDuplicates()
        .doesNotContain(RuleSet.of(List.of(A)).fingerprint(), RuleSet.of(List.of()).fingerprint())
        .allMatch(fingerprint -> fingerprint.matches("[0-9a-f]{32}"));
  }

  @ParameterizedTest
  @MethodSource("differing")
  void twoRulesOfOneNameAreRefused(RuleDescription other) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> RuleSet.of(List.of(A, other)))
        .withMessage("rule a is described twice");
  }

  @Test
  void theRulesCannotBeChangedFromOutside() {
    RuleSet rules = RuleSet.of(List.of(A));

    assertThatExceptionOfType(UnsupportedOperationException.class)
        .isThrownBy(() -> rules.rules().clear());
  }

  @Test
  void theSameRulesUnderAnotherPolicyAreAnotherSet() {
    RuleSet strict = RuleSet.of(List.of(A)).under("strict");
    RuleSet lax = RuleSet.of(List.of(A)).under("lax");

    assertThat(strict).isEqualTo(RuleSet.of(List.of(A)).under("strict")).isNotEqualTo(lax);
    assertThat(strict).isNotEqualTo(RuleSet.of(List.of(A)));
    assertThat(strict.rules()).isEqualTo(lax.rules());
    Equality.ofAll(strict, Serialized.copyOf(strict));
  }

  @Test
  void unionsKeepWhatEachPolicySays() {
    RuleSet strict = RuleSet.of(List.of(A)).under("strict");
    RuleSet lax = RuleSet.of(List.of(A, B)).under("lax");

    assertThat(strict.or(lax)).isEqualTo(lax.or(strict)).isNotEqualTo(lax);
    assertThat(strict.or(lax).or(strict)).isEqualTo(strict.or(lax));
    assertThat(RuleSet.of(List.of()).or(strict)).isEqualTo(strict);
  }
}
