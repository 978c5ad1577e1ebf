package dev.avow.policy.report;

import dev.avow.policy.finding.Decision;
import dev.avow.policy.finding.Evaluation;
import dev.avow.policy.finding.Severity;
import java.util.Map;

/** The whole in a few sentences. */
final class Summary {

  private final Decision decision;

  Summary(Decision decision) {
    this.decision = decision;
  }

  /** Returns {@code 3 findings by severity: 1 high, 2 low}, of all that there are. */
  String bySeverity() {
    return by("severity", Counts.ofSeverities(decision.rulings()));
  }

  /** Returns {@code 3 findings by ruling: 1 blocks, 2 reported}, of all that there are. */
  String byRuling() {
    return by("ruling", Counts.ofRulings(decision.rulings()));
  }

  private String by(String what, Map<String, Long> counts) {
    String findings = Words.count(decision.rulings().size(), "finding");
    return "%s by %s: %s".formatted(findings, what, Counts.list(counts));
  }

  /** Returns how many verdicts there are, of how many rules on how many subjects. */
  String lookedAt() {
    Evaluation evaluation = decision.evaluation();
    Map<String, Long> verdicts = Counts.ofVerdicts(decision);
    long all = verdicts.values().stream().mapToLong(Long::longValue).sum();
    return Words.count(all, "verdict")
        + " of "
        + Words.count(evaluation.rules().size(), "rule")
        + " on "
        + Words.count(evaluation.subjects().size(), "subject")
        + (all == 0 ? "" : ": " + Counts.list(verdicts));
  }

  /** Returns the outcome, the day and what the outcome means. */
  String outcome() {
    return "%s on %s: ".formatted(decision.outcome(), decision.day()) + meaning();
  }

  /** Returns what the outcome means. */
  String meaning() {
    Severity failAt = decision.gate().failAt();
    return switch (decision.outcome()) {
      case KEPT -> "nothing blocks at %s or above".formatted(failAt);
      case INCONCLUSIVE -> open() + consequence();
      case BROKEN -> {
        long number = number(RulingKind.BLOCKS);
        yield Words.count(number, "finding")
            + Words.verb(number, " blocks", " block")
            + " at %s or above".formatted(failAt);
      }
    };
  }

  /** Of an evaluation that looked at nothing the caller decides, who knows whether it was to. */
  private String consequence() {
    if (!decision.blocks()) {
      return ", which the gate accepts";
    }
    return decision.evaluation().lookedAtNothing() ? "" : ", which blocks";
  }

  private String open() {
    long number = number(RulingKind.UNDECIDED);
    return decision.evaluation().lookedAtNothing()
        ? "nothing was looked at, so nothing is known to be kept"
        : "nothing is known to be broken, but "
            + Words.count(number, "finding")
            + Words.verb(number, " is", " are")
            + " undecided";
  }

  private long number(RulingKind kind) {
    return Counts.ofRulings(decision.rulings()).getOrDefault(Words.label(kind), 0L);
  }
}
