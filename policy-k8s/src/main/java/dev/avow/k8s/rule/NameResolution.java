package dev.avow.k8s.rule;

import dev.avow.k8s.network.Direction;
import dev.avow.k8s.network.Labels;
import dev.avow.k8s.network.ListeningPort;
import dev.avow.k8s.network.Match;
import dev.avow.k8s.network.NetworkModel;
import dev.avow.k8s.network.NetworkPod;
import dev.avow.k8s.network.PodIdentity;
import dev.avow.k8s.network.PodPorts;
import dev.avow.k8s.network.Port;
import dev.avow.k8s.network.Protocol;
import dev.avow.k8s.network.Reachability;
import dev.avow.k8s.network.Requirement;
import dev.avow.k8s.network.Requirement.Operator;
import dev.avow.k8s.network.Residence;
import dev.avow.policy.finding.Location;
import dev.avow.policy.finding.Subject;
import dev.avow.policy.rule.Settings;
import java.util.ArrayList;
import java.util.List;

/** Finds the pods that may go somewhere, and not to the name servers. */
final class NameResolution {

  private static final List<Protocol> PROTOCOLS = List.of(Protocol.UDP, Protocol.TCP);

  private final NetworkModel model;
  private final NetworkPod server;
  private final int port;

  private NameResolution(Group group, Settings settings) {
    this.model = NetworkFacts.model(group);
    this.port = settings.get(NetworkRules.DNS_PORT).intValue();
    this.server = server(settings, port);
  }

  static void judge(Group group, GroupReporter report) {
    NameResolution names = new NameResolution(group, report.settings());
    names.model.pods().forEach(pod -> names.judge(pod, report));
  }

  /** The pods of the name servers, as far as a policy may rely on what they are. */
  private static NetworkPod server(Settings settings, int port) {
    String namespace = settings.get(NetworkRules.DNS_NAMESPACE);
    Labels labels = Labels.unknown();
    for (Requirement each : settings.get(NetworkRules.DNS_PODS).requirements()) {
      if (each.operator() == Operator.IN && each.values().size() == 1) {
        labels = labels.with(each.label(), each.values().get(0));
      }
    }
    Location nowhere = Location.in("(cluster)");
    List<ListeningPort> ports =
        List.of(
            new ListeningPort("dns", Port.udp(port), "name server", nowhere),
            new ListeningPort("dns-tcp", Port.tcp(port), "name server", nowhere));
    return new NetworkPod(
        Subject.of("Pod").with(Subject.NAMESPACE, namespace).with(Subject.NAME, "name server"),
        nowhere,
        new PodIdentity(new Residence.In(namespace), labels, Match.of(false)),
        new PodPorts(ports, ""),
        Match.of(false));
  }

  /** A pod that may connect to nothing has no use for names. */
  private void judge(NetworkPod pod, GroupReporter report) {
    boolean concerned =
        !pod.identity().onHostNetwork().holds()
            && !pod.asksClusterDns().fails()
            && !model.isolation(pod, Direction.EGRESS).isolated().fails()
            && !model.rules(pod, Direction.EGRESS).isEmpty();
    if (!concerned) {
      report.notApplicable(pod.subject());
      return;
    }
    List<Protocol> refused = new ArrayList<>();
    String missing = pod.asksClusterDns().missing();
    for (Protocol protocol : PROTOCOLS) {
      Reachability answer = model.mayLeave(pod, server, new Port(protocol, port));
      if (answer.isDenied()) {
        refused.add(protocol);
      } else if (answer.isUnknown()) {
        missing = answer.missing();
      }
    }
    report(pod, refused, missing, report);
  }

  private void report(
      NetworkPod pod, List<Protocol> refused, String missing, GroupReporter report) {
    if (!refused.isEmpty() && !pod.asksClusterDns().isUnknown()) {
      String what = refused.size() == PROTOCOLS.size() ? "at all" : "over " + refused.get(0);
      GroupReporter.Details details =
          report.fail(
              pod.subject(), pod.at(), "may connect to some places but not ask for names " + what);
      model
          .isolation(pod, Direction.EGRESS)
          .policies()
          .forEach(policy -> details.via(policy.at(), "isolated by " + policy.policy()));
    } else if (missing.isEmpty()) {
      report.pass(pod.subject());
    } else {
      report.missing(pod.subject(), pod.at(), missing);
    }
  }
}
