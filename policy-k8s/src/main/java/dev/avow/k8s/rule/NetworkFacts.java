package dev.avow.k8s.rule;

import dev.avow.k8s.network.ForeignPolicy;
import dev.avow.k8s.network.KnownNamespace;
import dev.avow.k8s.network.NetworkModel;
import dev.avow.k8s.network.NetworkPod;
import dev.avow.k8s.network.NetworkPolicy;
import dev.avow.k8s.network.PlacedObject;
import java.io.Serializable;
import java.util.Optional;
import java.util.function.Function;

/** What rules about the network want to know of a resource. */
final class NetworkFacts {

  /** The pods, at their templates. */
  static final Facts<NetworkPod> PODS =
      Facts.observed(
          "pods",
          NetworkPod.class,
          Targets.WORKLOAD,
          (workload, observer) ->
              NetworkPod.in(workload)
                  .forEach(pod -> observer.observe(pod.subject(), workload.place(), pod)));

  /** The network policies of Kubernetes' own API. */
  static final Facts<NetworkPolicy> POLICIES =
      objects("network-policies", NetworkPolicy.class, NetworkPolicy::of);

  /** The policies of network plugins and meshes. */
  static final Facts<ForeignPolicy> FOREIGN =
      objects("foreign-network-policies", ForeignPolicy.class, ForeignPolicy::of);

  /** The namespaces whose labels are known. */
  static final Facts<KnownNamespace> NAMESPACES =
      objects("namespaces", KnownNamespace.class, KnownNamespace::of);

  /** The Services. */
  static final Facts<ServiceView> SERVICES =
      objects("services", ServiceView.class, ServiceView::of);

  /** The Services that Ingresses and routes lead to, each where it is named. */
  static final Facts<Backend> BACKENDS =
      Facts.observed(
          "backends",
          Backend.class,
          Targets.RESOURCE,
          (resource, observer) -> {
            for (PlacedObject placed : PlacedObject.in(resource)) {
              Backend.of(placed, (at, it) -> observer.observe(placed.subject(), at, it));
            }
          });

  /** The objects for which somebody may make pods and Services. */
  static final Facts<OpaqueObject> OPAQUE =
      objects("opaque-objects", OpaqueObject.class, OpaqueObject::of);

  private NetworkFacts() {}

  /** Returns the model of what is in {@code group}, as far as the rule needs it. */
  static NetworkModel model(Group group) {
    NetworkModel.Builder model = NetworkModel.builder();
    group.all(PODS).forEach(pod -> model.pod(pod.value()));
    group.all(POLICIES).forEach(policy -> model.policy(policy.value()));
    group.all(FOREIGN).forEach(policy -> model.foreign(policy.value()));
    group.all(NAMESPACES).forEach(namespace -> model.namespace(namespace.value()));
    return model.build();
  }

  /** Returns facts about objects, each at its own place, be it in a kro graph or not. */
  static <F extends Serializable> Facts<F> objects(
      String name, Class<F> type, Function<PlacedObject, Optional<F>> view) {
    return Facts.observed(
        name,
        type,
        Targets.RESOURCE,
        (resource, observer) -> {
          for (PlacedObject placed : PlacedObject.in(resource)) {
            view.apply(placed)
                .ifPresent(
                    fact -> observer.observe(placed.subject(), placed.object().place(), fact));
          }
        });
  }
}
