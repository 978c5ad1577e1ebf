package dev.avow.policy.report;

import dev.avow.policy.finding.Decision;

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
    Summary summary = new Summary(decision);
    if (!decision.rulings().isEmpty()) {
      out.add(summary.bySeverity());
      out.add(summary.byRuling());
    }
    out.add(summary.lookedAt());
    out.add(paint().on(summary.outcome(), style));
  }

  private Paint paint() {
    return switch (decision.outcome()) {
      case KEPT -> Paint.GREEN;
      case INCONCLUSIVE -> Paint.YELLOW;
      case BROKEN -> Paint.RED;
    };
  }
}
