package dev.avow.policy.report;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.avow.policy.finding.Baseline;
import dev.avow.policy.finding.BaselineUse;
import dev.avow.policy.finding.Decision;
import java.io.IOException;

/** The known findings and what became of them; nothing where the gate knows of none. */
final class JsonBaseline {

  private final JsonGenerator json;

  JsonBaseline(JsonGenerator json) {
    this.json = json;
  }

  void write(Decision decision) throws IOException {
    if (decision.baseline().isEmpty()) {
      return;
    }
    json.writeObjectFieldStart("baseline");
    json.writeBooleanField("sameRules", decision.baselineFits());
    json.writeArrayFieldStart("entries");
    for (BaselineUse use : decision.baseline()) {
      write(use);
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  private void write(BaselineUse use) throws IOException {
    Baseline.Entry entry = use.entry();
    json.writeStartObject();
    json.writeStringField("fingerprint", entry.fingerprint());
    json.writeStringField("rule", entry.rule().value());
    json.writeStringField("source", entry.source());
    json.writeStringField("subject", entry.subject());
    json.writeStringField("message", entry.message());
    json.writeNumberField("count", entry.count());
    json.writeStringField("state", Words.label(use.state()));
    json.writeNumberField("missing", use.missing());
    json.writeEndObject();
  }
}
