package dev.avow.k8s.rule;

import dev.avow.k8s.network.ListeningPort;
import dev.avow.k8s.network.Match;
import dev.avow.k8s.network.NetworkPod;
import dev.avow.k8s.network.Residence;
import java.util.List;

/** Finds the ports of containers that no Service leads to. */
final class ServedPorts {

  private ServedPorts() {}

  static void judge(Group group, GroupReporter report) {
    List<ServiceView> services =
        group.all(NetworkFacts.SERVICES).stream().map(Observed::value).toList();
    List<Residence> homes = services.stream().map(ServiceView::residence).toList();
    Universe universe = new Universe(group, report, homes, "Services");
    for (Observed<NetworkPod> each : group.all(NetworkFacts.PODS)) {
      NetworkPod pod = each.value();
      if (pod.ports().known().isEmpty() && pod.ports().missing().isEmpty()) {
        report.notApplicable(pod.subject());
      } else if (!pod.ports().missing().isEmpty()) {
        report.missing(pod.subject(), pod.at(), pod.ports().missing());
      }
      pod.ports().known().forEach(port -> judge(pod, port, services, universe, report));
    }
  }

  private static void judge(
      NetworkPod pod,
      ListeningPort port,
      List<ServiceView> services,
      Universe universe,
      GroupReporter report) {
    Match served = Match.of(false);
    for (ServiceView service : services) {
      Match here = service.leadsTo(pod);
      for (ServiceView.Target target : service.ports()) {
        served = served.or(here.and(target.leadsTo(port)));
      }
    }
    if (served.fails()) {
      served = universe.mayBeIn(pod.identity().residence());
    }
    if (served.holds()) {
      report.pass(pod.subject());
    } else if (served.isUnknown()) {
      report.missing(pod.subject(), port.at(), served.missing());
    } else {
      report.fail(
          pod.subject(),
          port.at(),
          "listens on %s in %s, to which no Service leads"
              .formatted(port.port(), port.container()));
    }
  }
}
