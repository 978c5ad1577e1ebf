package dev.avow.k8s.rule;

import dev.avow.k8s.manifest.Resource;
import dev.avow.k8s.network.Match;
import dev.avow.policy.document.Field;
import dev.avow.policy.finding.Location;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;

/**
 * A way by which a Service can be reached from outside the cluster.
 *
 * @param kind which way
 * @param found what says so, or what is missing where it is unresolved
 * @param at where that stands
 */
record Opening(Kind kind, String found, Location at) implements Serializable {

  enum Kind {
    /** A port on every node. */
    NODE_PORT,
    /** A load balancer of its own. */
    LOAD_BALANCER,
    /** A load balancer of its own, which the cloud keeps within its network. */
    INTERNAL_LOAD_BALANCER,
    /** Addresses that nodes take for it. */
    EXTERNAL_IP,
    /** Another name for something outside. */
    EXTERNAL_NAME,
    /** An expression stands where it would be said. */
    UNRESOLVED
  }

  static List<Opening> of(Resource service) {
    List<Opening> openings = new ArrayList<>();
    Field spec = service.at("spec");
    Field type = spec.field("type");
    Match internal = LoadBalancers.isInternal(service.at("metadata").field("annotations"));
    if (type.isUnresolved()) {
      openings.add(new Opening(Kind.UNRESOLVED, "the value of " + type.path(), type.location()));
    }
    switch (type.text().orElse("")) {
      case "NodePort" -> openings.add(of(Kind.NODE_PORT, type));
      case "ExternalName" -> openings.add(of(Kind.EXTERNAL_NAME, type));
      case "LoadBalancer" ->
          openings.add(
              of(internal.fails() ? Kind.LOAD_BALANCER : Kind.INTERNAL_LOAD_BALANCER, type));
      default -> nodePorts(spec, openings);
    }
    Field addresses = spec.field("externalIPs");
    if (addresses.isUnresolved()) {
      String missing = "the value of " + addresses.path();
      openings.add(new Opening(Kind.UNRESOLVED, missing, addresses.location()));
    } else if (!addresses.items().isEmpty()) {
      openings.add(of(Kind.EXTERNAL_IP, addresses));
    }
    return openings;
  }

  /** The API server refuses them with other types; whoever writes them means to open one. */
  private static void nodePorts(Field spec, List<Opening> into) {
    for (Field port : spec.field("ports").items()) {
      Field node = port.field("nodePort");
      if (node.isPresent() && node.integer().orElse(1) > 0) {
        into.add(of(Kind.NODE_PORT, node));
      }
    }
  }

  private static Opening of(Kind kind, Field field) {
    return new Opening(kind, field.label() + " " + field.found(), field.location());
  }

  boolean isKnown() {
    return kind != Kind.UNRESOLVED;
  }

  /** Returns whether the internet may come in by it, as far as manifests can say. */
  boolean isToTheInternet() {
    return kind == Kind.NODE_PORT || kind == Kind.LOAD_BALANCER || kind == Kind.EXTERNAL_IP;
  }
}
