package dev.avow.policy.scan;

import dev.avow.policy.document.JsonCursor;
import dev.avow.policy.finding.Location;
import dev.avow.policy.finding.Severity;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads what OSV-Scanner says of one package: a group of ids is one vulnerability. */
final class OsvPackage {

  private final JsonCursor in;
  private final String path;
  private final Location at;
  private final Map<String, Details> details = new LinkedHashMap<>();
  private final List<Group> groups = new ArrayList<>();
  private final List<ScanFinding.Builder> licenses = new ArrayList<>();
  private String name = "";
  private String version = "";
  private String ecosystem = "";

  /** What the record of a vulnerability tells. */
  private static final class Details {
    private final Location at;
    private String id = "";
    private String title = "";
    private Severity severity = Severity.UNKNOWN;
    private final List<String> aliases = new ArrayList<>();
    private final List<String> fixes = new ArrayList<>();

    Details(Location at) {
      this.at = at;
    }
  }

  /** The ids of one vulnerability. */
  private static final class Group {
    private final Location at;
    private final List<String> ids = new ArrayList<>();
    private final List<String> aliases = new ArrayList<>();
    private Severity severity = Severity.UNKNOWN;

    Group(Location at) {
      this.at = at;
    }
  }

  OsvPackage(JsonCursor in, String path) {
    this.in = in;
    this.path = path;
    this.at = in.location();
  }

  List<ScanFinding> read() {
    in.fields(this::field);
    ScannedPackage scanned = new ScannedPackage(name, version, purl(), at);
    List<ScanFinding.Builder> found = new ArrayList<>(licenses);
    if (groups.isEmpty()) {
      details.values().forEach(it -> found.add(alone(it)));
    } else {
      groups.forEach(it -> found.add(grouped(it)));
    }
    return found.stream().map(it -> it.path(path).scanned(scanned).build()).toList();
  }

  private ScanFinding.Builder alone(Details one) {
    Group group = new Group(one.at);
    group.ids.add(one.id);
    return grouped(group);
  }

  private ScanFinding.Builder grouped(Group group) {
    ScanFinding.Builder finding = ScanFinding.of(ScanKind.VULNERABILITY, group.at);
    Severity told = Severity.UNKNOWN;
    List<String> fixes = new ArrayList<>();
    group.ids.forEach(finding::id);
    group.aliases.forEach(finding::id);
    for (String id : group.ids) {
      Details known = details.get(id);
      if (known != null) {
        known.aliases.forEach(finding::id);
        fixes.addAll(known.fixes);
        told = Words.max(told, known.severity);
        finding.title(known.title);
      }
    }
    if (!finding.hasId()) {
      throw in.refuse(group.at, "must have ids but has none");
    }
    return finding
        .severity(group.severity == Severity.UNKNOWN ? told : group.severity)
        .status(fixes.isEmpty() ? FixStatus.AFFECTED : FixStatus.FIXED)
        .fixedIn(String.join(", ", fixes.stream().distinct().toList()));
  }

  private String text() {
    return in.text().orElse("");
  }

  private void field(String field) {
    switch (field) {
      case "package" -> in.fields(this::named);
      case "vulnerabilities" -> in.items(this::vulnerability);
      case "groups" -> in.items(this::group);
      case "license_violations" -> in.items(this::license);
      default -> {}
    }
  }

  private void named(String field) {
    switch (field) {
      case "name" -> name = text();
      case "version" -> version = text();
      case "ecosystem" -> ecosystem = text();
      default -> {}
    }
  }

  private void vulnerability() {
    Details one = new Details(in.location());
    in.fields(field -> vulnerability(field, one));
    details.put(one.id, one);
  }

  private void vulnerability(String field, Details into) {
    switch (field) {
      case "id" -> into.id = text();
      case "summary" -> into.title = text();
      case "aliases" -> in.items(() -> in.text().ifPresent(into.aliases::add));
      case "database_specific" -> in.fields(each -> database(each, into));
      case "affected" -> in.items(() -> in.fields(each -> affected(each, into)));
      default -> {}
    }
  }

  private void database(String field, Details into) {
    // Databases write what they like here; only a text can be a severity.
    if (field.equals("severity") && !in.isList() && !in.isMapping()) {
      into.severity = Words.severity(in.textOrNumber().orElse(""));
    }
  }

  private void affected(String field, Details into) {
    if (field.equals("ranges")) {
      in.items(() -> in.fields(each -> range(each, into)));
    }
  }

  private void range(String field, Details into) {
    if (field.equals("events")) {
      in.items(() -> in.fields(each -> event(each, into)));
    }
  }

  private void event(String field, Details into) {
    if (field.equals("fixed")) {
      in.text().ifPresent(into.fixes::add);
    }
  }

  private void group() {
    Group group = new Group(in.location());
    in.fields(
        field -> {
          switch (field) {
            case "ids" -> in.items(() -> in.text().ifPresent(group.ids::add));
            case "aliases" -> in.items(() -> in.text().ifPresent(group.aliases::add));
            case "max_severity" -> group.severity = Words.ofScore(text());
            default -> {}
          }
        });
    groups.add(group);
  }

  private void license() {
    licenses.add(ScanFinding.of(ScanKind.LICENSE, in.location()).id(text()));
  }

  /** OSV names ecosystems in its own way; these are the ones that have a type of package URL. */
  private String purl() {
    String type =
        switch (ecosystem) {
          case "npm" -> "npm";
          case "PyPI" -> "pypi";
          case "Go" -> "golang";
          case "crates.io" -> "cargo";
          case "RubyGems" -> "gem";
          case "NuGet" -> "nuget";
          case "Packagist" -> "composer";
          case "Maven" -> "maven";
          default -> "";
        };
    if (type.isEmpty()) {
      return "";
    }
    String path = name.replace("@", "%40").replace(':', '/');
    return "pkg:%s/%s%s".formatted(type, path, version.isEmpty() ? "" : "@" + version);
  }
}
