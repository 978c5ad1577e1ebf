package dev.avow.examples.command;

import dev.avow.policy.SecurityPolicy;
import dev.avow.policy.finding.Decision;
import dev.avow.policy.finding.Subject;
import dev.avow.policy.report.Excerpts;
import dev.avow.policy.report.JsonStyle;
import dev.avow.policy.report.PolicyReportStyle;
import dev.avow.policy.report.ReportStyle;
import dev.avow.policy.report.Reports;
import dev.avow.policy.report.TextStyle;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * Writes one decision in any format.
 *
 * @param policy the policy that decided
 * @param decision the decision
 * @param most how many findings of a rule are told at most
 * @param allResults whether what passed is told, too, where a format leaves that open
 * @param excerpts brings lines of the sources
 * @param apiVersions the API versions of resources
 * @param now when it was decided
 */
record ReportWriter(
    SecurityPolicy policy,
    Decision decision,
    int most,
    boolean allResults,
    Excerpts excerpts,
    Map<Subject, String> apiVersions,
    Instant now) {

  void write(Format format, boolean colours, Writer out) {
    switch (format) {
      case TEXT -> text(colours, out);
      case JSON -> Reports.json(decision, out, json());
      case SARIF -> Reports.sarif(decision, out, style());
      case JUNIT -> Reports.junit(decision, out, style());
      case GITLAB -> Reports.gitLab(decision, out, style());
      case MARKDOWN -> Reports.markdown(decision, out, style());
      case HTML -> Reports.html(decision, out, style());
      case POLICYREPORT ->
          Reports.policyReport(decision, out, cluster(PolicyReportStyle.wgPolicy()));
      case OPENREPORTS ->
          Reports.policyReport(decision, out, cluster(PolicyReportStyle.openReports()));
    }
  }

  private void text(boolean colours, Writer out) {
    TextStyle style = colours ? TextStyle.plain().inColour() : TextStyle.plain();
    Reports.text(decision, out, bounded() ? style.showingPerRule(most) : style);
    if (allResults) {
      PrintWriter lines = new PrintWriter(out);
      decision
          .evaluation()
          .forEachVerdict(
              (rule, subject, verdict) -> lines.printf("%-14s  %s  %s%n", verdict, rule, subject));
      lines.flush();
    }
  }

  private JsonStyle json() {
    JsonStyle style = JsonStyle.compact().indented();
    style = allResults ? style.withAllResults() : style;
    return bounded() ? style.showingPerRule(most) : style;
  }

  private ReportStyle style() {
    String here = Path.of("").toAbsolutePath().toString().replace('\\', '/');
    ReportStyle style =
        ReportStyle.standard().titled(policy.name()).withExcerpts(excerpts).relativeTo(here);
    return bounded() ? style.showingPerRule(most) : style;
  }

  private PolicyReportStyle cluster(PolicyReportStyle style) {
    PolicyReportStyle full =
        style
            .ofPolicy(policy.name())
            .foundAt(now)
            .withApiVersions(subject -> Optional.ofNullable(apiVersions.get(resource(subject))));
    return bounded() ? full.showingPerRule(most) : full;
  }

  private boolean bounded() {
    return most > 0;
  }

  /** Returns the resource that {@code subject} is or is part of. */
  static Subject resource(Subject subject) {
    return new Subject(
        subject.kind(),
        subject.parts().stream()
            .filter(
                part -> part.name().equals(Subject.NAMESPACE) || part.name().equals(Subject.NAME))
            .toList());
  }
}
