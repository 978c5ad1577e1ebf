package dev.avow.policy;

import dev.avow.policy.commitment.Commitment;
import dev.avow.policy.finding.Location;
import dev.avow.policy.version.SupportRow;
import java.util.List;
import java.util.function.Function;

/**
 * Where the items of a list of a policy say that they are written, whatever they were read from.
 */
record DeclaredPlaces(List<Location> places) {

  static DeclaredPlaces of(SecurityPolicy policy, String list) {
    Reporting reporting = policy.reporting();
    return new DeclaredPlaces(
        switch (list) {
          case "supported-versions.rows" ->
              all(policy.supportedVersions().rows(), SupportRow::declaredAt);
          case "reporting.channels" -> all(reporting.channels(), Channel::declaredAt);
          case "reporting.never" -> all(reporting.never(), Channel::declaredAt);
          case "reporting.comments" -> all(reporting.comments(), Channel::declaredAt);
          case "reporting.contents" -> all(reporting.contents(), ReportItem::declaredAt);
          case "commitments" -> all(policy.commitments(), Commitment::declaredAt);
          case "disclosure.timeline" -> all(policy.disclosure().rows(), TimelineRow::declaredAt);
          case "incident-response" -> all(policy.incidentResponse(), Obligation::declaredAt);
          case "announcements" -> all(policy.announcements(), Announcement::declaredAt);
          case "scope.in" -> all(policy.scope().in(), ScopeItem::declaredAt);
          case "scope.out" -> all(policy.scope().out(), ScopeItem::declaredAt);
          case "considerations" -> all(policy.considerations(), Consideration::declaredAt);
          default -> List.of();
        });
  }

  private static <T> List<Location> all(List<T> items, Function<T, Location> place) {
    return items.stream().map(place).toList();
  }

  Location of(int item) {
    return item < places.size() ? places.get(item) : Require.IN_CODE;
  }
}
