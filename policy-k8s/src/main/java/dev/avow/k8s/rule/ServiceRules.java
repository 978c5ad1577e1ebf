package dev.avow.k8s.rule;

import static dev.avow.policy.finding.Severity.HIGH;
import static dev.avow.policy.finding.Severity.MEDIUM;
import static dev.avow.policy.hardening.Profile.MULTI_TENANT;
import static dev.avow.policy.hardening.Profile.RESTRICTED;

import dev.avow.k8s.manifest.Resource;
import dev.avow.k8s.manifest.ResourceId;
import dev.avow.k8s.network.Cidr;
import dev.avow.k8s.network.Match;
import dev.avow.policy.document.Check;
import dev.avow.policy.document.Field;
import dev.avow.policy.finding.Fix;
import dev.avow.policy.finding.NumberRange;
import dev.avow.policy.finding.Parameter;
import dev.avow.policy.rule.Declaration;
import dev.avow.policy.rule.Fixes;
import dev.avow.policy.rule.Reporter;
import dev.avow.policy.rule.Rule;
import java.util.List;
import java.util.OptionalLong;

/** Rules about what Services open to the outside. */
public final class ServiceRules {

  private static final String TYPES =
      "https://kubernetes.io/docs/concepts/services-networking/service/"
          + "#publishing-services-service-types";

  /** Whether a load balancer is accepted that a cloud keeps within its own network. */
  public static final Parameter<Boolean> INTERNAL_IS_ACCEPTED =
      Parameter.flag(
          "internal-is-accepted",
          false,
          "whether load balancers are accepted whose annotations keep them within the network");

  /** The addresses that Services may take. */
  public static final Parameter<List<Cidr>> ALLOWED =
      Parameter.allParsed(
          "allowed",
          Cidr.class,
          Cidr::parseAddressOrBlock,
          List.of(),
          "a list of addresses or blocks such as \"203.0.113.0/24\"",
          "the addresses that Services may take");

  /** No Service is open on every node. */
  public static final Rule<Resource> NO_NODE_PORT_SERVICES =
      Rule.named("no-node-port-services")
          .severity(MEDIUM)
          .because(
              "A node port is open on every node for whoever reaches it, past the ingress with its"
                  + " encryption and its logs.")
          .advise("Set type to ClusterIP, and lead to the Service from an Ingress or a Gateway.")
          .see(TYPES)
          .alias("restrict-node-port")
          .alias("exposed-services")
          .alias("service-type")
          .alias("KBP114")
          .alias("K8sBlockNodePort")
          .from(MULTI_TENANT)
          .forEach(Targets.RESOURCE)
          .when(ServiceRules::isService)
          .finds((service, report) -> type(service, "NodePort", "is open on every node", report));

  /** No Service has a load balancer of its own. */
  public static final Rule<Resource> NO_LOAD_BALANCER_SERVICES =
      Rule.named("no-load-balancer-services")
          .severity(MEDIUM)
          .because(
              "A load balancer has an address of its own, which most clouds open to the internet"
                  + " unless told otherwise.")
          .advise("Set type to ClusterIP, and lead to the Service from an Ingress or a Gateway.")
          .see(TYPES)
          .alias("restrict-loadbalancer")
          .alias("exposed-services")
          .alias("C-0256")
          .alias("KBP114")
          .alias("K8sBlockLoadBalancer")
          .with(INTERNAL_IS_ACCEPTED)
          .onlyByName()
          .forEach(Targets.RESOURCE)
          .when(ServiceRules::isService)
          .finds(ServiceRules::balanced);

  /** No Service takes addresses but those that are allowed. */
  public static final Rule<Resource> EXTERNAL_IPS_ARE_ALLOWED =
      Rule.named("external-ips-are-allowed")
          .title("external IPs are allowed")
          .severity(HIGH)
          .because(
              "A Service gets what is meant for its external IPs, whomever they belong to, so that"
                  + " who may write Services may listen to others (CVE-2020-8554).")
          .advise("Remove externalIPs, or name the addresses that are the cluster's own.")
          .see("https://nvd.nist.gov/vuln/detail/CVE-2020-8554")
          .see("https://kubernetes.io/docs/concepts/services-networking/service/#external-ips")
          .alias("restrict-service-external-ips")
          .alias("KSV-0108")
          .alias("K8sExternalIPs")
          .with(ALLOWED)
          .from(RESTRICTED)
          .forEach(Targets.RESOURCE)
          .when(ServiceRules::isService)
          .finds(ServiceRules::externalIps);

