package dev.avow.k8s.rule;

import dev.avow.k8s.network.Direction;
import dev.avow.k8s.network.KnownNamespace;
import dev.avow.k8s.network.Match;
import dev.avow.k8s.network.NetworkModel;
import dev.avow.k8s.network.NetworkPod;
import dev.avow.k8s.network.NetworkPolicy;
import dev.avow.k8s.network.Residence;
import dev.avow.policy.finding.Location;
import dev.avow.policy.finding.Parameter;
import dev.avow.policy.finding.Subject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Finds the namespaces that do not isolate all of their pods. */
final class DefaultDenial {

  private final Group group;
  private final NetworkModel model;
  private final Map<String, Location> places = new TreeMap<>();

  private DefaultDenial(Group group) {
    this.group = group;
    this.model = NetworkFacts.model(group);
    for (Observed<KnownNamespace> namespace : group.all(NetworkFacts.NAMESPACES)) {
      places.putIfAbsent(namespace.value().name(), namespace.location());
    }
    for (NetworkPod pod : model.pods()) {
      if (pod.identity().residence() instanceof Residence.In in) {
        places.putIfAbsent(in.namespace(), pod.at());
      }
    }
  }

  static void judge(Group group, GroupReporter report) {
    DefaultDenial denial = new DefaultDenial(group);
    denial.places.forEach((namespace, at) -> denial.judge(namespace, at, report));
  }

  private void judge(String namespace, Location at, GroupReporter report) {
    Subject subject = Subject.of("Namespace").with(Subject.NAME, namespace);
    List<String> open = new ArrayList<>();
    Match all = Match.of(true);
    for (Direction direction : Direction.values()) {
      if (report.settings().get(asked(direction))) {
        Match denied = isDenied(new Residence.In(namespace), direction);
        all = all.and(denied);
        if (denied.fails()) {
          open.add(direction.rules());
        }
      }
    }
    if (all.holds()) {
      report.pass(subject);
    } else if (all.isUnknown()) {
      report.missing(subject, at, all.missing());
    } else {
      String which = String.join(" nor ", open);
      report.fail(subject, at, "has no network policy that denies " + which + " to all pods");
    }
  }

  private static Parameter<Boolean> asked(Direction direction) {
    return direction == Direction.INGRESS ? NetworkRules.DENY_INGRESS : NetworkRules.DENY_EGRESS;
  }

  private Match isDenied(Residence namespace, Direction direction) {
    Match denied = Match.of(false);
    for (NetworkPolicy policy : model.policies()) {
      NetworkPolicy.Side side = policy.side(direction);
      boolean opens =
          side.rules().stream().anyMatch(r -> r.admitsEverybody() && r.ports().isEmpty());
      Match here =
          opens || !policy.pods().selectsEverything()
              ? Match.of(false)
              : policy.residence().reaches(namespace).and(side.isolates());
      denied = denied.or(here);
    }
    return denied.fails() ? mayBeDeniedByOthers(namespace) : denied;
  }

  private Match mayBeDeniedByOthers(Residence namespace) {
    return group.all(NetworkFacts.FOREIGN).stream()
        .filter(policy -> !policy.value().onlyNarrows())
        .filter(policy -> !policy.value().residence().reaches(namespace).fails())
        .findFirst()
        .map(policy -> Match.unknown("the effect of " + policy.subject()))
        .orElseGet(() -> Match.of(false));
  }
}
