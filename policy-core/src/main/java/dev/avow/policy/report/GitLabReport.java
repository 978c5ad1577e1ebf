package dev.avow.policy.report;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.avow.policy.finding.Decision;
import dev.avow.policy.finding.Decision.Ruling;
import dev.avow.policy.finding.Finding;
import dev.avow.policy.finding.Location;
import dev.avow.policy.finding.RuleId;
import dev.avow.policy.finding.Severity;
import java.io.IOException;
import java.util.List;
import java.util.Map;

/**
 * A decision as GitLab's code quality report: an entry for each finding.
 *
 * <p>What is waived is told as information; what is only counted has an entry for its rule.
 */
final class GitLabReport {

  private final Decision decision;
  private final ReportStyle style;
  private final JsonGenerator json;
  private final Identities identities;

  GitLabReport(Decision decision, ReportStyle style, JsonGenerator json) {
    this.decision = decision;
    this.style = style;
    this.json = json;
    this.identities = new Identities(decision);
  }

  void write() throws IOException {
    Selection selection = Selection.told(decision, style.perRule(), Integer.MAX_VALUE);
    json.writeStartArray();
    for (Ruling ruling : selection.told()) {
      Finding finding = ruling.finding();
      String text = Lines.clean(finding.sentence());
      List<String> notes = Notes.of(ruling);
      String description = notes.isEmpty() ? text : text + " (" + String.join("; ", notes) + ")";
      entry(finding, description, identities.of(ruling), severity(ruling));
    }
    for (Map.Entry<RuleId, List<Ruling>> rest : selection.counted().entrySet()) {
      Ruling first = rest.getValue().get(0);
      String severity = severity(weightiest(rest.getValue()));
      String more = Words.more(rest.getKey(), rest.getValue());
      entry(first.finding(), more, rest.getKey() + ":more", severity);
    }
    json.writeEndArray();
  }

  private void entry(Finding finding, String description, String fingerprint, String severity)
      throws IOException {
    json.writeStartObject();
    json.writeStringField("type", "issue");
    json.writeStringField("check_name", finding.rule().value());
    json.writeStringField("description", description);
    json.writeArrayFieldStart("categories");
    json.writeString("Security");
    json.writeEndArray();
    json.writeStringField("severity", severity);
    json.writeStringField("fingerprint", fingerprint);
    place(finding.location());
    json.writeEndObject();
  }

  /** GitLab asks for a line; a finding about a whole file stands at its first. */
  private void place(Location place) throws IOException {
    json.writeObjectFieldStart("location");
    json.writeStringField("path", style.path(place.source()).text());
    json.writeObjectFieldStart("lines");
    json.writeNumberField("begin", Math.max(1, place.line()));
    if (place.endLine() > place.line()) {
      json.writeNumberField("end", place.endLine());
    }
    json.writeEndObject();
    json.writeEndObject();
  }

  private static Ruling weightiest(List<Ruling> rulings) {
    return rulings.stream().min(Selection.WEIGHTIEST).orElseThrow();
  }

  private static String severity(Ruling ruling) {
    return ruling instanceof Ruling.Waived || ruling instanceof Ruling.Known
        ? "info"
        : severity(ruling.finding().severity());
  }

  private static String severity(Severity severity) {
    return switch (severity) {
      case CRITICAL -> "blocker";
      case HIGH -> "critical";
      case MEDIUM -> "major";
      case LOW -> "minor";
      case INFO, UNKNOWN -> "info";
    };
  }
}
