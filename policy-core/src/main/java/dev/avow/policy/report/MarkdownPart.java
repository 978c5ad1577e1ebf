package dev.avow.policy.report;

import dev.avow.policy.finding.Decision.Ruling;
import dev.avow.policy.finding.Finding;
import dev.avow.policy.finding.RuleDescription;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a rule says, folded under a line that counts it. */
final class MarkdownPart {

  private static final int USUAL = 10;
  private static final int PLACES = 5;
  private static final int LONGEST = 500;
  private static final String END = "\n</details>\n";

  private final ByRule part;
  private final @Nullable RuleDescription rule;
  private final ReportStyle style;

  /** Creates the part; without {@code rule} it does not say what the rule is for. */
  MarkdownPart(ByRule part, @Nullable RuleDescription rule, ReportStyle style) {
    this.part = part;
    this.rule = rule;
    this.style = style;
  }

  /**
   * Returns the part in no more than {@code room} characters, counting what does not fit; empty if
   * there is no room for anything.
   */
  String text(int room) {
    StringBuilder text = new StringBuilder(head());
    Selection selection = Selection.of(part.rulings(), style.perRule(USUAL), Integer.MAX_VALUE);
    int told = 0;
    for (Group group : Group.of(selection.told())) {
      String item = item(group);
      if (text.length() + item.length() + END.length() + LONGEST > room) {
        break;
      }
      text.append(item);
      told += group.rulings().size();
    }
    if (told == 0) {
      return "";
    }
    int more = part.rulings().size() - told;
    return text.append(more == 0 ? "" : "- … and " + more + " more\n").append(END).toString();
  }

  private String head() {
    Ruling first = part.weightiest();
    String head =
        "<details><summary>%s <b>%s</b> <code>%s</code>: %s</summary>\n\n"
            .formatted(mark(first), first.finding().severity(), part.rule(), part.counts());
    return rule == null ? head : head + help(rule);
  }

  private static String mark(Ruling ruling) {
    return switch (RulingKind.of(ruling)) {
      case BLOCKS -> "❌";
      case UNDECIDED -> "❓";
      case REPORTED -> "⚠️";
      case WAIVED, KNOWN, HIDDEN -> "☑️";
    };
  }

  private static String help(RuleDescription rule) {
    List<String> parts = new ArrayList<>();
    parts.add(MarkdownText.plain(Words.clip(rule.reason(), LONGEST)));
    if (!rule.advice().isEmpty()) {
      parts.add("**Do:** " + MarkdownText.plain(Words.clip(rule.advice(), LONGEST)));
    }
    for (URI link : new RuleHelp(rule).links()) {
      parts.add("<%s>".formatted(MarkdownText.address(link)));
    }
    parts.removeIf(String::isEmpty);
    return parts.isEmpty() ? "" : String.join("<br>\n", parts) + "\n\n";
  }

  private String item(Group group) {
    Finding first = group.first();
    if (group.isOne()) {
      return "- " + place(first) + " " + code(first.sentence()) + "\n" + details(group.rulings());
    }
    StringBuilder item = new StringBuilder("- " + code(first.message()) + "\n");
    for (Ruling ruling : group.rulings().stream().limit(PLACES).toList()) {
      Finding finding = ruling.finding();
      item.append("  - ").append(place(finding)).append(' ');
      item.append(code(finding.subject().toString())).append('\n');
    }
    int more = group.rulings().size() - PLACES;
    item.append(more > 0 ? "  - … and " + more + " more\n" : "");
    group.rulings().stream()
        .flatMap(ruling -> ruling.ended().stream())
        .distinct()
        .forEach(waiver -> note(Notes.ended(waiver), item));
    return item.toString();
  }

  private String details(List<Ruling> rulings) {
    StringBuilder details = new StringBuilder();
    for (Ruling ruling : rulings) {
      ruling
          .finding()
          .trail()
          .forEach(hop -> note("via %s %s".formatted(style.place(hop.at()), hop.text()), details));
      Notes.of(ruling).forEach(note -> note(note, details));
      style
          .excerpts()
          .of(ruling.finding())
          .ifPresent(excerpt -> excerpt(new Marked(excerpt, ruling.finding()), details));
    }
    return details.toString();
  }

  private static void note(String text, StringBuilder into) {
    into.append("  - ").append(code(text)).append('\n');
  }

  /** The fence is longer than any in the source, which cannot end it. */
  private static void excerpt(Marked marked, StringBuilder into) {
    String lines = String.join("\n  ", marked.lines());
    String fence = "`".repeat(Math.max(3, 1 + MarkdownText.longestRun(lines)));
    into.append("\n  %stext\n  %s\n  %s\n".formatted(fence, lines, fence));
  }

  private String place(Finding finding) {
    return code(style.place(finding.location()));
  }

  private static String code(String text) {
    return MarkdownText.code(Words.clip(text, LONGEST));
  }
}
