package dev.avow.k8s.rule;

import static dev.avow.k8s.rule.PeerRule.says;
import static java.util.Map.entry;

import dev.avow.policy.document.Field;
import dev.avow.policy.hardening.HardeningProfile;
import java.util.Map;

/** How a policy says the auditors of kubeaudit. */
final class KubeauditRules {

  static final Map<String, PeerRule> ALL =
      Map.ofEntries(
          entry(
              "apparmor",
              says("apparmor-profile-is-allowed")
                  .set("apparmor-profile-is-allowed", "may-be-absent", false)),
          entry("mounts", says("no-sensitive-host-paths", "no-container-runtime-sockets")),
          entry("seccomp", says("seccomp-profile-is-allowed")),
          entry(
              "limits",
              says("requests-and-limits-are-set", "limits-are-in-range")
                  .with(KubeauditRules::limits)),
          entry(
              "asat",
              says(
                  "service-account-token-is-not-mounted",
                  "service-account-is-named-by-current-field")),
          entry("capabilities", says("drops-all-capabilities", "adds-no-capabilities")),
          entry("hostns", says("no-host-namespaces")),
          entry("image", says("image-tag-is-specific")),
          entry(
              "nonroot",
              says("runs-as-non-root", "pod-does-not-default-to-root")
                  .set("runs-as-non-root", "user-id-is-enough", true)
                  .set("pod-does-not-default-to-root", "only-user-id", true)),
          entry("privesc", says("no-privilege-escalation")),
          entry("privileged", says("is-not-privileged")),
          entry("rootfs", says("read-only-root-filesystem")),
          entry("netpols", says("namespace-denies-by-default")));

  private KubeauditRules() {}

  private static void limits(Field parameters, HardeningProfile.Builder profile) {
    profile.set("requests-and-limits-are-set", "require-cpu-request", false);
    profile.set("requests-and-limits-are-set", "require-memory-request", false);
    parameters
        .field("maxCPU")
        .text()
        .ifPresent(most -> profile.set("limits-are-in-range", "maximum-cpu", most));
    parameters
        .field("maxMemory")
        .text()
        .ifPresent(most -> profile.set("limits-are-in-range", "maximum-memory", most));
  }
}
