package dev.avow.policy.report;

import dev.avow.policy.finding.Decision;
import dev.avow.policy.finding.Finding;
import dev.avow.policy.finding.RuleDescription;
import dev.avow.policy.finding.RuleId;
import dev.avow.policy.finding.Waiver;
import dev.avow.policy.finding.WaiverUse;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** What stands below the findings: the waivers, and the rules that found nothing. */
final class HtmlTables {

  private final Decision decision;
  private final HtmlWriter html;

  HtmlTables(Decision decision, HtmlWriter html) {
    this.decision = decision;
    this.html = html;
  }

  void write() {
    if (!decision.waivers().isEmpty()) {
      waivers();
    }
    rules();
  }

  private void waivers() {
    html.open("section", "class", "below").element("h2", "Waivers").raw("\n");
    html.open("div", "class", "wide", "tabindex", "0").open("table").raw("\n");
    html.open("thead");
    row(
        "th",
        List.of("rule", "of", "reason", "owner", "last day", "state", "covers", "written at"));
    html.close("thead").open("tbody");
    for (WaiverUse use : decision.waivers()) {
      Waiver waiver = use.waiver();
      row(
          "td",
          List.of(
              waiver.rule().pattern(),
              waiver.subject().toString(),
              waiver.reason(),
              waiver.owner().orElse(""),
              waiver.lastDay().map(LocalDate::toString).orElse(""),
              Words.label(use.state()).replace('-', ' '),
              Words.count(use.covered(), "finding"),
              waiver.declaredAt().toString()));
    }
    html.close("tbody").close("table").close("div").closeLine("section");
  }

  private void row(String cell, List<String> texts) {
    html.open("tr");
    texts.forEach(text -> html.element(cell, text));
    html.closeLine("tr");
  }

  private void rules() {
    Set<RuleId> found =
        decision.evaluation().findings().stream()
            .map(Finding::rule)
            .collect(Collectors.toUnmodifiableSet());
    List<RuleDescription> others =
        decision.evaluation().rules().values().stream()
            .filter(rule -> !found.contains(rule.id()))
            .toList();
    if (others.isEmpty()) {
      return;
    }
    html.open("section", "class", "below").open("details");
    html.element("summary", Words.count(others.size(), "rule") + " found nothing").open("ul");
    for (RuleDescription rule : others) {
      boolean judged = decision.evaluation().judged(rule.id());
      html.open("li").element("code", rule.id().value());
      html.text(judged ? "" : ", which met nothing to judge").closeLine("li");
    }
    html.close("ul").close("details").closeLine("section");
  }
}
