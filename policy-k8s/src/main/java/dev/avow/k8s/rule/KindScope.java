package dev.avow.k8s.rule;

import dev.avow.k8s.manifest.ResourceId;
import java.util.Set;

/** Tells kinds whose objects are in a namespace from those whose objects are not. */
final class KindScope {

  /** Kinds of Kubernetes' own groups; of others nobody can tell without the cluster. */
  private static final Set<String> NAMESPACED =
      Set.of(
          "ConfigMap",
          "ControllerRevision",
          "CronJob",
          "CSIStorageCapacity",
          "DaemonSet",
          "Deployment",
          "Endpoints",
          "EndpointSlice",
          "Event",
          "HorizontalPodAutoscaler",
          "Ingress",
          "Job",
          "Lease",
          "LimitRange",
          "NetworkPolicy",
          "PersistentVolumeClaim",
          "Pod",
          "PodDisruptionBudget",
          "PodTemplate",
          "ReplicaSet",
          "ReplicationController",
          "ResourceClaim",
          "ResourceClaimTemplate",
          "ResourceQuota",
          "Role",
          "RoleBinding",
          "Secret",
          "Service",
          "ServiceAccount",
          "StatefulSet");

  private static final Set<String> WORKLOADS =
      Set.of(
          "CronJob",
          "DaemonSet",
          "Deployment",
          "Job",
          "Pod",
          "PodTemplate",
          "ReplicaSet",
          "ReplicationController",
          "StatefulSet");

  /** Workloads of other groups that are known here. */
  private static final Set<String> OTHERS =
      Set.of(
          "argoproj.io/Rollout",
          "serving.knative.dev/Configuration",
          "serving.knative.dev/Revision",
          "serving.knative.dev/Service");

  /** What a cluster makes in its default namespace itself. */
  private static final Set<String> OF_THE_CLUSTER =
      Set.of(
          "ConfigMap/kube-root-ca.crt",
          "EndpointSlice/kubernetes",
          "Endpoints/kubernetes",
          "Service/kubernetes",
          "ServiceAccount/default");

  private KindScope() {}

  /** Returns whether objects like {@code id} bring pods, by themselves or in a graph. */
  static boolean bringsPods(ResourceId id) {
    return isBuiltIn(id)
        ? WORKLOADS.contains(id.kind())
        : OTHERS.contains(id.group() + "/" + id.kind()) || isGraph(id);
  }

  static boolean isGraph(ResourceId id) {
    return id.kind().equals("ResourceGraphDefinition") && id.group().equals("kro.run");
  }

  /** Returns whether objects like {@code id} are known to be in a namespace. */
  static boolean isNamespaced(ResourceId id) {
    return isBuiltIn(id)
        ? NAMESPACED.contains(id.kind())
        : OTHERS.contains(id.group() + "/" + id.kind());
  }

  /** Returns whether {@code id} names what every cluster has. */
  static boolean isOfTheCluster(ResourceId id) {
    return isBuiltIn(id) && OF_THE_CLUSTER.contains(id.kind() + "/" + id.name());
  }

  private static boolean isBuiltIn(ResourceId id) {
    String group = id.group();
    return group.indexOf('.') < 0 || group.endsWith(".k8s.io");
  }
}
