package dev.avow.policy.scan;

import dev.avow.policy.document.DocumentException;
import dev.avow.policy.document.DocumentReader;
import dev.avow.policy.document.Field;
import dev.avow.policy.document.Node;
import dev.avow.policy.document.Unreadable;
import dev.avow.policy.document.Unreadable.Cause;
import dev.avow.policy.finding.Selector;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads {@code .trivyignore.yaml}, where entries have paths, packages, an end and a statement.
 *
 * @see <a href="https://trivy.dev/latest/docs/configuration/filtering/">Filtering</a>
 */
final class TrivyYamlIgnores {

  private static final Map<String, ScanKind> KINDS =
      Map.of(
          "vulnerabilities", ScanKind.VULNERABILITY,
          "misconfigurations", ScanKind.MISCONFIGURATION,
          "secrets", ScanKind.SECRET,
          "licenses", ScanKind.LICENSE);

  private final String source;
  private final String text;
  private final IgnoreEntries entries = new IgnoreEntries();

  TrivyYamlIgnores(String source, String text) {
    this.source = source;
    this.text = text;
  }

  IgnoreFile read() {
    if (text.lines().allMatch(line -> line.isBlank() || line.strip().startsWith("#"))) {
      return entries.file();
    }
    Field root = DocumentReader.yaml12().readOne(source, text).field();
    if (!root.isMapping() && root.isPresent()) {
      throw refuse(root, "must be a mapping");
    }
    for (Field kind : root.fields()) {
      ScanKind known = KINDS.get(kind.name());
      if (known != null) {
        list(kind).forEach(entry -> entry(entry, known));
      }
    }
    return entries.file();
  }

  private static List<Field> list(Field field) {
    if (field.isPresent() && !field.isList()) {
      throw refuse(field, "must be a list");
    }
    return field.items();
  }

  private static DocumentException refuse(Field at, String must) {
    String reason = "%s %s but %s".formatted(at.path(), must, at.found());
    return new DocumentException(
        new Unreadable(at.location(), Cause.MALFORMED, reason.stripLeading()));
  }

  private void entry(Field entry, ScanKind kind) {
    String id =
        entry.field("id").text().orElseThrow(() -> refuse(entry.field("id"), "must be a text"));
    Field end = entry.field("expired_at");
    Optional<LocalDate> date = written(end).flatMap(IgnoreEntries::date);
    if (end.isPresent() && date.isEmpty()) {
      entries.skip(end.location(), "end must look like \"2026-01-31\"", end.found());
      return;
    }
    String why = entry.field("statement").text().orElse("");
    Selector named = Selector.where("id", Waivers.literal(id));
    for (Optional<String> path : globs(entry.field("paths"), false)) {
      Selector inFile = path.map(it -> named.and("path", it)).orElse(named);
      for (Optional<String> purl : globs(entry.field("purls"), true)) {
        Selector on = purl.map(it -> inFile.and("package", it)).orElse(inFile);
        entries.add(ScanRules.of(kind).value(), on, why, date, entry.field("id").location());
      }
    }
  }

  private static Optional<String> written(Field field) {
    return field.node().map(node -> node instanceof Node.Scalar scalar ? scalar.text() : "");
  }

  /** Returns the globs of a list; a list that is empty or absent asks for nothing. */
  private static List<Optional<String>> globs(Field list, boolean purls) {
    List<Optional<String>> globs =
        list(list).stream()
            .map(it -> it.text().orElseThrow(() -> refuse(it, "must be a text")))
            .map(it -> Optional.of(purls ? PurlGlob.of(it) : it))
            .toList();
    return globs.isEmpty() ? List.of(Optional.empty()) : globs;
  }
}
