package dev.avow.policy.report;

import dev.avow.policy.finding.Decision;
import dev.avow.policy.finding.Evaluation;
import dev.avow.policy.finding.Severity;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** The whole in a few lines, the outcome last, where a terminal shows it. */
final class SummaryLines {

  private final Decision decision;
  private final TextStyle style;
  private final Lines out;

  SummaryLines(Decision decision, TextStyle style, Lines out) {
    this.decision = decision;
    this.style = style;
    this.out = out;
  }

  void write() {
    int findings = decision.rulings().size();
    if (findings > 0) {
      out.add(
          "%s by severity: %s"
              .formatted(Words.count(findings, "finding"), list(Counts.ofSeverities(decision))));
      out.add(
          "%s by ruling: %s"
              .formatted(Words.count(findings, "finding"), list(Counts.ofRulings(decision))));
    }
    out.add(lookedAt());
    String outcome = "%s on %s: ".formatted(decision.outcome(), decision.day()) + meaning();
    out.add(paint().on(outcome, style));
  }

  private String lookedAt() {
    Evaluation evaluation = decision.evaluation();
    Map<String, Long> verdicts = Counts.ofVerdicts(decision);
    long all = verdicts.values().stream().mapToLong(Long::longValue).sum();
    return Words.count(all, "verdict")
        + " of "
        + Words.count(evaluation.rules().size(), "rule")
        + " on "
        + Words.count(evaluation.subjects().size(), "subject")
        + (all == 0 ? "" : ": " + list(verdicts));
  }

  /** Returns {@code 2 fail, 1 pass}, without what does not occur. */
  private static String list(Map<String, Long> counts) {
    return counts.entrySet().stream()
        .filter(count -> count.getValue() > 0)
        .map(count -> count.getValue() + " " + name(count.getKey()))
        .collect(Collectors.joining(", "));
  }

  private static String name(String key) {
    return key.toLowerCase(Locale.ROOT).replace('_', ' ');
  }

  private Paint paint() {
    return switch (decision.outcome()) {
      case KEPT -> Paint.GREEN;
      case INCONCLUSIVE -> Paint.YELLOW;
      case BROKEN -> Paint.RED;
    };
  }

  private String meaning() {
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
    return Counts.ofRulings(decision).getOrDefault(Words.label(kind), 0L);
  }
}
