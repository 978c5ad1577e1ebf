package dev.avow.k8s.rule;

import static dev.avow.k8s.rule.PeerRule.bounds;
import static dev.avow.k8s.rule.PeerRule.notComparable;
import static dev.avow.k8s.rule.PeerRule.says;
import static java.util.Map.entry;

import dev.avow.policy.document.Field;
import dev.avow.policy.hardening.HardeningProfile;
import dev.avow.policy.hardening.KubernetesVersion;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** How a policy says the checks of kube-score. */
final class KubeScoreRules {

  private static final String OTHER = "is about availability";

  private static final Pattern MINOR = Pattern.compile("Minor: ([0-9]+)");

  static final Map<String, PeerRule> ALL =
      Map.ofEntries(
          entry(
              "container-seccomp-profile",
              says("seccomp-profile-is-allowed")
                  .set("seccomp-profile-is-allowed", "annotations-count", true)),
          entry(
              "container-security-context-user-group-id",
              says("user-id-is-high", "group-id-is-high")),
          entry("container-cpu-requests-equal-limits", equal("cpu")),
          entry("container-memory-requests-equal-limits", equal("memory")),
          entry("container-ephemeral-storage-request-equals-limit", equal("ephemeral-storage")),
          entry("container-resource-requests-equal-limits", says("requests-equal-limits")),
          entry("container-ephemeral-storage-request-and-limit", ephemeral()),
          entry(
              "pod-probes",
              says("probes-are-set")
                  .set("probes-are-set", "one-container-is-enough", true)
                  .set("probes-are-set", "only-behind-services", true)),
          entry("pod-probes-identical", says("probes-are-different")),
          entry("container-image-pull-policy", says("image-is-always-pulled")),
          entry("environment-variable-key-duplication", says("environment-variables-are-unique")),
          entry(
              "stable-version",
              says("api-version-is-not-deprecated", "api-version-is-served")
                  .with(KubeScoreRules::version)),
          entry("container-image-tag", says("image-tag-is-specific")),
          entry(
              "container-resources",
              says("requests-and-limits-are-set").with(KubeScoreRules::limits)),
          entry("container-security-context-privileged", says("is-not-privileged")),
          entry(
              "container-security-context-readonlyrootfilesystem",
              says("read-only-root-filesystem")),
          entry("ingress-targets-service", complete("ingress-backends-exist")),
          entry("service-targets-pod", complete("service-selects-pods")),
          entry("networkpolicy-targets-pod", complete("network-policy-selects-pods")),
          entry(
              "pod-networkpolicy",
              says("pod-is-isolated-for-ingress", "pod-is-isolated-for-egress")),
          entry("service-type", says("no-node-port-services")),
          entry("container-ports-check", notComparable(OTHER)),
          entry("deployment-has-host-podantiaffinity", notComparable(OTHER)),
          entry("deployment-has-poddisruptionbudget", notComparable(OTHER)),
          entry("deployment-replicas", notComparable(OTHER)),
          entry("deployment-strategy", notComparable(OTHER)),
          entry(
              "deployment-targeted-by-hpa-does-not-have-replicas-configured", notComparable(OTHER)),
          entry("horizontalpodautoscaler-has-target", complete("scale-target-exists")),
          entry("horizontalpodautoscaler-replicas", notComparable(OTHER)),
          entry("pod-topology-spread-constraints", notComparable(OTHER)),
          entry("poddisruptionbudget-has-policy", notComparable(OTHER)),
          entry("statefulset-has-host-podantiaffinity", notComparable(OTHER)),
          entry("statefulset-has-poddisruptionbudget", notComparable(OTHER)),
          entry("statefulset-has-servicename", notComparable(OTHER)),
          entry(
              "statefulset-pod-selector-labels-match-template-metadata-labels",
              notComparable(OTHER)));

  private KubeScoreRules() {}

  /** What is not in the file does not exist for kube-score. */
  private static PeerRule complete(String rule) {
    return says(rule).set(rule, "manifests-are-complete", true);
  }

  private static PeerRule equal(String resource) {
    PeerRule rule = says("requests-equal-limits");
    for (String each : List.of("cpu", "memory", "ephemeral-storage")) {
      rule = rule.set("requests-equal-limits", each, each.equals(resource));
    }
    return rule;
  }

  private static PeerRule ephemeral() {
    return bounds("none")
        .set("requests-and-limits-are-set", "require-ephemeral-storage-request", true)
        .set("requests-and-limits-are-set", "require-ephemeral-storage-limit", true);
  }

  /** The settings are as the tests of kube-score write them; without any it judges for 1.18. */
  private static void version(Field config, HardeningProfile.Builder profile) {
    config
        .text()
        .flatMap(text -> MINOR.matcher(text).results().findFirst())
        .map(minor -> Integer.parseInt(minor.group(1)))
        .or(() -> Optional.of(18))
        .map(minor -> KubernetesVersion.of(1, minor))
        .ifPresent(profile::kubernetes);
  }

  private static void limits(Field config, HardeningProfile.Builder profile) {
    String text = config.text().orElse("");
    for (String each : List.of("Cpu", "Memory")) {
      if (text.contains("IgnoreContainer" + each + "LimitRequirement: true")) {
        String parameter = "require-" + each.toLowerCase(Locale.ROOT) + "-limit";
        profile.set("requests-and-limits-are-set", parameter, false);
      }
    }
  }
}
