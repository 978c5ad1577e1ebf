package dev.avow.policy.report;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.avow.policy.finding.Location;
import dev.avow.policy.finding.Subject;
import java.io.IOException;

/** Places and subjects; what is unknown of a place is left out. */
final class JsonPlaces {

  private final JsonGenerator json;

  JsonPlaces(JsonGenerator json) {
    this.json = json;
  }

  void field(String name, Location location) throws IOException {
    json.writeObjectFieldStart(name);
    json.writeStringField("source", location.source());
    number("line", location.line());
    number("column", location.column());
    number("endLine", location.endLine());
    number("endColumn", location.endColumn());
    json.writeStringField("path", location.path());
    if (!location.origin().isEmpty()) {
      json.writeStringField("origin", location.origin());
    }
    json.writeEndObject();
  }

  private void number(String name, int number) throws IOException {
    if (number > 0) {
      json.writeNumberField(name, number);
    }
  }

  void field(String name, Subject subject) throws IOException {
    json.writeFieldName(name);
    write(subject);
  }

  void write(Subject subject) throws IOException {
    json.writeStartObject();
    json.writeStringField("text", subject.toString());
    json.writeStringField("kind", subject.kind());
    json.writeArrayFieldStart("parts");
    for (Subject.Part part : subject.parts()) {
      json.writeStartObject();
      json.writeStringField("name", part.name());
      json.writeStringField("value", part.value());
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeEndObject();
  }
}
