package dev.avow.k8s.rule;

import static dev.avow.k8s.rule.NetworkFacts.BACKENDS;
import static dev.avow.k8s.rule.NetworkFacts.FOREIGN;
import static dev.avow.k8s.rule.NetworkFacts.NAMESPACES;
import static dev.avow.k8s.rule.NetworkFacts.OPAQUE;
import static dev.avow.k8s.rule.NetworkFacts.PODS;
import static dev.avow.k8s.rule.NetworkFacts.POLICIES;
import static dev.avow.k8s.rule.NetworkFacts.SERVICES;
import static dev.avow.policy.finding.Severity.HIGH;
import static dev.avow.policy.finding.Severity.LOW;
import static dev.avow.policy.finding.Severity.MEDIUM;
import static dev.avow.policy.hardening.Profile.RESTRICTED;

import dev.avow.k8s.network.LabelSelector;
import dev.avow.k8s.network.Port;
import dev.avow.policy.finding.Glob;
import dev.avow.policy.finding.Parameter;
import dev.avow.policy.rule.Conflict;
import dev.avow.policy.rule.Declaration;
import java.util.List;

/** Rules about which pods can be reached from where. */
public final class ExposureRules {

  private static final String SERVICE =
      "https://kubernetes.io/docs/concepts/services-networking/service/";

  /** The pods that are meant for the inside. */
  public static final Parameter<List<LabelSelector>> PODS_MEANT =
      selectors("pods", "the pods that are meant, each by labels such as role=agent");

  /** The ports of the pods that only some may reach. */
  public static final Parameter<List<Port>> PORTS =
      Parameter.allParsed(
          "ports",
          Port.class,
          Port::parse,
          List.of(),
          "a list of ports such as \"8090\" or \"53/UDP\"",
          "the ports of these pods that only the sources may reach");

  /** The pods that may reach others. */
  public static final Parameter<List<LabelSelector>> SOURCES =
      selectors("sources", "the pods that may reach them, each by labels such as app=backend");

  /** The namespaces that sources are in. */
  public static final Parameter<List<Glob>> SOURCE_NAMESPACES =
      Parameter.globs(
          "source-namespaces",
          List.of(),
          "the namespaces that the sources are in; that of the pods if none is named");

  /** The workloads that may be reached from outside. */
  public static final Parameter<List<Glob>> ALLOWED =
      Parameter.globs(
          "allowed", List.of(), "the workloads that may be, by namespace and name: prod/backend");

  /** Whether an Ingress or a route counts, too. */
  public static final Parameter<Boolean> ROUTES_COUNT =
      Parameter.flag(
          "routes-count", false, "whether what an Ingress or a route leads to is exposed, too");

  /** The images of programs that administrators use in a browser. */
  public static final Parameter<List<Glob>> ADMIN_IMAGES =
      Parameter.globs(
          "images",
          AdminInterfaces.IMAGES,
          "the images of such programs, by repository without its registry");

  static final Facts<AdminInterfaces.Interface> ADMIN_INTERFACES =
      Facts.observed(
          "admin-interfaces",
          AdminInterfaces.Interface.class,
          Targets.WORKLOAD,
          AdminInterfaces::observe);

  /** Pods that are meant for the inside have Services that nobody reaches from outside. */
  public static final GroupRule INTERNAL_PODS_ARE_BEHIND_INTERNAL_SERVICES =
      GroupRule.named("internal-pods-are-behind-internal-services")
          .severity(HIGH)
          .because(
              "What is meant to be asked by one program of the cluster alone answers to everybody"
                  + " as soon as a Service or an Ingress leads to it from outside.")
          .advise("Leave type out or set it to ClusterIP, and lead no Ingress or route there.")
          .see(SERVICE + "#publishing-services-service-types")
          .with(PODS_MEANT)
          .refuse(named(PODS_MEANT))
          .onlyByName()
          .overEverything(PODS, SERVICES, BACKENDS)
          .finds(InternalServices::judge);

