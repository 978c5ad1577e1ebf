package dev.avow.k8s.rule;

import dev.avow.k8s.network.ForeignPolicy;
import dev.avow.k8s.network.NetworkPolicy;
import dev.avow.k8s.network.PlacedObject;
import dev.avow.k8s.network.PodIdentity;
import dev.avow.k8s.workload.PodSpec;
import dev.avow.k8s.workload.Workload;
import dev.avow.policy.document.Check;
import dev.avow.policy.document.Field;
import dev.avow.policy.finding.Severity;
import dev.avow.policy.hardening.Profile;
import dev.avow.policy.rule.Declaration;
import java.io.Serializable;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Rules about who may talk to whom. */
public final class NetworkRules {

  /** What network policies know pods by, at the pods' templates. */
  static final Facts<PodIdentity> PODS =
      Facts.observed("pods", PodIdentity.class, Targets.WORKLOAD, NetworkRules::observePods);

  /** The network policies of Kubernetes' own API. */
  static final Facts<NetworkPolicy> NETWORK_POLICIES =
      objects("network-policies", NetworkPolicy.class, NetworkPolicy::of);

  /** The policies of network plugins. */
  static final Facts<ForeignPolicy> FOREIGN_POLICIES =
      objects("foreign-network-policies", ForeignPolicy.class, ForeignPolicy::of);

  /**
   * Every pod is selected by a network policy that isolates it for ingress.
   *
   * <p>It looks at everything at once, as a policy of a plugin may concern all namespaces and a
   * namespace may be an expression. It matters less than a hole that is open already: whoever gets
   * past it still meets what the pod itself asks of a caller.
   */
  public static final GroupRule POD_IS_ISOLATED_FOR_INGRESS =
      GroupRule.named("pod-is-isolated-for-ingress")
          .severity(Severity.MEDIUM)
          .because(
              "A pod that no network policy selects accepts connections from every other pod of the"
                  + " cluster, so that one that was taken over reaches all of them.")
          .advise(
              "Add a NetworkPolicy to the namespace whose podSelector selects the pod; an empty one"
                  + " selects all pods. Then allow what must come in.")
          .see("https://kubernetes.io/docs/concepts/services-networking/network-policies/")
          .alias("CKV2_K8S_6")
          .from(Profile.RESTRICTED)
          .overEverything(PODS, NETWORK_POLICIES, FOREIGN_POLICIES)
          .finds((group, report) -> new IngressIsolation(group).reportTo(report));

  private NetworkRules() {}

  /** Returns all of them. */
  static List<Declaration> all() {
    return List.of(POD_IS_ISOLATED_FOR_INGRESS);
  }

  /** The pods in a graph are looked at with the object that brings them, for its namespace. */
  private static void observePods(Workload workload, Facts.Observer<PodIdentity> observer) {
    for (PlacedObject placed : PlacedObject.in(workload.resource())) {
      if (placed.graph().isEmpty()) {
        observe(workload, placed, observer);
      } else {
        Workload.of(placed.object()).ifPresent(held -> observe(held, placed, observer));
      }
    }
  }

  private static void observe(
      Workload workload, PlacedObject placed, Facts.Observer<PodIdentity> observer) {
    for (PodSpec pod : workload.pods()) {
      Field template = pod.place().parent().orElse(pod.place());
      observer.observe(placed.subject(), template, PodIdentity.of(pod, placed));
    }
    if (workload.pods().isEmpty()) {
      for (Check unreadable : workload.unreadable()) {
        String missing = unreadable.missing().orElse("a readable pod");
        observer.observe(
            placed.subject(), unreadable.at(), PodIdentity.unreadable(placed, missing));
      }
    }
  }

  private static <F extends Serializable> Facts<F> objects(
      String name, Class<F> type, Function<PlacedObject, Optional<F>> view) {
    return Facts.observed(
        name,
        type,
        Targets.RESOURCE,
        (resource, observer) ->
            PlacedObject.in(resource)
                .forEach(
                    placed ->
                        view.apply(placed)
                            .ifPresent(
                                fact ->
                                    observer.observe(
                                        placed.subject(), placed.object().place(), fact))));
  }
}
