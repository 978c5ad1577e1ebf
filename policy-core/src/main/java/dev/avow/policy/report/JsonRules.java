package dev.avow.policy.report;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.avow.policy.finding.Parameter;
import dev.avow.policy.finding.RuleDescription;
import java.io.IOException;
import java.net.URI;
import java.util.Collection;
import java.util.List;

/** The rules that were in force, as they are described under the policy. */
final class JsonRules {

  private final JsonGenerator json;

  JsonRules(JsonGenerator json) {
    this.json = json;
  }

  void write(Collection<RuleDescription> rules) throws IOException {
    json.writeArrayFieldStart("rules");
    for (RuleDescription rule : rules) {
      write(rule);
    }
    json.writeEndArray();
  }

  private void write(RuleDescription rule) throws IOException {
    json.writeStartObject();
    json.writeStringField("id", rule.id().value());
    json.writeStringField("title", rule.title());
    json.writeStringField("severity", rule.severity().name());
    json.writeStringField("reason", rule.reason());
    json.writeStringField("target", rule.target());
    json.writeStringField("advice", rule.advice());
    texts("references", rule.references().stream().map(URI::toString).toList());
    texts("aliases", rule.aliases());
    json.writeArrayFieldStart("parameters");
    for (Parameter<?> parameter : rule.parameters()) {
      write(parameter);
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  private void texts(String name, Collection<String> texts) throws IOException {
    json.writeArrayFieldStart(name);
    for (String text : texts) {
      json.writeString(text);
    }
    json.writeEndArray();
  }

  private void write(Parameter<?> parameter) throws IOException {
    json.writeStartObject();
    json.writeStringField("name", parameter.name());
    json.writeStringField("expects", parameter.expects());
    json.writeStringField("meaning", parameter.meaning());
    Object standard = parameter.standardAsWritten();
    if (standard instanceof Long number) {
      json.writeNumberField("standard", number);
    } else if (standard instanceof Boolean flag) {
      json.writeBooleanField("standard", flag);
    } else if (standard instanceof List<?> list) {
      texts("standard", list.stream().map(String::valueOf).toList());
    } else {
      json.writeStringField("standard", standard.toString());
    }
    json.writeEndObject();
  }
}
