package dev.avow.policy.report;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.avow.policy.finding.Decision;
import dev.avow.policy.finding.Selector;
import dev.avow.policy.finding.Waiver;
import dev.avow.policy.finding.WaiverUse;
import java.io.IOException;
import java.time.LocalDate;
import java.util.IdentityHashMap;
import java.util.List;

/**
 * The gate's waivers and what became of them; findings refer to them by their place in the array.
 */
final class JsonWaivers {

  private final List<WaiverUse> uses;
  private final JsonGenerator json;

  /** By identity, as two waivers may be equal. */
  private final IdentityHashMap<Waiver, Integer> places = new IdentityHashMap<>();

  JsonWaivers(Decision decision, JsonGenerator json) {
    this.uses = decision.waivers();
    this.json = json;
    for (int i = 0; i < uses.size(); i++) {
      places.putIfAbsent(uses.get(i).waiver(), i);
    }
  }

  /** Returns the place of {@code waiver}, which is one of the gate's own. */
  int placeOf(Waiver waiver) {
    return places.getOrDefault(waiver, -1);
  }

  void write() throws IOException {
    json.writeArrayFieldStart("waivers");
    for (WaiverUse use : uses) {
      write(use);
    }
    json.writeEndArray();
  }

  private void write(WaiverUse use) throws IOException {
    Waiver waiver = use.waiver();
    json.writeStartObject();
    json.writeStringField("rule", waiver.rule().pattern());
    json.writeArrayFieldStart("subject");
    for (Selector.Term term : waiver.subject().terms()) {
      json.writeStartObject();
      json.writeStringField("part", term.part());
      json.writeStringField("glob", term.glob().pattern());
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeStringField("reason", waiver.reason());
    optional("owner", waiver.owner().orElse(""));
    optional("lastDay", waiver.lastDay().map(LocalDate::toString).orElse(""));
    new JsonPlaces(json).field("location", waiver.declaredAt());
    json.writeStringField("state", Words.label(use.state()));
    json.writeNumberField("covered", use.covered());
    json.writeEndObject();
  }

  private void optional(String name, String text) throws IOException {
    if (!text.isEmpty()) {
      json.writeStringField(name, text);
    }
  }
}
