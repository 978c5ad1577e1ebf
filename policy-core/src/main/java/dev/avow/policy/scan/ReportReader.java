package dev.avow.policy.scan;

import dev.avow.policy.document.JsonCursor;
import dev.avow.policy.finding.Location;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Recognises the format of a report by the first outermost field that only one format has. */
final class ReportReader {

  private final JsonCursor in;
  private final Location start;
  private String version = "";
  private @Nullable FormatReader format;

  private ReportReader(JsonCursor in) {
    this.in = in;
    this.start = in.location();
  }

  static ScanReport read(JsonCursor in) {
    ScanReport[] report = new ScanReport[1];
    DependabotReader[] alerts = new DependabotReader[1];
    in.forEachValue(
        () -> {
          if (report[0] != null) {
            throw in.refuse("must be one report but here begins another");
          }
          if (in.isList()) {
            // Pages of alerts come one behind the other.
            alerts[0] = alerts[0] == null ? new DependabotReader(in) : alerts[0];
            alerts[0].page();
          } else if (alerts[0] != null) {
            throw in.refuse("must be a further list of alerts");
          } else {
            report[0] = new ReportReader(in).report();
          }
        });
    if (alerts[0] != null) {
      return alerts[0].finish();
    }
    if (report[0] == null) {
      throw in.refuse("must be a report but is empty");
    }
    return report[0];
  }

  private ScanReport report() {
    in.fields(this::field);
    if (format == null) {
      throw in.refuse(
          start,
          "must be a report of Trivy, Grype, OSV-Scanner or Dependabot, SARIF or CycloneDX but has"
              + " the fields of none");
    }
    return format.finish();
  }

  private void field(String name) {
    if (format == null) {
      format = formatOf(name).map(this::reader).orElse(null);
    }
    if (format != null) {
      format.field(name);
    } else if (name.equals("version") && !in.isMapping() && !in.isList()) {
      version = in.textOrNumber().orElse("");
    }
  }

  private static Optional<ScanFormat> formatOf(String field) {
    return Optional.ofNullable(
        switch (field) {
          case "SchemaVersion",
              "ArtifactName",
              "ArtifactType",
              "ArtifactID",
              "Results",
              "ReportID" ->
              ScanFormat.TRIVY;
          case "matches", "ignoredMatches" -> ScanFormat.GRYPE;
          case "runs" -> ScanFormat.SARIF;
          case "results" -> ScanFormat.OSV_SCANNER;
          case "bomFormat", "specVersion", "components", "vulnerabilities" -> ScanFormat.CYCLONEDX;
          default -> null;
        });
  }

  private FormatReader reader(ScanFormat found) {
    return switch (found) {
      case TRIVY -> new TrivyReader(in, start);
      case GRYPE -> new GrypeReader(in, start);
      case SARIF -> new SarifReader(in, start, version);
      case OSV_SCANNER -> new OsvReader(in, start);
      default -> new CycloneDxReader(in, start);
    };
  }
}
