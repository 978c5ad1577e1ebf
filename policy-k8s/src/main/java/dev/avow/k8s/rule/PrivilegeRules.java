package dev.avow.k8s.rule;

import static dev.avow.policy.finding.Severity.HIGH;
import static dev.avow.policy.finding.Severity.LOW;
import static dev.avow.policy.hardening.Profile.RESTRICTED;

import dev.avow.k8s.workload.Container;
import dev.avow.policy.document.Check;
import dev.avow.policy.document.Field;
import dev.avow.policy.finding.Fix;
import dev.avow.policy.finding.Message;
import dev.avow.policy.finding.Parameter;
import dev.avow.policy.finding.Parameter.Stricter;
import dev.avow.policy.rule.Declaration;
import dev.avow.policy.rule.Fixes;
import dev.avow.policy.rule.Reporter;
import dev.avow.policy.rule.Rule;
import java.util.List;
import java.util.Set;

/** Rules about what the kernel lets a container's processes do beyond what their user may. */
public final class PrivilegeRules {

  private static final String ALL = "ALL";
  private static final Set<String> GRANT_EVERYTHING = Set.of("SYS_ADMIN", "CAP_SYS_ADMIN", ALL);

  private static final String CAPABILITIES =
      "https://kubernetes.io/docs/tasks/configure-pod-container/security-context/"
          + "#set-capabilities-for-a-container";

  /** The capabilities that a container may add. */
  public static final Parameter<List<String>> ALLOWED_CAPABILITIES =
      Parameter.texts(
              "allowed", List.of("NET_BIND_SERVICE"), "the capabilities that a container may add")
          .stricterIf(Stricter.FEWER);

  /** No process of a container can gain more privileges than the one that started it. */
  public static final Rule<Container> NO_PRIVILEGE_ESCALATION =
      noPrivilegeEscalation(KubernetesVersion.latest());

  /** Every container gives up all capabilities. */
  public static final Rule<Container> DROPS_ALL_CAPABILITIES =
      dropsAllCapabilities(KubernetesVersion.latest());

  /** Where all capabilities are dropped, it is by the name that Pod Security knows. */
  public static final Rule<Container> DROP_ALL_IS_UPPER_CASE =
      dropAllIsUpperCase(KubernetesVersion.latest());

  /** No container gets capabilities beyond those allowed. */
  public static final Rule<Container> ADDS_NO_CAPABILITIES =
      addsNoCapabilities(KubernetesVersion.latest());

  private PrivilegeRules() {}

  /** Returns all of them. */
  static List<Declaration> all() {
    return List.of(
        NO_PRIVILEGE_ESCALATION,
        DROPS_ALL_CAPABILITIES,
        DROP_ALL_IS_UPPER_CASE,
        ADDS_NO_CAPABILITIES);
  }

  /** Returns the rules that come to as few capabilities as can be. */
  static List<Rule<?>> fewestCapabilities(KubernetesVersion version) {
    return List.of(
        dropsAllCapabilities(version), dropAllIsUpperCase(version), addsNoCapabilities(version));
  }

  static Rule<Container> noPrivilegeEscalation(KubernetesVersion version) {
    return Rule.named("no-privilege-escalation")
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
        .alias("KSV-0001")
        .alias("CKV_K8S_20")
        .alias("C-0016")
        .alias("PSS202")
        .from(RESTRICTED)
        .forEach(Targets.CONTAINER)
        .unless(container -> PodSecurity.isExemptOnWindows(container.pod(), version))
        .requires(PrivilegeRules::cannotEscalate)
        .otherwise("may gain privileges: {field} {found}")
        .fix(PrivilegeRules::withoutEscalation)
        .build();
  }

