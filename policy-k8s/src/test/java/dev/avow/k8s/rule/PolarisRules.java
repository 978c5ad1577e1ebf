package dev.avow.k8s.rule;

import static dev.avow.k8s.rule.PeerRule.bounds;
import static dev.avow.k8s.rule.PeerRule.notComparable;
import static dev.avow.k8s.rule.PeerRule.says;
import static java.util.Map.entry;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** How a policy says the checks of Polaris. */
final class PolarisRules {

  private static final String OTHER = "is about availability";

  /** What runtimes grant, as Polaris has it: to be dropped one by one, or all at once. */
  private static final List<String> USUAL =
      List.of(
          "AUDIT_WRITE",
          "CHOWN",
          "DAC_OVERRIDE",
          "FOWNER",
          "FSETID",
          "KILL",
          "MKNOD",
          "NET_BIND_SERVICE",
          "NET_RAW",
          "SETFCAP",
          "SETGID",
          "SETPCAP",
          "SETUID",
          "SYS_CHROOT");

  /** Names that Polaris exempts. */
  private static final List<String> EXEMPT =
      List.of("system:*", "gce:podsecuritypolicy:calico-sa", "cluster-admin", "admin", "edit");

  static final Map<String, PeerRule> ALL =
      Map.ofEntries(
          entry(
              "insecureCapabilities",
              says("drops-required-capabilities", "adds-no-capabilities")
                  .set("drops-required-capabilities", "capabilities", USUAL)
                  .set("adds-no-capabilities", "allowed", USUAL)),
          entry("linuxHardening", says("uses-linux-hardening")),
          entry(
              "resourceRange",
              says("requests-and-limits-are-set", "limits-are-in-range")
                  .set("limits-are-in-range", "minimum-cpu", "100m")
                  .set("limits-are-in-range", "maximum-cpu", "2")
                  .set("limits-are-in-range", "minimum-memory", "100Mi")
                  .set("limits-are-in-range", "maximum-memory", "6G")),
          entry(
              "livenessProbeMissing",
              says("probes-are-set").set("probes-are-set", "readiness", false)),
          entry(
              "readinessProbeMissing",
              says("probes-are-set").set("probes-are-set", "liveness", false)),
          entry("automountServiceAccountToken", says("service-account-token-is-not-mounted")),
          entry("cpuLimitsMissing", bounds("cpu-limit")),
          entry("cpuRequestsMissing", bounds("cpu-request")),
          entry("memoryLimitsMissing", bounds("memory-limit")),
          entry("memoryRequestsMissing", bounds("memory-request")),
          entry("nakedPod", says("pods-have-a-controller")),
          entry(
              "pullPolicyNotAlways",
              says("image-is-always-pulled")
                  .set("image-is-always-pulled", "default-counts", false)),
          entry("dangerousCapabilities", says("adds-no-dangerous-capabilities")),
          entry("tagNotSpecified", says("image-tag-is-specific")),
          entry("hostIPCSet", says("no-host-namespaces")),
          entry("hostNetworkSet", says("no-host-namespaces")),
          entry("hostPIDSet", says("no-host-namespaces")),
          entry("hostPathSet", says("no-host-path-volumes")),
          entry("hostPortSet", says("no-host-ports")),
          entry("hostProcess", says("no-host-process", "pod-does-not-default-to-host-process")),
          entry("privilegeEscalationAllowed", says("no-privilege-escalation")),
          entry("runAsRootAllowed", says("runs-as-non-root")),
          entry("runAsPrivileged", says("is-not-privileged")),
          entry("procMount", says("proc-mount-is-default")),
          entry("notReadOnlyRootFilesystem", says("read-only-root-filesystem")),
          entry(
              "tlsSettingsMissing",
              says("ingress-uses-tls").set("ingress-uses-tls", "hosts-must-match", false)),
          entry(
              "missingNetworkPolicy",
              says("pod-is-isolated-for-ingress", "pod-is-isolated-for-egress")),
          entry("clusterrolePodExecAttach", enters()),
          entry("clusterrolebindingClusterAdmin", bindsAdmins("cluster-admin-is-not-bound")),
          entry("clusterrolebindingPodExecAttach", bindsThoseWhoEnter()),
          entry("rolePodExecAttach", enters()),
          entry(
              "rolebindingClusterAdminClusterRole",
              bindsAdmins("cluster-admin-is-not-bound-in-namespace")),
          entry("rolebindingClusterAdminRole", binds("role-does-not-give-everything")),
          entry("rolebindingClusterRolePodExecAttach", bindsThoseWhoEnter()),
          entry("rolebindingRolePodExecAttach", bindsThoseWhoEnter()),
          entry("sensitiveConfigmapContent", byName("config-map-holds-no-credentials")),
          entry("sensitiveContainerEnvVar", byName("environment-holds-no-credentials")),
          entry("deploymentMissingReplicas", notComparable(OTHER)),
          entry("hpaMaxAvailability", notComparable(OTHER)),
          entry("hpaMinAvailability", notComparable(OTHER)),
          entry("metadataAndInstanceMismatched", notComparable(OTHER)),
          entry("missingPodDisruptionBudget", notComparable(OTHER)),
          entry("oneController", notComparable(OTHER)),
          entry("pdbDisruptionsIsZero", notComparable(OTHER)),
          entry("pdbMinAvailableGreaterThanHPAMinReplicas", notComparable(OTHER)),
          entry("priorityClassNotSet", notComparable(OTHER)),
          entry("topologySpreadConstraint", notComparable(OTHER)));

  private PolarisRules() {}

  /** It looks at roles, whether or not they are bound and whomever they name. */
  private static PeerRule enters() {
    return says("role-does-not-enter-pods")
        .set("role-does-not-enter-pods", "exempt-roles", EXEMPT)
        .set("role-does-not-enter-pods", "named-objects-count", true)
        .set("role-does-not-enter-pods", "built-in-roles-count", true);
  }

  /** It looks for cluster-admin by name, and for roles that come to it. */
  private static PeerRule bindsAdmins(String byName) {
    return binds("role-does-not-give-everything", byName).set(byName, "exempt-bindings", EXEMPT);
  }

  /** It fails bindings of roles that are not there, too. */
  private static PeerRule bindsThoseWhoEnter() {
    return binds("role-does-not-enter-pods", "bound-role-exists")
        .set("bound-role-exists", "all-is-given", true);
  }

  /** It looks at bindings, and at roles by what binds them. */
  private static PeerRule binds(String role, String... bindings) {
    return says(Stream.concat(Stream.of(role), Arrays.stream(bindings)).toArray(String[]::new))
        .set(role, "only-bound", true)
        .set(role, "exempt-bindings", EXEMPT)
        .set(role, "built-in-roles-count", true);
  }

  /** Polaris asks for the name only, whatever the value. */
  private static PeerRule byName(String rule) {
    return says(rule).set(rule, "placeholders-pass", false);
  }
}
