package dev.avow.k8s.rule;

import dev.avow.k8s.network.Match;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/** Finds Ingresses and routes by which everybody comes in unasked. */
final class IngressAuthentication {

  private static final String LOOKED_FOR =
      "a controller that is known: ingress-nginx, Traefik, the AWS Load Balancer Controller, or"
          + " Istio before its pods";

  private final Map<String, IngressController.Kind> classes = new HashMap<>();
  private final Map<String, TraefikMiddleware> middlewares = new HashMap<>();
  private final List<Observed<AttachedPolicy>> attached;
  private final boolean askedByDefault;
  private final MeshEvidence mesh;

  private IngressAuthentication(Group group) {
    group
        .all(RouteRules.CONTROLLERS)
        .forEach(each -> classes.put(each.value().name(), each.value().kind()));
    group
        .all(RouteRules.MIDDLEWARES)
        .forEach(each -> middlewares.put(each.value().reference(), each.value()));
    this.attached = group.all(RouteRules.ATTACHED);
    this.askedByDefault = !group.all(RouteRules.GLOBAL_AUTH).isEmpty();
    this.mesh = new MeshEvidence(group);
  }

  static void judge(Group group, GroupReporter report) {
    IngressAuthentication authentication = new IngressAuthentication(group);
    group.all(RouteRules.ENTRANCES).forEach(each -> authentication.judge(each, report));
  }

  private void judge(Observed<Entrance> each, GroupReporter report) {
    Entrance entrance = each.value();
    Evidence byController = byController(entrance);
    Match asked = byController.asks().or(mesh.asks(each.subject())).or(byAttachedPolicy(entrance));
    if (asked.holds()) {
      report.pass(each.subject());
    } else if (asked.isUnknown()) {
      report.missing(each.subject(), entrance.at(), asked.missing());
    } else {
      report.fail(
          each.subject(), entrance.at(), "lets everybody in unasked: " + byController.found());
    }
  }

  private Match byAttachedPolicy(Entrance entrance) {
    return attached.stream()
        .filter(policy -> policy.value().targets().stream().anyMatch(entrance.targets()::contains))
        .findFirst()
        .map(policy -> Match.unknown("the effect of " + policy.subject()))
        .orElseGet(() -> Match.of(false));
  }

  /**
   * What a controller is told.
   *
   * @param asks whether it asks who is there
   * @param found what is wrong if it does not
   */
  private record Evidence(Match asks, String found) {
    static Evidence of(boolean asks, String found) {
      return new Evidence(Match.of(asks), found);
    }

    static Evidence unknown(String missing) {
      return new Evidence(Match.unknown(missing), "");
    }
  }

  private Evidence byController(Entrance entrance) {
    return switch (entrance.kind()) {
      case HTTP_ROUTE -> ofEach(entrance.rules(), IngressAuthentication::byFilter);
      case TRAEFIK_ROUTE -> ofEach(entrance.rules(), this::byMiddleware);
      case INGRESS -> byAnnotation(entrance);
    };
  }

  private Evidence byAnnotation(Entrance entrance) {
    Evidence said =
        switch (controller(entrance)) {
          case NGINX -> nginx(entrance);
          case TRAEFIK -> byMiddleware(entrance.traefik());
          case ALB -> alb(entrance);
          case OTHER -> Evidence.unknown(LOOKED_FOR);
        };
    return said.asks().fails() && !entrance.unresolved().isEmpty()
        ? Evidence.unknown("the value of the annotation " + entrance.unresolved().get(0))
        : said;
  }

  /** Annotations tell whom they are for where the class does not. */
  private IngressController.Kind controller(Entrance entrance) {
    String name = entrance.controller();
    IngressController.Kind known = classes.get(name);
    if (known != null) {
      return known;
    }
    if (!name.isEmpty()) {
      return IngressController.called(name);
    }
    if (entrance.hasAny(NginxAnnotations.PREFIX)) {
      return IngressController.Kind.NGINX;
    }
    if (entrance.hasAny("traefik.ingress.kubernetes.io/")) {
      return IngressController.Kind.TRAEFIK;
    }
    return entrance.hasAny(Entrance.ALB)
        ? IngressController.Kind.ALB
        : IngressController.Kind.OTHER;
  }

  private Evidence nginx(Entrance entrance) {
    String verify = entrance.nginx("auth-tls-verify-client");
    boolean byUrl = !entrance.nginx("auth-url").isEmpty();
    boolean byPassword =
        Set.of("basic", "digest").contains(entrance.nginx("auth-type"))
            && !entrance.nginx("auth-secret").isEmpty();
    boolean byCertificate =
        !entrance.nginx("auth-tls-secret").isEmpty() && (verify.isEmpty() || verify.equals("on"));
    boolean byDefault = askedByDefault && !entrance.nginx("enable-global-auth").equals("false");
    if (entrance.nginx("satisfy").equals("any")) {
      return Evidence.of(false, "satisfy is any, so that an address alone is enough");
    }
    if (byUrl || byPassword || byCertificate || byDefault) {
      return Evidence.of(true, "");
    }
    if (!entrance.nginx("auth-tls-secret").isEmpty()) {
      return Evidence.of(
          false, "auth-tls-verify-client is " + verify + ", so that no certificate is needed");
    }
    return entrance.nginx("auth-type").isEmpty()
        ? Evidence.of(false, "neither auth-url, auth-type nor auth-tls-secret is set")
        : Evidence.of(false, "auth-type needs to be basic or digest, and auth-secret to be set");
  }

  private static Evidence alb(Entrance entrance) {
    boolean asks = Set.of("oidc", "cognito").contains(entrance.alb("auth-type"));
    return asks && entrance.alb("auth-on-unauthenticated-request").equals("allow")
        ? Evidence.of(false, "auth-on-unauthenticated-request is allow")
        : Evidence.of(asks, "auth-type is neither oidc nor cognito");
  }

  private static Evidence byFilter(List<String> filters) {
    return Evidence.of(
        filters.contains("ExternalAuth"), "a rule has no filter of type ExternalAuth");
  }

  private Evidence byMiddleware(List<String> names) {
    Match asks = Match.of(false);
    for (String name : names) {
      asks = asks.or(asks(name, new HashSet<>()));
    }
    return new Evidence(asks, "no middleware has basicAuth, digestAuth or forwardAuth");
  }

  private Match asks(String name, Set<String> seen) {
    TraefikMiddleware middleware = middlewares.get(name);
    if (middleware == null) {
      return Match.unknown("the middleware " + name);
    }
    Match asks = Match.of(middleware.authenticates());
    if (seen.add(name)) {
      for (String each : middleware.chain()) {
        asks = asks.or(asks(each, seen));
      }
    }
    return asks;
  }

  /** The rule that asks least decides. */
  private static Evidence ofEach(
      List<List<String>> rules, Function<List<String>, Evidence> evidence) {
    Evidence least = Evidence.of(!rules.isEmpty(), "it has no rules that ask");
    for (List<String> rule : rules) {
      Evidence here = evidence.apply(rule);
      Match both = least.asks().and(here.asks());
      least = new Evidence(both, here.asks().fails() ? here.found() : least.found());
    }
    return least;
  }
}
