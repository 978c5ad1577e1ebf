package dev.avow.k8s.rule;

import static dev.avow.policy.finding.Severity.HIGH;
import static dev.avow.policy.hardening.Profile.BASELINE;
import static dev.avow.policy.hardening.Profile.RESTRICTED;

import dev.avow.k8s.workload.Container;
import dev.avow.policy.document.Field;
import dev.avow.policy.finding.Message;
import dev.avow.policy.finding.Parameter;
import dev.avow.policy.finding.Parameter.Stricter;
import dev.avow.policy.rule.Declaration;
import dev.avow.policy.rule.Fixes;
import dev.avow.policy.rule.Reporter;
import dev.avow.policy.rule.Rule;
import java.util.List;
import java.util.Set;

/** Rules about the capabilities that containers get beyond those of every container. */
public final class AddedCapabilityRules {

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

  /** The capabilities that a container may add. */
  public static final Parameter<List<String>> ALLOWED_CAPABILITIES =
      Parameter.texts(
              "allowed",
              List.of("NET_BIND_SERVICE"),
              "the capabilities that a container may add; * stands for every one")
          .stricterIf(Stricter.FEWER);

  private static final Parameter<List<String>> DANGEROUS =
      Parameter.texts(
              "capabilities",
              List.of(
                  "ALL",
                  "BPF",
                  "DAC_READ_SEARCH",
                  "MAC_ADMIN",
                  "MAC_OVERRIDE",
                  "NET_ADMIN",
                  "PERFMON",
                  "SYS_ADMIN",
                  "SYS_BOOT",
                  "SYS_MODULE",
                  "SYS_PTRACE",
                  "SYS_RAWIO"),
              "the capabilities that no container may add, in any case, with CAP_ or without")
          .stricterIf(Stricter.MORE);

  /** No container gets capabilities beyond those allowed. */
  public static final Rule<Container> ADDS_NO_CAPABILITIES =
      Rule.named("adds-no-capabilities")
          .severity(HIGH)
          .because("A capability is a piece of root: it lasts however unprivileged the user is.")
          .advise("Remove it from capabilities.add, or allow it in the policy.")
          .see(PodSecurity.PAGE)
          .see(Capabilities.PAGE)
          .alias("capabilities_baseline")
          .alias("capabilities_restricted")
          .alias("disallow-capabilities")
          .alias("disallow-capabilities-strict")
          .alias("restrict-adding-capabilities")
          .alias("capabilities")
          .alias("insecureCapabilities")
          .alias("K8sPSPCapabilities")
          .alias("KSV-0022")
          .alias("CKV_K8S_25")
          .alias("C-0046")
          .alias("PSS104")
          .with(ALLOWED_CAPABILITIES)
          .from(RESTRICTED)
          .forEach(Targets.CONTAINER)
          .unless(PodSecurity::isExemptOnWindows)
          .finds(AddedCapabilityRules::unwanted);

  /**
   * No container adds a capability that runtimes do not grant anyway. Where no capability at all
   * may be added, that rule says so, and each one is told of once.
   */
  public static final Rule<Container> ADDS_DEFAULT_CAPABILITIES_ONLY =
      Rule.named("adds-default-capabilities-only")
          .severity(HIGH)
          .because("Each further capability is a way out of the container, or into other pods.")
          .advise("Remove it from capabilities.add.")
          .see(PodSecurity.PAGE)
          .see(Capabilities.PAGE)
          .alias("capabilities_baseline")
          .alias("disallow-capabilities")
          .alias("K8sPSPCapabilities")
          .alias("KSV-0022")
          .alias("CKV_K8S_25")
          .alias("C-0046")
          .alias("PSS104")
          .inPlaceOf(ADDS_NO_CAPABILITIES, BASELINE)
          .forEach(Targets.CONTAINER)
          .finds(AddedCapabilityRules::unusual);

  /** No container adds one of the capabilities that come close to owning the node. */
  public static final Rule<Container> ADDS_NO_DANGEROUS_CAPABILITIES =
      Rule.named("adds-no-dangerous-capabilities")
          .severity(HIGH)
          .because(
              "With SYS_ADMIN, and a few others, a process changes the kernel or reads the memory"
                  + " of others: it is root of the node but in name.")
          .advise("Remove it from capabilities.add; what needs it belongs on the node.")
          .see("https://man7.org/linux/man-pages/man7/capabilities.7.html")
          .see(Capabilities.PAGE)
          .alias("dangerousCapabilities")
          .alias("KSV-0005")
          .alias("CKV_K8S_39")
          .alias("C-0046")
          .alias("KBP100")
          .with(DANGEROUS)
          .onlyByName()
          .forEach(Targets.CONTAINER)
          .unless(Container::runsOnWindows)
          .finds(AddedCapabilityRules::dangerous);

  private AddedCapabilityRules() {}

  /** Returns all of them. */
  static List<Declaration> all() {
    return List.of(
        ADDS_NO_CAPABILITIES, ADDS_DEFAULT_CAPABILITIES_ONLY, ADDS_NO_DANGEROUS_CAPABILITIES);
  }

  private static void unwanted(Container container, Reporter report) {
    Field add = Capabilities.added(container);
    List<String> allowed = report.settings().get(ALLOWED_CAPABILITIES);
    if (allowed.contains("*")) {
      return;
    }
    if (add.isUnresolved()) {
      report.missing("the value of " + add.path(), add);
    } else if (add.isPresent() && !add.isList()) {
      report.fail(add, adds(add), Fixes.remove(add));
    }
    for (Field capability : add.items()) {
      if (capability.isUnresolved()) {
        report.missing("the value of " + capability.path(), capability);
      } else if (capability.text().filter(allowed::contains).isEmpty()) {
        report.fail(capability, adds(capability), Fixes.remove(capability));
      }
    }
  }

  private static Message adds(Field what) {
    return Message.of(
        "adds a capability: {field} {found}",
        mark -> mark.equals("field") ? what.label() : what.found());
  }

  private static void unusual(Container container, Reporter report) {
    for (Field capability : PodSecurity.items(Capabilities.added(container), report)) {
      PodSecurity.report(
          PodSecurity.set(capability, PodSecurity.isOneOf(GRANTED_ANYWAY)),
          "adds a capability beyond the usual ones",
          Fixes::remove,
          report);
    }
  }

  private static void dangerous(Container container, Reporter report) {
    List<String> names = report.settings().get(DANGEROUS);
    for (Field capability : PodSecurity.items(Capabilities.added(container), report)) {
      PodSecurity.report(
          Capabilities.isOneOf(names, capability).not(),
          "adds a capability that comes close to owning the node",
          Fixes::remove,
          report);
    }
  }
}
