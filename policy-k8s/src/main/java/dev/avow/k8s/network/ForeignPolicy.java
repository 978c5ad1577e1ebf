package dev.avow.k8s.network;

import dev.avow.k8s.manifest.ResourceId;
import java.io.Serializable;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A policy of a network plugin's own, which may isolate pods but whose terms are not analysed.
 *
 * @param residence where it has effect
 */
public record ForeignPolicy(Residence residence) implements Serializable {

  private static final Map<String, Set<String>> NAMESPACED =
      Map.of(
          "cilium.io", Set.of("CiliumNetworkPolicy"),
          "projectcalico.org", Set.of("NetworkPolicy"),
          "crd.projectcalico.org", Set.of("NetworkPolicy"),
          // Gone since Kubernetes 1.16; whether an older cluster still takes it is not known.
          "extensions", Set.of("NetworkPolicy"));

  private static final Map<String, Set<String>> CLUSTER_WIDE =
      Map.of(
          "cilium.io", Set.of("CiliumClusterwideNetworkPolicy"),
          "projectcalico.org", Set.of("GlobalNetworkPolicy"),
          "crd.projectcalico.org", Set.of("GlobalNetworkPolicy"),
          "policy.networking.k8s.io",
              Set.of("AdminNetworkPolicy", "BaselineAdminNetworkPolicy", "ClusterNetworkPolicy"));

  /** Returns {@code placed} as such a policy; nothing if it is something else. */
  public static Optional<ForeignPolicy> of(PlacedObject placed) {
    ResourceId id = placed.object().id();
    if (isAmong(CLUSTER_WIDE, id)) {
      return Optional.of(new ForeignPolicy(new Residence.Cluster()));
    }
    return isAmong(NAMESPACED, id)
        ? Optional.of(new ForeignPolicy(placed.residence()))
        : Optional.empty();
  }

  private static boolean isAmong(Map<String, Set<String>> kinds, ResourceId id) {
    return kinds.getOrDefault(id.group(), Set.of()).contains(id.kind());
  }
}
