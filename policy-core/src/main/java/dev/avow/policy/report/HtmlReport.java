package dev.avow.policy.report;

import dev.avow.policy.finding.Decision;
import dev.avow.policy.finding.Decision.Ruling;
import dev.avow.policy.finding.RuleDescription;
import dev.avow.policy.finding.RuleId;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * A decision as one page that needs nothing but itself: style and script are in it, and it forbids
 * itself everything else.
 */
final class HtmlReport {

  /** More would be no page to read, and too much for a browser. */
  static final int MOST_FINDINGS = 5_000;

  /** More sources than these are folded. */
  private static final int MOST_OPEN = 100;

  private final Decision decision;
  private final ReportStyle style;
  private final HtmlWriter html;
  private final Selection selection;
  private final List<ByRule> byRule;

  HtmlReport(Decision decision, ReportStyle style, HtmlWriter html) {
    this.decision = decision;
    this.style = style;
    this.html = html;
    this.selection = Selection.told(decision, style.perRule(), MOST_FINDINGS);
    this.byRule = ByRule.of(selection.told());
  }

  void write() {
    String script = HtmlParts.resource("report.js");
    String css = HtmlParts.resource("report.css");
    html.raw("<!DOCTYPE html>\n").open("html", "lang", "en").raw("\n");
    HtmlParts.head(style.title() + ": " + decision.outcome(), css, script, html);
    html.open("body").raw("\n");
    html.open("header").raw("\n");
    outcome();
    tiles();
    html.closeLine("header");
    if (!byRule.isEmpty()) {
      filters();
    }
    html.open("main", "id", "findings").raw("\n");
    findings();
    html.closeLine("main");
    new HtmlTables(decision, html).write();
    html.open("script").raw(script).closeLine("script");
    html.closeLine("body").closeLine("html");
  }

  private void outcome() {
    String outcome = decision.outcome().name();
    Summary summary = new Summary(decision);
    html.open("h1").text(style.title() + " ");
    html.element("span", outcome, "class", "outcome " + outcome).closeLine("h1");
    html.element("p", "On " + decision.day() + ": " + summary.meaning() + ".").raw("\n");
    html.element("p", summary.lookedAt() + ".", "class", "faint").raw("\n");
  }

  private void tiles() {
    html.open("dl", "class", "tiles").raw("\n");
    Counts.ofSeverities(decision.rulings()).forEach(this::tile);
    Counts.ofRulings(decision.rulings()).forEach(this::tile);
    html.closeLine("dl");
  }

  private void tile(String name, long count) {
    if (count > 0) {
      html.open("div", "class", "tile " + name);
      html.element("dt", name).element("dd", Long.toString(count)).closeLine("div");
    }
  }

  private void filters() {
    html.open("form", "id", "filters", "role", "search", "aria-label", "Findings", "hidden");
    html.raw("\n");
    choices("Severity", "severity", Counts.ofSeverities(selection.told()));
    choices("Ruling", "ruling", Counts.ofRulings(selection.told()));
    html.open("label").text("Rule ").open("select", "name", "rule");
    html.element("option", "all", "value", "");
    for (ByRule rule : byRule) {
      html.element("option", rule.rule().value(), "value", rule.rule().value());
    }
    html.close("select").closeLine("label");
    html.open("label").text("Text ").open("input", "type", "search", "name", "text");
    html.closeLine("label");
    html.element("button", "Show all", "type", "reset").raw("\n");
    html.element("output", "", "aria-live", "polite").closeLine("form");
  }

  private void choices(String legend, String name, Map<String, Long> counts) {
    html.open("fieldset").element("legend", legend);
    counts.forEach(
        (value, count) -> {
          if (count > 0) {
            html.open("label")
                .open("input", "type", "checkbox", "name", name, "value", value, "checked");
            html.text(" " + value.toLowerCase(Locale.ROOT)).close("label");
          }
        });
    html.closeLine("fieldset");
  }

  private void findings() {
    if (byRule.isEmpty()) {
      html.element("p", "There are no findings.").raw("\n");
    }
    Map<RuleId, RuleDescription> rules = decision.evaluation().rules();
    HtmlFinding each = new HtmlFinding(style, selection.told().size() <= MOST_OPEN, html);
    for (ByRule part : byRule) {
      html.open("section", "data-rule", part.rule().value()).raw("\n");
      HtmlParts.rule(rules.get(part.rule()), part, html);
      for (Ruling ruling : part.rulings()) {
        each.write(ruling);
      }
      List<Ruling> rest = selection.counted().get(part.rule());
      if (rest != null) {
        html.element("p", Words.more(part.rule(), rest), "class", "more").raw("\n");
      }
      html.closeLine("section");
    }
    for (Map.Entry<RuleId, List<Ruling>> rest : selection.counted().entrySet()) {
      if (byRule.stream().noneMatch(part -> part.rule().equals(rest.getKey()))) {
        html.element("p", Words.more(rest.getKey(), rest.getValue()), "class", "more").raw("\n");
      }
    }
  }
}
