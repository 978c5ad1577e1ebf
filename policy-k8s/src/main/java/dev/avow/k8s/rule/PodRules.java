package dev.avow.k8s.rule;

import static dev.avow.policy.finding.Severity.HIGH;
import static dev.avow.policy.finding.Severity.MEDIUM;
import static dev.avow.policy.hardening.Profile.RESTRICTED;

import dev.avow.k8s.workload.Container;
import dev.avow.k8s.workload.PodSpec;
import dev.avow.k8s.workload.Workload;
import dev.avow.policy.document.Check;
import dev.avow.policy.document.Field;
import dev.avow.policy.rule.Declaration;
import dev.avow.policy.rule.Fixes;
import dev.avow.policy.rule.Rule;
import dev.avow.policy.rule.Settings;
import java.util.List;

/** Rules about as whom containers run, and what they may do to themselves. */
public final class PodRules {

  private static final String STANDARDS =
      "https://kubernetes.io/docs/concepts/security/pod-security-standards/";
  private static final String SECURITY_CONTEXT =
      "https://kubernetes.io/docs/tasks/configure-pod-container/security-context/";

  /** What a workload says of its pods can be read, so that the rules about pods see all of them. */
  public static final Rule<Workload> POD_TEMPLATE_IS_READABLE =
      Rule.named("pod-template-is-readable")
          .severity(HIGH)
          .because(
              "Of a pod or container that cannot be read nothing is known, so nothing about it is"
                  + " promised.")
          .advise("Write the pod template out, or evaluate what the template is rendered to.")
          .see("https://kubernetes.io/docs/concepts/workloads/pods/#pod-templates")
          .forEach(Targets.WORKLOAD)
          .finds(
              (workload, report) ->
                  workload
                      .unreadable()
                      .forEach(what -> report.missing(what.missing().orElse(""), what.at())));

  /** Every container runs as a user other than root. */
  public static final Rule<Container> RUNS_AS_NON_ROOT =
      Rule.named("runs-as-non-root")
          .severity(HIGH)
          .because(
              "Whoever breaks out of a container arrives on the node as the user that it ran as;"
                  + " root owns the node.")
          .advise("Set runAsNonRoot to true, and runAsUser, if it is set, to another id than 0.")
          .see(STANDARDS)
          .see(SECURITY_CONTEXT)
          .alias("runAsNonRoot")
          .alias("runAsUser")
          .alias("require-run-as-nonroot")
          .alias("require-run-as-non-root-user")
          .alias("run-as-non-root")
          .alias("runAsRootAllowed")
          .alias("nonroot")
          .alias("K8sPSPAllowedUsers")
          .alias("KSV-0012")
          .alias("KSV-0105")
          .alias("CKV_K8S_23")
          .alias("C-0013")
          .alias("PSS203")
          .alias("PSS204")
          .with(NonRoot.USER_ID_IS_ENOUGH)
          .with(NonRoot.SILENCE_IS_ENOUGH)
          .from(RESTRICTED)
          .forEach(Targets.CONTAINER)
          .unless(PodSecurity::isExemptInUserNamespace)
          .finds(NonRoot::judge);

  /** The pod itself does not ask for root, though every container may say otherwise. */
  public static final Rule<PodSpec> POD_DOES_NOT_DEFAULT_TO_ROOT =
      Rule.named("pod-does-not-default-to-root")
          .severity(MEDIUM)
          .because(
              "A container that joins later, such as a sidecar that is injected, takes the user of"
                  + " its pod.")
          .advise("Remove runAsNonRoot: false and runAsUser: 0 from the pod's securityContext.")
          .see(STANDARDS)
          .alias("runAsNonRoot")
          .alias("runAsUser")
          .alias("nonroot")
          .with(NonRoot.ONLY_USER_ID)
          .from(RESTRICTED)
          .forEach(Targets.POD)
          .unless(PodSecurity::isInExemptUserNamespace)
          .requires(PodRules::doesNotDefaultToRoot)
          .otherwise("defaults its containers to root: {field} {found}")
          .build();

  /** No container can write to its own image. */
  public static final Rule<Container> READ_ONLY_ROOT_FILESYSTEM =
      Rule.named("read-only-root-filesystem")
          .severity(HIGH)
          .because("A process that can write to its own image can plant what runs next.")
          .advise("Set readOnlyRootFilesystem to true, and mount an emptyDir where it must write.")
          .see(SECURITY_CONTEXT)
          .alias("require-ro-rootfs")
          .alias("no-read-only-root-fs")
          .alias("container-security-context-readonlyrootfilesystem")
          .alias("notReadOnlyRootFilesystem")
          .alias("rootfs")
          .alias("K8sPSPReadOnlyRootFilesystem")
          .alias("KSV-0014")
          .alias("CKV_K8S_22")
          .alias("C-0017")
          .alias("KBP102")
          .from(RESTRICTED)
          .forEach(Targets.CONTAINER)
          .unless(Container::runsOnWindows)
          .requires(container -> readOnly(container).isTrue())
          .otherwise("may write to its root filesystem: {field} {found}")
          .fix(container -> Fixes.set(readOnly(container), true))
          .build();

  private PodRules() {}

  /** Returns all of them. */
  static List<Declaration> all() {
    return List.of(
        POD_TEMPLATE_IS_READABLE,
        RUNS_AS_NON_ROOT,
        POD_DOES_NOT_DEFAULT_TO_ROOT,
        READ_ONLY_ROOT_FILESYSTEM);
  }

  private static Check doesNotDefaultToRoot(PodSpec pod, Settings settings) {
    Field nonRoot = PodSecurity.own(pod, "runAsNonRoot");
    Check anotherUser = NonRoot.isRoot(PodSecurity.own(pod, "runAsUser")).not();
    return settings.get(NonRoot.ONLY_USER_ID)
        ? anotherUser
        : anotherUser.and(nonRoot.isFalse().not());
  }

  private static Field readOnly(Container container) {
    return container.securityContext().field("readOnlyRootFilesystem");
  }
}
