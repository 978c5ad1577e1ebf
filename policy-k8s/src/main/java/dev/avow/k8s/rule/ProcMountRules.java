package dev.avow.k8s.rule;

import static dev.avow.policy.finding.Severity.HIGH;
import static dev.avow.policy.hardening.Profile.BASELINE;
import static dev.avow.policy.hardening.Profile.RESTRICTED;

import dev.avow.k8s.workload.Container;
import dev.avow.policy.document.Check;
import dev.avow.policy.document.Field;
import dev.avow.policy.rule.Declaration;
import dev.avow.policy.rule.Fixes;
import dev.avow.policy.rule.Rule;
import java.util.List;
import java.util.Set;

/** Rules about what of the kernel a container sees in /proc. */
public final class ProcMountRules {

  private static final Set<String> MASKED = Set.of("Default");
  private static final String ADVICE = "Remove procMount.";
  private static final String WRONG = "sees what is masked in /proc: {field} {found}";

  /** No container sees what runtimes mask in /proc, unless its root is nobody outside. */
  public static final Rule<Container> PROC_MOUNT_IS_DEFAULT =
      Rule.named("proc-mount-is-default")
          .severity(HIGH)
          .because("What runtimes mask in /proc tells of the kernel of the node, and sets it.")
          .advise(ADVICE)
          .see(PodSecurity.PAGE)
          .alias("procMount")
          .alias("disallow-proc-mount")
          .alias("unsafe-proc-mount")
          .alias("KSV-0027")
          .alias("C-0211")
          .alias("PSS109")
          .alias("K8sPSPProcMount")
          .from(BASELINE)
          .forEach(Targets.CONTAINER)
          .unless(PodSecurity::isExemptInUserNamespace)
          .requires(ProcMountRules::isDefault)
          .otherwise(WRONG)
          .fix(container -> Fixes.remove(procMount(container)))
          .build();

  /** No container sees what runtimes mask in /proc, though its root be nobody outside. */
  public static final Rule<Container> PROC_MOUNT_IS_DEFAULT_IN_USER_NAMESPACES =
      Rule.named("proc-mount-is-default-in-user-namespaces")
          .severity(HIGH)
          .because(
              "What runtimes mask in /proc tells of the kernel and sets it; a user namespace"
                  + " narrows that, and a fault in the kernel widens it again.")
          .advise(ADVICE)
          .see(PodSecurity.PAGE)
          .alias("procMount_restricted")
          .from(RESTRICTED)
          .forEach(Targets.CONTAINER)
          .when(container -> PodSecurity.hasOwnUsers(container.pod()))
          .requires(ProcMountRules::isDefault)
          .otherwise(WRONG)
          .fix(container -> Fixes.remove(procMount(container)))
          .build();

  private ProcMountRules() {}

  /** Returns all of them. */
  static List<Declaration> all() {
    return List.of(PROC_MOUNT_IS_DEFAULT, PROC_MOUNT_IS_DEFAULT_IN_USER_NAMESPACES);
  }

  private static Check isDefault(Container container) {
    return PodSecurity.unsetOr(procMount(container), PodSecurity.isOneOf(MASKED));
  }

  private static Field procMount(Container container) {
    return PodSecurity.own(container, "procMount");
  }
}
