package dev.avow.policy.report;

import dev.avow.policy.finding.Decision;
import dev.avow.policy.finding.Decision.Ruling;
import dev.avow.policy.finding.Finding;
import dev.avow.policy.finding.Fix;
import dev.avow.policy.finding.RuleDescription;
import dev.avow.policy.finding.RuleId;
import java.util.Map;
import java.util.TreeMap;

/** What each rule that has something to say is for, and what to do about it, once. */
final class AdviceLines {

  private final Decision decision;
  private final TextStyle style;
  private final Lines out;

  AdviceLines(Decision decision, TextStyle style, Lines out) {
    this.decision = decision;
    this.style = style;
    this.out = out;
  }

  void write() {
    Map<RuleId, RuleDescription> rules = decision.evaluation().rules();
    firstFindings()
        .forEach(
            (id, finding) -> {
              RuleDescription rule = rules.get(id);
              if (rule != null) {
                write(rule, finding);
              }
            });
  }

  private Map<RuleId, Finding> firstFindings() {
    Map<RuleId, Finding> first = new TreeMap<>();
    decision.rulings().stream()
        .filter(ruling -> RulingKind.of(ruling).isShown())
        .map(Ruling::finding)
        .forEach(finding -> first.putIfAbsent(finding.rule(), finding));
    return first;
  }

  private void write(RuleDescription rule, Finding finding) {
    String advice =
        rule.advice().isEmpty()
            ? finding.fix().map(Fix::advice).map("such as: "::concat).orElse("")
            : rule.advice();
    if (rule.reason().isEmpty() && advice.isEmpty() && rule.references().isEmpty()) {
      return;
    }
    out.add(Paint.BOLD.on(rule.id().value(), style));
    item("why", rule.reason());
    item("do", advice);
    rule.references().forEach(reference -> item("see", reference.toString()));
  }

  private void item(String name, String text) {
    if (!text.isEmpty()) {
      out.add("  %-3s  %s".formatted(name, Lines.clean(text)));
    }
  }
}
