package dev.avow.k8s.kro;

import java.util.Set;

/**
 * The kind of an object in a graph, as a client that applies it needs to know it.
 *
 * @param group the API group; empty for the core group
 * @param version the version
 * @param kind the kind
 */
public record GraphKind(String group, String version, String kind)
    implements Comparable<GraphKind> {

  private static final Set<String> OWN_GROUPS =
      Set.of("", "apps", "autoscaling", "batch", "extensions", "policy");

  /** Returns the kind called {@code kind} in {@code apiVersion}: {@code apps/v1}, {@code v1}. */
  public static GraphKind of(String apiVersion, String kind) {
    int slash = apiVersion.indexOf('/');
    return new GraphKind(
        slash < 0 ? "" : apiVersion.substring(0, slash), apiVersion.substring(slash + 1), kind);
  }

  /** Returns group and version, as manifests write them. */
  public String apiVersion() {
    return group.isEmpty() ? version : group + "/" + version;
  }

  /** Returns whether it is the kind called {@code name} of the core group. */
  boolean isCore(String name) {
    return group.isEmpty() && kind.equals(name);
  }

  /** Returns whether it is one of Kubernetes' own. */
  boolean isOwn() {
    return OWN_GROUPS.contains(group) || group.endsWith(".k8s.io");
  }

  @Override
  public int compareTo(GraphKind other) {
    int order = group.compareTo(other.group);
    order = order != 0 ? order : kind.compareTo(other.kind);
    return order != 0 ? order : version.compareTo(other.version);
  }

  /** Returns {@code Deployment.apps} or, in the core group, {@code Secret}. */
  @Override
  public String toString() {
    return group.isEmpty() ? kind : kind + "." + group;
  }
}
