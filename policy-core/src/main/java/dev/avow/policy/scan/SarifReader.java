package dev.avow.policy.scan;

import dev.avow.policy.document.JsonCursor;
import dev.avow.policy.finding.Location;
import dev.avow.policy.scan.ScanReport.Draft;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads SARIF 2.1.0.
 *
 * @see <a href="https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html">SARIF</a>
 */
final class SarifReader implements FormatReader {

  private final JsonCursor in;
  private final Draft draft;
  private String version;
  private String image = "";
  private final List<String> tags = new ArrayList<>();
  private final List<String> digests = new ArrayList<>();

  SarifReader(JsonCursor in, Location start, String version) {
    this.in = in;
    this.draft = new Draft(ScanFormat.SARIF, start);
    this.version = version;
  }

  @Override
  public void field(String field) {
    switch (field) {
      case "version" -> version = in.text().orElse("");
      case "runs" -> in.items(this::run);
      default -> {}
    }
  }

  private void run() {
    Location at = in.location();
    SarifRules rules = new SarifRules(in);
    List<SarifResult> results = new ArrayList<>();
    boolean[] scanned = new boolean[1];
    in.fields(
        field -> {
          switch (field) {
            case "tool" -> in.fields(rules::tool);
            case "results" -> {
              // A run without results, or with null for them, did not look.
              scanned[0] |= in.isList();
              in.items(() -> results.add(SarifResult.read(in)));
            }
            case "invocations" -> in.items(() -> in.fields(this::invocation));
            case "properties" -> in.fields(this::property);
            default -> {}
          }
        });
    if (!rules.hasTool()) {
      throw in.refuse(at, "must have tool.driver.name but has none");
    }
    draft.targets += scanned[0] ? 1 : 0;
    results.stream().flatMap(it -> it.finding(rules).stream()).forEach(draft.findings::add);
  }

  private void invocation(String field) {
    if (field.equals("endTimeUtc")) {
      draft.createdAt = Words.instant(in).orElse(draft.createdAt);
    }
  }

  /** Trivy tells which image it scanned. */
  private void property(String field) {
    switch (field) {
      case "imageName" -> image = in.text().orElse("");
      case "repoTags" -> in.items(() -> in.text().ifPresent(tags::add));
      case "repoDigests" -> in.items(() -> in.text().ifPresent(digests::add));
      default -> {}
    }
  }

  @Override
  public ScanReport finish() {
    if (!version.equals("2.1.0")) {
      throw in.refuse(draft.location, "version must be \"2.1.0\" but is not");
    }
    if (!image.isEmpty()) {
      draft.artifact = new ScannedArtifact(image, true, tags, digests);
    }
    return ScanReport.of(draft);
  }
}
