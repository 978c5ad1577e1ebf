package dev.avow.policy.finding;

import static dev.avow.policy.finding.Verdict.FAIL;
import static dev.avow.policy.finding.Verdict.INCONCLUSIVE;
import static dev.avow.policy.finding.Verdict.NOT_APPLICABLE;
import static dev.avow.policy.finding.Verdict.PASS;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class VerdictTest {

  @Test
  void theWeightierOfTwoVerdictsWinsInWhateverOrderTheyCome() {
    List<Verdict> byWeight = List.of(NOT_APPLICABLE, PASS, INCONCLUSIVE, FAIL);

    for (int i = 0; i < byWeight.size(); i++) {
      for (int j = 0; j < byWeight.size(); j++) {
        assertThat(byWeight.get(i).or(byWeight.get(j))).isEqualTo(byWeight.get(Math.max(i, j)));
      }
    }
  }
}
