package dev.avow.k8s.rule;

import dev.avow.k8s.manifest.ResourceId;
import dev.avow.k8s.network.PlacedObject;
import dev.avow.policy.document.Field;
import dev.avow.policy.finding.Location;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * An Ingress or a route, and what it says of who may come in.
 *
 * @param kind what it is
 * @param controller the class that it names; empty if none
 * @param annotations those that ingress controllers go by
 * @param unresolved annotations that are expressions
 * @param rules for each part that is judged by itself, the middlewares or filters that it has
 * @param targets what policies can be attached to that concern it, by kind and name
 * @param at where the answer is given, or would be
 */
record Entrance(
    Kind kind,
    String controller,
    Map<String, String> annotations,
    List<String> unresolved,
    List<List<String>> rules,
    List<String> targets,
    Location at)
    implements Serializable {

  /** Creates an entrance; the collections are copied. */
  Entrance {
    annotations = Collections.unmodifiableMap(new TreeMap<>(annotations));
    unresolved = List.copyOf(unresolved);
    rules = List.copyOf(rules);
    targets = List.copyOf(targets);
  }

  enum Kind {
    INGRESS,
    HTTP_ROUTE,
    TRAEFIK_ROUTE
  }

  static final String TRAEFIK = "traefik.ingress.kubernetes.io/router.middlewares";
  static final String ALB = "alb.ingress.kubernetes.io/";

  static Optional<Entrance> of(PlacedObject placed) {
    ResourceId id = placed.object().id();
    Field spec = placed.object().place().field("spec");
    if (IngressRules.isIngress(id)) {
      return Optional.of(of(Kind.INGRESS, placed, List.of()));
    }
    if (Backend.isRoute(id) && (id.kind().equals("HTTPRoute") || id.kind().equals("GRPCRoute"))) {
      List<List<String>> filters = filters(spec);
      boolean leadsNowhere = filters.isEmpty() && !spec.field("rules").items().isEmpty();
      return leadsNowhere ? Optional.empty() : Optional.of(of(Kind.HTTP_ROUTE, placed, filters));
    }
    return id.kind().equals("IngressRoute") && Backend.isTraefik(id)
        ? Optional.of(of(Kind.TRAEFIK_ROUTE, placed, middlewares(spec, placed)))
        : Optional.empty();
  }

  private static Entrance of(Kind kind, PlacedObject placed, List<List<String>> rules) {
    Field root = placed.object().place();
    Field annotations = root.field("metadata").field("annotations");
    Map<String, String> known = new TreeMap<>();
    List<String> unresolved = new ArrayList<>();
    for (Field annotation : annotations.fields()) {
      if (annotation.isUnresolved()) {
        unresolved.add(annotation.name());
      } else if (annotation.name().contains("ingress")) {
        annotation.text().ifPresent(text -> known.put(annotation.name(), text));
      }
    }
    if (annotations.isUnresolved()) {
      unresolved.add("annotations");
    }
    String controller =
        root.at("spec.ingressClassName")
            .text()
            .or(() -> annotations.field("kubernetes.io/ingress.class").text())
            .orElse("");
    Field at = annotations.isPresent() ? annotations : root.field("metadata");
    return new Entrance(
        kind,
        controller,
        known,
        unresolved,
        rules,
        targets(placed),
        (kind == Kind.INGRESS ? at : root.field("spec")).location());
  }

  /** A policy for a Gateway is one for its routes, and one for a Service for what leads there. */
  private static List<String> targets(PlacedObject placed) {
    Field root = placed.object().place();
    List<String> targets = new ArrayList<>();
    String name = root.field("metadata").field("name").text().orElse("");
    targets.add(placed.object().id().kind() + "/" + name);
    for (Field gateway : root.at("spec.parentRefs").items()) {
      targets.add(AttachedPolicy.target(gateway, "Gateway"));
    }
    for (Field rule : root.at("spec.rules").items()) {
      for (Field backend : rule.field("backendRefs").items()) {
        targets.add(AttachedPolicy.target(backend, "Service"));
      }
    }
    return targets;
  }

  /** A rule that redirects and has no backend lets nobody in. */
  private static List<List<String>> filters(Field spec) {
    List<List<String>> rules = new ArrayList<>();
    for (Field rule : spec.field("rules").items()) {
      List<String> filters =
          rule.field("filters").items().stream()
              .map(filter -> filter.field("type").text().orElse(""))
              .toList();
      if (!filters.contains("RequestRedirect") || !rule.field("backendRefs").items().isEmpty()) {
        rules.add(filters);
      }
    }
    return rules;
  }

  private static List<List<String>> middlewares(Field spec, PlacedObject placed) {
    List<List<String>> rules = new ArrayList<>();
    for (Field route : spec.field("routes").items()) {
      rules.add(
          TraefikMiddleware.references(
              route.field("middlewares"), TraefikMiddleware.namespace(placed)));
    }
    return rules;
  }

  /** Returns the value of the annotation of ingress-nginx called {@code name}; empty if none. */
  String nginx(String name) {
    return annotations.getOrDefault(NginxAnnotations.PREFIX + name, "").strip();
  }

  /** Returns the value of the annotation for an ALB called {@code name}; empty if none. */
  String alb(String name) {
    return annotations.getOrDefault(ALB + name, "").strip();
  }

  /** Returns the middlewares that the annotation for Traefik names. */
  List<String> traefik() {
    String all = annotations.getOrDefault(TRAEFIK, "");
    return Arrays.stream(all.split(",", -1))
        .map(String::strip)
        .filter(name -> !name.isEmpty())
        .toList();
  }

  boolean hasAny(String prefix) {
    return annotations.keySet().stream().anyMatch(name -> name.startsWith(prefix));
  }
}
