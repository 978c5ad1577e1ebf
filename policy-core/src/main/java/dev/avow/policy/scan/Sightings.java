package dev.avow.policy.scan;

import dev.avow.policy.finding.Severity;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What several reports say of one thing. */
final class Sightings {

  private final List<Sighting> all = new ArrayList<>(1);
  private final Set<String> ids = new LinkedHashSet<>(2);

  private Sightings(Sighting first) {
    add(first);
  }

  /**
   * Brings together what reports found alike: of the same kind, in the same package or place of the
   * same artifact, under a common name. What one report tells twice stays two.
   */
  static List<Sightings> of(List<ScanReport> reports) {
    List<Sightings> known = new ArrayList<>();
    for (ScanReport report : reports) {
      Map<String, List<Sightings>> byId = new HashMap<>();
      known.forEach(
          it -> it.ids.forEach(id -> byId.computeIfAbsent(id, k -> new ArrayList<>()).add(it)));
      for (ScanFinding finding : report.findings()) {
        Sighting sighting = new Sighting(report, finding);
        Sightings same = same(sighting, byId);
        if (same == null) {
          known.add(new Sightings(sighting));
        } else {
          same.add(sighting);
        }
      }
    }
    return known;
  }

  private static @Nullable Sightings same(Sighting sighting, Map<String, List<Sightings>> byId) {
    for (String id : sighting.finding().ids()) {
      for (Sightings known : byId.getOrDefault(id, List.of())) {
        if (!known.isIn(sighting.report()) && known.first().isSameAs(sighting)) {
          return known;
        }
      }
    }
    return null;
  }

  @SuppressWarnings("ReferenceEquality") // two equal reports are two
  private boolean isIn(ScanReport report) {
    return all.get(all.size() - 1).report() == report;
  }

  private void add(Sighting sighting) {
    all.add(sighting);
    ids.addAll(sighting.finding().ids());
  }

  Sighting first() {
    return all.get(0);
  }

  List<Sighting> others() {
    return all.subList(1, all.size());
  }

  Set<String> ids() {
    return ids;
  }

  /** Returns whether a fix, or what is said of one, lets it be passed over. */
  boolean isIgnored(Set<FixStatus> ignored) {
    return first().finding().kind() == ScanKind.VULNERABILITY
        && all.stream().allMatch(it -> ignored.contains(it.finding().status()));
  }

  /**
   * Returns whether it is stated not to be there: by all who tell of it, or in a document made for
   * that. What a scanner of another version calls mended may be there all the same.
   */
  boolean isUnconcerned() {
    return all.stream().allMatch(Sighting::isUnconcerned)
        || all.stream()
            .anyMatch(it -> it.report().format() == ScanFormat.CYCLONEDX && it.isUnconcerned());
  }

  /**
   * Returns how much it matters: by the preferred scanner that knows, or the highest of all.
   * UNKNOWN if it might reach {@code failAt} and nobody can tell.
   */
  Severity severity(List<ScanFormat> preferred, Severity failAt) {
    for (ScanFormat format : preferred) {
      for (Sighting sighting : all) {
        Severity told = sighting.finding().severity();
        if (sighting.report().format() == format && told != Severity.UNKNOWN) {
          return weigh(told, sighting.finding().atMost(), failAt);
        }
      }
    }
    Severity severity = Severity.UNKNOWN;
    Severity atMost = Severity.UNKNOWN;
    for (Sighting sighting : all) {
      severity = Words.max(severity, sighting.finding().severity());
      atMost = Words.max(atMost, sighting.finding().atMost());
    }
    return weigh(severity, atMost, failAt);
  }

  private static Severity weigh(Severity severity, Severity atMost, Severity failAt) {
    return atMost.atLeast(failAt) && !severity.atLeast(failAt) ? Severity.UNKNOWN : severity;
  }
}
