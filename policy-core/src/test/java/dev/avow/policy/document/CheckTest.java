package dev.avow.policy.document;

import static dev.avow.policy.document.Check.Answer.FAILS;
import static dev.avow.policy.document.Check.Answer.HOLDS;
import static dev.avow.policy.document.Check.Answer.UNKNOWN;
import static org.assertj.core.api.Assertions.assertThat;

import dev.avow.policy.document.Check.Answer;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CheckTest {

  private final Field root =
      DocumentReader.kubernetes().readOne("a.yaml", "{left: 1, right: 2, later: '${x}'}").field();
  private final Field left = root.field("left");
  private final Field right = root.field("right");

  private static Check check(Answer answer, Field at) {
    return answer == UNKNOWN
        ? Check.unknown("more about " + at.path(), at)
        : Check.of(answer == HOLDS, at);
  }

  @ParameterizedTest
  @CsvSource({
    "HOLDS, HOLDS, HOLDS, right",
    "HOLDS, FAILS, FAILS, right",
    "HOLDS, UNKNOWN, UNKNOWN, right",
    "FAILS, HOLDS, FAILS, left",
    "FAILS, FAILS, FAILS, left",
    "FAILS, UNKNOWN, FAILS, left",
    "UNKNOWN, HOLDS, UNKNOWN, left",
    "UNKNOWN, FAILS, FAILS, right",
    "UNKNOWN, UNKNOWN, UNKNOWN, left"
  })
  void oneThatFailsDecidesAConjunction(Answer one, Answer other, Answer both, String decides) {
    Check check = check(one, left).and(check(other, right));

    assertThat(check.answer()).isEqualTo(both);
    assertThat(check.at().path()).isEqualTo(decides);
    assertThat(Check.all(Stream.of(check(one, left), check(other, right)), root).answer())
        .isEqualTo(both);
  }

  @ParameterizedTest
  @CsvSource({
    "HOLDS, HOLDS, HOLDS, left",
    "HOLDS, FAILS, HOLDS, left",
    "HOLDS, UNKNOWN, HOLDS, left",
    "FAILS, HOLDS, HOLDS, right",
    "FAILS, FAILS, FAILS, right",
    "FAILS, UNKNOWN, UNKNOWN, right",
    "UNKNOWN, HOLDS, HOLDS, right",
    "UNKNOWN, FAILS, UNKNOWN, left",
    "UNKNOWN, UNKNOWN, UNKNOWN, left"
  })
  void oneThatHoldsDecidesADisjunction(Answer one, Answer other, Answer either, String decides) {
    Check check = check(one, left).or(check(other, right));

    assertThat(check.answer()).isEqualTo(either);
    assertThat(check.at().path()).isEqualTo(decides);
    assertThat(Check.any(Stream.of(check(one, left), check(other, right)), root).answer())
        .isEqualTo(either);
  }

  @ParameterizedTest
  @CsvSource({"HOLDS, FAILS", "FAILS, HOLDS", "UNKNOWN, UNKNOWN"})
  void theNegationOfUnknownIsUnknown(Answer answer, Answer negated) {
    Check check = check(answer, left).not();

    assertThat(check.answer()).isEqualTo(negated);
    assertThat(check.at()).isSameAs(left);
    assertThat(check.missing()).isEqualTo(check(answer, left).missing());
  }

  @Test
  void deMorganHolds() {
    for (Answer one : Answer.values()) {
      for (Answer other : Answer.values()) {
        Check a = check(one, left);
        Check b = check(other, right);

        assertThat(a.and(b).not().answer()).isEqualTo(a.not().or(b.not()).answer());
        assertThat(a.or(b).not().answer()).isEqualTo(a.not().and(b.not()).answer());
      }
    }
  }

  @Test
  void theFirstDecisiveOneOfManyIsRemembered() {
    Field third = root.field("third");
    List<Check> checks = List.of(check(UNKNOWN, left), check(FAILS, right), check(FAILS, third));

    assertThat(Check.all(checks.stream(), root).at()).isSameAs(right);
    assertThat(Check.any(checks.stream(), root).at()).isSameAs(left);
  }

  @Test
  void ofNoneAllHoldAndNotOneDoes() {
    assertThat(Check.all(Stream.of(), root).answer()).isEqualTo(HOLDS);
    assertThat(Check.any(Stream.of(), root).answer()).isEqualTo(FAILS);
    assertThat(Check.all(Stream.of(), root).at()).isSameAs(root);
  }

  @Test
  void ofNoneThatAnExpressionMayBringNothingIsKnown() {
    Field later = root.field("later");

    assertThat(Check.all(Stream.of(), later).answer()).isEqualTo(UNKNOWN);
    assertThat(Check.any(Stream.of(), later).answer()).isEqualTo(UNKNOWN);
    assertThat(Check.all(Stream.of(), later).missing()).contains("the value of later");
  }

  @Test
  void aMoreTellingPlaceChangesNothingElse() {
    Check unknown = check(UNKNOWN, left).pointingAt(right);

    assertThat(unknown.at()).isSameAs(right);
    assertThat(unknown.missing()).contains("more about left");
    assertThat(check(FAILS, left).pointingAt(right).fails()).isTrue();
  }

  @Test
  void anAnswerIsExactlyOneOfThree() {
    assertThat(check(HOLDS, left)).matches(Check::holds).matches(c -> !c.fails() && !c.isUnknown());
    assertThat(check(FAILS, left)).matches(Check::fails).matches(c -> !c.holds() && !c.isUnknown());
    assertThat(check(UNKNOWN, left))
        .matches(Check::isUnknown)
        .matches(c -> !c.holds() && !c.fails());
    assertThat(check(HOLDS, left).missing()).isEmpty();
    assertThat(check(FAILS, left)).hasToString("FAILS at left");
  }
}
