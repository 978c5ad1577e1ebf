package dev.avow.k8s.rule;

import dev.avow.k8s.network.AppliedRule;
import dev.avow.k8s.network.Direction;
import dev.avow.k8s.network.Isolation;
import dev.avow.k8s.network.LabelSelector;
import dev.avow.k8s.network.Match;
import dev.avow.k8s.network.NetworkModel;
import dev.avow.k8s.network.NetworkPod;
import dev.avow.k8s.network.Peer;
import dev.avow.k8s.network.Port;
import dev.avow.k8s.network.Reachability;
import dev.avow.k8s.network.Reachability.Reason;
import dev.avow.k8s.network.Residence;
import dev.avow.policy.finding.Glob;
import dev.avow.policy.finding.Location;
import java.util.List;
import java.util.Optional;

/** Finds who reaches pods that are meant for a few others. */
final class InternalPods {

  private final NetworkModel model;
  private final List<LabelSelector> meant;
  private final List<Port> ports;
  private final List<LabelSelector> sources;
  private final List<Glob> namespaces;
  private final GroupReporter report;

  private InternalPods(Group group, GroupReporter report) {
    this.model = NetworkFacts.model(group);
    this.meant = report.settings().get(ExposureRules.PODS_MEANT);
    this.ports = report.settings().get(ExposureRules.PORTS);
    this.sources = report.settings().get(ExposureRules.SOURCES);
    this.namespaces = report.settings().get(ExposureRules.SOURCE_NAMESPACES);
    this.report = report;
  }

  static void judge(Group group, GroupReporter report) {
    InternalPods internal = new InternalPods(group, report);
    internal.model.pods().forEach(internal::judge);
  }

  private void judge(NetworkPod pod) {
    Match concerned = isOneOf(meant, pod);
    if (concerned.fails()) {
      report.notApplicable(pod.subject());
    } else if (concerned.isUnknown()) {
      report.missing(pod.subject(), pod.at(), concerned.missing());
    } else if (pod.identity().onHostNetwork().holds()) {
      report.fail(
          pod.subject(), pod.at(), "is on the host network, where no policy keeps anybody out");
    } else {
      guarded(pod);
    }
  }

  private void guarded(NetworkPod pod) {
    Isolation isolation = model.isolation(pod, Direction.INGRESS);
    if (isolation.isolated().fails()) {
      report.fail(
          pod.subject(), pod.at(), "can be reached by every pod: no network policy isolates it");
    } else if (isolation.isolated().isUnknown()) {
      report.missing(pod.subject(), pod.at(), isolation.isolated().missing());
    } else {
      report.pass(pod.subject());
      if (!opens(pod)) {
        model.pods().stream().filter(other -> !other.equals(pod)).forEach(o -> reaches(o, pod));
      }
    }
  }

  /** Returns whether a rule lets in more than pods of certain labels, and reports those. */
  private boolean opens(NetworkPod pod) {
    boolean any = false;
    for (AppliedRule each : model.rules(pod, Direction.INGRESS)) {
      boolean concerned =
          each.applies().holds()
              && ports.stream().anyMatch(port -> !each.rule().opens(port, pod).fails());
      if (concerned) {
        any |= opens(pod, each);
      }
    }
    return any;
  }

  private boolean opens(NetworkPod pod, AppliedRule each) {
    if (each.rule().admitsEverybody()) {
      fail(pod, each.rule().at(), "everybody");
      return true;
    }
    boolean any = false;
    for (Peer peer : each.rule().peers()) {
      Optional<String> whom = more(peer);
      whom.ifPresent(who -> fail(pod, each.rule().at(), who));
      any |= whom.isPresent();
    }
    return any;
  }

  private static Optional<String> more(Peer peer) {
    if (peer instanceof Peer.Block block) {
      return Optional.of("the addresses " + block.block());
    }
    if (peer instanceof Peer.Neighbours neighbours && neighbours.pods().selectsEverything()) {
      return Optional.of("every pod of its namespace");
    }
    return peer instanceof Peer.Pods pods && pods.pods().selectsEverything()
        ? Optional.of("every pod of namespaces, as no podSelector stands beside it")
        : Optional.empty();
  }

  private void fail(NetworkPod pod, Location at, String whom) {
    report.fail(pod.subject(), at, "can be reached by " + whom);
  }

  private void reaches(NetworkPod other, NetworkPod pod) {
    Match allowed = isSource(other, pod);
    if (allowed.holds()) {
      return;
    }
    for (Port port : ports) {
      Reachability answer = model.mayEnter(other, pod, port);
      if (answer.reason() == Reason.HOST_NETWORK) {
        continue; // as good as its node, which no network policy keeps out
      }
      if (answer.isUnknown()) {
        report.missing(pod.subject(), pod.at(), answer.missing());
      } else if (answer.isAllowed() && allowed.isUnknown()) {
        report.missing(pod.subject(), pod.at(), allowed.missing());
      } else if (answer.isAllowed()) {
        Location at = answer.decidedBy().isEmpty() ? pod.at() : answer.decidedBy().get(0).at();
        report
            .fail(pod.subject(), at, "can be reached on " + port + " by " + other.subject())
            .via(other.at(), "which is none of the sources");
      }
    }
  }

  private Match isSource(NetworkPod other, NetworkPod pod) {
    Match home;
    if (namespaces.isEmpty()) {
      home = pod.identity().residence().reaches(other.identity().residence());
    } else if (other.identity().residence() instanceof Residence.In in) {
      home = Match.of(namespaces.stream().anyMatch(glob -> glob.matches(in.namespace())));
    } else {
      home = Match.unknown("the namespace of " + other.subject());
    }
    return home.and(isOneOf(sources, other));
  }

  private static Match isOneOf(List<LabelSelector> selectors, NetworkPod pod) {
    Match any = Match.of(false);
    for (LabelSelector selector : selectors) {
      any = any.or(selector.matches(pod.identity().labels()));
    }
    return any;
  }
}
