package dev.avow.policy.scan;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What documents state of vulnerabilities without having scanned anything (VEX). */
final class Statements {

  private final List<ScanReport> documents;
  private final Map<String, List<Sighting>> byId = new HashMap<>();

  Statements(List<ScanReport> reports) {
    this.documents = reports.stream().filter(ScanReport::isStatements).toList();
    for (ScanReport document : documents) {
      for (ScanFinding finding : document.findings()) {
        Sighting stated = new Sighting(document, finding);
        finding.ids().forEach(id -> byId.computeIfAbsent(id, k -> new ArrayList<>()).add(stated));
      }
    }
  }

  /** Returns whether a statement says that {@code seen} does not concern the artifact. */
  boolean excuse(Sightings seen) {
    return seen.ids().stream()
        .flatMap(id -> byId.getOrDefault(id, List.of()).stream())
        .anyMatch(stated -> stated.isUnconcerned() && isAbout(stated, seen.first()));
  }

  /** A statement without a package is about the product as a whole, which must be the same. */
  private static boolean isAbout(Sighting stated, Sighting seen) {
    if (stated.finding().scannedPackage().isEmpty()) {
      return !stated.report().artifact().name().isEmpty()
          && stated.report().artifact().name().equals(seen.report().artifact().name());
    }
    return seen.finding()
        .scannedPackage()
        .filter(it -> Sighting.samePackage(stated.finding().scannedPackage().get(), it))
        .isPresent();
  }

  /** Returns what is stated to concern the artifact and none of {@code scans} has found. */
  List<Sightings> unmatched(List<ScanReport> scans) {
    Map<String, List<Sighting>> found = new HashMap<>();
    for (ScanReport scan : scans) {
      for (ScanFinding finding : scan.findings()) {
        Sighting seen = new Sighting(scan, finding);
        finding.ids().stream()
            .filter(byId::containsKey)
            .forEach(id -> found.computeIfAbsent(id, k -> new ArrayList<>()).add(seen));
      }
    }
    return Sightings.of(documents).stream()
        .filter(it -> !it.isUnconcerned())
        .filter(
            it ->
                it.ids().stream()
                    .flatMap(id -> found.getOrDefault(id, List.of()).stream())
                    .noneMatch(seen -> isAbout(it.first(), seen)))
        .toList();
  }
}
