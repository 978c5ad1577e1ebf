package dev.avow.policy.report;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.avow.policy.finding.Decision;
import dev.avow.policy.finding.Decision.Ruling;
import dev.avow.policy.finding.RuleDescription;
import dev.avow.policy.finding.RuleId;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.List;
import java.util.Map;

/**
 * A decision as SARIF 2.1.0, within what GitHub takes.
 *
 * @see <a
 *     href="https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/sarif-v2.1.0-errata01-os-complete.html">SARIF
 *     2.1.0</a>
 * @see <a
 *     href="https://docs.github.com/en/code-security/reference/code-scanning/sarif-files/sarif-support">GitHub's
 *     support of it</a>
 */
final class SarifReport {

  /** GitHub refuses a run with more results, or with more rules. */
  static final int MOST_RESULTS = 25_000;

  /** GitHub refuses an upload of more than ten million bytes, packed; this leaves room to end. */
  private static final long MOST_BYTES = 9_500_000;

  private static final String SCHEMA =
      "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";

  private final Decision decision;
  private final ReportStyle style;
  private final JsonGenerator json;

  private SarifReport(Decision decision, ReportStyle style, JsonGenerator json) {
    this.decision = decision;
    this.style = style;
    this.json = json;
  }

  static void write(Decision decision, ReportStyle style, Writer out) {
    try (GzipMeter meter = new GzipMeter(out)) {
      JsonOutput.write(
          factory -> factory.createGenerator(meter),
          true,
          json -> new SarifReport(decision, style, json).write(meter));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What is left out is known when the results are written, so it is told behind them. */
  private void write(GzipMeter meter) throws IOException {
    Selection selection = Selection.told(decision, style.perRule(), MOST_RESULTS).byWeight();
    List<RuleDescription> rules = rules(selection);
    json.writeStartObject();
    json.writeStringField("$schema", SCHEMA);
    json.writeStringField("version", "2.1.0");
    json.writeArrayFieldStart("runs");
    json.writeStartObject();
    new SarifRules(json).write(rules);
    base();
    json.writeStringField("columnKind", "unicodeCodePoints");
    SarifResults results = new SarifResults(rules, new Identities(decision), style, json);
    int written = results.write(selection.told(), () -> meter.bytes() < MOST_BYTES);
    Selection told = selection.first(written);
    invocation(told);
    properties(told);
    json.writeEndObject();
    json.writeEndArray();
    json.writeEndObject();
  }

  /** The rules that found something come before the others, should there be too many. */
  private List<RuleDescription> rules(Selection selection) {
    Map<RuleId, RuleDescription> all = decision.evaluation().rules();
    if (all.size() <= MOST_RESULTS) {
      return List.copyOf(all.values());
    }
    return selection.told().stream()
        .map(ruling -> ruling.finding().rule())
        .distinct()
        .sorted()
        .map(all::get)
        .toList();
  }

  /** What is not among the results is told as a notification. */
  private void invocation(Selection selection) throws IOException {
    json.writeArrayFieldStart("invocations");
    json.writeStartObject();
    json.writeBooleanField("executionSuccessful", true);
    json.writeArrayFieldStart("toolExecutionNotifications");
    notification(decision.blocks() ? "error" : "note", new Summary(decision).outcome());
    for (Map.Entry<RuleId, List<Ruling>> rest : selection.counted().entrySet()) {
      notification("warning", Words.more(rest.getKey(), rest.getValue()));
    }
    json.writeEndArray();
    json.writeEndObject();
    json.writeEndArray();
  }

  private void notification(String level, String text) throws IOException {
    json.writeStartObject();
    json.writeStringField("level", level);
    SarifText.write(json, "message", text);
    json.writeEndObject();
  }

  private void base() throws IOException {
    json.writeObjectFieldStart("originalUriBaseIds");
    json.writeObjectFieldStart(SarifPlaces.ROOT);
    SarifText.write(json, "description", "The folder that the paths are relative to.");
    json.writeEndObject();
    json.writeEndObject();
  }

  private void properties(Selection selection) throws IOException {
    json.writeObjectFieldStart("properties");
    json.writeStringField("title", style.title());
    json.writeStringField("outcome", decision.outcome().name());
    json.writeBooleanField("blocks", decision.blocks());
    json.writeBooleanField("lookedAtNothing", decision.evaluation().lookedAtNothing());
    json.writeStringField("day", decision.day().toString());
    counts("verdicts", Counts.ofVerdicts(decision));
    counts("severities", Counts.ofSeverities(decision.rulings()));
    counts("rulings", Counts.ofRulings(decision.rulings()));
    json.writeNumberField("omittedResults", selection.rest());
    json.writeEndObject();
  }

  private void counts(String name, Map<String, Long> counts) throws IOException {
    json.writeObjectFieldStart(name);
    for (Map.Entry<String, Long> count : counts.entrySet()) {
      json.writeNumberField(count.getKey(), count.getValue());
    }
    json.writeEndObject();
  }
}