  /**
   * Pods that are meant for a few others let in those alone, on the ports that are named.
   *
   * <p>It asks the network policies: of each other pod among the manifests whether it gets in, and
   * of each rule whether it lets in more than pods of certain labels. Pods on the host network are
   * passed over: they come from nodes, which no network policy keeps out.
   */
  public static final GroupRule INTERNAL_PODS_ARE_REACHED_FROM_SOURCES_ONLY =
      GroupRule.named("internal-pods-are-reached-from-sources-only")
          .severity(HIGH)
          .because(
              "Whoever else reaches the port may do what the source may, as the pod takes whoever"
                  + " comes for it.")
          .advise(
              "Add a NetworkPolicy that selects the pods and lets in the sources; those of another"
                  + " namespace by namespaceSelector and podSelector in the same item, as two items"
                  + " let in both.")
          .see(NetworkRules.PAGE + "#behavior-of-to-and-from-selectors")
          .with(PODS_MEANT)
          .with(PORTS)
          .with(SOURCES)
          .with(SOURCE_NAMESPACES)
          .refuse(named(PODS_MEANT))
          .refuse(named(PORTS))
          .onlyByName()
          .overEverything(PODS, POLICIES, FOREIGN, NAMESPACES)
          .finds(InternalPods::judge);

  /** A Service leads to every port that a container says it listens on. */
  public static final GroupRule CONTAINER_PORTS_ARE_IN_A_SERVICE =
      GroupRule.named("container-ports-are-in-a-service")
          .severity(LOW)
          .because(
              "A port that no Service leads to is one that nobody is meant to use, and everybody in"
                  + " the cluster can.")
          .advise("Add the port to the Service, or have the program not listen on it.")
          .see(SERVICE)
          .with(SelectionRules.COMPLETE)
          .onlyByName()
          .overEverything(PODS, SERVICES, OPAQUE)
          .finds(ServedPorts::judge);

  /** Nothing can be reached from outside but what is meant to be. */
  public static final GroupRule EXPOSED_WORKLOADS_ARE_ALLOWED =
      GroupRule.named("exposed-workloads-are-allowed")
          .severity(MEDIUM)
          .because(
              "Of what the internet reaches, somebody should know: it is what is attacked first.")
          .advise("Name the workload among those that are allowed, or take the way in away.")
          .see(SERVICE + "#publishing-services-service-types")
          .alias("C-0256")
          .alias("C-0266")
          .with(ALLOWED)
          .onlyByName()
          .overEverything(PODS, SERVICES, BACKENDS)
          .finds(ExposedWorkloads::judge);

  /** No program with which administrators rule the cluster is open to the outside. */
  public static final GroupRule ADMIN_INTERFACES_ARE_NOT_EXPOSED =
      GroupRule.named("admin-interfaces-are-not-exposed")
          .severity(HIGH)
          .because(
              "Dashboards and workflow engines have been the way into many a cluster: they run what"
                  + " they are told with the rights of an administrator.")
          .advise("Set the Service's type to ClusterIP, and use kubectl port-forward.")
          .see("https://kubernetes.io/docs/tasks/access-application-cluster/web-ui-dashboard/")
          .see(
              "https://microsoft.github.io/Threat-Matrix-for-Kubernetes/techniques/"
                  + "Exposed%20sensitive%20interfaces/")
          .alias("CKV_K8S_33")
          .alias("C-0014")
          .alias("C-0021")
          .with(ADMIN_IMAGES)
          .with(ROUTES_COUNT)
          .from(RESTRICTED)
          .overEverything(PODS, SERVICES, BACKENDS, ADMIN_INTERFACES)
          .finds(AdminInterfaces::judge);

  private ExposureRules() {}

  /** Returns all of them. */
  static List<Declaration> all() {
    return List.of(
        INTERNAL_PODS_ARE_BEHIND_INTERNAL_SERVICES,
        INTERNAL_PODS_ARE_REACHED_FROM_SOURCES_ONLY,
        CONTAINER_PORTS_ARE_IN_A_SERVICE,
        EXPOSED_WORKLOADS_ARE_ALLOWED,
        ADMIN_INTERFACES_ARE_NOT_EXPOSED);
  }

  private static Parameter<List<LabelSelector>> selectors(String name, String meaning) {
    return Parameter.allParsed(
        name,
        LabelSelector.class,
        LabelSelector::parse,
        List.of(),
        "a list of label selectors such as \"role=agent\"",
        meaning);
  }

  private static Conflict named(Parameter<? extends List<?>> parameter) {
    return Conflict.within(
        settings -> settings.get(parameter).isEmpty(), parameter.name() + " must name one or more");
  }
}
