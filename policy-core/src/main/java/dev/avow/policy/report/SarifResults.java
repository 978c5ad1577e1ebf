package dev.avow.policy.report;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.avow.policy.finding.Decision.Ruling;
import dev.avow.policy.finding.Finding;
import dev.avow.policy.finding.Fix;
import dev.avow.policy.finding.RuleDescription;
import dev.avow.policy.finding.RuleId;
import dev.avow.policy.finding.Subject;
import dev.avow.policy.finding.Verdict;
import dev.avow.policy.finding.Waiver;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/**
 * A result for each finding.
 *
 * <p>A broken promise is of kind {@code fail}; what could not be decided is of kind {@code open}
 * and has no level, as SARIF asks.
 */
final class SarifResults {

  /** Far above what a rule says, far below what would make an upload too large. */
  private static final int LONGEST = 2_000;

  private final Map<RuleId, Integer> rules = new HashMap<>();
  private final Identities identities;
  private final JsonGenerator json;
  private final SarifPlaces places;

  SarifResults(
      List<RuleDescription> rules, Identities identities, ReportStyle style, JsonGenerator json) {
    rules.forEach(rule -> this.rules.put(rule.id(), this.rules.size()));
    this.identities = identities;
    this.json = json;
    this.places = new SarifPlaces(style, json);
  }

  /** Writes {@code rulings} while there is room, and returns how many that were. */
  int write(List<Ruling> rulings, BooleanSupplier hasRoom) throws IOException {
    int written = 0;
    json.writeArrayFieldStart("results");
    for (Ruling ruling : rulings) {
      if (!hasRoom.getAsBoolean()) {
        break;
      }
      write(ruling);
      written++;
    }
    json.writeEndArray();
    return written;
  }

  private void write(Ruling ruling) throws IOException {
    Finding finding = ruling.finding();
    boolean open = finding.verdict() == Verdict.INCONCLUSIVE;
    json.writeStartObject();
    json.writeStringField("ruleId", finding.rule().value());
    Integer place = rules.get(finding.rule());
    if (place != null) {
      json.writeNumberField("ruleIndex", place);
    }
    json.writeStringField("kind", open ? "open" : "fail");
    json.writeStringField("level", open ? "none" : SarifLevel.of(finding.severity()));
    SarifText.write(json, "message", text(ruling));
    places.locations(finding);
    places.trail(finding);
    fingerprints(ruling);
    suppressions(ruling);
    properties(ruling);
    json.writeEndObject();
  }

  private static String text(Ruling ruling) {
    StringBuilder text = new StringBuilder(Lines.clean(ruling.finding().sentence()));
    Notes.of(ruling).forEach(note -> text.append('\n').append(note));
    return Words.clip(text.toString(), LONGEST);
  }

  /** GitHub knows an alert again by the first; both say the same. */
  private void fingerprints(Ruling ruling) throws IOException {
    json.writeObjectFieldStart("partialFingerprints");
    json.writeStringField("primaryLocationLineHash", identities.of(ruling));
    json.writeStringField("avowFinding/v1", identities.of(ruling));
    json.writeEndObject();
  }

  /** Where one result says whether it is suppressed, all have to. */
  private void suppressions(Ruling ruling) throws IOException {
    json.writeArrayFieldStart("suppressions");
    if (ruling instanceof Ruling.Waived waived) {
      suppression(waived.by(), waived.finding());
    } else if (ruling instanceof Ruling.Known) {
      known();
    }
    json.writeEndArray();
  }

  private void known() throws IOException {
    json.writeStartObject();
    json.writeStringField("kind", "external");
    json.writeStringField("status", "accepted");
    json.writeStringField("justification", "known before, by the baseline");
    json.writeEndObject();
  }

  private void suppression(Waiver waiver, Finding finding) throws IOException {
    boolean beside = waiver.declaredAt().source().equals(finding.location().source());
    json.writeStartObject();
    json.writeStringField("kind", beside ? "inSource" : "external");
    json.writeStringField("status", "accepted");
    json.writeStringField("justification", Words.clip(Lines.clean(waiver.reason()), LONGEST));
    if (!waiver.declaredAt().source().startsWith("(")) { // what stands in brackets is no file
      json.writeObjectFieldStart("location");
      places.physical(waiver.declaredAt(), Optional.empty());
      json.writeEndObject();
    }
    json.writeObjectFieldStart("properties");
    json.writeStringField("rule", waiver.rule().pattern());
    json.writeStringField("subject", waiver.subject().toString());
    for (String owner : waiver.owner().stream().toList()) {
      json.writeStringField("owner", owner);
    }
    if (waiver.lastDay().isPresent()) {
      json.writeStringField("lastDay", waiver.lastDay().get().toString());
    }
    json.writeEndObject();
    json.writeEndObject();
  }

  private void properties(Ruling ruling) throws IOException {
    Finding finding = ruling.finding();
    json.writeObjectFieldStart("properties");
    json.writeStringField("severity", finding.severity().name());
    json.writeStringField("verdict", finding.verdict().name());
    json.writeStringField("ruling", Words.label(RulingKind.of(ruling)));
    json.writeStringField("path", finding.location().path());
    if (!finding.members().isEmpty()) {
      json.writeArrayFieldStart("members");
      for (Subject member : finding.members()) {
        json.writeString(member.toString());
      }
      json.writeEndArray();
    }
    if (finding.fix().isPresent()) {
      fix(finding.fix().get());
    }
    json.writeEndObject();
  }

  private void fix(Fix fix) throws IOException {
    json.writeStringField("fix", fix.advice());
  }
}
