package dev.avow.k8s.rule;

import dev.avow.k8s.manifest.ResourceId;
import dev.avow.k8s.network.ForeignPolicy;
import dev.avow.k8s.network.PlacedObject;
import dev.avow.k8s.network.Residence;
import java.io.Serializable;
import java.util.Optional;
import java.util.Set;

/**
 * An object of a kind that is not known here, for which somebody in the cluster may make pods and
 * Services.
 *
 * @param residence its namespace
 */
record OpaqueObject(Residence residence) implements Serializable {

  /** Groups whose objects configure something else. */
  private static final Set<String> BRING_NOTHING =
      Set.of(
          "acme.cert-manager.io",
          "cert-manager.io",
          "cilium.io",
          "external-secrets.io",
          "gateway.networking.k8s.io",
          "networking.istio.io",
          "route.openshift.io",
          "security.istio.io",
          "traefik.containo.us",
          "traefik.io");

  private static final Set<String> OF_PROMETHEUS =
      Set.of("AlertmanagerConfig", "PodMonitor", "Probe", "PrometheusRule", "ServiceMonitor");

  static Optional<OpaqueObject> of(PlacedObject placed) {
    ResourceId id = placed.object().id();
    String group = id.group();
    boolean known =
        group.indexOf('.') < 0
            || group.endsWith(".k8s.io")
            || BRING_NOTHING.contains(group)
            || (group.equals("monitoring.coreos.com") && OF_PROMETHEUS.contains(id.kind()))
            || KindScope.bringsPods(id)
            || ForeignPolicy.of(placed).isPresent();
    return known ? Optional.empty() : Optional.of(new OpaqueObject(placed.residence()));
  }
}
