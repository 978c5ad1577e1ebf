package dev.avow.policy.rule;

import dev.avow.policy.finding.Finding;
import dev.avow.policy.finding.Verdict;
import java.util.List;

/**
 * What a rule says of one target.
 *
 * @param verdict the verdict
 * @param findings what was found; empty for PASS and NOT_APPLICABLE
 */
public record Judgement(Verdict verdict, List<Finding> findings) {

  /** Creates a judgement; the list is copied. */
  public Judgement {
    findings = List.copyOf(findings);
  }
}
