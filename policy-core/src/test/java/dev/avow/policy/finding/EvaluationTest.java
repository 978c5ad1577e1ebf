package dev.avow.policy.finding;

import static dev.avow.policy.finding.Verdict.FAIL;
import static dev.avow.policy.finding.Verdict.INCONCLUSIVE;
import static dev.avow.policy.finding.Verdict.NOT_APPLICABLE;
import static dev.avow.policy.finding.Verdict.PASS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EvaluationTest {

  private static final RuleId R0 = RuleId.of("rule-0");
  private static final RuleId R1 = RuleId.of("rule-1");
  private static final RuleId R2 = RuleId.of("rule-2");
  private static final RuleSet RULES = Worlds.rules(3);
  private static final Subject A = Subject.of("A");
  private static final Subject B = Subject.of("B");

  private static Partial.Builder part() {
    return Partial.under(RULES);
  }

  private static Evaluation of(Partial... parts) {
    return Evaluation.of(RULES, Stream.of(parts));
  }

  private static Finding finding(RuleId rule, Subject subject, String source) {
    return Finding.of(rule, FAIL, subject, Location.in(source)).message("m").build();
  }

  @Nested
  class Parts {

    @ParameterizedTest
    @CsvSource({
      "NOT_APPLICABLE, NOT_APPLICABLE, NOT_APPLICABLE",
      "NOT_APPLICABLE, PASS, PASS",
      "NOT_APPLICABLE, INCONCLUSIVE, INCONCLUSIVE",
      "NOT_APPLICABLE, FAIL, FAIL",
      "PASS, PASS, PASS",
      "PASS, INCONCLUSIVE, INCONCLUSIVE",
      "PASS, FAIL, FAIL",
      "INCONCLUSIVE, INCONCLUSIVE, INCONCLUSIVE",
      "INCONCLUSIVE, FAIL, FAIL",
      "FAIL, FAIL, FAIL"
    })
    void theWeightierVerdictStays(Verdict one, Verdict other, Verdict together) {
      Evaluation forth =
          of(part().verdict(R1, A, one).build(), part().verdict(R1, A, other).build());
      Evaluation back = of(part().verdict(R1, A, other).verdict(R1, A, one).build());

      assertThat(forth.verdict(R1, A)).contains(together);
      assertThat(back).isEqualTo(forth);
    }

    @Test
    void aFindingIsAVerdictToo() {
      Evaluation evaluation = of(part().finding(finding(R0, A, "a")).build());

      assertThat(evaluation.verdict(R0, A)).contains(FAIL);
    }

    @Test
    void aRuleOutsideTheSetIsRefused() {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> part().verdict(RuleId.of("rule-9"), A, PASS))
          .withMessage("rule rule-9 is not in the rule set");
      assertThatIllegalArgumentException()
          .isThrownBy(() -> part().finding(finding(RuleId.of("rule-9"), A, "a")))
          .withMessage("rule rule-9 is not in the rule set");
    }

    @Test
    void aPartUnderAnotherRuleSetIsRefused() {
      RuleSet others = Worlds.rules(2);
      Partial part = Partial.under(others).verdict(R0, A, PASS).build();

      assertThatIllegalArgumentException()
          .isThrownBy(() -> of(part))
          .withMessage(
              "a part must be judged by rule set %s but was judged by %s",
              RULES.fingerprint(), others.fingerprint());
    }

    @Test
    void aPartUnderTheSameRulesButOtherTermsIsRefused() {
      Partial part = Partial.under(RULES.under("minimum-uid=1")).verdict(R0, A, PASS).build();

      assertThatIllegalArgumentException().isThrownBy(() -> of(part));
      assertThat(Evaluation.of(RULES.under("minimum-uid=1"), Stream.of(part)).verdict(R0, A))
          .contains(PASS);
    }

    @Test
    void aBuiltPartTakesNothingMore() {
      Partial.Builder builder = part();
      builder.build();

      assertThatIllegalStateException()
          .isThrownBy(() -> builder.verdict(R0, A, PASS))
          .withMessage("the part was already built");
      assertThatIllegalStateException().isThrownBy(builder::build);
    }

    @Test
    void partsAreEqualIfTheySayTheSame() {
      Partial part = part().verdict(R0, A, PASS).finding(finding(R1, A, "a")).build();

      Equality.ofAll(
          part,
          part().finding(finding(R1, A, "a")).verdict(R0, A, PASS).build(),
          Serialized.copyOf(part));
      Equality.ofNone(
          part,
          part().build(),
          part().verdict(R0, A, FAIL).finding(finding(R1, A, "a")).build(),
          part().verdict(R0, A, PASS).verdict(R1, A, FAIL).build(),
          Partial.under(Worlds.rules(2)).build());
      assertThat(part).hasToString("1 findings, 1 subjects");
    }
  }

  @Nested
  class Questions {

    private final Evaluation evaluation =
        of(
            part()
                .finding(finding(R0, B, "z"))
                .finding(finding(R0, A, "y"))
                .verdict(R1, A, PASS)
                .verdict(R1, B, NOT_APPLICABLE)
                .build());

    @Test
    void findingsAreSortedByPlaceAndEachIsThereOnce() {
      Evaluation twice =
          of(
              part().finding(finding(R0, B, "z")).finding(finding(R0, A, "y")).build(),
              part().finding(finding(R0, B, "z")).build());

      assertThat(twice.findings()).containsExactly(finding(R0, A, "y"), finding(R0, B, "z"));
    }

    @Test
    void aRuleThatDidNotLookSaysNothing() {
      assertThat(evaluation.verdict(R2, A)).isEmpty();
      assertThat(evaluation.verdict(R0, Subject.of("C"))).isEmpty();
      assertThat(evaluation.verdict(RuleId.of("unheard-of"), A)).isEmpty();
      assertThat(evaluation.verdict(R1, B)).contains(NOT_APPLICABLE);
    }

    @Test
    void aRuleHasJudgedOnceItLookedAtAnything() {
      assertThat(evaluation.judged(R0)).isTrue();
      assertThat(evaluation.judged(R1)).isTrue();
      assertThat(evaluation.judged(R2)).isFalse();
      assertThat(evaluation.judged(RuleId.of("unheard-of"))).isFalse();
    }

    @Test
    void countsAreDerivedFromTheVerdicts() {
      assertThat(evaluation.counts())
          .isEqualTo(Map.of(FAIL, 2L, PASS, 1L, NOT_APPLICABLE, 1L, INCONCLUSIVE, 0L));
      assertThat(Evaluation.sum(evaluation, evaluation).counts()).isEqualTo(evaluation.counts());
    }

    @Test
    void verdictsAreShownBySubjectThenByRule() {
      List<String> shown = new ArrayList<>();

      evaluation.forEachVerdict(
          (rule, subject, verdict) -> shown.add(subject + " " + rule + " " + verdict));

      assertThat(shown)
          .containsExactly(
              "A rule-0 FAIL", "A rule-1 PASS", "B rule-0 FAIL", "B rule-1 NOT_APPLICABLE");
    }

    @Test
    void allRulesAreKnownEvenThoseThatMetNoSubject() {
      assertThat(evaluation.rules().keySet()).containsExactly(R0, R1, R2);
      assertThat(evaluation.subjects()).containsExactlyInAnyOrder(A, B);
      assertThat(evaluation)
          .hasToString(
              "2 findings, 2 subjects, {NOT_APPLICABLE=1, PASS=1, INCONCLUSIVE=0, FAIL=2}");
    }

    @Test
    void anEvaluationThatLookedAtNothingSaysSo() {
      assertThat(Evaluation.empty().lookedAtNothing()).isTrue();
      assertThat(of().lookedAtNothing()).isTrue();
      assertThat(of(part().verdict(R0, A, NOT_APPLICABLE).build()).lookedAtNothing()).isFalse();
    }

    @Test
    void itCannotBeChangedFromOutside() {
      assertThatExceptionOfType(UnsupportedOperationException.class)
          .isThrownBy(() -> evaluation.findings().clear());
      assertThatExceptionOfType(UnsupportedOperationException.class)
          .isThrownBy(() -> evaluation.subjects().clear());
      assertThatExceptionOfType(UnsupportedOperationException.class)
          .isThrownBy(() -> evaluation.counts().clear());
      assertThatExceptionOfType(UnsupportedOperationException.class)
          .isThrownBy(() -> evaluation.rules().clear());
    }
  }

  @Nested
  class Sums {

    @Test
    void evaluationsOfDifferentRulesSum() {
      RuleSet others = RuleSet.of(List.of(RuleDescription.of(RuleId.of("a-first-one")).build()));
      Evaluation other =
          Evaluation.of(
              others,
              Stream.of(Partial.under(others).verdict(RuleId.of("a-first-one"), A, PASS).build()));
      Evaluation one = of(part().verdict(R2, A, FAIL).verdict(R0, B, PASS).build());

      Evaluation sum = Evaluation.sum(one, other);

      assertThat(sum.rules()).hasSize(4);
      assertThat(sum.verdict(R2, A)).contains(FAIL);
      assertThat(sum.verdict(R0, B)).contains(PASS);
      assertThat(sum.verdict(RuleId.of("a-first-one"), A)).contains(PASS);
      assertThat(sum.verdict(RuleId.of("a-first-one"), B)).isEmpty();
      assertThat(sum).isEqualTo(Evaluation.sum(other, one));
    }

    @Test
    void aRuleThatTwoPartsDescribeDifferentlyIsRefused() {
      RuleSet other =
          RuleSet.of(List.of(RuleDescription.of(R0).severity(Severity.CRITICAL).build()));
      Evaluation differing = Evaluation.of(other, Stream.of());

      assertThatIllegalArgumentException()
          .isThrownBy(() -> Evaluation.sum(of(), differing))
          .withMessage("rule rule-0 is described twice");
    }

    @Test
    void rulesWithoutASubjectCountInEquality() {
      assertThat(of()).isNotEqualTo(Evaluation.empty());
      assertThat(Evaluation.sum()).isEqualTo(Evaluation.empty());
    }

    @Test
    void rowsOfDifferentLengthMaySayTheSame() {
      Evaluation narrow = of(part().verdict(R0, A, PASS).build());
      Evaluation wide = Evaluation.sum(narrow, of(part().verdict(R2, B, PASS).build()));

      Equality.ofAll(
          wide,
          of(part().verdict(R2, B, PASS).verdict(R0, A, PASS).build()),
          Serialized.copyOf(wide));
      Equality.ofNone(
          wide,
          narrow,
          of(part().verdict(R2, A, PASS).verdict(R0, B, PASS).build()),
          of(part().verdict(R2, B, PASS).verdict(R0, A, INCONCLUSIVE).build()));
    }
  }
}
