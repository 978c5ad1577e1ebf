package dev.avow.k8s.rule;

import static dev.avow.policy.finding.Severity.CRITICAL;
import static dev.avow.policy.finding.Severity.HIGH;
import static dev.avow.policy.hardening.Profile.BASELINE;

import dev.avow.k8s.workload.Container;
import dev.avow.policy.document.Field;
import dev.avow.policy.rule.Declaration;
import dev.avow.policy.rule.Fixes;
import dev.avow.policy.rule.Reporter;
import dev.avow.policy.rule.Rule;
import java.util.List;
import java.util.Set;

/** Rules about containers that get more than the runtime gives to every container. */
public final class PrivilegedRules {

  private static final Set<String> GRANTED_ANYWAY =
      Set.of(
          "AUDIT_WRITE",
          "CHOWN",
          "DAC_OVERRIDE",
          "FOWNER",
          "FSETID",
          "KILL",
          "MKNOD",
          "NET_BIND_SERVICE",
          "SETFCAP",
          "SETGID",
          "SETPCAP",
          "SETUID",
          "SYS_CHROOT");

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
          .alias("KSV-0017")
          .alias("CKV_K8S_16")
          .alias("C-0057")
          .alias("PSS103")
          .from(BASELINE)
          .forEach(Targets.CONTAINER)
          .requires(container -> PodSecurity.unsetOrFalse(privileged(container)))
          .otherwise("is all but a process of its node: {field} {found}")
          .fix(container -> Fixes.set(privileged(container), false))
          .build();

  /** No container adds a capability that runtimes do not grant anyway. */
  public static final Rule<Container> ADDS_DEFAULT_CAPABILITIES_ONLY =
      Rule.named("adds-default-capabilities-only")
          .severity(HIGH)
          .because("Each further capability is a way out of the container, or into other pods.")
          .advise("Remove it from capabilities.add.")
          .see(PodSecurity.PAGE)
          .alias("capabilities_baseline")
          .alias("disallow-capabilities")
          .alias("dangerousCapabilities")
          .alias("KSV-0005")
          .alias("KSV-0022")
          .alias("CKV_K8S_25")
          .alias("CKV_K8S_39")
          .alias("C-0046")
          .alias("PSS104")
          .from(BASELINE)
          .forEach(Targets.CONTAINER)
          .finds(PrivilegedRules::addedCapabilities);

  private PrivilegedRules() {}

  /** Returns all of them. */
  static List<Declaration> all() {
    return List.of(IS_NOT_PRIVILEGED, ADDS_DEFAULT_CAPABILITIES_ONLY);
  }

  private static Field privileged(Container container) {
    return PodSecurity.own(container, "privileged");
  }

  private static void addedCapabilities(Container container, Reporter report) {
    Field add = PodSecurity.own(container, "capabilities").field("add");
    for (Field capability : PodSecurity.items(add, report)) {
      PodSecurity.report(
          PodSecurity.set(capability, PodSecurity.isOneOf(GRANTED_ANYWAY)),
          "adds a capability beyond the usual ones",
          Fixes::remove,
          report);
    }
  }
}
