package dev.avow.policy.report;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.Separators;
import dev.avow.policy.finding.Decision;
import dev.avow.policy.finding.Gate;
import java.io.IOException;
import java.io.UncheckedIOException;
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

  /** Makes a generator on whatever is written to. */
  interface Target {
    JsonGenerator open(JsonFactory factory) throws IOException;
  }

  static void write(Decision decision, JsonStyle style, Target target) {
    JsonFactory factory =
        JsonFactory.builder()
            .disable(StreamWriteFeature.AUTO_CLOSE_TARGET)
            .enable(JsonWriteFeature.COMBINE_UNICODE_SURROGATES_IN_UTF8)
            .build();
    try (JsonGenerator json = target.open(factory)) {
      if (style.isIndented()) {
        json.setPrettyPrinter(indented());
      }
      new JsonReport(decision, style, json).write();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static DefaultPrettyPrinter indented() {
    DefaultIndenter lines = new DefaultIndenter("  ", "\n");
    Separators separators =
        Separators.createDefaultInstance()
            .withObjectFieldValueSpacing(Separators.Spacing.AFTER)
            .withObjectEmptySeparator("")
            .withArrayEmptySeparator("");
    return new DefaultPrettyPrinter(separators).withObjectIndenter(lines).withArrayIndenter(lines);
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
    new JsonFindings(waivers, json).write(decision.rulings());
    if (style.allResults()) {
      new JsonResults(decision.evaluation(), json).write();
    }
    json.writeEndObject();
    json.writeRaw('\n');
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
    counts("severities", Counts.ofSeverities(decision));
    counts("rulings", Counts.ofRulings(decision));
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
