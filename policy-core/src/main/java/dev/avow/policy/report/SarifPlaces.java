package dev.avow.policy.report;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.avow.policy.finding.Finding;
import dev.avow.policy.finding.Location;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** Places in sources, as SARIF writes them; columns count code points. */
final class SarifPlaces {

  /** What stands for the folder of the checkout. */
  static final String ROOT = "%SRCROOT%";

  /** GitHub takes no more stations of a way. */
  private static final int MOST_STATIONS = 1_000;

  private final ReportStyle style;
  private final JsonGenerator json;

  SarifPlaces(ReportStyle style, JsonGenerator json) {
    this.style = style;
    this.json = json;
  }

  /** Writes where {@code finding} is: in the source, and of what. */
  void locations(Finding finding) throws IOException {
    json.writeArrayFieldStart("locations");
    json.writeStartObject();
    physical(finding.location(), style.excerpts().of(finding));
    json.writeArrayFieldStart("logicalLocations");
    json.writeStartObject();
    json.writeStringField("fullyQualifiedName", finding.subject().toString());
    json.writeStringField("kind", "resource");
    json.writeEndObject();
    json.writeEndArray();
    json.writeEndObject();
    json.writeEndArray();
  }

  /** Writes the way that leads to {@code finding}, which ends at it. */
  void trail(Finding finding) throws IOException {
    List<Finding.Hop> trail = finding.trail();
    if (trail.isEmpty()) {
      return;
    }
    json.writeArrayFieldStart("codeFlows");
    json.writeStartObject();
    json.writeArrayFieldStart("threadFlows");
    json.writeStartObject();
    json.writeArrayFieldStart("locations");
    for (Finding.Hop hop : trail.subList(0, Math.min(trail.size(), MOST_STATIONS - 1))) {
      station(hop.at(), hop.text());
    }
    station(finding.location(), finding.message());
    json.writeEndArray();
    json.writeEndObject();
    json.writeEndArray();
    json.writeEndObject();
    json.writeEndArray();
  }

  private void station(Location place, String text) throws IOException {
    json.writeStartObject();
    json.writeObjectFieldStart("location");
    physical(place, Optional.empty());
    SarifText.write(json, "message", Lines.clean(text));
    json.writeEndObject();
    json.writeEndObject();
  }

  void physical(Location place, Optional<Excerpt> excerpt) throws IOException {
    SourcePath path = style.path(place.source());
    json.writeObjectFieldStart("physicalLocation");
    json.writeObjectFieldStart("artifactLocation");
    json.writeStringField("uri", path.uri());
    if (!path.isAbsolute()) {
      json.writeStringField("uriBaseId", ROOT);
    }
    json.writeEndObject();
    region(place);
    if (excerpt.isPresent()) {
      context(excerpt.get());
    }
    json.writeEndObject();
  }

  /** GitHub asks for a line; a finding about a whole file stands at its first. */
  private void region(Location place) throws IOException {
    json.writeObjectFieldStart("region");
    json.writeNumberField("startLine", Math.max(1, place.line()));
    if (place.column() > 0) {
      json.writeNumberField("startColumn", place.column());
    }
    if (place.endLine() > 0) {
      json.writeNumberField("endLine", place.endLine());
    }
    if (place.endLine() > 0 && place.endColumn() > 0) {
      json.writeNumberField("endColumn", place.endColumn());
    }
    json.writeEndObject();
  }

  private void context(Excerpt excerpt) throws IOException {
    json.writeObjectFieldStart("contextRegion");
    json.writeNumberField("startLine", excerpt.firstLine());
    json.writeNumberField("endLine", excerpt.firstLine() + excerpt.lines().size() - 1);
    json.writeObjectFieldStart("snippet");
    json.writeStringField("text", String.join("\n", excerpt.lines()));
    json.writeEndObject();
    json.writeEndObject();
  }
}
