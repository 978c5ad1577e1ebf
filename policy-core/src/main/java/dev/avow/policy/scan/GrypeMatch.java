package dev.avow.policy.scan;

import dev.avow.policy.document.JsonCursor;
import dev.avow.policy.finding.Location;
import java.util.ArrayList;
import java.util.List;

/** Reads one match of a Grype report. */
final class GrypeMatch {

  private final JsonCursor in;
  private final boolean ignored;
  private final Location at;
  private final ScanFinding.Builder finding;
  private final List<String> reasons = new ArrayList<>();
  private final List<String> related = new ArrayList<>();
  private final List<String> fixes = new ArrayList<>();
  private String state = "";
  private String name = "";
  private String version = "";
  private String purl = "";
  private String path = "";
  private boolean stated;

  GrypeMatch(JsonCursor in, boolean ignored) {
    this.in = in;
    this.ignored = ignored;
    this.at = in.location();
    this.finding = ScanFinding.of(ScanKind.VULNERABILITY, at);
  }

  ScanFinding read() {
    in.fields(this::field);
    if (!finding.hasId()) {
      throw in.refuse(at, "must have vulnerability.id but has none");
    }
    related.forEach(finding::id);
    if (ignored) {
      String reason = reasons.isEmpty() ? "ignored" : "ignored: " + String.join(", ", reasons);
      finding.exemption(stated ? Exemption.notConcerned(reason) : Exemption.tolerated(reason));
    }
    return finding
        .status(status())
        .fixedIn(String.join(", ", fixes))
        .path(path)
        .scanned(new ScannedPackage(name, version, purl, at))
        .build();
  }

  private String text() {
    return in.text().orElse("");
  }

  private void field(String field) {
    switch (field) {
      case "vulnerability" -> in.fields(this::vulnerability);
      case "relatedVulnerabilities" -> in.items(() -> in.fields(this::related));
      case "artifact" -> in.fields(this::artifact);
      case "appliedIgnoreRules" -> in.items(() -> in.fields(this::rule));
      default -> {}
    }
  }

  private void vulnerability(String field) {
    switch (field) {
      case "id" -> finding.id(text());
      case "severity" -> finding.severity(Words.severity(text()));
      case "fix" -> in.fields(this::fix);
      default -> {}
    }
  }

  private void related(String field) {
    if (field.equals("id")) {
      in.text().ifPresent(related::add);
    }
  }

  private void fix(String field) {
    switch (field) {
      case "state" -> state = text();
      case "versions" -> in.items(() -> in.text().ifPresent(fixes::add));
      default -> {}
    }
  }

  private FixStatus status() {
    return switch (state) {
      case "fixed" -> FixStatus.FIXED;
      case "not-fixed" -> FixStatus.AFFECTED;
      case "wont-fix" -> FixStatus.WILL_NOT_FIX;
      default -> FixStatus.UNKNOWN;
    };
  }

  private void artifact(String field) {
    switch (field) {
      case "name" -> name = text();
      case "version" -> version = text();
      case "purl" -> purl = text();
      case "locations" -> in.items(() -> in.fields(this::location));
      default -> {}
    }
  }

  private void location(String field) {
    if (field.equals("path") && path.isEmpty()) {
      path = text();
    }
  }

  private void rule(String field) {
    switch (field) {
      case "reason", "fix-state", "vulnerability", "vex-justification" -> reason(field);
      case "vex-status" -> {
        String status = text();
        stated = stated || status.equals("not_affected") || status.equals("fixed");
        add(field, status);
      }
      default -> {}
    }
  }

  private void reason(String field) {
    add(field, text());
  }

  private void add(String field, String value) {
    if (!value.isBlank()) {
      reasons.add(field.equals("reason") ? value : field + " " + value);
    }
  }
}
