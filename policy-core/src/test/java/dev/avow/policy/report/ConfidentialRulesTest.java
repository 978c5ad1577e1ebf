package dev.avow.policy.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.avow.policy.finding.Decision;
import dev.avow.policy.finding.Evaluation;
import dev.avow.policy.finding.Finding;
import dev.avow.policy.finding.Location;
import dev.avow.policy.finding.Partial;
import dev.avow.policy.finding.RuleDescription;
import dev.avow.policy.finding.RuleId;
import dev.avow.policy.finding.RuleSet;
import dev.avow.policy.finding.Severity;
import dev.avow.policy.finding.Subject;
import dev.avow.policy.finding.Verdict;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Reports show no line in which a confidential rule has found something. */
class ConfidentialRulesTest {

  private static final List<String> SOURCE =
      List.of("a: 1", "b: |", "  secret", "  secret", "c: 2");

  private static final RuleDescription OPEN = RuleDescription.of(RuleId.of("is-open")).build();
  private static final RuleDescription CLOSED =
      RuleDescription.of(RuleId.of("is-closed")).confidential().build();

  private static Finding finding(RuleDescription rule, int line, int endLine) {
    Location at = new Location("m.yaml", line, 1, endLine, 2, "");
    Subject subject = Subject.of("Pod").with("name", "p");
    return Finding.of(rule.id(), Verdict.FAIL, subject, at)
        .severity(Severity.LOW)
        .message("is wrong")
        .build();
  }

  private static String markdown(RuleDescription confidential) {
    RuleSet rules = RuleSet.of(List.of(OPEN, confidential));
    Partial partial =
        Partial.under(rules)
            .finding(finding(OPEN, 5, 5))
            .finding(finding(confidential, 2, 4))
            .build();
    Decision decision = Written.GATE.decide(Evaluation.of(rules, Stream.of(partial)), Sample.DAY);
    return Written.markdown(
        decision,
        ReportStyle.standard()
            .withExcerpts(finding -> Excerpt.around(finding.location(), SOURCE, 4)));
  }

  @Test
  void notEvenInTheExcerptOfAnotherFinding() {
    String report = markdown(CLOSED);

    assertThat(report).contains("is-closed", "a: 1", "| c: 2", "| …").doesNotContain("secret");
  }

  @Test
  void butAllLinesWhereNoRuleIsConfidential() {
    RuleDescription plain = RuleDescription.of(RuleId.of("is-closed")).build();

    assertThat(markdown(plain)).contains("secret", "a: 1");
    assertThat(plain).isNotEqualTo(CLOSED);
    assertThat(CLOSED.with(Severity.HIGH).isConfidential()).isTrue();
  }
}