  private static Rule<Container> dropsAllCapabilities(KubernetesVersion version) {
    return Rule.named("drops-all-capabilities")
        .severity(HIGH)
        .because(
            "Container runtimes grant a dozen capabilities of root by default, which hardly any"
                + " program needs.")
        .advise("Set capabilities.drop to [\"ALL\"], and add back what is needed.")
        .see(PodSecurity.PAGE)
        .see(CAPABILITIES)
        .alias("capabilities_restricted")
        .alias("disallow-capabilities-strict")
        .alias("require-drop-all")
        .alias("insecureCapabilities")
        .alias("KSV-0003")
        .alias("KSV-0106")
        .alias("CKV_K8S_37")
        .alias("C-0055")
        .alias("PSS206")
        .alias("KBP103")
        .from(RESTRICTED)
        .forEach(Targets.CONTAINER)
        .unless(container -> PodSecurity.isExemptOnWindows(container.pod(), version))
        .requires(PrivilegeRules::dropsAll)
        .otherwise("keeps capabilities, as it does not drop ALL: {field} {found}")
        .fix(container -> Fixes.append(drop(container), ALL))
        .build();
  }

  private static Rule<Container> dropAllIsUpperCase(KubernetesVersion version) {
    return Rule.named("drop-all-is-upper-case")
        .severity(LOW)
        .because(
            "Runtimes read the name in any case, but Pod Security admission refuses a pod that"
                + " writes it otherwise than \"ALL\".")
        .advise("Write \"ALL\".")
        .see(PodSecurity.PAGE)
        .alias("capabilities_restricted")
        .from(RESTRICTED)
        .forEach(Targets.CONTAINER)
        .unless(container -> PodSecurity.isExemptOnWindows(container.pod(), version))
        .when(PrivilegeRules::dropsAll)
        .requires(PrivilegeRules::dropsAllByItsName)
        .otherwise("drops all capabilities by a name that Pod Security refuses: {field} {found}")
        .fix(container -> Fixes.set(dropsAll(container).at(), ALL))
        .build();
  }

  private static Rule<Container> addsNoCapabilities(KubernetesVersion version) {
    return Rule.named("adds-no-capabilities")
        .severity(HIGH)
        .because("A capability is a piece of root: it lasts however unprivileged the user is.")
        .advise("Remove it from capabilities.add, or allow it in the policy.")
        .see(PodSecurity.PAGE)
        .see(CAPABILITIES)
        .alias("capabilities_baseline")
        .alias("capabilities_restricted")
        .alias("disallow-capabilities")
        .alias("restrict-adding-capabilities")
        .alias("dangerousCapabilities")
        .alias("KSV-0022")
        .alias("CKV_K8S_25")
        .alias("C-0046")
        .alias("PSS104")
        .with(ALLOWED_CAPABILITIES)
        .from(RESTRICTED)
        .forEach(Targets.CONTAINER)
        .unless(container -> PodSecurity.isExemptOnWindows(container.pod(), version))
        .finds(PrivilegeRules::addedCapabilities);
  }

  private static Check cannotEscalate(Container container) {
    Field privileged = container.securityContext().field("privileged");
    Field add = capabilities(container).field("add");
    Check unprivileged = privileged.isPresent() ? privileged.isFalse() : privileged.exists().not();
    return unprivileged
        .and(add.contains(GRANT_EVERYTHING::contains).not())
        .and(escalation(container).isFalse());
  }

  /** Mends what decided; where there is more in the way, the next evaluation says so. */
  private static Fix withoutEscalation(Container container) {
    Field decided = cannotEscalate(container).at();
    boolean isCapability = decided.parent().filter(Field::isList).isPresent();
    return isCapability ? Fixes.remove(decided) : Fixes.set(decided, false);
  }

  private static Field escalation(Container container) {
    return container.securityContext().field("allowPrivilegeEscalation");
  }

  private static Field capabilities(Container container) {
    return container.securityContext().field("capabilities");
  }

  private static Field drop(Container container) {
    return capabilities(container).field("drop");
  }

  private static Check dropsAll(Container container) {
    return drop(container).contains(ALL::equalsIgnoreCase);
  }

  private static Check dropsAllByItsName(Container container) {
    return drop(container).contains(ALL).pointingAt(dropsAll(container).at());
  }

  private static void addedCapabilities(Container container, Reporter report) {
    Field add = capabilities(container).field("add");
    List<String> allowed = report.settings().get(ALLOWED_CAPABILITIES);
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
}
