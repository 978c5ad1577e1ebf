package dev.avow.k8s.rule;

import static org.assertj.core.api.Assertions.assertThat;

import dev.avow.policy.finding.RuleDescription;
import dev.avow.policy.finding.RuleId;
import dev.avow.policy.finding.Severity;
import dev.avow.policy.finding.Verdict;
import dev.avow.policy.rule.Declaration;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Every built-in rule does what its fixture shows, and says what it is for. */
class RuleFixturesTest {

  private static Stream<DynamicTest> forEachRule(Consumer<RuleDescription> test) {
    return Catalogue.rules().stream()
        .map(Declaration::description)
        .map(rule -> DynamicTest.dynamicTest(rule.id().value(), () -> test.accept(rule)));
  }

  @TestFactory
  Stream<DynamicTest> findsWhatItsFixtureExpectsAndNothingElse() {
    return forEachRule(
        rule -> {
          Fixture fixture = Fixture.of(rule);

          assertThat(String.join("\n", fixture.found()))
              .isEqualTo(String.join("\n", fixture.expected()));
        });
  }

  @TestFactory
  Stream<DynamicTest> isShownWhereItHoldsAndWhereItDoesNot() {
    return forEachRule(
        rule ->
            assertThat(Fixture.of(rule).verdicts())
                .contains(Verdict.PASS)
                .containsAnyOf(Verdict.FAIL, Verdict.INCONCLUSIVE));
  }

  @TestFactory
  Stream<DynamicTest> saysWhatItIsFor() {
    return forEachRule(
        rule -> {
          assertThat(rule.title()).isNotBlank();
          assertThat(rule.reason()).endsWith(".");
          assertThat(rule.advice()).endsWith(".");
          assertThat(rule.references())
              .isNotEmpty()
              .allMatch(uri -> uri.getScheme().equals("https"));
          assertThat(rule.severity()).isNotEqualTo(Severity.UNKNOWN);
          assertThat(rule.parameters()).allMatch(parameter -> !parameter.meaning().isBlank());
        });
  }

  @Test
  void hasAnIdOfItsOwn() {
    assertThat(Catalogue.rules())
        .extracting(rule -> rule.description().id())
        .doesNotHaveDuplicates()
        .allMatch(id -> RuleId.isValid(id.value()));
  }
}
