package dev.avow.k8s.rule;

import static dev.avow.policy.finding.Severity.LOW;
import static dev.avow.policy.finding.Severity.MEDIUM;

import dev.avow.k8s.workload.Container;
import dev.avow.k8s.workload.SecurityContext;
import dev.avow.policy.document.Check;
import dev.avow.policy.document.Field;
import dev.avow.policy.finding.Parameter;
import dev.avow.policy.rule.Declaration;
import dev.avow.policy.rule.Fixes;
import dev.avow.policy.rule.Rule;
import dev.avow.policy.rule.Settings;
import java.util.List;

/**
 * Rules that some thought was given to how a container is confined.
 *
 * <p>Off unless named: the profiles ask for each setting by itself, which says more.
 */
public final class SecurityContextRules {

  /** Who must have a security context. */
  enum Level {
    EITHER,
    CONTAINER,
    POD,
    BOTH
  }

  private static final Parameter<Level> LEVEL =
      Parameter.choice(
          "level",
          Level.EITHER,
          "who must have a security context: the container, its pod, either or both of them");

  /** Every container has security settings, its own or its pod's. */
  public static final Rule<Container> SECURITY_CONTEXT_IS_SET =
      Rule.named("security-context-is-set")
          .severity(LOW)
          .because("Where nothing is set, everything is as permissive as the runtime's defaults.")
          .advise("Write a securityContext; start with what the profile restricted asks for.")
          .see(Ids.PAGE)
          .alias("KSV-0118")
          .alias("CKV_K8S_29")
          .alias("CKV_K8S_30")
          .alias("C-0211")
          .alias("C-0055")
          .with(LEVEL)
          .onlyByName()
          .forEach(Targets.CONTAINER)
          .requires(SecurityContextRules::isSet)
          .otherwise("has no security settings: {path} {found}")
          .build();

  /** Every container is confined by one mechanism of Linux at least. */
  public static final Rule<Container> USES_LINUX_HARDENING =
      Rule.named("uses-linux-hardening")
          .severity(MEDIUM)
          .because(
              "Without seccomp, AppArmor, SELinux and with all capabilities, one fault of a program"
                  + " is enough to reach the kernel.")
          .advise("Set seccompProfile.type to RuntimeDefault, and drop all capabilities.")
          .see("https://kubernetes.io/docs/concepts/security/linux-kernel-security-constraints/")
          .alias("linuxHardening")
          .alias("C-0055")
          .onlyByName()
          .forEach(Targets.CONTAINER)
          .unless(Container::runsOnWindows)
          .requires(SecurityContextRules::isHardened)
          .otherwise(
              "uses neither seccomp, AppArmor nor SELinux and drops no capability: {field} {found}")
          .fix(
              container ->
                  Fixes.set(
                      container.securityContext().field("seccompProfile").field("type"),
                      "RuntimeDefault"))
          .build();

  private SecurityContextRules() {}

  /** Returns all of them. */
  static List<Declaration> all() {
    return List.of(SECURITY_CONTEXT_IS_SET, USES_LINUX_HARDENING);
  }

  private static Check isSet(Container container, Settings settings) {
    SecurityContext context = container.securityContext();
    Check pod = saysSomething(context.ofPod());
    Check own = saysSomething(context.ofContainer());
    return switch (settings.get(LEVEL)) {
      case EITHER -> pod.or(own);
      case CONTAINER -> own;
      case POD -> pod;
      case BOTH -> pod.and(own);
    };
  }

  /** Returns a check that {@code context} is a mapping in which something is set. */
  private static Check saysSomething(Field context) {
    return context.decide(context.fields().stream().anyMatch(Field::isPresent));
  }

  private static Check isHardened(Container container) {
    SecurityContext context = container.securityContext();
    Check seccomp = Confinement.seccomp(container, false).isConfined();
    Check selinux = saysSomething(context.field("seLinuxOptions"));
    Check appArmor = Confinement.appArmor(container).isConfined();
    Check hardened = appArmor.or(selinux).or(seccomp).or(dropsSome(container));
    return hardened.fails() ? hardened.pointingAt(context.ofContainer()) : hardened;
  }

  /** Dropping means nothing where everything is added. */
  private static Check dropsSome(Container container) {
    return Capabilities.dropped(container)
        .contains(name -> !name.isEmpty())
        .and(Capabilities.added(container).contains(Capabilities.ALL::equalsIgnoreCase).not());
  }
}
