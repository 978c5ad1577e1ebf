package dev.avow.policy.scan;

import dev.avow.policy.document.JsonCursor;
import dev.avow.policy.finding.Location;

/** Reads one finding, or one package, of a Trivy report. */
final class TrivyItem {

  private final JsonCursor in;
  private final Location at;
  private String packageId = "";
  private String packageName = "";
  private String packagePath = "";
  private String version = "";
  private String purl = "";
  private String fixed = "";
  private FixStatus status = FixStatus.UNKNOWN;
  private boolean failure;

  TrivyItem(JsonCursor in) {
    this.in = in;
    this.at = in.location();
  }

  private String text() {
    return in.text().orElse("");
  }

  ScanFinding.Builder vulnerability() {
    ScanFinding.Builder builder = ScanFinding.of(ScanKind.VULNERABILITY, at);
    in.fields(
        field -> {
          switch (field) {
            case "VulnerabilityID" -> builder.id(text());
            case "VendorIDs" -> in.items(() -> builder.id(text()));
            case "Title" -> builder.title(text());
            case "Severity" -> builder.severity(TrivyReader.severity(in));
            case "Status" -> status = FixStatus.labelled(text());
            case "FixedVersion" -> fixed = text();
            case "PkgName" -> packageName = text();
            case "PkgPath" -> packagePath = text();
            case "InstalledVersion" -> version = text();
            default -> packageField(field);
          }
        });
    require(builder, "VulnerabilityID");
    // Before statuses were told, a fixed version alone said that there is a fix.
    boolean told = status != FixStatus.UNKNOWN || fixed.isEmpty();
    return builder
        .status(told ? status : FixStatus.FIXED)
        .fixedIn(fixed)
        .path(packagePath)
        .scanned(scanned());
  }

  ScanFinding.Builder misconfiguration() {
    ScanFinding.Builder builder = ScanFinding.of(ScanKind.MISCONFIGURATION, at);
    in.fields(
        field -> {
          switch (field) {
            case "ID", "AVDID" -> builder.id(text());
            case "Aliases" -> in.items(() -> builder.id(text()));
            case "Title" -> builder.title(text());
            case "Severity" -> builder.severity(TrivyReader.severity(in));
            case "Status" -> failure = text().equals("FAIL");
            case "CauseMetadata" -> in.fields(cause -> line(cause, builder));
            default -> {}
          }
        });
    require(builder, "ID");
    return builder;
  }

  /** Returns whether the misconfiguration is there; Trivy lists passed checks, too. */
  boolean isFailure() {
    return failure;
  }

  ScanFinding.Builder secret() {
    ScanFinding.Builder builder = ScanFinding.of(ScanKind.SECRET, at);
    in.fields(
        field -> {
          switch (field) {
            case "RuleID" -> builder.id(text());
            case "Title" -> builder.title(text());
            case "Severity" -> builder.severity(TrivyReader.severity(in));
            default -> line(field, builder);
          }
        });
    require(builder, "RuleID");
    return builder;
  }

  ScanFinding.Builder license() {
    ScanFinding.Builder builder = ScanFinding.of(ScanKind.LICENSE, at);
    in.fields(
        field -> {
          switch (field) {
            case "Name" -> builder.id(text());
            case "Severity" -> builder.severity(TrivyReader.severity(in));
            case "PkgName" -> packageName = text();
            case "FilePath" -> packagePath = text();
            default -> {}
          }
        });
    require(builder, "Name");
    builder.path(packagePath);
    return packageName.isEmpty() ? builder : builder.scanned(scanned());
  }

  private void line(String field, ScanFinding.Builder builder) {
    if (field.equals("StartLine")) {
      builder.line(in.integer().orElse(0));
    }
  }

  /** Reads what both packages and vulnerabilities say of a package. */
  void packageField(String field) {
    switch (field) {
      case "ID", "PkgID" -> packageId = text();
      case "Name" -> packageName = text();
      case "Version" -> version = text();
      case "Identifier", "PkgIdentifier" -> in.fields(this::identifier);
      default -> {}
    }
  }

  private void identifier(String field) {
    if (field.equals("PURL")) {
      purl = text();
    }
  }

  ScannedPackage scanned() {
    boolean unnamed = packageName.isEmpty() && !packageId.isEmpty();
    return new ScannedPackage(unnamed ? packageId : packageName, version, purl, at);
  }

  private void require(ScanFinding.Builder builder, String field) {
    if (!builder.hasId()) {
      throw in.refuse(at, "must have " + field + " but has none");
    }
  }
}
