package dev.avow.policy.report;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.avow.policy.finding.Evaluation;
import dev.avow.policy.finding.RuleId;
import dev.avow.policy.finding.Subject;
import dev.avow.policy.finding.Verdict;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.jspecify.annotations.Nullable;

/** Every verdict: for each subject, what each rule that looked at it says. */
final class JsonResults implements Evaluation.Visitor {

  private final Evaluation evaluation;
  private final JsonGenerator json;
  private final JsonPlaces places;
  private @Nullable Subject current;

  JsonResults(Evaluation evaluation, JsonGenerator json) {
    this.evaluation = evaluation;
    this.json = json;
    this.places = new JsonPlaces(json);
  }

  void write() throws IOException {
    json.writeArrayFieldStart("results");
    evaluation.forEachVerdict(this);
    end();
    json.writeEndArray();
  }

  @Override
  public void verdict(RuleId rule, Subject subject, Verdict verdict) {
    try {
      if (!subject.equals(current)) {
        end();
        begin(subject);
      }
      json.writeStringField(rule.value(), verdict.name());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void begin(Subject subject) throws IOException {
    json.writeStartObject();
    places.field("subject", subject);
    json.writeObjectFieldStart("verdicts");
    current = subject;
  }

  private void end() throws IOException {
    if (current != null) {
      json.writeEndObject();
      json.writeEndObject();
    }
  }
}
