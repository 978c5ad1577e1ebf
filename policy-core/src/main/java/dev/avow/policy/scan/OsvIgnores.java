package dev.avow.policy.scan;

import dev.avow.policy.finding.Selector;
import dev.avow.policy.scan.Toml.Table;
import dev.avow.policy.scan.Toml.Value;
import java.time.LocalDate;
import java.util.Optional;

/**
 * Reads {@code osv-scanner.toml}: ignored vulnerabilities, and packages whose vulnerabilities are
 * ignored.
 *
 * @see <a href="https://google.github.io/osv-scanner/configuration/">Configuration</a>
 */
final class OsvIgnores {

  private final Toml toml;
  private final IgnoreEntries entries = new IgnoreEntries();

  OsvIgnores(String source, String text) {
    this.toml = new Toml(source, text);
  }

  IgnoreFile read() {
    for (Table table : toml.tables()) {
      switch (table.name()) {
        case "IgnoredVulns" -> vulnerability(table);
        case "PackageOverrides" -> override(table);
        default -> {}
      }
    }
    return entries.file();
  }

  private void vulnerability(Table table) {
    Value id = table.values().get("id");
    if (id == null) {
      entries.skip(table.at(), "entry must have an id", "has none");
      return;
    }
    add(table, "ignoreUntil", Selector.where("id", Waivers.literal(id.text())));
  }

  private void override(Table table) {
    if (!isTrue(table, "ignore") && !isTrue(table, "vulnerability.ignore")) {
      return;
    }
    Value name = table.values().get("name");
    if (name == null) {
      entries.skip(table.at(), "override must name a package", "names none");
      return;
    }
    String version = text(table, "version");
    String any = version.isEmpty() ? "{,@*}" : "@" + Waivers.literal(version) + "{,\\?*}";
    String path = name.text().replace("@", "%40").replace(':', '/');
    String glob =
        "{%s%s,pkg:*/%s%s}"
            .formatted(Waivers.literal(name.text()), any, Waivers.literal(path), any);
    add(table, "effectiveUntil", Selector.where("package", glob));
  }

  private void add(Table table, String endName, Selector on) {
    Value end = table.values().get(endName);
    Optional<LocalDate> date = end == null ? Optional.empty() : IgnoreEntries.date(end.text());
    if (end != null && date.isEmpty()) {
      entries.skip(end.at(), endName + " must look like 2026-01-31", "was \"" + end.text() + "\"");
      return;
    }
    String rule = ScanRules.of(ScanKind.VULNERABILITY).value();
    entries.add(rule, on, text(table, "reason"), date, table.at());
  }

  private static boolean isTrue(Table table, String name) {
    return text(table, name).equals("true");
  }

  private static String text(Table table, String name) {
    Value value = table.values().get(name);
    return value == null ? "" : value.text();
  }
}
