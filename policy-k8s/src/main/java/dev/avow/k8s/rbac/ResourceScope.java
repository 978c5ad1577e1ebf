package dev.avow.k8s.rbac;

import dev.avow.k8s.network.Match;
import java.util.Map;
import java.util.Set;

/**
 * Tells resources whose objects are in a namespace from those whose objects are not.
 *
 * @see <a href="https://kubernetes.io/docs/reference/kubernetes-api/">Kubernetes API</a>
 */
final class ResourceScope {

  private static final Map<String, Set<String>> OF_CLUSTER =
      Map.ofEntries(
          Map.entry(
              "",
              Set.of(
                  "componentstatuses",
                  "groups",
                  "namespaces",
                  "nodes",
                  "persistentvolumes",
                  "users")),
          Map.entry("apiextensions.k8s.io", Set.of("customresourcedefinitions")),
          Map.entry("apiregistration.k8s.io", Set.of("apiservices")),
          Map.entry(
              "authorization.k8s.io",
              Set.of(
                  "selfsubjectaccessreviews", "selfsubjectrulesreviews", "subjectaccessreviews")),
          Map.entry("kro.run", Set.of("resourcegraphdefinitions")),
          Map.entry("metrics.k8s.io", Set.of("nodes")),
          Map.entry("networking.k8s.io", Set.of("ingressclasses", "ipaddresses", "servicecidrs")),
          Map.entry("node.k8s.io", Set.of("runtimeclasses")),
          Map.entry("policy", Set.of("podsecuritypolicies")),
          Map.entry("rbac.authorization.k8s.io", Set.of("clusterroles", "clusterrolebindings")),
          Map.entry(
              "resource.k8s.io", Set.of("deviceclasses", "devicetaintrules", "resourceslices")),
          Map.entry("scheduling.k8s.io", Set.of("priorityclasses")),
          Map.entry(
              "storage.k8s.io",
              Set.of(
                  "csidrivers",
                  "csinodes",
                  "storageclasses",
                  "volumeattachments",
                  "volumeattributesclasses")));

  /** Groups of which nothing is in a namespace. */
  private static final Set<String> WHOLLY_OF_CLUSTER =
      Set.of(
          "admissionregistration.k8s.io",
          "authentication.k8s.io",
          "certificates.k8s.io",
          "flowcontrol.apiserver.k8s.io",
          "internal.apiserver.k8s.io",
          "storagemigration.k8s.io");

  private ResourceScope() {}

  /** Returns whether objects of {@code resource} are in no namespace; custom ones may be either. */
  static Match isOfCluster(String group, String resource) {
    int slash = resource.indexOf('/');
    String whole = slash < 0 ? resource : resource.substring(0, slash);
    boolean listed = OF_CLUSTER.getOrDefault(group, Set.of()).contains(whole);
    if (listed || WHOLLY_OF_CLUSTER.contains(group)) {
      return Match.of(true);
    }
    boolean isCustom = group.indexOf('.') >= 0 && !group.endsWith(".k8s.io");
    return isCustom
        ? Match.unknown("whether " + whole + "." + group + " are in namespaces")
        : Match.of(false);
  }
}
