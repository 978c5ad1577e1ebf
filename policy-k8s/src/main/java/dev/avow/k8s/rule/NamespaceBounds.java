package dev.avow.k8s.rule;

import dev.avow.k8s.rule.NamespacePart.Role;
import dev.avow.policy.finding.Subject;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Finds the namespaces that nothing bounds. */
final class NamespaceBounds {

  /** What a cluster runs out of first. */
  private static final List<Metered> NEEDED = List.of(Metered.CPU, Metered.MEMORY);

  private final Group group;
  private final GroupReporter report;
  private final List<Observed<NamespacePart>> parts;

  private NamespaceBounds(Group group, GroupReporter report) {
    this.group = group;
    this.report = report;
    this.parts = group.all(NamespaceBoundRules.NAMESPACE_PARTS);
  }

  /**
   * Judges the namespace, if it is here or something runs in it.
   *
   * @param bound what must bound it
   * @param kind what that is called
   */
  static void judge(Group group, GroupReporter report, Role bound, String kind) {
    NamespaceBounds bounds = new NamespaceBounds(group, report);
    List<Observed<?>> concerned = new ArrayList<>(bounds.all(Role.NAMESPACE));
    boolean isHere = !concerned.isEmpty();
    concerned.addAll(group.all(NamespaceBoundRules.TENANTS));
    if (!concerned.isEmpty()) {
      bounds.judge(concerned.get(0), isHere, bound, kind);
    }
  }

  private void judge(Observed<?> place, boolean isHere, Role bound, String kind) {
    Subject namespace = group.key().subject();
    List<Metered> open = new ArrayList<>(NEEDED);
    all(bound).forEach(part -> open.removeAll(part.value().covers()));
    String missing =
        all(bound).stream()
            .map(part -> part.value().missing())
            .filter(what -> !what.isEmpty())
            .findFirst()
            .orElse(isHere ? "" : "a %s of %s, or the namespace itself".formatted(kind, namespace));
    if (open.isEmpty()) {
      report.pass(namespace);
    } else if (!missing.isEmpty()) {
      report.missing(namespace, place.location(), missing);
    } else {
      String what =
          open.stream()
              .map(resource -> resource.name().toLowerCase(Locale.ROOT))
              .collect(Collectors.joining(" and "));
      report.fail(namespace, place.location(), "has no %s for %s".formatted(kind, what));
    }
  }

  private List<Observed<NamespacePart>> all(Role role) {
    return parts.stream().filter(part -> part.value().role() == role).toList();
  }
}
