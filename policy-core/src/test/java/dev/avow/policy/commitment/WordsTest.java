package dev.avow.policy.commitment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.avow.policy.finding.Severity;
import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class WordsTest {

  @Nested
  class Milestones {

    @ParameterizedTest
    @ValueSource(strings = {"fix-released", "public", "stage-2", "a"})
    void areNamedInKebabCase(String name) {
      assertThat(Milestone.of(name)).hasToString(name);
      assertThat(Milestone.isValid(name)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Fix", "fix--released", "-fix", "fix-", "2nd", "fix_released", "é"})
    void areRefusedUnderOtherNames(String name) {
      assertThat(Milestone.isValid(name)).isFalse();
      assertThatIllegalArgumentException()
          .isThrownBy(() -> Milestone.of(name))
          .withMessage("milestone must look like \"fix-released\" but was \"%s\"", name);
    }

    @Test
    void areListedSoThatNoneIsForgotten() throws IllegalAccessException {
      List<Milestone> constants = new ArrayList<>();
      for (Field field : Milestone.class.getFields()) {
        constants.add((Milestone) field.get(null));
      }

      assertThat(Milestone.common()).containsExactlyInAnyOrderElementsOf(constants);
    }

    @Test
    void sortByName() {
      assertThat(Milestone.ACKNOWLEDGED).isLessThan(Milestone.REPORTED);
    }
  }

  @Nested
  class DayRanges {

    @ParameterizedTest
    @ValueSource(strings = {"0", "3-7", "14+", "0-0", "0+"})
    void readBackAsTheyAreWritten(String text) {
      DayRange days = DayRange.parse(text);

      assertThat(DayRange.parse(days.toString())).isEqualTo(days).hasSameHashCodeAs(days);
    }

    @Test
    void acceptSpace() {
      assertThat(DayRange.parse(" 3 - 7 ")).isEqualTo(DayRange.days(3, 7)).hasToString("3-7");
      assertThat(DayRange.parse("14 +")).isEqualTo(DayRange.from(14));
      assertThat(DayRange.parse("0")).isEqualTo(DayRange.day(0)).hasToString("0");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "+", "-", "-3", "3-", "x", "3-7-9", "3+7", "1.5"})
    void refuseWhatIsNoRange(String text) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> DayRange.parse(text))
          .withMessage("days must look like \"0\", \"3-7\" or \"14+\" but were \"%s\"", text);
    }

    @Test
    void refuseToRunBackwards() {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> DayRange.days(7, 3))
          .withMessage("days must run forward, as in 3-7, but were 7-3");
      assertThatIllegalArgumentException()
          .isThrownBy(() -> DayRange.from(-1))
          .withMessage("day must be 0 or more but was -1");
    }

    @Test
    void sortByStartThenEnd() {
      assertThat(DayRange.from(7)).isGreaterThan(DayRange.days(7, 14));
      assertThat(DayRange.days(3, 7)).isLessThan(DayRange.from(7));
      assertThat(DayRange.from(7)).isNotEqualTo(DayRange.days(7, 14));
    }
  }

  @Nested
  class Severities {

    @Test
    void anyCoversEvenAnUnknownOne() {
      assertThat(SeverityCondition.any().isAny()).isTrue();
      assertThat(SeverityCondition.any().covers(Severity.UNKNOWN)).isTrue();
      assertThat(SeverityCondition.any()).hasToString("any severity");
    }

    @Test
    void aFloorCoversWhatIsAtOrAboveIt() {
      SeverityCondition high = SeverityCondition.atLeast(Severity.HIGH);

      assertThat(high).isEqualTo(SeverityCondition.of(Severity.CRITICAL, Severity.HIGH));
      assertThat(high.covers(Severity.UNKNOWN)).isFalse();
      assertThat(high.covers(Severity.MEDIUM)).isFalse();
      assertThat(high.isAny()).isFalse();
    }

    @Test
    void noneIsRefused() {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> new SeverityCondition(Set.of()))
          .withMessage("severities must name at least one but were empty");
    }
  }

  @ParameterizedTest
  @EnumSource
  void boundsReadBackAsTheyAreWritten(Bound bound) {
    assertThat(Bound.parse(bound.text())).isEqualTo(bound);
  }

  @ParameterizedTest
  @EnumSource
  void rollRulesReadBackAsTheyAreWritten(Roll roll) {
    assertThat(Roll.parse(roll.text())).isEqualTo(roll);
  }

  @Test
  void otherWordsAreRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Bound.parse("maybe"))
        .withMessage("bound must be at-most, at-least, about or best-effort but was \"maybe\"");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Roll.parse("over"))
        .withMessage(
            "roll must be none, next-business-day or previous-business-day but was \"over\"");
  }
}
