package dev.avow.policy.report;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import dev.avow.policy.finding.Decision.Ruling;
import dev.avow.policy.finding.Finding;
import dev.avow.policy.finding.Fix;
import dev.avow.policy.finding.Subject;
import dev.avow.policy.finding.Waiver;
import java.io.IOException;
import java.util.List;

/** What the gate made of each finding, and all that the finding says. */
final class JsonFindings {

  private final JsonGenerator json;
  private final JsonPlaces places;
  private final JsonWaivers waivers;
  private final JsonFactory values = new JsonFactory();

  JsonFindings(JsonWaivers waivers, JsonGenerator json) {
    this.waivers = waivers;
    this.json = json;
    this.places = new JsonPlaces(json);
  }

  void write(List<Ruling> rulings) throws IOException {
    json.writeArrayFieldStart("rulings");
    for (Ruling ruling : rulings) {
      json.writeStartObject();
      write(ruling);
      write(ruling.finding());
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private void write(Ruling ruling) throws IOException {
    json.writeStringField("ruling", Words.label(RulingKind.of(ruling)));
    if (ruling instanceof Ruling.Waived waived) {
      json.writeNumberField("waivedBy", waivers.placeOf(waived.by()));
    }
    json.writeArrayFieldStart("ended");
    for (Waiver waiver : ruling.ended()) {
      json.writeNumber(waivers.placeOf(waiver));
    }
    json.writeEndArray();
  }

  private void write(Finding finding) throws IOException {
    json.writeStringField("fingerprint", finding.fingerprint());
    json.writeStringField("rule", finding.rule().value());
    json.writeStringField("verdict", finding.verdict().name());
    json.writeStringField("severity", finding.severity().name());
    places.field("subject", finding.subject());
    places.field("location", finding.location());
    json.writeStringField("message", finding.message());
    json.writeStringField("template", finding.template().template());
    json.writeArrayFieldStart("arguments");
    for (String argument : finding.template().arguments()) {
      json.writeString(argument);
    }
    json.writeEndArray();
    context(finding);
    if (finding.fix().isPresent()) {
      fix(finding.fix().get());
    }
  }

  private void context(Finding finding) throws IOException {
    json.writeArrayFieldStart("trail");
    for (Finding.Hop hop : finding.trail()) {
      json.writeStartObject();
      places.field("location", hop.at());
      json.writeStringField("text", hop.text());
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeArrayFieldStart("members");
    for (Subject member : finding.members()) {
      places.write(member);
    }
    json.writeEndArray();
  }

  private void fix(Fix fix) throws IOException {
    json.writeObjectFieldStart("fix");
    json.writeStringField("advice", fix.advice());
    json.writeArrayFieldStart("changes");
    for (Fix.Change change : fix.changes()) {
      json.writeStartObject();
      json.writeStringField("op", change.op());
      json.writeStringField("path", change.pointer());
      if (!change.json().isEmpty()) {
        json.writeFieldName("value");
        value(change);
      }
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  /** Copies the value token by token, so that what a rule brings cannot break the report. */
  private void value(Fix.Change change) throws IOException {
    try (JsonParser parser = values.createParser(change.json())) {
      parser.nextToken();
      json.copyCurrentStructure(parser);
    }
  }
}
