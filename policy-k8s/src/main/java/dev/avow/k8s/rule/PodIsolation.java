package dev.avow.k8s.rule;

import dev.avow.k8s.network.Direction;
import dev.avow.k8s.network.Match;
import dev.avow.k8s.network.NetworkModel;
import dev.avow.k8s.network.NetworkPod;
import dev.avow.k8s.network.NetworkPolicy;
import dev.avow.k8s.network.Residence;
import dev.avow.policy.finding.Subject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Finds the pods that no network policy isolates in one direction. */
final class PodIsolation {

  private final NetworkModel model;
  private final Direction direction;
  private final Set<Residence> guarded;
  private final Map<String, List<NetworkPod>> withoutPolicies = new TreeMap<>();

  private PodIsolation(Group group, Direction direction) {
    this.model = NetworkFacts.model(group);
    this.direction = direction;
    this.guarded =
        model.policies().stream()
            .filter(this::counts)
            .map(NetworkPolicy::residence)
            .collect(Collectors.toSet());
  }

  static void judge(Group group, Direction direction, GroupReporter report) {
    PodIsolation isolation = new PodIsolation(group, direction);
    isolation.model.pods().forEach(pod -> isolation.judge(pod, report));
    isolation.withoutPolicies.forEach(
        (namespace, open) -> isolation.reportTogether(namespace, open, report));
  }

  /** Many a namespace has policies for ingress alone, and that is then a fact about it as well. */
  private boolean counts(NetworkPolicy policy) {
    return direction == Direction.INGRESS || !policy.side(direction).isolates().fails();
  }

  /** That there is no policy is a fact about the namespace, not about each of its pods. */
  private void reportTogether(String namespace, List<NetworkPod> open, GroupReporter report) {
    Subject group = Subject.of("Namespace").with(Subject.NAMESPACE, namespace);
    String message =
        direction == Direction.INGRESS
            ? "has no network policy, so that each of its pods accepts connections from every pod"
            : "has no network policy for egress, so that each of its pods may connect to anything";
    report.failTogether(
        group,
        open.stream().map(NetworkPod::subject).distinct().toList(),
        open.get(0).at(),
        message);
  }

  private void judge(NetworkPod pod, GroupReporter report) {
    Match onHost = pod.identity().onHostNetwork();
    if (onHost.holds()) {
      report.notApplicable(pod.subject());
      return;
    }
    Match isolated = onHost.isUnknown() ? onHost : model.isolation(pod, direction).isolated();
    if (isolated.holds()) {
      report.pass(pod.subject());
    } else if (isolated.isUnknown()) {
      report.missing(pod.subject(), pod.at(), isolated.missing());
    } else if (pod.identity().residence() instanceof Residence.In in && !guarded.contains(in)) {
      withoutPolicies.computeIfAbsent(in.namespace(), none -> new ArrayList<>()).add(pod);
    } else {
      report.fail(pod.subject(), pod.at(), open());
    }
  }

  private String open() {
    return direction == Direction.INGRESS
        ? "accepts connections from every pod: no network policy isolates it"
        : "may connect to anything: no network policy isolates it for egress";
  }
}
