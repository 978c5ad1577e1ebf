package dev.avow.k8s.rule;

import static dev.avow.policy.finding.Severity.HIGH;
import static dev.avow.policy.finding.Severity.MEDIUM;
import static dev.avow.policy.hardening.Profile.MULTI_TENANT;
import static dev.avow.policy.hardening.Profile.PRODUCTION;

import dev.avow.policy.finding.Glob;
import dev.avow.policy.finding.Parameter;
import dev.avow.policy.rule.Conflict;
import dev.avow.policy.rule.Declaration;
import java.util.List;

/** Rules about what Ingresses and routes let in, and whom they ask who is there. */
public final class RouteRules {

  /** Whether no two Ingresses may have rules for the same host. */
  public static final Parameter<Boolean> HOST_ALONE =
      Parameter.flag(
          "host-alone", false, "whether two Ingresses may not share a host, whatever the paths");

  /** The Services that may be led to. */
  public static final Parameter<List<Glob>> SERVICES =
      Parameter.globs(
          "services", List.of(), "the Services that may be led to, such as prod/backend");

  static final Facts<IngressPath> PATHS =
      Facts.observed("ingress-paths", IngressPath.class, Targets.RESOURCE, IngressPath::observe);

  static final Facts<Entrance> ENTRANCES =
      NetworkFacts.objects("entrances", Entrance.class, Entrance::of);

  static final Facts<TraefikMiddleware> MIDDLEWARES =
      NetworkFacts.objects("middlewares", TraefikMiddleware.class, TraefikMiddleware::of);

  static final Facts<MeshAuthorization> AUTHORIZATIONS =
      NetworkFacts.objects("mesh-authorizations", MeshAuthorization.class, MeshAuthorization::of);

  static final Facts<AttachedPolicy> ATTACHED =
      NetworkFacts.objects("attached-policies", AttachedPolicy.class, AttachedPolicy::of);

  static final Facts<IngressController> CONTROLLERS =
      NetworkFacts.objects("ingress-classes", IngressController.class, IngressController::of);

  static final Facts<GlobalAuth> GLOBAL_AUTH =
      NetworkFacts.objects("global-auth", GlobalAuth.class, GlobalAuth::of);

  /** No two rules of Ingresses of one class are for the same host and path. */
  public static final GroupRule INGRESS_PATHS_ARE_UNIQUE =
      GroupRule.named("ingress-paths-are-unique")
          .severity(MEDIUM)
          .because(
              "Which of two Ingresses gets a request that both take is for the controller to say;"
                  + " another namespace can take requests away that way.")
          .advise("Give each host and path to one Ingress.")
          .see(IngressRules.PAGE)
          .alias("unique-ingress-host-and-path")
          .alias("K8sUniqueIngressHost")
          .with(HOST_ALONE)
          .from(PRODUCTION)
          .overEverything(PATHS)
          .finds(UniquePaths::judge);

  /** Ingresses and routes lead to Services that are meant for it, and to no other. */
  public static final GroupRule INGRESS_BACKENDS_ARE_ALLOWED =
      GroupRule.named("ingress-backends-are-allowed")
          .severity(HIGH)
          .because(
              "What is meant for the inside asks no questions; one path in an Ingress opens it to"
                  + " everybody.")
          .advise("Lead to a Service that is allowed, which asks who is there.")
          .see(IngressRules.PAGE)
          .see("https://gateway-api.sigs.k8s.io/api-types/httproute/")
          .with(SERVICES)
          .refuse(
              Conflict.within(
                  settings -> settings.get(SERVICES).isEmpty(), "services must name one or more"))
          .onlyByName()
          .overEverything(NetworkFacts.BACKENDS)
          .finds(RouteRules::backends);

  /**
   * Everybody who comes in by an Ingress or a route is asked who they are, by the controller or by
   * the mesh.
   *
   * <p>What counts as evidence is known for ingress-nginx, Traefik, the AWS Load Balancer
   * Controller, HTTPRoutes with an external authorization, and Istio in front of the pods. What a
   * policy does that an implementation of the Gateway API attaches to a route or its Gateway is not
   * known. A list of addresses is no authentication, and neither is mutual TLS that workloads have
   * among themselves.
   */
  public static final GroupRule INGRESS_IS_AUTHENTICATED =
      GroupRule.named("ingress-is-authenticated")
          .severity(HIGH)
          .because(
              "In a cluster that strangers share, what comes in without being asked who it is"
                  + " reaches a program that may not ask either.")
          .advise(
              "Let the controller ask: by auth-url or auth-type of ingress-nginx, a middleware of"
                  + " Traefik, auth-type of an ALB, a filter of type ExternalAuth; or Istio, by an"
                  + " AuthorizationPolicy with requestPrincipals.")
          .see(
              "https://kubernetes.github.io/ingress-nginx/user-guide/nginx-configuration/annotations/#authentication")
          .see("https://doc.traefik.io/traefik/middlewares/http/forwardauth/")
          .see(
              "https://kubernetes-sigs.github.io/aws-load-balancer-controller/latest/guide/ingress/annotations/#authentication")
          .see("https://istio.io/latest/docs/reference/config/security/authorization-policy/")
          .from(MULTI_TENANT)
          .overEverything(
              ENTRANCES,
              MIDDLEWARES,
              AUTHORIZATIONS,
              ATTACHED,
              CONTROLLERS,
              GLOBAL_AUTH,
              NetworkFacts.SERVICES,
              NetworkFacts.BACKENDS,
              NetworkFacts.PODS)
          .finds(IngressAuthentication::judge);

  private RouteRules() {}

  /** Returns all of them. */
  static List<Declaration> all() {
    return List.of(
        INGRESS_PATHS_ARE_UNIQUE, INGRESS_BACKENDS_ARE_ALLOWED, INGRESS_IS_AUTHENTICATED);
  }

  private static void backends(Group group, GroupReporter report) {
    List<Glob> allowed = report.settings().get(SERVICES);
    for (Observed<Backend> each : group.all(NetworkFacts.BACKENDS)) {
      Backend backend = each.value();
      if (!backend.missing().isEmpty()) {
        report.missing(each, backend.missing());
      } else if (allowed.stream().anyMatch(glob -> glob.matches(backend.placed()))) {
        report.pass(each.subject());
      } else {
        report.fail(each, "leads to a Service that is not allowed: " + backend.placed());
      }
    }
  }
}
