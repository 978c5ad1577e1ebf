package dev.avow.policy.finding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NumberRangeTest {

  @ParameterizedTest
  @CsvSource({
    "1000-2000, 1000, 2000",
    "1000, 1000, 1000",
    "0, 0, 0",
    "7-7, 7, 7",
    "1000-, 1000, 9223372036854775807"
  })
  void isReadAsPoliciesWriteIt(String text, long least, long greatest) {
    assertThat(NumberRange.parse(text)).isEqualTo(NumberRange.of(least, greatest));
  }

  @ParameterizedTest
  @ValueSource(strings = {"1000-2000", "1000", "0", "1000-"})
  void isWrittenAsItIsRead(String text) {
    assertThat(NumberRange.parse(text)).hasToString(text);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "-", "-5", "a", "1-b", "1-2-3", "1 - 2", "1234567890123456789", "٣"})
  void aTextThatNamesNoneIsRefused(String text) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> NumberRange.parse(text))
        .withMessage(
            "range must look like \"1000-2000\", \"1000-\" or \"1000\" but was \"%s\""
                .formatted(text));
  }

  @ParameterizedTest
  @CsvSource({"-1, 5", "5, 4"})
  void aRangeThatHoldsNothingIsRefused(long least, long greatest) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> NumberRange.of(least, greatest))
        .withMessage(
            "range must go upwards from 0 or more but was %d-%d".formatted(least, greatest));
  }

  @Test
  void containsBothOfItsEnds() {
    NumberRange range = NumberRange.of(10, 12);

    assertThat(range.contains(9)).isFalse();
    assertThat(range.contains(10)).isTrue();
    assertThat(range.contains(12)).isTrue();
    assertThat(range.contains(13)).isFalse();
  }
}
