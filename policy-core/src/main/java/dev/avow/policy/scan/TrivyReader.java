package dev.avow.policy.scan;

import dev.avow.policy.document.JsonCursor;
import dev.avow.policy.finding.Location;
import dev.avow.policy.finding.Severity;
import dev.avow.policy.scan.ScanReport.Draft;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * Reads Trivy's JSON, schema 2.
 *
 * @see <a href="https://trivy.dev/latest/docs/configuration/reporting/">Reporting</a>
 */
final class TrivyReader implements FormatReader {

  private static final long SCHEMA = 2;

  private final JsonCursor in;
  private final Draft draft;
  private long schema;
  private String name = "";
  private String type = "";
  private final List<String> tags = new ArrayList<>();
  private final List<String> digests = new ArrayList<>();
  private final StringBuilder system = new StringBuilder();
  private boolean ended;

  /** What all findings of one result share. */
  private String target = "";

  private String targetClass = "";
  private final List<ScanFinding.Builder> waiting = new ArrayList<>();

  TrivyReader(JsonCursor in, Location start) {
    this.in = in;
    this.draft = new Draft(ScanFormat.TRIVY, start);
  }

  @Override
  public void field(String field) {
    switch (field) {
      case "SchemaVersion" -> schema();
      case "CreatedAt" -> draft.createdAt = Words.instant(in).orElse(null);
      case "ArtifactName" -> name = in.text().orElse("");
      case "ArtifactType" -> type = in.text().orElse("");
      case "Metadata" -> in.fields(this::metadata);
      case "Results" -> in.items(this::result);
      default -> {}
    }
  }

  private void schema() {
    schema = in.integer().orElse(0);
    if (schema != SCHEMA) {
      throw in.refuse("must be 2 but is " + schema);
    }
  }

  private void metadata(String field) {
    switch (field) {
      case "OS" -> in.fields(this::system);
      case "RepoTags" -> texts(tags::add);
      case "RepoDigests" -> texts(digests::add);
      default -> {}
    }
  }

  private void texts(Consumer<String> into) {
    in.items(() -> in.text().ifPresent(into));
  }

  private void system(String field) {
    switch (field) {
      case "Family" -> in.text().ifPresent(text -> system.insert(0, text));
      case "Name" -> in.text().ifPresent(text -> system.append(' ').append(text));
      case "EOSL", "Eosl" -> ended = in.flag().orElse(false);
      default -> {}
    }
  }

  private void result() {
    draft.targets++;
    target = "";
    targetClass = "";
    waiting.clear();
    in.fields(this::result);
    waiting.forEach(this::finish);
    switch (targetClass) {
      case "os-pkgs", "lang-pkgs" -> draft.lookedFor(ScanKind.VULNERABILITY);
      case "config" -> draft.lookedFor(ScanKind.MISCONFIGURATION);
      default -> {}
    }
  }

  private void result(String field) {
    switch (field) {
      case "Target" -> target = in.text().orElse("");
      case "Class" -> targetClass = in.text().orElse("");
      case "Packages" -> packages();
      case "Vulnerabilities" -> in.items(() -> take(new TrivyItem(in).vulnerability()));
      case "Misconfigurations" -> in.items(this::misconfiguration);
      case "Secrets" -> in.items(() -> take(new TrivyItem(in).secret()));
      case "Licenses" -> in.items(() -> take(new TrivyItem(in).license()));
      case "ModifiedFindings", "ExperimentalModifiedFindings" -> in.items(this::modified);
      default -> {}
    }
  }

  /** What a finding is in stands before it, as Trivy writes it, or else behind. */
  private void take(ScanFinding.Builder finding) {
    if (target.isEmpty() || targetClass.isEmpty()) {
      waiting.add(finding);
    } else {
      finish(finding);
    }
  }

  /** Packages of a system are in no one file. */
  private void finish(ScanFinding.Builder finding) {
    if (!targetClass.equals("os-pkgs")) {
      finding.pathUnlessSet(target);
    }
    draft.findings.add(finding.build());
  }

  private void packages() {
    List<ScannedPackage> known = draft.packages == null ? new ArrayList<>() : draft.packages;
    draft.packages = known;
    in.items(
        () -> {
          TrivyItem item = new TrivyItem(in);
          in.fields(item::packageField);
          ScannedPackage one = item.scanned();
          // A library without a URL would look like a package of the system.
          if (!targetClass.equals("lang-pkgs") || !one.purl().isEmpty()) {
            known.add(one);
          }
        });
  }

  private void misconfiguration() {
    TrivyItem item = new TrivyItem(in);
    ScanFinding.Builder finding = item.misconfiguration();
    if (item.isFailure()) {
      take(finding);
    }
  }

  private void modified() {
    TrivyModified item = new TrivyModified(in);
    in.fields(item::field);
    item.finding().ifPresent(this::take);
  }

  @Override
  public ScanReport finish() {
    if (schema != SCHEMA) {
      throw in.refuse(draft.location, "SchemaVersion must be 2 but is not set");
    }
    draft.artifact = new ScannedArtifact(name, type.equals("container_image"), tags, digests);
    draft.endOfLife = ended ? system.toString().strip() : null;
    return ScanReport.of(draft);
  }

  /** Trivy writes no severity where it knows none. */
  static Severity severity(JsonCursor in) {
    return in.text().map(Words::severity).orElse(Severity.UNKNOWN);
  }
}
