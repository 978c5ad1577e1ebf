package dev.avow.k8s.rule;

import static dev.avow.policy.finding.Severity.HIGH;
import static dev.avow.policy.hardening.Profile.RESTRICTED;

import dev.avow.k8s.workload.Container;
import dev.avow.k8s.workload.PodSpec;
import dev.avow.policy.document.Field;
import dev.avow.policy.rule.Fixes;
import dev.avow.policy.rule.NamedRule;
import dev.avow.policy.rule.Rule;

/**
 * The checks of runAsNonRoot and runAsUser to the letter of the Pod Security Standards.
 *
 * <p>{@link PodRules#RUNS_AS_NON_ROOT} asks the same question of what the kubelet will do, and so
 * says more than admission does: it knows Windows' administrator, and judges both fields at once.
 */
final class RunAsRules {

  private static final String NON_ROOT = "runAsNonRoot";
  private static final String USER = "runAsUser";

  static final Rule<Container> RUN_AS_NON_ROOT_IS_SET =
      named("run-as-non-root-is-set", NON_ROOT, "Set runAsNonRoot to true.")
          .forEach(Targets.CONTAINER)
          .unless(PodSecurity::isExemptInUserNamespace)
          .requires(
              container ->
                  PodSecurity.set(
                      container.securityContext().field(NON_ROOT), PodSecurity.is(true)))
          .otherwise("may run as root: {field} {found}")
          .fix(container -> Fixes.set(container.securityContext().field(NON_ROOT), true))
          .build();

  static final Rule<PodSpec> POD_RUN_AS_NON_ROOT_IS_NOT_OFF =
      named("pod-run-as-non-root-is-not-off", NON_ROOT, "Set runAsNonRoot to true.")
          .forEach(Targets.POD)
          .unless(PodSecurity::isInExemptUserNamespace)
          .requires(
              pod -> PodSecurity.unsetOr(PodSecurity.own(pod, NON_ROOT), PodSecurity.is(true)))
          .otherwise("lets its containers run as root: {field} {found}")
          .fix(pod -> Fixes.set(PodSecurity.own(pod, NON_ROOT), true))
          .build();

  static final Rule<Container> RUN_AS_USER_IS_NOT_ZERO =
      named("run-as-user-is-not-zero", USER, "Remove runAsUser, or set it to another id.")
          .forEach(Targets.CONTAINER)
          .unless(PodSecurity::isExemptInUserNamespace)
          .requires(
              container ->
                  PodSecurity.unsetOr(PodSecurity.own(container, USER), RunAsRules::isAnotherId))
          .otherwise("asks to run as root: {field} {found}")
          .build();

  static final Rule<PodSpec> POD_RUN_AS_USER_IS_NOT_ZERO =
      named("pod-run-as-user-is-not-zero", USER, "Remove runAsUser, or set it to another id.")
          .forEach(Targets.POD)
          .unless(PodSecurity::isInExemptUserNamespace)
          .requires(pod -> PodSecurity.unsetOr(PodSecurity.own(pod, USER), RunAsRules::isAnotherId))
          .otherwise("asks that its containers run as root: {field} {found}")
          .build();

  private RunAsRules() {}

  private static NamedRule named(String id, String check, String advice) {
    return Rule.named(id)
        .severity(HIGH)
        .because(
            "Whoever breaks out of a container arrives on the node as the user that it ran as; root"
                + " owns the node.")
        .advise(advice)
        .see(PodSecurity.PAGE)
        .alias(check)
        .from(RESTRICTED);
  }

  private static boolean isAnotherId(Field user) {
    return user.integer().orElse(0) != 0;
  }
}
