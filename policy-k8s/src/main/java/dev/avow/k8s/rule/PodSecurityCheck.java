package dev.avow.k8s.rule;

import dev.avow.k8s.rule.PodSecurityStandard.Level;
import dev.avow.policy.hardening.KubernetesVersion;
import dev.avow.policy.rule.Rule;
import java.util.List;
import java.util.function.Function;

/**
 * A check of the Pod Security Standards.
 *
 * @param id what the standards' own admission controller calls it
 * @param level the level from which on it is made
 * @param since the first version of the standards that has it
 * @param replaces the check that it makes superfluous; empty if none
 * @param rules the rules that come to the same: one for containers, one for what their pod says
 */
record PodSecurityCheck(
    String id,
    Level level,
    KubernetesVersion since,
    String replaces,
    Function<KubernetesVersion, List<Rule<?>>> rules) {

  static final List<PodSecurityCheck> ALL =
      List.of(
          baseline("hostNamespaces", 0, v -> List.of(HostRules.NO_HOST_NAMESPACES)),
          baseline("hostPorts", 0, v -> List.of(HostRules.NO_HOST_PORTS)),
          baseline("windowsHostProcess", 0, v -> HostRules.hostProcess()),
          baseline("hostPathVolumes", 0, v -> List.of(VolumeRules.NO_HOST_PATH_VOLUMES)),
          baseline(
              "hostProbesAndHostLifecycle", 34, v -> List.of(ProbeRules.PROBES_STAY_IN_THEIR_POD)),
          baseline("privileged", 0, v -> List.of(PrivilegedRules.IS_NOT_PRIVILEGED)),
          baseline(
              "capabilities_baseline",
              0,
              v -> List.of(PrivilegedRules.ADDS_DEFAULT_CAPABILITIES_ONLY)),
          baseline("appArmorProfile", 0, v -> AppArmorRules.rules()),
          baseline("procMount", 0, v -> List.of(ProcMountRules.procMountIsDefault(v))),
          baseline("sysctls", 0, v -> List.of(SysctlRules.sysctlsAreSafe(v))),
          baseline("seLinuxOptions", 0, SeLinuxRules::at),
          baseline("seccompProfile_baseline", 0, SeccompRules::confinedAt),
          restricted("restrictedVolumes", 0, v -> List.of(VolumeRules.VOLUME_TYPES_ARE_RESTRICTED)),
          restricted(
              "procMount_restricted",
              35,
              v -> List.of(ProcMountRules.PROC_MOUNT_IS_DEFAULT_IN_USER_NAMESPACES)),
          restricted("seccompProfile_restricted", 19, v -> List.of(SeccompRules.setAt(v))),
          restricted(
              "allowPrivilegeEscalation", 8, v -> List.of(PrivilegeRules.noPrivilegeEscalation(v))),
          restricted("capabilities_restricted", 22, PrivilegeRules::fewestCapabilities)
              .replacing("capabilities_baseline"),
          restricted("runAsNonRoot", 0, RunAsRules::nonRootAt),
          restricted("runAsUser", 23, RunAsRules::userAt));

  private static PodSecurityCheck baseline(
      String id, int sinceMinor, Function<KubernetesVersion, List<Rule<?>>> rules) {
    return new PodSecurityCheck(id, Level.BASELINE, KubernetesVersion.of(1, sinceMinor), "", rules);
  }

  private static PodSecurityCheck restricted(
      String id, int sinceMinor, Function<KubernetesVersion, List<Rule<?>>> rules) {
    return new PodSecurityCheck(
        id, Level.RESTRICTED, KubernetesVersion.of(1, sinceMinor), "", rules);
  }

  private PodSecurityCheck replacing(String other) {
    return new PodSecurityCheck(id, level, since, other, rules);
  }

  /** Returns whether it is made at {@code other} as {@code version} has it, replaced or not. */
  boolean isMade(Level other, KubernetesVersion version) {
    return other.includes(level) && version.isAtLeast(since);
  }
}
