package dev.avow.k8s.rule;

import dev.avow.k8s.network.Match;
import dev.avow.policy.document.Field;
import java.util.Map;

/** Tells load balancers that a cloud keeps within its own network from the others. */
final class LoadBalancers {

  /** The annotations by which clouds are told, and the value that does. */
  private static final Map<String, String> INTERNAL =
      Map.of(
          "cloud.google.com/load-balancer-type", "internal",
          "networking.gke.io/load-balancer-type", "internal",
          "service.beta.kubernetes.io/aws-load-balancer-internal", "true",
          "service.beta.kubernetes.io/aws-load-balancer-scheme", "internal",
          "service.beta.kubernetes.io/azure-load-balancer-internal", "true",
          "service.beta.kubernetes.io/oci-load-balancer-internal", "true",
          "service.beta.kubernetes.io/openstack-internal-load-balancer", "true");

  private LoadBalancers() {}

  /** Returns whether {@code annotations} keep a load balancer within. */
  static Match isInternal(Field annotations) {
    Match internal =
        annotations.isUnresolved()
            ? Match.unknown("the value of " + annotations.path())
            : Match.of(false);
    for (Field annotation : annotations.fields()) {
      String value = INTERNAL.get(annotation.name());
      if (value != null && annotation.isUnresolved()) {
        internal = internal.or(Match.unknown("the value of " + annotation.path()));
      } else if (value != null) {
        internal =
            internal.or(Match.of(annotation.text().filter(value::equalsIgnoreCase).isPresent()));
      }
    }
    return internal;
  }
}
