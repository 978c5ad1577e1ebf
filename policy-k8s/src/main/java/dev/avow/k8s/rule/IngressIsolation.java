package dev.avow.k8s.rule;

import dev.avow.k8s.network.ForeignPolicy;
import dev.avow.k8s.network.Match;
import dev.avow.k8s.network.NetworkPolicy;
import dev.avow.k8s.network.PodIdentity;
import dev.avow.k8s.network.Residence;
import dev.avow.policy.finding.Subject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Finds the pods that no network policy isolates for what comes in. */
final class IngressIsolation {

  private final List<Observed<PodIdentity>> pods;
  private final List<Observed<ForeignPolicy>> foreign;
  private final Map<Residence, List<Observed<NetworkPolicy>>> byResidence = new HashMap<>();
  private final List<Observed<NetworkPolicy>> unresolved = new ArrayList<>();
  private final List<Observed<NetworkPolicy>> all;
  private final Map<String, List<Observed<PodIdentity>>> withoutPolicies = new TreeMap<>();

  IngressIsolation(Group group) {
    this.pods = group.all(NetworkRules.PODS);
    this.foreign = group.all(NetworkRules.FOREIGN_POLICIES);
    this.all = group.all(NetworkRules.NETWORK_POLICIES);
    for (Observed<NetworkPolicy> policy : all) {
      Residence residence = policy.value().residence();
      byResidence.computeIfAbsent(residence, none -> new ArrayList<>()).add(policy);
      if (residence instanceof Residence.Unresolved) {
        unresolved.add(policy);
      }
    }
  }

  void reportTo(GroupReporter report) {
    pods.forEach(pod -> judge(pod, report));
    withoutPolicies.forEach((namespace, open) -> reportTogether(namespace, open, report));
  }

  /** That there is no policy is a fact about the namespace, not about each of its pods. */
  private static void reportTogether(
      String namespace, List<Observed<PodIdentity>> open, GroupReporter report) {
    Subject group = Subject.of("Namespace").with(Subject.NAMESPACE, namespace);
    report.failTogether(
        group,
        open.stream().map(Observed::subject).distinct().toList(),
        open.get(0).location(),
        "has no network policy, so that each of its pods accepts connections from every pod");
  }

  private void judge(Observed<PodIdentity> pod, GroupReporter report) {
    Match onHost = pod.value().onHostNetwork();
    if (onHost.holds()) {
      report.notApplicable(pod.subject());
      return;
    }
    if (onHost.isUnknown()) {
      report.missing(pod, onHost.missing());
      return;
    }
    Match isolated = isIsolated(pod.value());
    if (isolated.holds()) {
      report.pass(pod.subject());
    } else if (isolated.isUnknown()) {
      report.missing(pod, isolated.missing());
    } else if (pod.value().residence() instanceof Residence.In in && isWithoutPolicies(in)) {
      withoutPolicies.computeIfAbsent(in.namespace(), none -> new ArrayList<>()).add(pod);
    } else {
      report.fail(pod, "accepts connections from every pod: no network policy isolates it");
    }
  }

  private boolean isWithoutPolicies(Residence.In namespace) {
    return !byResidence.containsKey(namespace);
  }

  private Match isIsolated(PodIdentity pod) {
    Match isolated = Match.of(false);
    for (Observed<NetworkPolicy> policy : concerning(pod.residence())) {
      Match here = policy.value().isolatesIngress(pod);
      if (here.holds()) {
        return here;
      }
      if (here.isUnknown() && isolated.fails()) {
        isolated = Match.unknown(here.missing() + ", on which " + policy.subject() + " depends");
      }
    }
    return isolated.fails() ? mayBeIsolatedByOthers(pod) : isolated;
  }

  /** Returns the policies that may be in the same namespace: few, of many in a large cluster. */
  private List<Observed<NetworkPolicy>> concerning(Residence residence) {
    if (residence instanceof Residence.Unresolved) {
      return all;
    }
    List<Observed<NetworkPolicy>> concerning =
        new ArrayList<>(byResidence.getOrDefault(residence, List.of()));
    concerning.addAll(unresolved);
    return concerning;
  }

  private Match mayBeIsolatedByOthers(PodIdentity pod) {
    return foreign.stream()
        .filter(policy -> !policy.value().residence().reaches(pod.residence()).fails())
        .findFirst()
        .map(
            policy ->
                Match.unknown("the effect of " + policy.subject() + ", which is not analysed"))
        .orElseGet(() -> Match.of(false));
  }
}
