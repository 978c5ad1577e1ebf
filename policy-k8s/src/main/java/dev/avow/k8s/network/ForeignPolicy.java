package dev.avow.k8s.network;

import dev.avow.k8s.manifest.ResourceId;
import dev.avow.policy.document.Field;
import dev.avow.policy.finding.Location;
import dev.avow.policy.finding.Subject;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A policy of a network plugin's own or of a mesh, which may isolate pods but whose terms are not
 * analysed.
 *
 * @param subject what findings call it
 * @param at where it stands
 * @param residence where it has effect
 * @param pods which pods it may concern, as far as that can be read
 * @param onlyNarrows whether it can refuse what came in, and never let in what others refuse
 */
public record ForeignPolicy(
    Subject subject, Location at, Residence residence, LabelSelector pods, boolean onlyNarrows)
    implements Serializable {

  private static final String ISTIO = "security.istio.io";

  /** Where Istio is installed, unless told otherwise: policies there are for the whole mesh. */
  private static final Residence ROOT = new Residence.In("istio-system");

  private static final Map<String, Set<String>> NAMESPACED =
      Map.of(
          "CiliumNetworkPolicy",
          Set.of("cilium.io"),
          // That of extensions is gone since Kubernetes 1.16; an older cluster may still take it.
          "NetworkPolicy",
          Set.of("projectcalico.org", "crd.projectcalico.org", "extensions", "crd.antrea.io"),
          "AuthorizationPolicy",
          Set.of(ISTIO, "policy.linkerd.io"));

  private static final Map<String, Set<String>> CLUSTER_WIDE =
      Map.of(
          "CiliumClusterwideNetworkPolicy", Set.of("cilium.io"),
          "GlobalNetworkPolicy", Set.of("projectcalico.org", "crd.projectcalico.org"),
          "AdminNetworkPolicy", Set.of("policy.networking.k8s.io"),
          "BaselineAdminNetworkPolicy", Set.of("policy.networking.k8s.io"),
          "ClusterNetworkPolicy", Set.of("policy.networking.k8s.io", "crd.antrea.io"));

  /** Returns {@code placed} as such a policy; nothing if it is something else. */
  public static Optional<ForeignPolicy> of(PlacedObject placed) {
    ResourceId id = placed.object().id();
    if (isAmong(CLUSTER_WIDE, id)) {
      return Optional.of(of(placed, new Residence.Cluster()));
    }
    if (!isAmong(NAMESPACED, id)) {
      return Optional.empty();
    }
    Residence home = placed.residence();
    boolean isForAll = id.group().equals(ISTIO) && home.equals(ROOT);
    return Optional.of(of(placed, isForAll ? new Residence.Cluster() : home));
  }

  private static ForeignPolicy of(PlacedObject placed, Residence residence) {
    ResourceId id = placed.object().id();
    return new ForeignPolicy(
        placed.subject(),
        placed.object().location(),
        residence,
        selected(placed.object().place().field("spec"), id.group()),
        id.kind().equals("AuthorizationPolicy"));
  }

  private static LabelSelector selected(Field spec, String group) {
    if (group.equals(ISTIO)) {
      return LabelSelector.ofLabels(spec.field("selector").field("matchLabels"));
    }
    return group.equals("cilium.io")
        ? ofCilium(LabelSelector.of(spec.field("endpointSelector")))
        : new LabelSelector(List.of(), List.of());
  }

  /** Cilium says in front of a label where it comes from; what is not of the pod is not known. */
  private static LabelSelector ofCilium(LabelSelector written) {
    List<Requirement> ofPods = new ArrayList<>();
    for (Requirement each : written.requirements()) {
      String label = each.label();
      String plain = label.startsWith("k8s:") || label.startsWith("any:") ? after(label) : label;
      if (plain.indexOf(':') < 0 && !plain.startsWith("io.kubernetes.pod.")) {
        ofPods.add(new Requirement(plain, each.operator(), each.values()));
      }
    }
    return new LabelSelector(ofPods, written.missing());
  }

  private static String after(String label) {
    return label.substring(label.indexOf(':') + 1);
  }

  private static boolean isAmong(Map<String, Set<String>> groups, ResourceId id) {
    Set<String> known = groups.get(id.kind());
    return known != null && known.contains(id.group());
  }

  /** Returns whether it may concern {@code pod} in {@code direction}. */
  public boolean mayConcern(PodIdentity pod, Direction direction) {
    return !residence.reaches(pod.residence()).fails()
        && !pods.matches(pod.labels()).fails()
        && (direction == Direction.INGRESS || !onlyNarrows);
  }

  /** Returns what would have to be known to tell what it does. */
  String missing() {
    return "the effect of " + subject + ", which is not analysed";
  }
}
