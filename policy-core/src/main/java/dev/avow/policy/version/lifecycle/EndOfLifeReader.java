package dev.avow.policy.version.lifecycle;

import dev.avow.policy.document.Field;
import dev.avow.policy.document.form.Problems;
import dev.avow.policy.version.SupportRow;
import dev.avow.policy.version.SupportStatus;
import dev.avow.policy.version.SupportedVersions;
import dev.avow.policy.version.ask.Release;
import dev.avow.policy.version.ask.ReleaseCatalog;
import dev.avow.policy.version.scheme.Version;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads a product of endoflife.date, whose lines have a name, the day of their first release, their
 * newest release, and the day up to which they get security fixes.
 *
 * @see <a href="https://endoflife.date/docs/api/v1/">the API</a>
 */
final class EndOfLifeReader {

  private final Field product;
  private final String stem;
  private final Problems problems;
  private final List<Release> releases = new ArrayList<>();
  private SupportedVersions versions = SupportedVersions.none();

  EndOfLifeReader(Field product, String stem, Problems problems) {
    this.product = product;
    this.stem = stem;
    this.problems = problems;
  }

  Lifecycle read(Field lines) {
    lines.items().forEach(this::line);
    product.field("identifiers").items().forEach(this::identifier);
    return new Lifecycle(name(), versions, ReleaseCatalog.ofLines(releases));
  }

  private String name() {
    return Values.text(product.field("name"))
        .or(() -> Values.text(product.field("permalink")).map(link -> link.replace("/", "")))
        .orElse(stem);
  }

  private void line(Field line) {
    Field field = first(line, "cycle", "releaseCycle", "name");
    Optional<String> name = Values.text(field);
    if (name.isEmpty()) {
      problems.mismatch(field, "be a line such as 1.4");
      return;
    }
    boolean longTerm = isLongTerm(line);
    releases(line, name.get(), longTerm);
    row(line, name.get())
        .flatMap(
            row -> problems.attempt(field.location(), () -> versions.and(row.at(field.location()))))
        .ifPresent(more -> versions = more);
  }

  private static Field first(Field line, String... names) {
    for (String name : names) {
      if (line.field(name).isPresent()) {
        return line.field(name);
      }
    }
    return line.field(names[0]);
  }

  private static boolean isLongTerm(Field line) {
    Field lts = first(line, "lts", "isLts");
    return lts.isTrue().holds() || Values.day(lts).isPresent();
  }

  private void releases(Field line, String name, boolean longTerm) {
    Release first = Release.of(Version.of(name));
    Optional<LocalDate> begin = Values.day(line.field("releaseDate"));
    add(begin.map(first::on).orElse(first), longTerm);
    Field latest = line.field("latest");
    Field version = latest.isMapping() ? latest.field("name") : latest;
    Field date = latest.isMapping() ? latest.field("date") : line.field("latestReleaseDate");
    Values.text(version)
        .map(text -> Release.of(Version.of(text)))
        .ifPresent(newest -> add(Values.day(date).map(newest::on).orElse(newest), longTerm));
  }

  private void add(Release release, boolean longTerm) {
    releases.add(longTerm ? release.withLongTermSupport() : release);
  }

  /** A day is the last one with fixes; true says that there are none, false that there are. */
  private Optional<SupportRow> row(Field line, String name) {
    Field end = first(line, "eol", "eolFrom", "isEol");
    Optional<LocalDate> day = Values.day(end);
    SupportRow row = SupportRow.line(name);
    if (day.isPresent()) {
      return Optional.of(row.until(day.get()));
    }
    if (end.isAbsent() || end.flag().isPresent()) {
      boolean over = end.isTrue().holds();
      return Optional.of(over ? row.status(SupportStatus.UNSUPPORTED) : row);
    }
    problems.mismatch(end, "be a date such as 2027-01-31, true or false");
    return Optional.empty();
  }

  private void identifier(Field identifier) {
    Field purl = identifier.field("purl");
    boolean typed = identifier.field("type").is("purl").holds();
    Values.text(typed ? identifier.field("id") : purl)
        .ifPresent(text -> versions = versions.ofPackage(text));
  }
}
