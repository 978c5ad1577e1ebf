package dev.avow.policy.report;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.avow.policy.finding.RuleDescription;
import dev.avow.policy.finding.Severity;
import java.io.IOException;
import java.net.URI;
import java.util.List;

/** The tool and its rules, each with why it exists and what to do. */
final class SarifRules {

  /** GitHub shows no more of a description. */
  private static final int LONGEST = 1024;

  private final JsonGenerator json;

  SarifRules(JsonGenerator json) {
    this.json = json;
  }

  void write(List<RuleDescription> rules) throws IOException {
    json.writeObjectFieldStart("tool");
    json.writeObjectFieldStart("driver");
    json.writeStringField("name", "Avow");
    json.writeArrayFieldStart("rules");
    for (RuleDescription rule : rules) {
      write(rule);
    }
    json.writeEndArray();
    json.writeEndObject();
    json.writeEndObject();
  }

  private void write(RuleDescription rule) throws IOException {
    String reason = rule.reason().isEmpty() ? rule.title() : rule.reason();
    RuleHelp help = new RuleHelp(rule);
    json.writeStartObject();
    json.writeStringField("id", rule.id().value());
    SarifText.write(json, "shortDescription", Words.clip(rule.title(), LONGEST));
    SarifText.write(json, "fullDescription", Words.clip(reason, LONGEST));
    json.writeObjectFieldStart("help");
    json.writeStringField("text", SarifText.withoutLinks(help.text()));
    json.writeStringField("markdown", help.markdown());
    json.writeEndObject();
    for (URI reference : help.uri().stream().toList()) {
      json.writeStringField("helpUri", reference.toString());
    }
    json.writeObjectFieldStart("defaultConfiguration");
    json.writeStringField("level", SarifLevel.of(rule.severity()));
    json.writeEndObject();
    properties(rule);
    json.writeEndObject();
  }

  private void properties(RuleDescription rule) throws IOException {
    json.writeObjectFieldStart("properties");
    String score = SarifLevel.score(rule.severity());
    if (!score.isEmpty()) {
      json.writeStringField("security-severity", score);
    }
    json.writeStringField("problem.severity", problem(rule.severity()));
    json.writeStringField("precision", "very-high");
    texts("tags", rule.target().isEmpty() ? List.of("security") : tags(rule));
    texts("aliases", List.copyOf(rule.aliases()));
    json.writeEndObject();
  }

  private static List<String> tags(RuleDescription rule) {
    return List.of("security", rule.target());
  }

  private static String problem(Severity severity) {
    String level = SarifLevel.of(severity);
    return level.equals("note") ? "recommendation" : level;
  }

  private void texts(String name, List<String> texts) throws IOException {
    json.writeArrayFieldStart(name);
    for (String text : texts) {
      json.writeString(text);
    }
    json.writeEndArray();
  }
}
