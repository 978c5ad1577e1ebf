package dev.avow.policy.report;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.avow.policy.finding.Decision.Ruling;
import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What was found in one namespace, or in none. */
final class PolicyReport {

  /** A cluster keeps objects of a megabyte and a half. */
  static final int MOST_RESULTS = 1_000;

  private final String namespace;
  private final Map<PolicyResult, Long> summary = new EnumMap<>(PolicyResult.class);
  private final List<Ruling> rulings = new ArrayList<>();

  /** Starts the report of {@code namespace}, or of the cluster if it is empty. */
  PolicyReport(String namespace) {
    this.namespace = namespace;
  }

  void count(PolicyResult result) {
    summary.merge(result, 1L, Long::sum);
  }

  void add(Ruling ruling) {
    count(PolicyResult.of(ruling));
    if (!(ruling instanceof Ruling.Hidden)) {
      rulings.add(ruling);
    }
  }

  void write(PolicyReportStyle style, PolicyResults results, JsonGenerator json)
      throws IOException {
    Selection selection = Selection.of(rulings, style.perRule(), MOST_RESULTS);
    json.writeStartObject();
    json.writeStringField("apiVersion", style.api().version());
    json.writeStringField("kind", style.api().kind(namespace.isEmpty()));
    metadata(style, selection, json);
    if (style.api() == PolicyReportStyle.Api.OPEN_REPORTS) {
      json.writeStringField("source", PolicyResults.SOURCE);
    }
    json.writeObjectFieldStart("summary");
    for (PolicyResult result : PolicyResult.values()) {
      json.writeNumberField(result.label(), summary.getOrDefault(result, 0L));
    }
    json.writeEndObject();
    results.write(selection.told());
    json.writeEndObject();
  }

  private void metadata(PolicyReportStyle style, Selection selection, JsonGenerator json)
      throws IOException {
    json.writeObjectFieldStart("metadata");
    json.writeStringField("name", DnsName.of("avow-" + style.policy()));
    if (!namespace.isEmpty()) {
      json.writeStringField("namespace", namespace);
    }
    json.writeObjectFieldStart("labels");
    json.writeStringField("app.kubernetes.io/managed-by", PolicyResults.SOURCE);
    json.writeEndObject();
    if (selection.rest() > 0) {
      String omitted =
          selection.counted().entrySet().stream()
              .map(rest -> Words.more(rest.getKey(), rest.getValue()))
              .collect(Collectors.joining("\n"));
      json.writeObjectFieldStart("annotations");
      json.writeStringField("avow.dev/omitted", omitted);
      json.writeEndObject();
    }
    json.writeEndObject();
  }
}
