package dev.avow.k8s.rule;

import dev.avow.k8s.network.NetworkPod;
import dev.avow.k8s.network.Residence;
import dev.avow.k8s.rule.Exposures.Way;
import dev.avow.policy.finding.Glob;
import dev.avow.policy.finding.Subject;
import java.util.List;

/** Finds the workloads that can be reached from outside without being meant to. */
final class ExposedWorkloads {

  private ExposedWorkloads() {}

  static void judge(Group group, GroupReporter report) {
    List<Glob> allowed = report.settings().get(ExposureRules.ALLOWED);
    Exposures exposures = new Exposures(group);
    for (Observed<NetworkPod> each : group.all(NetworkFacts.PODS)) {
      String name = name(each.value());
      if (allowed.stream().anyMatch(glob -> glob.matches(name))) {
        report.pass(each.value().subject());
      } else {
        judge(each.value(), exposures.to(each.value()), report);
      }
    }
  }

  private static void judge(NetworkPod pod, List<Way> ways, GroupReporter report) {
    report.pass(pod.subject());
    List<Way> certain = ways.stream().filter(way -> way.leads().holds()).toList();
    if (!certain.isEmpty()) {
      Way first = certain.get(0);
      GroupReporter.Details details =
          report.fail(
              pod.subject(),
              pod.at(),
              "can be reached from outside: %s, %s".formatted(first.by(), first.how()));
      certain.forEach(way -> details.via(way.at(), way.by() + ", " + way.how()));
    } else if (!ways.isEmpty()) {
      report.missing(pod.subject(), pod.at(), ways.get(0).leads().missing());
    }
  }

  private static String name(NetworkPod pod) {
    String name = String.join("", pod.subject().values(Subject.NAME));
    return pod.identity().residence() instanceof Residence.In in
        ? in.namespace() + "/" + name
        : name;
  }
}
