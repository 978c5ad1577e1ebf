package dev.avow.policy.report;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.avow.policy.finding.Decision;
import dev.avow.policy.finding.Decision.Ruling;
import dev.avow.policy.finding.Gate;
import dev.avow.policy.finding.RuleId;
import java.io.IOException;
import java.util.List;
import java.util.Map;

/** A decision for a program, written as it is walked through; docs/json-report.md describes it. */
final class JsonReport {

  private final Decision decision;
  private final JsonStyle style;
  private final JsonGenerator json;

  private JsonReport(Decision decision, JsonStyle style, JsonGenerator json) {
    this.decision = decision;
    this.style = style;
    this.json = json;
  }

  static void write(Decision decision, JsonStyle style, JsonOutput.Target target) {
    JsonOutput.write(
        target, style.isIndented(), json -> new JsonReport(decision, style, json).write());
  }

  private void write() throws IOException {
    JsonWaivers waivers = new JsonWaivers(decision, json);
    json.writeStartObject();
    json.writeStringField("format", JsonStyle.FORMAT);
    json.writeStringField("outcome", decision.outcome().name());
    json.writeBooleanField("blocks", decision.blocks());
    json.writeBooleanField("lookedAtNothing", decision.evaluation().lookedAtNothing());
    json.writeStringField("day", decision.day().toString());
    gate(decision.gate());
    counts();
    new JsonRules(json).write(decision.evaluation().rules().values());
    waivers.write();
    new JsonBaseline(json).write(decision);
    Selection selection = Selection.of(decision.rulings(), style.perRule(), Integer.MAX_VALUE);
    new JsonFindings(waivers, json).write(selection.told());
    if (selection.rest() > 0) {
      omitted(selection);
    }
    if (style.allResults()) {
      new JsonResults(decision.evaluation(), json).write();
    }
    json.writeEndObject();
  }

  private void omitted(Selection selection) throws IOException {
    json.writeArrayFieldStart("omitted");
    for (Map.Entry<RuleId, List<Ruling>> rest : selection.counted().entrySet()) {
      json.writeStartObject();
      json.writeStringField("rule", rest.getKey().value());
      counts("rulings", Counts.ofRulings(rest.getValue()));
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private void gate(Gate gate) throws IOException {
    json.writeObjectFieldStart("gate");
    json.writeStringField("failAt", gate.failAt().name());
    json.writeStringField("reportFrom", gate.reportFrom().name());
    json.writeBooleanField("acceptsInconclusive", gate.acceptsInconclusive());
    if (gate.unknownAs().isPresent()) {
      json.writeStringField("unknownAs", gate.unknownAs().get().name());
    }
    json.writeEndObject();
  }

  private void counts() throws IOException {
    json.writeObjectFieldStart("counts");
    json.writeNumberField("subjects", decision.evaluation().subjects().size());
    json.writeNumberField("rules", decision.evaluation().rules().size());
    counts("verdicts", Counts.ofVerdicts(decision));
    counts("severities", Counts.ofSeverities(decision.rulings()));
    counts("rulings", Counts.ofRulings(decision.rulings()));
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
