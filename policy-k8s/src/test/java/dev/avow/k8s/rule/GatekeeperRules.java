package dev.avow.k8s.rule;

import static dev.avow.k8s.rule.PeerRule.notComparable;
import static dev.avow.k8s.rule.PeerRule.says;
import static java.util.Map.entry;

import dev.avow.policy.document.Field;
import dev.avow.policy.hardening.HardeningProfile;
import dev.avow.policy.hardening.KubernetesVersion;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** How a policy says the constraints of Gatekeeper's library. */
final class GatekeeperRules {

  private static final String SEVERAL = "needs several resources";
  private static final String OTHER = "is about availability or metadata";

  private static final String RULE = "requests-and-limits-are-set";

  static final Map<String, PeerRule> ALL =
      Map.ofEntries(
          entry("K8sRequiredProbes", says("probes-are-set").with(GatekeeperRules::probes)),
          entry(
              "K8sContainerLimits",
              says("requests-and-limits-are-set", "limits-are-in-range")
                  .with((given, profile) -> amounts("limit", given, profile))),
          entry(
              "K8sContainerRequests",
              says("requests-and-limits-are-set", "requests-are-in-range")
                  .with((given, profile) -> amounts("request", given, profile))),
          entry(
              "K8sContainerRatios",
              says("requests-and-limits-are-set", "limits-are-near-requests")
                  .with(GatekeeperRules::ratios)),
          entry(
              "K8sRequiredResources",
              says("requests-and-limits-are-set").with(GatekeeperRules::required)),
          entry(
              "K8sContainerEphemeralStorageLimit",
              says("requests-and-limits-are-set", "limits-are-in-range")
                  .with(GatekeeperRules::ephemeral)),
          entry(
              "VerifyDeprecatedAPI",
              says("api-version-is-served").with(GatekeeperRules::deprecated)),
          entry(
              "K8sPSPAutomountServiceAccountTokenPod",
              says("service-account-token-is-not-mounted")
                  .set("service-account-token-is-not-mounted", "pod-must-say", true)),
          entry("K8sImageDigests", says("image-is-pinned-by-digest")),
          entry("K8sPSPHostNamespace", says("no-host-namespaces")),
          entry(
              "K8sPSPHostProcess", says("no-host-process", "pod-does-not-default-to-host-process")),
          entry("K8sPSPHostProbesLifecycle", says("probes-stay-in-their-pod")),
          entry("K8sPSPAllowPrivilegeEscalationContainer", says("no-privilege-escalation")),
          entry("K8sPSPPrivilegedContainer", says("is-not-privileged")),
          entry("K8sPSPReadOnlyRootFilesystem", says("read-only-root-filesystem")),
          entry("K8sBlockWildcardIngress", notComparable(SEVERAL)),
          entry("K8sHttpsOnly", notComparable(SEVERAL)),
          entry("K8sUniqueIngressHost", notComparable(SEVERAL)),
          entry("K8sBlockEndpointEditDefaultRole", notComparable(SEVERAL)),
          entry("K8sDisallowAnonymous", notComparable(SEVERAL)),
          entry(
              "NoUpdateServiceAccount",
              notComparable("compares with the object that was there before")),
          entry("K8sBlockLoadBalancer", notComparable(SEVERAL)),
          entry("K8sBlockNodePort", notComparable(SEVERAL)),
          entry("K8sExternalIPs", notComparable(SEVERAL)),
          entry("K8sStorageClass", notComparable(SEVERAL)),
          entry("K8sUniqueServiceSelector", notComparable(SEVERAL)),
          entry("K8sHorizontalPodAutoscaler", notComparable(OTHER)),
          entry("K8sPodDisruptionBudget", notComparable(OTHER)),
          entry("K8sReplicaLimits", notComparable(OTHER)),
          entry("K8sRequiredAnnotations", notComparable(OTHER)),
          entry("K8sRequiredLabels", notComparable(OTHER)));

  private GatekeeperRules() {}

  private static List<String> texts(Field list) {
    return list.items().stream().flatMap(item -> item.text().stream()).toList();
  }

  private static void probes(Field given, HardeningProfile.Builder profile) {
    List<String> probes = texts(given.field("probes"));
    profile.set("probes-are-set", "liveness", probes.contains("livenessProbe"));
    profile.set("probes-are-set", "readiness", probes.contains("readinessProbe"));
    profile.set("probes-are-set", "startup", probes.contains("startupProbe"));
    profile.set("probes-are-set", "types", texts(given.field("probeTypes")));
  }

  private static void amounts(String side, Field given, HardeningProfile.Builder profile) {
    only(Set.of(), profile);
    for (String resource : List.of("cpu", "memory")) {
      String most = given.field(resource).text().orElse("-1");
      if (!most.equals("-1")) {
        profile.set(RULE, "require-" + resource + "-" + side, true);
        profile.set(side + "s-are-in-range", "maximum-" + resource, most);
      }
    }
  }

  private static void ephemeral(Field given, HardeningProfile.Builder profile) {
    only(Set.of("ephemeral-storage-limit"), profile);
    String most = given.field("ephemeral-storage").text().orElseThrow();
    profile.set("limits-are-in-range", "maximum-ephemeral-storage", most);
  }

  private static void ratios(Field given, HardeningProfile.Builder profile) {
    String ratio = given.field("ratio").text().orElse("2");
    profile.set("limits-are-near-requests", "memory-ratio", ratio);
    profile.set(
        "limits-are-near-requests", "cpu-ratio", given.field("cpuRatio").text().orElse(ratio));
  }

  private static void required(Field given, HardeningProfile.Builder profile) {
    Set<String> wanted = new HashSet<>();
    texts(given.field("limits")).forEach(each -> wanted.add(each + "-limit"));
    texts(given.field("requests")).forEach(each -> wanted.add(each + "-request"));
    only(wanted, profile);
    profile.set(RULE, "written-out", true);
  }

  private static void only(Set<String> wanted, HardeningProfile.Builder profile) {
    for (String side : List.of("-request", "-limit")) {
      for (String resource : List.of("cpu", "memory", "ephemeral-storage")) {
        profile.set(RULE, "require-" + resource + side, wanted.contains(resource + side));
      }
    }
  }

  private static void deprecated(Field given, HardeningProfile.Builder profile) {
    Field version = given.field("k8sVersion");
    profile.kubernetes(KubernetesVersion.parse(version.found().replace("is ", "")));
    List<String> also = new ArrayList<>();
    for (Field each : given.field("kvs").items()) {
      texts(each.field("kinds"))
          .forEach(kind -> also.add(each.field("deprecatedAPI").text().orElseThrow() + "/" + kind));
    }
    profile.set("api-version-is-served", "also", also);
  }
}
