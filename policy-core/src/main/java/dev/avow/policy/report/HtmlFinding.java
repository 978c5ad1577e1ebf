package dev.avow.policy.report;

import dev.avow.policy.finding.Decision.Ruling;
import dev.avow.policy.finding.Finding;
import dev.avow.policy.finding.Location;
import dev.avow.policy.finding.Subject;
import java.util.ArrayList;
import java.util.List;

/** One finding on the page, with its source. */
final class HtmlFinding {

  private final ReportStyle style;
  private final boolean open;
  private final HtmlWriter html;

  /** Creates the writer of findings, whose sources are unfolded if {@code open}. */
  HtmlFinding(ReportStyle style, boolean open, HtmlWriter html) {
    this.style = style;
    this.open = open;
    this.html = html;
  }

  void write(Ruling ruling) {
    Finding finding = ruling.finding();
    String severity = finding.severity().name();
    String label = Words.label(RulingKind.of(ruling));
    html.open("article", "data-severity", severity, "data-ruling", label).raw("\n");
    html.open("p").element("strong", severity, "class", "severity " + severity).text(" ");
    html.element("span", label, "class", "ruling " + label).text(" ");
    html.element("b", finding.subject().toString()).text(": " + finding.message());
    html.closeLine("p");
    place(finding.location());
    notes(ruling);
    style.excerpts().of(finding).ifPresent(excerpt -> source(new Marked(excerpt, finding)));
    html.closeLine("article");
  }

  private void place(Location place) {
    html.open("p", "class", "place").element("code", style.place(place));
    if (!place.path().isEmpty()) {
      html.text(" ").element("code", place.path(), "class", "faint");
    }
    html.closeLine("p");
  }

  private void notes(Ruling ruling) {
    List<String> notes = new ArrayList<>();
    for (Finding.Hop hop : ruling.finding().trail()) {
      notes.add("via " + style.place(hop.at()) + " " + hop.text());
    }
    notes.addAll(Notes.of(ruling));
    if (!notes.isEmpty()) {
      html.open("ul");
      notes.forEach(note -> html.element("li", note));
      html.closeLine("ul");
    }
    members(ruling.finding());
  }

  /** The note names the first of them; here are all. */
  private void members(Finding finding) {
    List<Subject> members = finding.members();
    if (members.size() > Notes.MEMBERS) {
      html.open("details").element("summary", "all " + members.size()).open("ul");
      members.forEach(member -> html.element("li", member.toString()));
      html.close("ul").closeLine("details");
    }
  }

  private void source(Marked marked) {
    html.open("details", open ? new String[] {"open"} : new String[0]);
    html.element("summary", "source").open("pre").open("code");
    int number = marked.excerpt().firstLine();
    for (String line : marked.excerpt().lines()) {
      boolean meant = marked.isMeant(number);
      html.open("span", "class", meant ? "line meant" : "line");
      html.element("span", number + " ", "class", "number");
      line(marked, number, line);
      html.raw("\n").close("span");
      number++;
    }
    html.close("code").close("pre").closeLine("details");
  }

  private void line(Marked marked, int number, String line) {
    Marked.Span span = marked.span(number, line);
    html.text(line.substring(0, span.from()));
    if (span.to() > span.from()) {
      html.element("mark", line.substring(span.from(), span.to()));
    }
    html.text(line.substring(span.to()));
  }
}
