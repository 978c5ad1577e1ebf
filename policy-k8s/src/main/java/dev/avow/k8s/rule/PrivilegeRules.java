package dev.avow.k8s.rule;

import static dev.avow.policy.finding.Severity.CRITICAL;
import static dev.avow.policy.finding.Severity.HIGH;
import static dev.avow.policy.hardening.Profile.BASELINE;
import static dev.avow.policy.hardening.Profile.RESTRICTED;

import dev.avow.k8s.workload.Container;
import dev.avow.policy.document.Check;
import dev.avow.policy.document.Field;
import dev.avow.policy.finding.Fix;
import dev.avow.policy.finding.Parameter;
import dev.avow.policy.finding.Parameter.Stricter;
import dev.avow.policy.rule.Declaration;
import dev.avow.policy.rule.Fixes;
import dev.avow.policy.rule.Rule;
import dev.avow.policy.rule.Settings;
import java.util.List;
import java.util.Set;

/** Rules about privileges that no user id takes away from a container. */
public final class PrivilegeRules {

  private static final Set<String> GRANT_EVERYTHING =
      Set.of("SYS_ADMIN", "CAP_SYS_ADMIN", Capabilities.ALL);

  /** The API server takes silence for false; some want it written all the same. */
  private static final Parameter<Boolean> PRIVILEGED_MUST_BE_STATED =
      Parameter.flag(
              "must-be-stated",
              false,
              "whether privileged must be written as false, though that is what silence means")
          .stricterIf(Stricter.TRUE);

  /**
   * The kernel is asked to forbid escalation only where the field is false, so that silence permits
   * it; Pod Security asks for false, too.
   */
  private static final Parameter<Boolean> SILENCE_IS_ENOUGH =
      Parameter.flag(
              "silence-is-enough",
              false,
              "whether a container that does not set allowPrivilegeEscalation is let off")
          .stricterIf(Stricter.FALSE);

  /** No container is privileged. */
  public static final Rule<Container> IS_NOT_PRIVILEGED =
      Rule.named("is-not-privileged")
          .severity(CRITICAL)
          .because(
              "A privileged container has all devices and all capabilities of its node: to take the"
                  + " one over is to take over the other.")
          .advise("Remove privileged, and add the one capability that is needed.")
          .see(PodSecurity.PAGE)
          .alias("privileged")
          .alias("disallow-privileged-containers")
          .alias("privileged-container")
          .alias("container-security-context-privileged")
          .alias("runAsPrivileged")
          .alias("K8sPSPPrivilegedContainer")
          .alias("KSV-0017")
          .alias("CKV_K8S_16")
          .alias("C-0057")
          .alias("PSS103")
          .with(PRIVILEGED_MUST_BE_STATED)
          .from(BASELINE)
          .forEach(Targets.CONTAINER)
          .requires(PrivilegeRules::isUnprivileged)
          .otherwise("is all but a process of its node: {field} {found}")
          .fix(container -> Fixes.set(PodSecurity.own(container, "privileged"), false))
          .build();

  /** No process of a container can gain more privileges than the one that started it. */
  public static final Rule<Container> NO_PRIVILEGE_ESCALATION =
      Rule.named("no-privilege-escalation")
          .severity(HIGH)
          .because("A set-user-id program in the image would make any process of it root.")
          .advise(
              "Set allowPrivilegeEscalation to false; a privileged container, or one that adds"
                  + " SYS_ADMIN, may escalate whatever it says.")
          .see(PodSecurity.PAGE)
          .see("https://kubernetes.io/docs/tasks/configure-pod-container/security-context/")
          .alias("allowPrivilegeEscalation")
          .alias("disallow-privilege-escalation")
          .alias("privilege-escalation-container")
          .alias("privilegeEscalationAllowed")
          .alias("privesc")
          .alias("K8sPSPAllowPrivilegeEscalationContainer")
          .alias("KSV-0001")
          .alias("CKV_K8S_20")
          .alias("C-0016")
          .alias("PSS202")
          .with(SILENCE_IS_ENOUGH)
          .from(RESTRICTED)
          .forEach(Targets.CONTAINER)
          .unless(PodSecurity::isExemptOnWindows)
          .requires(PrivilegeRules::cannotEscalate)
          .otherwise("may gain privileges: {field} {found}")
          .fix(PrivilegeRules::withoutEscalation)
          .build();

  private PrivilegeRules() {}

  /** Returns all of them. */
  static List<Declaration> all() {
    return List.of(IS_NOT_PRIVILEGED, NO_PRIVILEGE_ESCALATION);
  }

  private static Check isUnprivileged(Container container, Settings settings) {
    Field privileged = PodSecurity.own(container, "privileged");
    return settings.get(PRIVILEGED_MUST_BE_STATED)
        ? PodSecurity.set(privileged, PodSecurity.is(false))
        : PodSecurity.unsetOrFalse(privileged);
  }

  private static Check cannotEscalate(Container container, Settings settings) {
    Check unable = isUnable(container);
    Field escalation = escalation(container);
    boolean letOff = settings.get(SILENCE_IS_ENOUGH) && !escalation.isUnresolved();
    return letOff && !escalation.isPresent() ? unable : unable.and(escalation.isFalse());
  }

  /** Returns a check that nothing beside the field itself lets {@code container} escalate. */
  private static Check isUnable(Container container) {
    Field privileged = PodSecurity.own(container, "privileged");
    Check unprivileged = privileged.isPresent() ? privileged.isFalse() : privileged.exists().not();
    return unprivileged.and(
        Capabilities.added(container).contains(GRANT_EVERYTHING::contains).not());
  }

  /** Mends what decided; where there is more in the way, the next evaluation says so. */
  private static Fix withoutEscalation(Container container) {
    Field decided = isUnable(container).and(escalation(container).isFalse()).at();
    boolean isCapability = decided.parent().filter(Field::isList).isPresent();
    return isCapability ? Fixes.remove(decided) : Fixes.set(decided, false);
  }

  private static Field escalation(Container container) {
    return PodSecurity.own(container, "allowPrivilegeEscalation");
  }
}
