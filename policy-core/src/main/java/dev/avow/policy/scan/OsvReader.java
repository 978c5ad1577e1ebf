package dev.avow.policy.scan;

import dev.avow.policy.document.JsonCursor;
import dev.avow.policy.finding.Location;
import dev.avow.policy.scan.ScanReport.Draft;

/**
 * Reads the JSON of OSV-Scanner, which filters nothing by severity.
 *
 * @see <a href="https://google.github.io/osv-scanner/output/">Output</a>
 */
final class OsvReader implements FormatReader {

  private final JsonCursor in;
  private final Draft draft;
  private String path = "";
  private boolean listed;

  OsvReader(JsonCursor in, Location start) {
    this.in = in;
    this.draft = new Draft(ScanFormat.OSV_SCANNER, start);
  }

  @Override
  public void field(String field) {
    if (field.equals("results")) {
      in.items(this::result);
    }
  }

  private void result() {
    draft.targets++;
    Location at = in.location();
    path = "";
    listed = false;
    in.fields(this::result);
    if (!listed) {
      throw in.refuse(at, "must have packages, as reports of OSV-Scanner do, but has none");
    }
  }

  private void result(String field) {
    switch (field) {
      case "source" -> in.fields(this::source);
      case "packages" -> {
        listed = true;
        in.items(() -> new OsvPackage(in, path).read().forEach(draft.findings::add));
      }
      default -> {}
    }
  }

  private void source(String field) {
    if (field.equals("path")) {
      path = in.text().orElse("");
    }
  }

  @Override
  public ScanReport finish() {
    draft.lookedFor(ScanKind.VULNERABILITY);
    return ScanReport.of(draft);
  }
}
