package dev.avow.k8s.rule;

import static dev.avow.policy.finding.Severity.HIGH;
import static dev.avow.policy.finding.Severity.MEDIUM;
import static dev.avow.policy.hardening.Profile.BASELINE;
import static dev.avow.policy.hardening.Profile.RESTRICTED;

import dev.avow.k8s.workload.Container;
import dev.avow.k8s.workload.PodSpec;
import dev.avow.policy.document.Check;
import dev.avow.policy.document.Field;
import dev.avow.policy.hardening.KubernetesVersion;
import dev.avow.policy.rule.Declaration;
import dev.avow.policy.rule.Fixes;
import dev.avow.policy.rule.NamedRule;
import dev.avow.policy.rule.Reporter;
import dev.avow.policy.rule.Rule;
import dev.avow.policy.rule.Settings;
import java.util.List;

/** Rules about the seccomp profile that says which system calls a container may make. */
public final class SeccompRules {

  private static final String PROFILE = "seccompProfile";
  private static final String WRONG = "may make every system call";
  private static final KubernetesVersion FIELDS = KubernetesVersion.of(1, 19);

  /** No container switches seccomp off. */
  public static final Rule<Container> SECCOMP_PROFILE_IS_CONFINED =
      named("seccomp-profile-is-confined")
          .alias("restrict-seccomp")
          .alias("K8sPSPSeccompV2")
          .alias("KSV-0104")
          .alias("PSS110")
          .forEach(Targets.CONTAINER)
          .finds(SeccompRules::isConfined);

  /** No pod switches seccomp off. */
  public static final Rule<PodSpec> POD_SECCOMP_PROFILE_IS_CONFINED =
      named("pod-seccomp-profile-is-confined").forEach(Targets.POD).finds(SeccompRules::isConfined);

  /**
   * Every container has a seccomp profile, its own or its pod's; which one it is, is for the other
   * rules to judge. Before Kubernetes 1.19 there was no field to set.
   */
  public static final Rule<Container> SECCOMP_PROFILE_IS_SET =
      Rule.named("seccomp-profile-is-set")
          .severity(MEDIUM)
          .because("Where no profile is set, most clusters let every system call through.")
          .advise("Set seccompProfile.type to RuntimeDefault, for the pod as a whole.")
          .see(PodSecurity.PAGE)
          .see("https://kubernetes.io/docs/tutorials/security/seccomp/")
          .alias("seccompProfile_restricted")
          .alias("restrict-seccomp-strict")
          .alias("container-seccomp-profile")
          .alias("seccomp")
          .alias("KSV-0030")
          .alias("CKV_K8S_31")
          .alias("C-0210")
          .alias("PSS205")
          .from(RESTRICTED)
          .forEach(Targets.CONTAINER)
          .when(SeccompRules::hasFields)
          .unless(PodSecurity::isExemptOnWindows)
          .requires(container -> PodSecurity.set(effective(container), profile -> true))
          .otherwise("may make every system call, as no profile is set: {field} {found}")
          .fix(container -> Fixes.set(effective(container).field("type"), "RuntimeDefault"))
          .build();

  private SeccompRules() {}

  /** Returns all of them. */
  static List<Declaration> all() {
    return List.of(
        SECCOMP_PROFILE_IS_CONFINED, POD_SECCOMP_PROFILE_IS_CONFINED, SECCOMP_PROFILE_IS_SET);
  }

  private static NamedRule named(String id) {
    return Rule.named(id)
        .severity(HIGH)
        .because(
            "Hundreds of system calls that no program needs are where faults of the kernel are"
                + " reached; Unconfined lets them all through.")
        .advise("Use RuntimeDefault or Localhost.")
        .see(PodSecurity.PAGE)
        .see("https://kubernetes.io/docs/tutorials/security/seccomp/")
        .alias("seccompProfile_baseline")
        .from(BASELINE);
  }

  private static Check hasFields(Container container, Settings settings) {
    return Check.of(PodSecurity.isAtLeast(FIELDS, settings), container.place());
  }

  private static void isConfined(Container container, Reporter report) {
    if (PodSecurity.isAtLeast(FIELDS, report.settings())) {
      ConfinementProfile.judge(PodSecurity.own(container, PROFILE), WRONG, report);
    } else {
      SeccompAnnotations.judge(container, WRONG, report);
    }
  }

  private static void isConfined(PodSpec pod, Reporter report) {
    if (PodSecurity.isAtLeast(FIELDS, report.settings())) {
      ConfinementProfile.judge(PodSecurity.own(pod, PROFILE), WRONG, report);
    } else {
      SeccompAnnotations.judge(pod, WRONG, report);
    }
  }

  private static Field effective(Container container) {
    return container.securityContext().field(PROFILE);
  }
}
