package dev.avow.k8s.rule;

import dev.avow.k8s.rule.PodSecurityStandard.Level;
import dev.avow.policy.hardening.KubernetesVersion;
import dev.avow.policy.rule.Rule;
import java.util.List;

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
    String id, Level level, KubernetesVersion since, String replaces, List<Rule<?>> rules) {

  static final List<PodSecurityCheck> ALL =
      List.of(
          baseline("hostNamespaces", 0, HostRules.NO_HOST_NAMESPACES),
          baseline("hostPorts", 0, HostRules.NO_HOST_PORTS),
          baseline(
              "windowsHostProcess",
              0,
              HostRules.NO_HOST_PROCESS,
              HostRules.POD_DOES_NOT_DEFAULT_TO_HOST_PROCESS),
          baseline("hostPathVolumes", 0, VolumeRules.NO_HOST_PATH_VOLUMES),
          baseline("hostProbesAndHostLifecycle", 34, ProbeRules.PROBES_STAY_IN_THEIR_POD),
          baseline("privileged", 0, PrivilegeRules.IS_NOT_PRIVILEGED),
          baseline("capabilities_baseline", 0, AddedCapabilityRules.ADDS_DEFAULT_CAPABILITIES_ONLY),
          baseline(
              "appArmorProfile",
              0,
              AppArmorRules.APPARMOR_PROFILE_IS_CONFINED,
              AppArmorRules.POD_APPARMOR_PROFILE_IS_CONFINED),
          baseline("procMount", 0, ProcMountRules.PROC_MOUNT_IS_DEFAULT),
          baseline("sysctls", 0, SysctlRules.SYSCTLS_ARE_SAFE),
          baseline(
              "seLinuxOptions",
              0,
              SeLinuxRules.SELINUX_OPTIONS_ARE_CONFINED,
              SeLinuxRules.POD_SELINUX_OPTIONS_ARE_CONFINED),
          baseline(
              "seccompProfile_baseline",
              0,
              SeccompRules.SECCOMP_PROFILE_IS_CONFINED,
              SeccompRules.POD_SECCOMP_PROFILE_IS_CONFINED),
          restricted("restrictedVolumes", 0, VolumeRules.VOLUME_TYPES_ARE_RESTRICTED),
          restricted(
              "procMount_restricted", 35, ProcMountRules.PROC_MOUNT_IS_DEFAULT_IN_USER_NAMESPACES),
          restricted("seccompProfile_restricted", 19, SeccompRules.SECCOMP_PROFILE_IS_SET),
          restricted("allowPrivilegeEscalation", 8, PrivilegeRules.NO_PRIVILEGE_ESCALATION),
          restricted(
                  "capabilities_restricted",
                  22,
                  DroppedCapabilityRules.DROPS_ALL_CAPABILITIES,
                  DroppedCapabilityRules.DROP_ALL_IS_UPPER_CASE,
                  AddedCapabilityRules.ADDS_NO_CAPABILITIES)
              .replacing("capabilities_baseline"),
          restricted(
              "runAsNonRoot",
              0,
              RunAsRules.RUN_AS_NON_ROOT_IS_SET,
              RunAsRules.POD_RUN_AS_NON_ROOT_IS_NOT_OFF),
          restricted(
              "runAsUser",
              23,
              RunAsRules.RUN_AS_USER_IS_NOT_ZERO,
              RunAsRules.POD_RUN_AS_USER_IS_NOT_ZERO));

  private static PodSecurityCheck baseline(String id, int sinceMinor, Rule<?>... rules) {
    return new PodSecurityCheck(
        id, Level.BASELINE, KubernetesVersion.of(1, sinceMinor), "", List.of(rules));
  }

  private static PodSecurityCheck restricted(String id, int sinceMinor, Rule<?>... rules) {
    return new PodSecurityCheck(
        id, Level.RESTRICTED, KubernetesVersion.of(1, sinceMinor), "", List.of(rules));
  }

  private PodSecurityCheck replacing(String other) {
    return new PodSecurityCheck(id, level, since, other, rules);
  }

  /** Returns whether it is made at {@code other} as {@code version} has it, replaced or not. */
  boolean isMade(Level other, KubernetesVersion version) {
    return other.includes(level) && version.isAtLeast(since);
  }
}
