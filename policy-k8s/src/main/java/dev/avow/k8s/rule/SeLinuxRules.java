package dev.avow.k8s.rule;

import static dev.avow.policy.finding.Severity.HIGH;
import static dev.avow.policy.hardening.Profile.BASELINE;

import dev.avow.k8s.workload.Container;
import dev.avow.k8s.workload.PodSpec;
import dev.avow.policy.document.Field;
import dev.avow.policy.hardening.KubernetesVersion;
import dev.avow.policy.rule.Declaration;
import dev.avow.policy.rule.Fixes;
import dev.avow.policy.rule.NamedRule;
import dev.avow.policy.rule.Reporter;
import dev.avow.policy.rule.Rule;
import java.util.List;
import java.util.Set;

/** Rules about the SELinux context that containers run in. */
public final class SeLinuxRules {

  private static final String OPTIONS = "seLinuxOptions";
  private static final Set<String> UNSET = Set.of("");
  private static final Set<String> TYPES =
      Set.of("", "container_t", "container_init_t", "container_kvm_t");
  private static final Set<String> TYPES_WITH_ENGINE =
      Set.of("", "container_t", "container_init_t", "container_kvm_t", "container_engine_t");
  private static final KubernetesVersion ENGINE_IS_ALLOWED = KubernetesVersion.of(1, 31);

  /** No container chooses an SELinux context other than those made for containers. */
  public static final Rule<Container> SELINUX_OPTIONS_ARE_CONFINED =
      named("selinux-options-are-confined")
          .alias("disallow-selinux")
          .alias("KSV-0025")
          .alias("C-0211")
          .alias("PSS108")
          .alias("K8sPSPSELinuxV2")
          .forEach(Targets.CONTAINER)
          .finds((container, report) -> judge(PodSecurity.own(container, OPTIONS), report));

  /** No pod chooses an SELinux context other than those made for containers. */
  public static final Rule<PodSpec> POD_SELINUX_OPTIONS_ARE_CONFINED =
      named("pod-selinux-options-are-confined")
          .forEach(Targets.POD)
          .finds((pod, report) -> judge(PodSecurity.own(pod, OPTIONS), report));

  private SeLinuxRules() {}

  /** Returns all of them. */
  static List<Declaration> all() {
    return List.of(SELINUX_OPTIONS_ARE_CONFINED, POD_SELINUX_OPTIONS_ARE_CONFINED);
  }

  private static NamedRule named(String id) {
    return Rule.named(id)
        .severity(HIGH)
        .because(
            "Types other than those made for containers, such as spc_t, are confined by nothing,"
                + " and so are other users and roles.")
        .advise("Remove user and role, and use the type container_t or none.")
        .see(PodSecurity.PAGE)
        .alias(OPTIONS)
        .from(BASELINE);
  }

  private static void judge(Field options, Reporter report) {
    boolean engine = PodSecurity.isAtLeast(ENGINE_IS_ALLOWED, report.settings());
    only(options.field("type"), engine ? TYPES_WITH_ENGINE : TYPES, report);
    only(options.field("user"), UNSET, report);
    only(options.field("role"), UNSET, report);
  }

  private static void only(Field option, Set<String> allowed, Reporter report) {
    PodSecurity.report(
        PodSecurity.unsetOr(option, PodSecurity.isOneOf(allowed)),
        "leaves the SELinux context made for containers",
        Fixes::remove,
        report);
  }
}
