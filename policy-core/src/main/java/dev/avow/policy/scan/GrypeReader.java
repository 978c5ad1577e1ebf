package dev.avow.policy.scan;

import dev.avow.policy.document.JsonCursor;
import dev.avow.policy.finding.Location;
import dev.avow.policy.scan.ScanReport.Draft;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads Grype's JSON. Grype tells what it was asked to leave out, so nothing is hidden.
 *
 * @see <a href="https://github.com/anchore/grype">Grype</a>
 */
final class GrypeReader implements FormatReader {

  private final JsonCursor in;
  private final Draft draft;
  private boolean matched;
  private boolean sourced;
  private boolean image;
  private String name = "";
  private final List<String> tags = new ArrayList<>();
  private final List<String> digests = new ArrayList<>();

  GrypeReader(JsonCursor in, Location start) {
    this.in = in;
    this.draft = new Draft(ScanFormat.GRYPE, start);
  }

  @Override
  public void field(String field) {
    switch (field) {
      case "matches" -> {
        matched = true;
        in.items(() -> match(false));
      }
      case "ignoredMatches" -> in.items(() -> match(true));
      case "source" -> in.fields(this::source);
      case "descriptor" -> in.fields(this::descriptor);
      default -> {}
    }
  }

  private void match(boolean ignored) {
    draft.findings.add(new GrypeMatch(in, ignored).read());
  }

  private void source(String field) {
    switch (field) {
      case "type" -> image = in.text().orElse("").equals("image");
      case "target" -> target();
      default -> {}
    }
  }

  private void target() {
    sourced = true;
    if (in.isMapping()) {
      in.fields(this::target);
    } else {
      name = in.text().orElse("");
    }
  }

  private void target(String field) {
    switch (field) {
      case "userInput" -> name = in.text().orElse("");
      case "tags" -> in.items(() -> in.text().ifPresent(tags::add));
      case "repoDigests" -> in.items(() -> in.text().ifPresent(digests::add));
      default -> {}
    }
  }

  private void descriptor(String field) {
    if (field.equals("timestamp")) {
      draft.createdAt = Words.instant(in).orElse(null);
    }
  }

  @Override
  public ScanReport finish() {
    if (!matched) {
      throw in.refuse(draft.location, "matches must be a list but is not set");
    }
    draft.targets = sourced || !draft.findings.isEmpty() ? 1 : 0;
    draft.artifact = new ScannedArtifact(name, image, tags, digests);
    draft.lookedFor(ScanKind.VULNERABILITY);
    return ScanReport.of(draft);
  }
}
