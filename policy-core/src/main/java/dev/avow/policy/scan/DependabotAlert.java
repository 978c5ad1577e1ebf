package dev.avow.policy.scan;

import dev.avow.policy.document.JsonCursor;
import dev.avow.policy.finding.Location;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Reads one alert of Dependabot. */
final class DependabotAlert {

  private final JsonCursor in;
  private final Location at;
  private final ScanFinding.Builder finding;
  private String state = "";
  private String reason = "";
  private String comment = "";
  private String name = "";
  private String ecosystem = "";
  private @Nullable Instant since;

  DependabotAlert(JsonCursor in) {
    this.in = in;
    this.at = in.location();
    this.finding = ScanFinding.of(ScanKind.VULNERABILITY, at).status(FixStatus.AFFECTED);
  }

  ScanFinding read() {
    in.fields(this::field);
    if (state.isEmpty() || !finding.hasId()) {
      throw in.refuse(at, "must have state and security_advisory, as alerts do, but lacks them");
    }
    if (since != null) {
      finding.since(since);
    }
    String why = (reason.isEmpty() ? "" : ": " + reason.replace('_', ' '));
    String more = comment.isEmpty() ? "" : " (" + comment + ")";
    switch (state) {
      case "open" -> {}
      case "fixed" -> finding.exemption(Exemption.notConcerned("fixed"));
      case "dismissed", "auto_dismissed" ->
          finding.exemption(Exemption.tolerated(state.replace('_', ' ') + why + more));
      default -> throw in.refuse(at, stateRefused());
    }
    return finding.scanned(new ScannedPackage(name, "", purl(), at)).build();
  }

  private String stateRefused() {
    return "state must be open, fixed, dismissed or auto_dismissed but is \"%s\"".formatted(state);
  }

  private String text() {
    return in.text().orElse("");
  }

  private void field(String field) {
    switch (field) {
      case "state" -> state = text();
      case "created_at" -> since = Words.instant(in).orElse(null);
      case "dismissed_reason" -> reason = text();
      case "dismissed_comment" -> comment = text();
      case "dependency" -> in.fields(this::dependency);
      case "security_advisory" -> in.fields(this::advisory);
      case "security_vulnerability" -> in.fields(this::vulnerability);
      default -> {}
    }
  }

  private void dependency(String field) {
    switch (field) {
      case "package" -> in.fields(this::named);
      case "manifest_path" -> finding.path(text());
      default -> {}
    }
  }

  private void named(String field) {
    switch (field) {
      case "name" -> name = text();
      case "ecosystem" -> ecosystem = text();
      default -> {}
    }
  }

  private void advisory(String field) {
    switch (field) {
      case "ghsa_id", "cve_id" -> finding.id(text());
      case "summary" -> finding.title(text());
      default -> {}
    }
  }

  private void vulnerability(String field) {
    switch (field) {
      case "severity" -> finding.severity(Words.severity(text()));
      case "package" -> {
        if (name.isEmpty()) {
          in.fields(this::named);
        }
      }
      case "first_patched_version" -> in.fields(this::patched);
      default -> {}
    }
  }

  private void patched(String field) {
    if (field.equals("identifier")) {
      in.text().ifPresent(fix -> finding.fixedIn(fix).status(FixStatus.FIXED));
    }
  }

  private String purl() {
    String type =
        switch (ecosystem) {
          case "npm", "pub", "maven", "nuget", "composer" -> ecosystem;
          case "pip" -> "pypi";
          case "go" -> "golang";
          case "rust" -> "cargo";
          case "rubygems" -> "gem";
          case "actions" -> "github";
          case "erlang" -> "hex";
          case "swift" -> "swift";
          default -> "";
        };
    String path = name.replace("@", "%40").replace(':', '/');
    return type.isEmpty() ? "" : "pkg:%s/%s".formatted(type, path);
  }
}
