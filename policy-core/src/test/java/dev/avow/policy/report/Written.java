package dev.avow.policy.report;

import dev.avow.policy.document.DocumentReader;
import dev.avow.policy.document.Field;
import dev.avow.policy.finding.Decision;
import dev.avow.policy.finding.Evaluation;
import dev.avow.policy.finding.Finding;
import dev.avow.policy.finding.Gate;
import dev.avow.policy.finding.Location;
import dev.avow.policy.finding.Partial;
import dev.avow.policy.finding.Severity;
import dev.avow.policy.finding.Subject;
import dev.avow.policy.finding.Verdict;
import java.io.StringWriter;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Decisions to write, and what is written of them. */
final class Written {

  static final Gate GATE = Gate.failingAt(Severity.HIGH);

  /** A name that would break out of whatever it is put into. */
  static final String HOSTILE =
      "</script><img src=x onerror=alert(1)>\"'`|@octocat #1 ]]>[x](http://evil.example)"
          + "\u0000\u001b[2J\u202e\ufffe\ud800\n- **bold**";

  private Written() {}

  static String sarif(Decision decision, ReportStyle style) {
    StringWriter out = new StringWriter();
    Reports.sarif(decision, out, style);
    return out.toString();
  }

  static String gitLab(Decision decision, ReportStyle style) {
    StringWriter out = new StringWriter();
    Reports.gitLab(decision, out, style);
    return out.toString();
  }

  static String junit(Decision decision, ReportStyle style) {
    StringWriter out = new StringWriter();
    Reports.junit(decision, out, style);
    return out.toString();
  }

  static String markdown(Decision decision, ReportStyle style) {
    StringBuilder out = new StringBuilder();
    Reports.markdown(decision, out, style);
    return out.toString();
  }

  static String html(Decision decision, ReportStyle style) {
    StringBuilder out = new StringBuilder();
    Reports.html(decision, out, style);
    return out.toString();
  }

  static String policyReport(Decision decision, PolicyReportStyle style) {
    StringWriter out = new StringWriter();
    Reports.policyReport(decision, out, style);
    return out.toString();
  }

  static Field read(String json) {
    return DocumentReader.yaml12().readOne("report.json", json).field();
  }

  /** Returns the texts at {@code path} of each item of {@code list}. */
  static List<String> texts(Field list, String path) {
    return list.items().stream().map(item -> item.at(path).text().orElse("(none)")).toList();
  }

  static Decision decision(Gate gate, Finding... findings) {
    return decision(gate, List.of(findings));
  }

  static Decision decision(Gate gate, List<Finding> findings) {
    Partial.Builder part = Partial.under(Sample.RULES);
    findings.forEach(part::finding);
    return gate.decide(Evaluation.of(Sample.RULES, Stream.of(part.build())), Sample.DAY);
  }

  /** Returns a finding that blocks, about a pod of this name in a file of this name. */
  static Finding root(String name) {
    return root(name, Location.at(name + ".yaml", 3, 5)).build();
  }

  static Finding.Builder root(String name, Location place) {
    Subject subject = Subject.of("Pod").with(Subject.NAMESPACE, "a").with(Subject.NAME, name);
    return Sample.finding(Sample.ROOT, Verdict.FAIL, subject, place).message("may run as root");
  }

  static List<Finding> roots(int count) {
    return IntStream.range(0, count).mapToObj(i -> root("pod%05d".formatted(i))).toList();
  }

  /** Returns a decision in which every text that an input brings is {@link #HOSTILE}. */
  static Decision hostile() {
    Finding finding =
        root(HOSTILE, Location.at(HOSTILE, 3, 5))
            .message("has " + HOSTILE)
            .via(Location.at(HOSTILE, 1, 1), HOSTILE)
            .member(Subject.of("Secret").with(Subject.NAME, HOSTILE))
            .build();
    return decision(GATE, finding);
  }

  /** Shows the same hostile line for every finding. */
  static ReportStyle hostileStyle() {
    return ReportStyle.standard()
        .titled(HOSTILE)
        .withExcerpts(finding -> Optional.of(new Excerpt(3, List.of(HOSTILE, "```", "~~~"))));
  }
}
