package dev.avow.k8s.rule;

import dev.avow.k8s.network.Match;
import dev.avow.k8s.network.NetworkPod;
import dev.avow.policy.finding.Subject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Tells whether Istio asks who sends a request, before it reaches the pods behind an entrance. */
final class MeshEvidence {

  private final List<NetworkPod> pods;
  private final List<ServiceView> services;
  private final List<MeshAuthorization> authorizations;
  private final Map<Subject, List<Backend>> backends = new HashMap<>();

  MeshEvidence(Group group) {
    this.pods = group.all(NetworkFacts.PODS).stream().map(Observed::value).toList();
    this.services = group.all(NetworkFacts.SERVICES).stream().map(Observed::value).toList();
    this.authorizations =
        group.all(RouteRules.AUTHORIZATIONS).stream().map(Observed::value).toList();
    for (Observed<Backend> each : group.all(NetworkFacts.BACKENDS)) {
      backends.computeIfAbsent(each.subject(), none -> new ArrayList<>()).add(each.value());
    }
  }

  /** Returns whether all pods behind {@code entrance} are guarded; they are not without Istio. */
  Match asks(Subject entrance) {
    List<Backend> behind = backends.getOrDefault(entrance, List.of());
    if (authorizations.isEmpty() || behind.isEmpty()) {
      return Match.of(false);
    }
    Match all = Match.of(true);
    for (Backend backend : behind) {
      all = all.and(asks(backend));
    }
    return all;
  }

  private Match asks(Backend backend) {
    List<NetworkPod> guarded = new ArrayList<>();
    for (ServiceView service : services) {
      if (service.isCalled(backend.service(), backend.residence()).holds()) {
        pods.stream().filter(pod -> service.leadsTo(pod).holds()).forEach(guarded::add);
      }
    }
    if (guarded.isEmpty()) {
      return Match.unknown("the pods behind the Service " + backend.placed());
    }
    Match all = Match.of(true);
    for (NetworkPod pod : guarded) {
      all = all.and(asks(pod));
    }
    return all;
  }

  /** A denial or a question to somebody else comes first; without those, what is allowed counts. */
  private Match asks(NetworkPod pod) {
    Match first = Match.of(false);
    Match allowed = Match.of(false);
    Match others = Match.of(true);
    for (MeshAuthorization each : authorizations) {
      Match concerns = each.concerns(pod);
      Match asks = concerns.and(each.asks());
      if (each.action().equals("ALLOW")) {
        allowed = allowed.or(asks);
        others = others.and(concerns.not().or(each.asks()));
      } else {
        first = first.or(asks);
      }
    }
    return first.or(allowed.and(others));
  }
}
