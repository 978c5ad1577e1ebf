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
          "CiliumNetworkPolicy",
          Set.of("cilium.io"),
          // That of extensions is gone since Kubernetes 1.16; an older cluster may still take it.
          "NetworkPolicy",
          Set.of("projectcalico.org", "crd.projectcalico.org", "extensions"));

  private static final Map<String, Set<String>> CLUSTER_WIDE =
      Map.of(
          "CiliumClusterwideNetworkPolicy", Set.of("cilium.io"),
          "GlobalNetworkPolicy", Set.of("projectcalico.org", "crd.projectcalico.org"),
          "AdminNetworkPolicy", Set.of("policy.networking.k8s.io"),
          "BaselineAdminNetworkPolicy", Set.of("policy.networking.k8s.io"),
          "ClusterNetworkPolicy", Set.of("policy.networking.k8s.io"));

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

  private static boolean isAmong(Map<String, Set<String>> groups, ResourceId id) {
    Set<String> known = groups.get(id.kind());
    return known != null && known.contains(id.group());
  }
}
