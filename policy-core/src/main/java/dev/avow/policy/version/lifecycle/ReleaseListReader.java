package dev.avow.policy.version.lifecycle;

import dev.avow.policy.document.Field;
import dev.avow.policy.document.form.Problems;
import dev.avow.policy.version.SupportedVersions;
import dev.avow.policy.version.ask.Release;
import dev.avow.policy.version.ask.ReleaseCatalog;
import dev.avow.policy.version.scheme.Version;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads a list of all releases.
 *
 * @param name the product's name
 * @param problems where problems go
 */
record ReleaseListReader(String name, Problems problems) {

  Lifecycle read(Field list) {
    List<Release> releases = new ArrayList<>();
    list.items().forEach(item -> release(item).ifPresent(releases::add));
    return new Lifecycle(name, SupportedVersions.none(), ReleaseCatalog.of(releases));
  }

  private Optional<Release> release(Field item) {
    Optional<String> version = Values.text(item.field("version"));
    if (version.isEmpty()) {
      problems.mismatch(item.field("version"), "be a version such as 1.0.3");
      return Optional.empty();
    }
    Release release = Release.of(Version.of(version.get()));
    Field date = item.field("date");
    if (date.isPresent()) {
      Optional<LocalDate> day = Values.day(date);
      if (day.isEmpty()) {
        problems.mismatch(date, "be a date such as 2027-01-31");
        return Optional.empty();
      }
      release = release.on(day.get());
    }
    boolean lts = item.field("lts").isTrue().holds();
    return Optional.of(lts ? release.withLongTermSupport() : release);
  }
}
