package dev.avow.policy.finding;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NamesTest {

  private static final List<String> KNOWN = List.of("low", "high", "reporting", "commitments");

  @ParameterizedTest
  @CsvSource({
    "reportng, reporting",
    "reportting, reporting",
    "repotring, reporting",
    "hihg, high",
    "comitment, commitments",
    "lo, low",
  })
  void aSlipLeadsToTheNameThatWasMeant(String slip, String meant) {
    assertThat(Names.nearest(slip, KNOWN)).contains(meant);
  }

  @ParameterizedTest
  @CsvSource({"colour", "x", "hardening"})
  void anotherWordLeadsNowhere(String word) {
    assertThat(Names.nearest(word, KNOWN)).isEmpty();
    assertThat(Names.perhaps(word, KNOWN)).isEmpty();
  }

  @Test
  void aSuggestionIsAPartOfASentence() {
    assertThat(Names.perhaps("hihg", KNOWN)).isEqualTo(", perhaps \"high\",");
  }
}
