package dev.avow.disclosure.publish;

import dev.avow.policy.version.SupportCondition;
import dev.avow.policy.version.SupportRow;
import dev.avow.policy.version.SupportStatus;
import dev.avow.policy.version.SupportedVersions;
import dev.avow.policy.version.ask.PreReleases;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Writes supported versions as a table with no more columns than it needs. */
final class VersionTable {

  private VersionTable() {}

  static void write(SupportedVersions versions, PageWriter page) {
    boolean rows = !versions.rows().isEmpty() || versions.others().isPresent();
    boolean preReleases = versions.preReleases() == PreReleases.UNSUPPORTED;
    if (rows || preReleases) {
      page.heading(2, "Supported versions");
    }
    if (rows) {
      table(versions, page);
    }
    if (preReleases) {
      page.paragraph("Pre-releases are not supported.");
    }
  }

  private static void table(SupportedVersions versions, PageWriter page) {
    boolean until = versions.rows().stream().anyMatch(row -> !row.end().text().isEmpty());
    boolean condition = versions.rows().stream().anyMatch(row -> !row.condition().isAny());
    List<List<String>> rows = new ArrayList<>();
    for (SupportRow row : versions.rows()) {
      rows.add(
          cells(
              cell(row),
              mark(row.status()),
              until ? List.of(Texts.line(row.end().text())) : List.of(),
              condition ? List.of(condition(row.condition())) : List.of()));
    }
    versions
        .others()
        .ifPresent(
            status ->
                rows.add(
                    cells(
                        VersionText.OTHERS,
                        mark(status),
                        until ? List.of("") : List.of(),
                        condition ? List.of("") : List.of())));
    page.table(
        cells(
            "Version",
            "Supported",
            until ? List.of("Until") : List.of(),
            condition ? List.of("Severity") : List.of()),
        rows);
  }

  private static List<String> cells(
      String version, String status, List<String> until, List<String> condition) {
    List<String> cells = new ArrayList<>(List.of(version, status));
    cells.addAll(until);
    cells.addAll(condition);
    return cells;
  }

  static String cell(SupportRow row) {
    String text = Texts.line(row.text());
    return switch (row.kind()) {
      case LINE -> text;
      case BRANCH -> text + " branch";
      case IMAGES -> text + " images";
    };
  }

  private static String mark(SupportStatus status) {
    return switch (status) {
      case SUPPORTED -> "✅";
      case UNSUPPORTED -> "❌";
      case BEST_EFFORT -> "Best effort";
      case DEVELOPMENT -> "In development";
    };
  }

  private static String condition(SupportCondition condition) {
    return condition
        .cvss()
        .map(band -> "CVSS " + band)
        .orElseGet(
            () ->
                condition.severities().stream()
                    .map(severity -> Items.capitalised(severity.name().toLowerCase(Locale.ROOT)))
                    .collect(Collectors.joining(", ")));
  }
}
