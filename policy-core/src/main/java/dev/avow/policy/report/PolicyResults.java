package dev.avow.policy.report;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.avow.policy.finding.Decision.Ruling;
import dev.avow.policy.finding.Finding;
import dev.avow.policy.finding.Severity;
import dev.avow.policy.finding.Subject;
import java.io.IOException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The results of policy reports, one for each finding. */
final class PolicyResults {

  /** What writes the reports, to their readers. */
  static final String SOURCE = "avow";

  private static final int LONGEST = 1_024;

  private final PolicyReportStyle style;
  private final Identities identities;
  private final JsonGenerator json;

  PolicyResults(PolicyReportStyle style, Identities identities, JsonGenerator json) {
    this.style = style;
    this.identities = identities;
    this.json = json;
  }

  void write(List<Ruling> rulings) throws IOException {
    json.writeArrayFieldStart("results");
    for (Ruling ruling : rulings) {
      write(ruling);
    }
    json.writeEndArray();
  }

  private void write(Ruling ruling) throws IOException {
    Finding finding = ruling.finding();
    PolicyResult result = PolicyResult.of(ruling);
    json.writeStartObject();
    json.writeStringField("source", SOURCE);
    json.writeStringField("policy", style.policy());
    json.writeStringField("rule", finding.rule().value());
    if (finding.severity() != Severity.UNKNOWN) {
      json.writeStringField("severity", Words.label(finding.severity()));
    }
    json.writeStringField("result", result.label());
    json.writeBooleanField("scored", ruling instanceof Ruling.Blocks);
    json.writeStringField("message", Words.clip(Lines.clean(finding.sentence()), LONGEST));
    resources(finding);
    if (style.time().isPresent()) {
      time(style.time().get());
    }
    properties(ruling);
    json.writeEndObject();
  }

  /** A finding about a group is about its members. */
  private void resources(Finding finding) throws IOException {
    List<Subject> all =
        finding.members().isEmpty() ? List.of(finding.subject()) : finding.members();
    json.writeArrayFieldStart("resources");
    for (Subject subject : all) {
      json.writeStartObject();
      for (String version : style.apiVersion(subject).stream().toList()) {
        json.writeStringField("apiVersion", version);
      }
      json.writeStringField("kind", kind(subject));
      part(subject, Subject.NAMESPACE);
      part(subject, Subject.NAME);
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  /** Of {@code Service.serving.knative.dev} the group is part of the API version, not the kind. */
  private static String kind(Subject subject) {
    int dot = subject.kind().indexOf('.');
    return dot < 0 ? subject.kind() : subject.kind().substring(0, dot);
  }

  private void part(Subject subject, String name) throws IOException {
    for (String value : subject.values(name).stream().limit(1).toList()) {
      if (!value.isEmpty()) {
        json.writeStringField(name, value);
      }
    }
  }

  private void time(Instant time) throws IOException {
    json.writeObjectFieldStart("timestamp");
    json.writeNumberField("seconds", time.getEpochSecond());
    json.writeNumberField("nanos", time.getNano());
    json.writeEndObject();
  }

  private void properties(Ruling ruling) throws IOException {
    Map<String, String> properties = new LinkedHashMap<>();
    properties.put("subject", ruling.finding().subject().toString());
    properties.put("place", ruling.finding().location().toString());
    properties.put("path", ruling.finding().location().path());
    properties.put("verdict", Words.label(ruling.finding().verdict()));
    properties.put("ruling", Words.label(RulingKind.of(ruling)));
    properties.put("fingerprint", identities.of(ruling));
    if (ruling instanceof Ruling.Waived waived) {
      properties.put("waiver", Notes.justification(waived.by()));
    }
    ruling.finding().fix().ifPresent(fix -> properties.put("fix", Lines.clean(fix.advice())));
    json.writeObjectFieldStart("properties");
    for (Map.Entry<String, String> property : properties.entrySet()) {
      json.writeStringField(property.getKey(), Words.clip(property.getValue(), LONGEST));
    }
    json.writeEndObject();
  }
}
