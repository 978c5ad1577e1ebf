package dev.avow.policy.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.avow.policy.finding.Finding;
import dev.avow.policy.finding.Location;
import dev.avow.policy.finding.RuleId;
import dev.avow.policy.finding.Subject;
import dev.avow.policy.finding.Verdict;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ScopeTest {

  @Test
  void aScopeKnowsItsTargetsAndTheirParts() {
    assertThat(Box.BOX.name()).isEqualTo("box");
    assertThat(Box.BOX.type()).isEqualTo(Box.class);
    assertThat(Box.BOX.parts()).containsExactlyInAnyOrder("shelf", "name");
    assertThat(Box.BOX).hasToString("box");
  }

  @Test
  void itsPartsCannotBeChangedFromOutside() {
    assertThatExceptionOfType(UnsupportedOperationException.class)
        .isThrownBy(() -> Box.BOX.parts().clear());
  }

  @Test
  void theFindingsOfAJudgementAreCopied() {
    Finding finding =
        Finding.of(RuleId.of("a"), Verdict.FAIL, Subject.of("A"), Location.in("a")).build();
    List<Finding> findings = new ArrayList<>(List.of(finding));
    Judgement judgement = new Judgement(Verdict.FAIL, findings);

    findings.clear();

    assertThat(judgement.findings()).containsExactly(finding);
  }
}
