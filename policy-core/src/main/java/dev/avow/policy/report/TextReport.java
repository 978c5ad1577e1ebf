package dev.avow.policy.report;

import dev.avow.policy.finding.Decision;

/** A decision for a person: findings, advice, waivers, and the whole at the end. */
final class TextReport {

  private final Decision decision;
  private final TextStyle style;
  private final Lines out;

  TextReport(Decision decision, TextStyle style, Lines out) {
    this.decision = decision;
    this.style = style;
    this.out = out;
  }

  void write() {
    new FindingLines(decision, style, out).write();
    if (style.advice()) {
      out.gap();
      new AdviceLines(decision, style, out).write();
    }
    out.gap();
    new WaiverLines(decision, out).write();
    new BaselineLines(decision, style, out).write();
    out.gap();
    new SummaryLines(decision, style, out).write();
  }
}
