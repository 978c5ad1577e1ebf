package dev.avow.k8s.rule;

import dev.avow.policy.finding.Subject;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** Finds what two Ingresses take. */
final class UniquePaths {

  private UniquePaths() {}

  static void judge(Group group, GroupReporter report) {
    boolean hostAlone = report.settings().get(RouteRules.HOST_ALONE);
    Map<String, List<Observed<IngressPath>>> byKey = new TreeMap<>();
    for (Observed<IngressPath> each : group.all(RouteRules.PATHS)) {
      if (each.value().missing().isEmpty()) {
        report.pass(each.subject());
        byKey.computeIfAbsent(key(each.value(), hostAlone), none -> new ArrayList<>()).add(each);
      } else {
        report.missing(each, each.value().missing());
      }
    }
    byKey.values().forEach(same -> judge(same, hostAlone, report));
  }

  private static String key(IngressPath path, boolean hostAlone) {
    String host = path.controller() + "\n" + path.host().toLowerCase(Locale.ROOT);
    return hostAlone ? host : host + "\n" + path.path();
  }

  /** Which of them is meant to have it, nobody can tell. */
  private static void judge(
      List<Observed<IngressPath>> same, boolean hostAlone, GroupReporter report) {
    List<Subject> takers = same.stream().map(Observed::subject).distinct().toList();
    boolean taken = hostAlone ? takers.size() > 1 : same.size() > 1;
    if (!taken) {
      return;
    }
    for (Observed<IngressPath> each : same) {
      String what = hostAlone ? "the host " + each.value().host() : each.value().taken();
      GroupReporter.Details details =
          report.fail(each, "takes what another rule takes as well: " + what);
      same.stream()
          .filter(other -> !other.equals(each))
          .forEach(other -> details.via(other.location(), "taken by " + other.subject()));
    }
  }
}
