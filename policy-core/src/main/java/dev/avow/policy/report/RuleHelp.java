package dev.avow.policy.report;

import dev.avow.policy.finding.RuleDescription;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What a rule is for, what to do when it is broken, and where to read on. */
record RuleHelp(RuleDescription rule) {

  /** Returns it as lines of plain text. */
  String text() {
    List<String> lines = new ArrayList<>();
    lines.add(rule.title());
    add(lines, "Why: ", rule.reason());
    add(lines, "Do: ", rule.advice());
    rule.references().forEach(reference -> lines.add("See: " + reference));
    return String.join("\n", lines);
  }

  private static void add(List<String> lines, String name, String text) {
    if (!text.isEmpty()) {
      lines.add(name + Lines.clean(text));
    }
  }

  /** Returns it as Markdown. */
  String markdown() {
    List<String> parts = new ArrayList<>();
    parts.add("**" + MarkdownText.plain(rule.title()) + "**");
    if (!rule.reason().isEmpty()) {
      parts.add(MarkdownText.plain(rule.reason()));
    }
    if (!rule.advice().isEmpty()) {
      parts.add("**Do:** " + MarkdownText.plain(rule.advice()));
    }
    for (URI reference : links()) {
      parts.add("See <%s>".formatted(MarkdownText.address(reference)));
    }
    return String.join("\n\n", parts);
  }

  /** Returns the references that a browser can follow. */
  List<URI> links() {
    return rule.references().stream().filter(RuleHelp::isLink).toList();
  }

  /** Returns the first reference that a browser can follow. */
  Optional<URI> uri() {
    return links().stream().findFirst();
  }

  private static boolean isLink(URI reference) {
    String scheme = reference.getScheme();
    return "https".equalsIgnoreCase(scheme) || "http".equalsIgnoreCase(scheme);
  }
}
