package dev.avow.k8s.rbac;

import dev.avow.k8s.network.Match;

/**
 * How far a role reaches where it is given.
 *
 * @param clusterWide whether it is given in all namespaces, and for what is in none
 * @param someObjects whether a rule counts that is for named objects only
 */
public record Extent(boolean clusterWide, boolean someObjects) {

  Match allows(PolicyRule rule, Request request) {
    if (!clusterWide && !reachesIntoNamespace(request)) {
      return Match.of(false);
    }
    return someObjects ? rule.allowsSome(request) : rule.allows(request);
  }

  /** A namespace is itself in its namespace, and a ClusterRole may be bound in one. */
  private static boolean reachesIntoNamespace(Request request) {
    return request.resource().equals("namespaces")
        || request.verb().equals("bind")
        || !ResourceScope.isOfCluster(request.group(), request.resource()).holds();
  }
}
