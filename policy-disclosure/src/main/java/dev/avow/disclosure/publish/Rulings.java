package dev.avow.disclosure.publish;

import dev.avow.policy.finding.Evaluation;
import dev.avow.policy.finding.Finding;
import dev.avow.policy.finding.Location;
import dev.avow.policy.finding.Partial;
import dev.avow.policy.finding.RuleDescription;
import dev.avow.policy.finding.RuleSet;
import dev.avow.policy.finding.Subject;
import dev.avow.policy.finding.Verdict;
import java.util.stream.Stream;

/** Collects what is said of one paper; not thread-safe. */
final class Rulings {

  private final RuleSet rules;
  private final Subject paper;
  private final Partial.Builder verdicts;

  Rulings(RuleSet rules, Subject paper) {
    this.rules = rules;
    this.paper = paper;
    this.verdicts = Partial.under(rules);
  }

  /** Says {@code verdict} of the paper as a whole; whatever is found in it counts for more. */
  void whole(RuleDescription rule, Verdict verdict) {
    verdicts.verdict(rule.id(), paper, verdict);
  }

  void fail(RuleDescription rule, Location at, String message) {
    find(rule, Verdict.FAIL, at, message);
  }

  void unknown(RuleDescription rule, Location at, String message) {
    find(rule, Verdict.INCONCLUSIVE, at, message);
  }

  private void find(RuleDescription rule, Verdict verdict, Location at, String message) {
    verdicts.finding(
        Finding.of(rule.id(), verdict, paper, at)
            .severity(rule.severity())
            .message(message)
            .build());
  }

  Evaluation evaluation() {
    return Evaluation.of(rules, Stream.of(verdicts.build()));
  }
}
