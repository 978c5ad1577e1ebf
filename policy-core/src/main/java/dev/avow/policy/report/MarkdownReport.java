package dev.avow.policy.report;

import dev.avow.policy.finding.Decision;
import dev.avow.policy.finding.Decision.Ruling;
import dev.avow.policy.finding.RuleDescription;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

/**
 * A decision as a comment on a pull request: the outcome, and below it a folded part for each rule,
 * the one that weighs most first.
 *
 * <p>GitHub takes no more characters than {@value #LONGEST}; parts that do not fit are counted.
 */
final class MarkdownReport {

  /** What GitHub takes as the text of a comment. */
  static final int LONGEST = 65_536;

  /** What the counts of the parts that do not fit may need. */
  private static final int RESERVE = 500;

  private final Decision decision;
  private final ReportStyle style;
  private final StringBuilder text = new StringBuilder();

  MarkdownReport(Decision decision, ReportStyle style) {
    this.decision = decision;
    this.style = style;
  }

  void write(Appendable out) {
    head();
    List<Ruling> left = new ArrayList<>();
    for (ByRule part : ByRule.of(ofKind(true))) {
      RuleDescription rule = decision.evaluation().rules().get(part.rule());
      add(new MarkdownPart(part, rule, style).text(room()), part.rulings(), left);
    }
    for (ByRule part : ByRule.of(ofKind(false))) {
      add(new MarkdownPart(part, null, style).text(room()), part.rulings(), left);
    }
    rest(left);
    try {
      out.append(text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private List<Ruling> ofKind(boolean shown) {
    return decision.rulings().stream()
        .filter(ruling -> !(ruling instanceof Ruling.Hidden))
        .filter(ruling -> RulingKind.of(ruling).isShown() == shown)
        .toList();
  }

  /** The comment by which a program finds its own remark again, to replace it. */
  private void head() {
    Summary summary = new Summary(decision);
    text.append("<!-- avow -->\n### ")
        .append(MarkdownText.plain(Words.clip(style.title(), 200)))
        .append(": ")
        .append(decision.outcome())
        .append("\n\n");
    line("On %s: %s.".formatted(decision.day(), summary.meaning()));
    if (!decision.rulings().isEmpty()) {
      line(summary.bySeverity() + ".");
      line(summary.byRuling() + ".");
    }
    line(summary.lookedAt() + ".");
    text.append('\n');
  }

  private void line(String sentence) {
    text.append(MarkdownText.plain(sentence)).append("<br>\n");
  }

  private int room() {
    return LONGEST - RESERVE - text.length();
  }

  private void add(String part, List<Ruling> rulings, List<Ruling> left) {
    if (part.isEmpty()) {
      left.addAll(rulings);
    } else {
      text.append(part);
    }
  }

  private void rest(List<Ruling> left) {
    if (!left.isEmpty()) {
      long rules = left.stream().map(ruling -> ruling.finding().rule()).distinct().count();
      String more = "… and %s more of %s, which do not fit: ";
      String counts = Counts.list(Counts.ofRulings(left));
      line(more.formatted(left.size(), Words.count(rules, "rule")) + counts + ".");
    }
  }
}
