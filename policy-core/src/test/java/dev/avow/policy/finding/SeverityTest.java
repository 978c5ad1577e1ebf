package dev.avow.policy.finding;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SeverityTest {

  @ParameterizedTest
  @CsvSource({
    "CRITICAL, HIGH, true",
    "HIGH, HIGH, true",
    "MEDIUM, HIGH, false",
    "INFO, LOW, false",
    "INFO, INFO, true",
    "UNKNOWN, INFO, false",
    "UNKNOWN, UNKNOWN, false",
    "INFO, UNKNOWN, true"
  })
  void aKnownSeverityIsAtLeastItselfAndWhatIsBelow(Severity severity, Severity floor, boolean is) {
    assertThat(severity.atLeast(floor)).isEqualTo(is);
  }
}
