package dev.avow.k8s.rule;

import dev.avow.k8s.network.KnownNamespace;
import dev.avow.k8s.network.LabelSelector;
import dev.avow.k8s.network.Match;
import dev.avow.k8s.network.NetworkModel;
import dev.avow.k8s.network.NetworkPod;
import dev.avow.k8s.network.NetworkPolicy;
import dev.avow.k8s.network.Peer;
import dev.avow.k8s.network.Requirement.Operator;
import dev.avow.k8s.network.Residence;
import dev.avow.k8s.network.TrafficRule;
import dev.avow.policy.finding.Location;
import dev.avow.policy.finding.Subject;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/** Finds what selects or names something that is not there. */
final class Selections {

  private final Universe universe;
  private final GroupReporter report;

  private Selections(Universe universe, GroupReporter report) {
    this.universe = universe;
    this.report = report;
  }

  private static Selections ofPods(Group group, List<NetworkPod> pods, GroupReporter report) {
    List<Residence> homes = pods.stream().map(pod -> pod.identity().residence()).toList();
    return new Selections(new Universe(group, report, homes, "pods"), report);
  }

  static void ofPolicies(Group group, GroupReporter report) {
    List<NetworkPod> pods = pods(group);
    Selections selections = ofPods(group, pods, report);
    for (Observed<NetworkPolicy> each : group.all(NetworkFacts.POLICIES)) {
      NetworkPolicy policy = each.value();
      Match any = any(pods, pod -> policy.selects(pod.identity()));
      selections.judge(
          each.subject(),
          policy.podsAt(),
          policy.pods().selectsEverything() ? Match.of(true) : any,
          policy.residence(),
          "selects no pod: " + policy.pods());
    }
  }

  static void ofPeers(Group group, GroupReporter report) {
    NetworkModel model = NetworkFacts.model(group);
    Selections selections = ofPods(group, model.pods(), report);
    for (NetworkPolicy policy : model.policies()) {
      report.pass(policy.subject());
      Stream.concat(policy.ingress().rules().stream(), policy.egress().rules().stream())
          .map(TrafficRule::peers)
          .flatMap(List::stream)
          .forEach(peer -> selections.peer(policy, peer, model));
    }
  }

  private void peer(NetworkPolicy policy, Peer peer, NetworkModel model) {
    if (peer instanceof Peer.Neighbours neighbours && !neighbours.pods().selectsEverything()) {
      Match any =
          any(
              model.pods(),
              pod ->
                  policy
                      .residence()
                      .reaches(pod.identity().residence())
                      .and(neighbours.pods().matches(pod.identity().labels())));
      judge(policy.subject(), neighbours.at(), any, policy.residence(), nobody(neighbours.pods()));
    } else if (peer instanceof Peer.Pods pods && !pods.pods().selectsEverything()) {
      Match any =
          any(
              model.pods(),
              pod ->
                  pods.pods()
                      .matches(pod.identity().labels())
                      .and(model.selects(pods.namespaces(), pod.identity().residence())));
      judge(policy.subject(), pods.at(), any, home(pods.namespaces()), nobody(pods.pods()));
    }
  }

  /** Returns the namespace that is selected by name; all of them where it is not one. */
  private static Residence home(LabelSelector namespaces) {
    return namespaces.requirements().stream()
        .filter(each -> each.label().equals(KnownNamespace.NAME_LABEL))
        .filter(each -> each.operator() == Operator.IN && each.values().size() == 1)
        .findFirst()
        .<Residence>map(each -> new Residence.In(each.values().get(0)))
        .orElseGet(Residence.Cluster::new);
  }

  private static String nobody(LabelSelector pods) {
    return "has a peer that no pod is: " + pods;
  }

  static void ofServices(Group group, GroupReporter report) {
    List<NetworkPod> pods = pods(group);
    Selections selections = ofPods(group, pods, report);
    for (Observed<ServiceView> each : group.all(NetworkFacts.SERVICES)) {
      ServiceView service = each.value();
      if (!service.selects()) {
        report.notApplicable(each.subject());
        continue;
      }
      selections.judge(
          each.subject(),
          service.selectorAt(),
          any(pods, service::leadsTo),
          service.residence(),
          "selects no pod: " + service.selector());
    }
  }

  static void ofBackends(Group group, GroupReporter report) {
    List<ServiceView> services =
        group.all(NetworkFacts.SERVICES).stream().map(Observed::value).toList();
    List<Residence> homes = services.stream().map(ServiceView::residence).toList();
    Selections selections = new Selections(new Universe(group, report, homes, "Services"), report);
    for (Observed<Backend> each : group.all(NetworkFacts.BACKENDS)) {
      Backend backend = each.value();
      if (backend.service().isEmpty() && backend.missing().isEmpty()) {
        report.fail(each, "leads to no Service: none is named");
        continue;
      }
      Match any =
          any(services, service -> service.isCalled(backend.service(), backend.residence()));
      selections.judge(
          each.subject(),
          each.location(),
          any.holds() || backend.missing().isEmpty() ? any : Match.unknown(backend.missing()),
          backend.residence(),
          "leads to a Service that is not there: " + backend.placed());
    }
  }

  static void ofAutoscalers(Group group, GroupReporter report) {
    List<ScaleTarget> workloads =
        group.all(SelectionRules.WORKLOADS).stream().map(Observed::value).toList();
    List<Residence> homes = workloads.stream().map(ScaleTarget::residence).toList();
    Selections selections = new Selections(new Universe(group, report, homes, "workloads"), report);
    for (Observed<ScaleTarget> each : group.all(SelectionRules.SCALE_TARGETS)) {
      ScaleTarget target = each.value();
      Match any = any(workloads, target::isServedBy);
      selections.judge(
          each.subject(),
          each.location(),
          any.fails() ? target.orUnknown() : any,
          target.residence(),
          "scales a workload that is not there: " + target.kind() + " " + target.name());
    }
  }

  private void judge(Subject subject, Location at, Match any, Residence home, String wrong) {
    Match there = any.fails() ? universe.mayBeIn(home) : any;
    if (there.holds()) {
      report.pass(subject);
    } else if (there.isUnknown()) {
      report.missing(subject, at, there.missing());
    } else {
      report.fail(subject, at, wrong);
    }
  }

  private static List<NetworkPod> pods(Group group) {
    return group.all(NetworkFacts.PODS).stream().map(Observed::value).toList();
  }

  private static <T> Match any(List<T> all, Function<T, Match> is) {
    Match any = Match.of(false);
    for (T each : all) {
      any = any.or(is.apply(each));
      if (any.holds()) {
        return any;
      }
    }
    return any;
  }
}