  /** No Service leads to a shell. */
  public static final Rule<Resource> NO_REMOTE_SHELL_SERVICES =
      Rule.named("no-remote-shell-services")
          .severity(MEDIUM)
          .because(
              "A shell that is a Service lets in whoever has or guesses its key, past the API"
                  + " server with its roles and its audit log.")
          .advise("Remove the port; kubectl exec is for people.")
          .see(
              "https://kubernetes.io/docs/tasks/debug/debug-application/get-shell-running-container/")
          .alias("ssh-port")
          .alias("C-0042")
          .alias("KBP110")
          .with(PortRules.SHELL_PORTS)
          .from(RESTRICTED)
          .forEach(Targets.RESOURCE)
          .when(ServiceRules::isService)
          .finds(ServiceRules::shells);

  private ServiceRules() {}

  /** Returns all of them. */
  static List<Declaration> all() {
    return List.of(
        NO_NODE_PORT_SERVICES,
        NO_LOAD_BALANCER_SERVICES,
        EXTERNAL_IPS_ARE_ALLOWED,
        NO_REMOTE_SHELL_SERVICES);
  }

  static boolean isService(ResourceId id) {
    return id.kind().equals("Service") && id.group().isEmpty();
  }

  private static Check isService(Resource resource) {
    return Held.isAny(resource, ServiceRules::isService);
  }

  private static void type(Resource resource, String type, String wrong, Reporter report) {
    Held.in(resource, ServiceRules::isService)
        .forEach(service -> type(service.at("spec"), type, wrong, report));
  }

  private static void type(Field spec, String type, String wrong, Reporter report) {
    Field written = spec.field("type");
    boolean hasNodePorts =
        spec.field("ports").items().stream().anyMatch(port -> port.field("nodePort").isPresent());
    PodSecurity.report(
        written.is(type).not(),
        wrong,
        field ->
            hasNodePorts
                ? Fix.advice("Set " + field.path() + " to ClusterIP, and remove each nodePort")
                : Fixes.set(field, "ClusterIP"),
        report);
  }

  private static void balanced(Resource resource, Reporter report) {
    boolean accepted = report.settings().get(INTERNAL_IS_ACCEPTED);
    for (Resource service : Held.in(resource, ServiceRules::isService).toList()) {
      Match internal = LoadBalancers.isInternal(service.at("metadata").field("annotations"));
      Field type = service.at("spec").field("type");
      if (accepted && internal.isUnknown() && !type.is("LoadBalancer").fails()) {
        report.missing(internal.missing(), type);
      } else if (!accepted || internal.fails()) {
        type(service.at("spec"), "LoadBalancer", "has an address of its own", report);
      }
    }
  }

  private static void externalIps(Resource resource, Reporter report) {
    List<Cidr> allowed = report.settings().get(ALLOWED);
    for (Resource service : Held.in(resource, ServiceRules::isService).toList()) {
      Field addresses = service.at("spec").field("externalIPs");
      if (addresses.isUnresolved()) {
        report.missing("the value of " + addresses.path(), addresses);
      }
      for (Field address : addresses.items()) {
        PodSecurity.report(
            address.decide(isAllowed(address, allowed)),
            "takes an address that is not allowed",
            Fixes::remove,
            report);
      }
    }
  }

  private static boolean isAllowed(Field address, List<Cidr> allowed) {
    try {
      Cidr single = Cidr.parseAddressOrBlock(address.text().orElse(""));
      return allowed.stream().anyMatch(block -> block.contains(single));
    } catch (IllegalArgumentException malformed) {
      return false;
    }
  }

  private static void shells(Resource resource, Reporter report) {
    List<NumberRange> shells = report.settings().get(PortRules.SHELL_PORTS);
    for (Resource service : Held.in(resource, ServiceRules::isService).toList()) {
      for (Field port : service.at("spec").field("ports").items()) {
        for (String name : List.of("port", "targetPort")) {
          Field number = port.field(name);
          if (isOneOf(number.integer(), shells) && PortRules.isTcp(port)) {
            report.fail(
                number, "leads to a shell: %s %s".formatted(number.label(), number.found()));
            break;
          }
        }
      }
    }
  }

  private static boolean isOneOf(OptionalLong number, List<NumberRange> ranges) {
    return number.isPresent()
        && ranges.stream().anyMatch(range -> range.contains(number.getAsLong()));
  }
}
