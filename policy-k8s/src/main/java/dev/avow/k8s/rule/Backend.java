package dev.avow.k8s.rule;

import dev.avow.k8s.manifest.ResourceId;
import dev.avow.k8s.network.PlacedObject;
import dev.avow.k8s.network.Residence;
import dev.avow.policy.document.Field;
import java.io.Serializable;
import java.util.Map;
import java.util.Set;

/**
 * A Service that something outside is led to, by an Ingress or a route.
 *
 * @param residence the namespace that the Service must be in
 * @param service the name of the Service as written; empty where none is named
 * @param missing what would have to be known to know the Service; empty if nothing
 */
record Backend(Residence residence, String service, String missing) implements Serializable {

  private static final Set<String> ROUTES =
      Set.of("HTTPRoute", "GRPCRoute", "TLSRoute", "TCPRoute", "UDPRoute");
  private static final Map<String, String> TRAEFIK =
      Map.of("IngressRoute", "traefik.io", "IngressRouteTCP", "traefik.io");

  /** Takes backends as they are read. */
  interface Taker {
    void take(Field at, Backend backend);
  }

  /** Tells {@code taker} of the backends of {@code placed}; of none if it is something else. */
  static void of(PlacedObject placed, Taker taker) {
    ResourceId id = placed.object().id();
    Field spec = placed.object().place().field("spec");
    if (IngressRules.isIngress(id)) {
      ofIngress(placed, spec, taker);
    } else if (isRoute(id)) {
      spec.field("rules").items().forEach(rule -> refs(placed, rule.field("backendRefs"), taker));
    } else if (id.group().equals("route.openshift.io") && id.kind().equals("Route")) {
      ref(placed, spec.field("to"), taker);
      refs(placed, spec.field("alternateBackends"), taker);
    } else if (isTraefik(id)) {
      spec.field("routes").items().forEach(route -> refs(placed, route.field("services"), taker));
    }
  }

  static boolean isRoute(ResourceId id) {
    return id.group().equals("gateway.networking.k8s.io") && ROUTES.contains(id.kind());
  }

  static boolean isTraefik(ResourceId id) {
    return TRAEFIK.containsKey(id.kind())
        && (id.group().equals("traefik.io") || id.group().equals("traefik.containo.us"));
  }

  private static void ofIngress(PlacedObject placed, Field spec, Taker taker) {
    boolean current = placed.object().id().apiVersion().equals("networking.k8s.io/v1");
    Field all = spec.field(current ? "defaultBackend" : "backend");
    if (all.isPresent() || all.isUnresolved()) {
      backend(placed, all, current, taker);
    }
    for (Field rule : spec.field("rules").items()) {
      for (Field path : rule.field("http").field("paths").items()) {
        backend(placed, path.field("backend"), current, taker);
      }
    }
  }

  /** A backend may be something else than a Service, such as a bucket. */
  private static void backend(PlacedObject placed, Field backend, boolean current, Taker taker) {
    Field name = current ? backend.field("service").field("name") : backend.field("serviceName");
    if (!backend.field("resource").isPresent()) {
      taker.take(name, of(name, placed.residence()));
    }
  }

  private static void refs(PlacedObject placed, Field list, Taker taker) {
    list.items().forEach(item -> ref(placed, item, taker));
  }

  private static void ref(PlacedObject placed, Field ref, Taker taker) {
    Field kind = ref.field("kind");
    Field group = ref.field("group");
    boolean isService =
        (!kind.isPresent() || kind.is("Service").holds())
            && (!group.isPresent() || group.is("").holds());
    Field namespace = ref.field("namespace");
    Residence residence =
        namespace.isUnresolved()
            ? new Residence.Unresolved(placed.graph(), namespace.text().orElse(""))
            : namespace.text().<Residence>map(Residence.In::new).orElseGet(placed::residence);
    if (isService && (ref.isPresent() || ref.isUnresolved())) {
      taker.take(ref.field("name"), of(ref.field("name"), residence));
    }
  }

  private static Backend of(Field name, Residence residence) {
    return new Backend(
        residence,
        name.text().orElse(""),
        name.isUnresolved() ? "the value of " + name.path() : "");
  }

  /** Returns the Service as findings call it: {@code prod/backend}. */
  String placed() {
    return residence instanceof Residence.In in ? in.namespace() + "/" + service : service;
  }
}
