package dev.avow.policy.report;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.avow.policy.finding.Decision;
import dev.avow.policy.finding.Subject;
import dev.avow.policy.finding.Verdict;
import java.io.IOException;
import java.util.Map;
import java.util.TreeMap;

/**
 * A decision as objects for a Kubernetes cluster: a list of a report for each namespace, and one
 * for what is in none.
 *
 * @see <a href="https://github.com/kubernetes-sigs/wg-policy-prototypes">wgpolicyk8s.io</a>
 * @see <a href="https://github.com/openreports/reports-api">openreports.io</a>
 */
final class PolicyReports {

  /** The name of no namespace, for what is in none. */
  private static final String CLUSTER = "";

  private final Decision decision;
  private final PolicyReportStyle style;
  private final JsonGenerator json;
  private final Map<String, PolicyReport> reports = new TreeMap<>();

  PolicyReports(Decision decision, PolicyReportStyle style, JsonGenerator json) {
    this.decision = decision;
    this.style = style;
    this.json = json;
  }

  void write() throws IOException {
    decision.evaluation().forEachVerdict((rule, subject, verdict) -> count(subject, verdict));
    decision.rulings().forEach(ruling -> of(ruling.finding().subject()).add(ruling));
    PolicyResults results = new PolicyResults(style, new Identities(decision), json);
    json.writeStartObject();
    json.writeStringField("apiVersion", "v1");
    json.writeStringField("kind", "List");
    json.writeArrayFieldStart("items");
    for (PolicyReport report : reports.values()) {
      report.write(style, results, json);
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  /** What failed is counted with its finding. */
  private void count(Subject subject, Verdict verdict) {
    if (verdict == Verdict.PASS) {
      of(subject).count(PolicyResult.PASS);
    } else if (verdict == Verdict.NOT_APPLICABLE) {
      of(subject).count(PolicyResult.SKIP);
    }
  }

  /** A namespace that an expression decides later has no report yet. */
  private PolicyReport of(Subject subject) {
    String namespace =
        subject.values(Subject.NAMESPACE).stream()
            .filter(DnsName::isLabel)
            .findFirst()
            .orElse(CLUSTER);
    return reports.computeIfAbsent(namespace, PolicyReport::new);
  }
}
