package dev.avow.policy.scan;

import dev.avow.policy.finding.Message;
import java.util.Locale;

/** How findings of scanners are put into words; what a secret is stays in the report. */
final class ScanMessages {

  private static final int LONGEST_TITLE = 120;

  private ScanMessages() {}

  static Message of(ScanFinding finding) {
    String title = title(finding);
    String end = title.isEmpty() ? "" : ": " + title;
    if (finding.kind() != ScanKind.VULNERABILITY) {
      return Message.of("is reported{title}", mark -> end);
    }
    if (!finding.fixedIn().isEmpty()) {
      return Message.of(
          "is known and fixed in {versions}{title}",
          mark -> mark.equals("title") ? end : finding.fixedIn());
    }
    String status =
        finding.status() == FixStatus.UNKNOWN
            ? "no fix is told"
            : "the fix is " + finding.status().name().toLowerCase(Locale.ROOT).replace('_', ' ');
    String state = finding.status() == FixStatus.AFFECTED ? "there is no fix yet" : status;
    return Message.of("is known, and {state}{title}", mark -> mark.equals("title") ? end : state);
  }

  private static String title(ScanFinding finding) {
    String title = finding.title().strip();
    return title.codePointCount(0, title.length()) <= LONGEST_TITLE
        ? title
        : title.substring(0, title.offsetByCodePoints(0, LONGEST_TITLE)) + "…";
  }

  static String alsoSeen(Sighting sighting) {
    return "%s reports it as %s"
        .formatted(sighting.report().format().label(), sighting.finding().severity());
  }
}
