package dev.avow.policy.report;

import dev.avow.policy.finding.Decision.Ruling;
import dev.avow.policy.finding.Finding;
import dev.avow.policy.finding.Verdict;
import java.util.ArrayList;
import java.util.List;
import javax.xml.stream.XMLStreamException;

/**
 * What a rule says of one thing, as a test case.
 *
 * @param name what was looked at
 * @param kind how the case ended
 * @param type the severity of what was found; empty where nothing was
 * @param message why it ended so, in one line; empty where it passed
 * @param lines all that there is to say
 */
record JunitCase(String name, Kind kind, String type, String message, List<String> lines) {

  /** How a case ends, the weightiest first. */
  enum Kind {
    /** The gate blocks: a promise is broken. */
    FAILURE,
    /** It might block: it could not be decided. */
    ERROR,
    /** It says something, but nothing that blocks: waived, below the gate, or not applicable. */
    SKIPPED,
    PASSED;

    /** Returns whether there may be too many of it to be told. */
    boolean isFound() {
      return this == FAILURE || this == ERROR;
    }
  }

  static JunitCase of(String name, Judgements.Judgement judgement, ReportStyle style) {
    return judgement
        .weightiest()
        .map(ruling -> ofFinding(name, ruling, judgement, style))
        .orElseGet(() -> ofVerdict(name, judgement.verdict()));
  }

  private static JunitCase ofVerdict(String name, Verdict verdict) {
    return verdict == Verdict.PASS
        ? new JunitCase(name, Kind.PASSED, "", "", List.of())
        : new JunitCase(name, Kind.SKIPPED, "", words(verdict), List.of());
  }

  private static String words(Verdict verdict) {
    return Words.label(verdict).replace('-', ' ');
  }

  /** Readers keep one message of a case, so all that was found goes into one. */
  private static JunitCase ofFinding(
      String name, Ruling first, Judgements.Judgement judgement, ReportStyle style) {
    List<String> lines = new ArrayList<>();
    judgement.rulings().forEach(ruling -> add(ruling, style, lines));
    String message =
        switch (RulingKind.of(first)) {
          case BLOCKS, UNDECIDED -> first.finding().sentence();
          case REPORTED -> "does not block: " + first.finding().sentence();
          case WAIVED -> Notes.justification(((Ruling.Waived) first).by());
          case KNOWN -> "known before: " + first.finding().sentence();
          case HIDDEN -> "below what the gate reports";
        };
    return new JunitCase(name, kind(first), first.finding().severity().name(), message, lines);
  }

  private static Kind kind(Ruling ruling) {
    return switch (RulingKind.of(ruling)) {
      case BLOCKS -> Kind.FAILURE;
      case UNDECIDED -> Kind.ERROR;
      case REPORTED, WAIVED, KNOWN, HIDDEN -> Kind.SKIPPED;
    };
  }

  private static void add(Ruling ruling, ReportStyle style, List<String> lines) {
    Finding finding = ruling.finding();
    lines.add(
        "%s  %s  %s"
            .formatted(style.place(finding.location()), finding.severity(), finding.sentence()));
    finding.trail().forEach(hop -> lines.add("  via " + style.place(hop.at()) + "  " + hop.text()));
    Notes.of(ruling).forEach(note -> lines.add("  " + note));
    style
        .excerpts()
        .of(finding)
        .ifPresent(excerpt -> lines.addAll(new Marked(excerpt, finding).lines()));
  }

  void write(String suite, XmlText xml) throws XMLStreamException {
    if (kind == Kind.PASSED) {
      xml.empty("testcase").with("classname", suite).with("name", name).with("time", "0");
      return;
    }
    xml.start("testcase").with("classname", suite).with("name", name).with("time", "0");
    if (kind == Kind.SKIPPED) {
      xml.empty("skipped").with("message", message);
    } else {
      xml.start(Words.label(kind)).with("message", message).with("type", type).lines(lines);
    }
    xml.end();
  }
}
