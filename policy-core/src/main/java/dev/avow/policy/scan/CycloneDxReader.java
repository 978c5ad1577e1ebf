package dev.avow.policy.scan;

import dev.avow.policy.document.JsonCursor;
import dev.avow.policy.finding.Location;
import dev.avow.policy.scan.ScanReport.Draft;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads CycloneDX: a bill of materials with its vulnerabilities, or statements about them alone.
 *
 * @see <a href="https://cyclonedx.org/docs/1.6/json/">CycloneDX 1.6</a>
 */
final class CycloneDxReader implements FormatReader {

  private static final String TRIVY = "aquasecurity:trivy:";

  private final JsonCursor in;
  private final Draft draft;
  private boolean isBom;
  private final Component subject = new Component();
  private final List<ScannedPackage> packages = new ArrayList<>();

  /** The components by the references that vulnerabilities make. */
  private final Map<String, ScannedPackage> byReference = new HashMap<>();

  private final List<CycloneDxVulnerability> vulnerabilities = new ArrayList<>();

  /** A component while it is read. */
  private static final class Component {
    private String type = "";
    private String name = "";
    private String group = "";
    private String version = "";
    private String purl = "";
    private String reference = "";
    private final List<String> tags = new ArrayList<>();
    private final List<String> digests = new ArrayList<>();

    ScannedPackage at(Location place) {
      return new ScannedPackage(group.isEmpty() ? name : group + "/" + name, version, purl, place);
    }
  }

  CycloneDxReader(JsonCursor in, Location start) {
    this.in = in;
    this.draft = new Draft(ScanFormat.CYCLONEDX, start);
  }

  @Override
  public void field(String field) {
    switch (field) {
      case "bomFormat" -> isBom = in.text().orElse("").equals("CycloneDX");
      case "metadata" -> in.fields(this::metadata);
      case "components" -> in.items(this::component);
      case "vulnerabilities" -> {
        draft.lookedFor(ScanKind.VULNERABILITY);
        in.items(() -> vulnerabilities.add(CycloneDxVulnerability.read(in)));
      }
      default -> {}
    }
  }

  private void metadata(String field) {
    switch (field) {
      case "timestamp" -> draft.createdAt = Words.instant(in).orElse(null);
      case "component" -> in.fields(each -> component(each, subject));
      default -> {}
    }
  }

  private void component() {
    Component component = new Component();
    Location at = in.location();
    in.fields(field -> component(field, component));
    ScannedPackage read = component.at(at);
    packages.add(read);
    if (!component.reference.isEmpty()) {
      byReference.put(component.reference, read);
    }
  }

  private void component(String field, Component into) {
    switch (field) {
      case "type" -> into.type = in.text().orElse("");
      case "name" -> into.name = in.text().orElse("");
      case "group" -> into.group = in.text().orElse("");
      case "version" -> into.version = in.text().orElse("");
      case "purl" -> into.purl = in.text().orElse("");
      case "bom-ref" -> into.reference = in.text().orElse("");
      case "components" -> in.items(this::component);
      case "properties" -> in.items(() -> property(into));
      default -> {}
    }
  }

  private void property(Component into) {
    String[] pair = {"", ""};
    in.fields(
        field -> {
          switch (field) {
            case "name" -> pair[0] = in.text().orElse("");
            case "value" -> pair[1] = in.text().orElse("");
            default -> {}
          }
        });
    switch (pair[0]) {
      case TRIVY + "RepoTag" -> into.tags.add(pair[1]);
      case TRIVY + "RepoDigest" -> into.digests.add(pair[1]);
      default -> {}
    }
  }

  @Override
  public ScanReport finish() {
    if (!isBom) {
      throw in.refuse(draft.location, "bomFormat must be \"CycloneDX\" but is not");
    }
    boolean image = subject.type.equals("container");
    draft.artifact = new ScannedArtifact(subject.name, image, subject.tags, subject.digests);
    draft.packages = packages.isEmpty() ? null : packages;
    draft.targets = packages.size();
    vulnerabilities.forEach(
        it -> it.findings(byReference, subject.reference).forEach(draft.findings::add));
    draft.statements =
        packages.isEmpty()
            && !vulnerabilities.isEmpty()
            && vulnerabilities.stream().allMatch(CycloneDxVulnerability::isAnalysed);
    return ScanReport.of(draft);
  }
}
