package dev.avow.k8s.rule;

import static dev.avow.k8s.rule.RolePowerRules.named;
import static dev.avow.k8s.rule.RolePowerRules.rule;
import static dev.avow.policy.finding.Severity.LOW;
import static dev.avow.policy.finding.Severity.MEDIUM;

import dev.avow.k8s.rbac.Power;
import dev.avow.policy.rule.Declaration;
import java.util.List;

/**
 * Rules about powers that do not make one more than one is, but let one do harm or hide it.
 *
 * <p>They are on by name only: most controllers have one or the other, and need it.
 */
public final class RoleReachRules {

  private static final String WEB = "https://kubernetes.io/docs/";

  /** No role lets its holders change roles. */
  public static final GroupRule CHANGE_ROLES =
      rule(
          Power.CHANGE_ROLES,
          named("role-does-not-change-roles", MEDIUM, WEB + "reference/access-authn-authz/rbac/")
              .because("Whoever changes bindings decides who else has what they have.")
              .alias("KSV-0050")
              .alias("KSV-0051")
              .alias("KSV-0052"));

  /** No role lets its holders erase events and logs. */
  public static final GroupRule ERASE_TRACES =
      rule(
          Power.ERASE_TRACES,
          named("role-does-not-erase-traces", LOW, WEB + "tasks/debug/debug-cluster/audit/")
              .because("What tells of an intrusion is what an intruder removes first.")
              .alias("KSV-0042")
              .alias("C-0031"));

  /** No role lets its holders forward ports. */
  public static final GroupRule FORWARD_PORTS =
      rule(
          Power.FORWARD_PORTS,
          named(
                  "role-does-not-forward-ports",
                  LOW,
                  WEB + "tasks/access-application-cluster/port-forward-access-application-cluster/")
              .because("A forwarded port goes past network policies, and past any login before it.")
              .alias("C-0063"));

  /** No role lets its holders change config maps. */
  public static final GroupRule WRITE_CONFIG_MAPS =
      rule(
          Power.WRITE_CONFIG_MAPS,
          named("role-does-not-write-config-maps", LOW, WEB + "concepts/configuration/configmap/")
              .because(
                  "Programs do what their config maps say, the name server of the cluster among"
                      + " them.")
              .alias("KSV-0049")
              .alias("C-0037"));

  /** No role lets its holders change where traffic goes. */
  public static final GroupRule CHANGE_NETWORK =
      rule(
          Power.CHANGE_NETWORK,
          named("role-does-not-change-network", LOW, WEB + "concepts/services-networking/")
              .because(
                  "Services, ingresses and network policies decide what is reached from where.")
              .alias("KSV-0056"));

  /** No role lets its holders write endpoints. */
  public static final GroupRule WRITE_ENDPOINTS =
      rule(
          Power.WRITE_ENDPOINTS,
          named(
                  "role-does-not-write-endpoints",
                  MEDIUM,
                  "https://github.com/kubernetes/kubernetes/issues/103675")
              .because(
                  "An endpoint may be any address, so that an ingress or load balancer in front of"
                      + " it leads into other namespaces.")
              .alias("K8sBlockEndpointEditDefaultRole")
              .alias("CVE-2021-25740"));

  private RoleReachRules() {}

  /** Returns all of them. */
  static List<Declaration> all() {
    return List.of(
        CHANGE_ROLES,
        ERASE_TRACES,
        FORWARD_PORTS,
        WRITE_CONFIG_MAPS,
        CHANGE_NETWORK,
        WRITE_ENDPOINTS);
  }
}
