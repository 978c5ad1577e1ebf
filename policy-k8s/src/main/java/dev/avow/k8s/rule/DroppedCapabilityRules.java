package dev.avow.k8s.rule;

import static dev.avow.policy.finding.Severity.HIGH;
import static dev.avow.policy.finding.Severity.LOW;
import static dev.avow.policy.finding.Severity.MEDIUM;
import static dev.avow.policy.hardening.Profile.RESTRICTED;

import dev.avow.k8s.workload.Container;
import dev.avow.policy.document.Check;
import dev.avow.policy.document.Field;
import dev.avow.policy.finding.Message;
import dev.avow.policy.finding.Parameter;
import dev.avow.policy.finding.Parameter.Stricter;
import dev.avow.policy.rule.Declaration;
import dev.avow.policy.rule.Fixes;
import dev.avow.policy.rule.Reporter;
import dev.avow.policy.rule.Rule;
import java.util.List;

/** Rules about the capabilities of every container that a container gives up. */
public final class DroppedCapabilityRules {

  private static final String ALL = Capabilities.ALL;

  private static final Parameter<List<String>> REQUIRED =
      Parameter.texts(
              "capabilities",
              List.of("NET_RAW"),
              "the capabilities that every container must give up, by name or with ALL")
          .stricterIf(Stricter.MORE);

  private static final Parameter<Boolean> PREFIX_COUNTS =
      Parameter.flag(
              "prefix-counts",
              false,
              "whether CAP_NET_RAW drops NET_RAW, as CRI-O reads it and containerd does not")
          .stricterIf(Stricter.FALSE);

  /** Every container gives up all capabilities. */
  public static final Rule<Container> DROPS_ALL_CAPABILITIES =
      Rule.named("drops-all-capabilities")
          .severity(HIGH)
          .because(
              "Container runtimes grant a dozen capabilities of root by default, which hardly any"
                  + " program needs.")
          .advise("Set capabilities.drop to [\"ALL\"], and add back what is needed.")
          .see(PodSecurity.PAGE)
          .see(Capabilities.PAGE)
          .alias("capabilities_restricted")
          .alias("disallow-capabilities-strict")
          .alias("require-drop-all")
          .alias("capabilities")
          .alias("K8sPSPCapabilities")
          .alias("KSV-0003")
          .alias("KSV-0106")
          .alias("CKV_K8S_37")
          .alias("C-0055")
          .alias("PSS206")
          .alias("KBP103")
          .from(RESTRICTED)
          .forEach(Targets.CONTAINER)
          .unless(PodSecurity::isExemptOnWindows)
          .requires(DroppedCapabilityRules::dropsAll)
          .otherwise("keeps capabilities, as it does not drop ALL: {field} {found}")
          .fix(container -> Fixes.append(Capabilities.dropped(container), ALL))
          .build();

  /** Where all capabilities are dropped, it is by the name that Pod Security knows. */
  public static final Rule<Container> DROP_ALL_IS_UPPER_CASE =
      Rule.named("drop-all-is-upper-case")
          .severity(LOW)
          .because(
              "Runtimes read the name in any case, but Pod Security admission refuses a pod that"
                  + " writes it otherwise than \"ALL\".")
          .advise("Write \"ALL\".")
          .see(PodSecurity.PAGE)
          .alias("capabilities_restricted")
          .from(RESTRICTED)
          .forEach(Targets.CONTAINER)
          .unless(PodSecurity::isExemptOnWindows)
          .when(DroppedCapabilityRules::dropsAll)
          .requires(DroppedCapabilityRules::dropsAllByItsName)
          .otherwise("drops all capabilities by a name that Pod Security refuses: {field} {found}")
          .fix(container -> Fixes.set(dropsAll(container).at(), ALL))
          .build();

  /**
   * Every container gives up certain capabilities, and does not take them back. Who cannot drop all
   * of them drops NET_RAW at least, with which a container answers for the addresses of others.
   */
  public static final Rule<Container> DROPS_REQUIRED_CAPABILITIES =
      Rule.named("drops-required-capabilities")
          .severity(MEDIUM)
          .because(
              "With NET_RAW, which runtimes grant, a container forges packets: it can answer for"
                  + " the names and addresses of its neighbours.")
          .advise("Add them to capabilities.drop, or \"ALL\".")
          .see(Capabilities.PAGE)
          .see("https://man7.org/linux/man-pages/man7/capabilities.7.html")
          .alias("require-drop-cap-net-raw")
          .alias("drop-net-raw-capability")
          .alias("insecureCapabilities")
          .alias("K8sPSPCapabilities")
          .alias("KSV-0119")
          .alias("CKV_K8S_28")
          .alias("C-0046")
          .with(REQUIRED)
          .with(PREFIX_COUNTS)
          .onlyByName()
          .forEach(Targets.CONTAINER)
          .unless(Container::runsOnWindows)
          .finds(DroppedCapabilityRules::kept);

  private DroppedCapabilityRules() {}

  /** Returns all of them. */
  static List<Declaration> all() {
    return List.of(DROPS_ALL_CAPABILITIES, DROP_ALL_IS_UPPER_CASE, DROPS_REQUIRED_CAPABILITIES);
  }

  private static Check dropsAll(Container container) {
    return Capabilities.dropped(container).contains(ALL::equalsIgnoreCase);
  }

  private static Check dropsAllByItsName(Container container) {
    return Capabilities.dropped(container).contains(ALL).pointingAt(dropsAll(container).at());
  }

  private static void kept(Container container, Reporter report) {
    boolean prefixCounts = report.settings().get(PREFIX_COUNTS);
    Field drop = Capabilities.dropped(container);
    for (String required : report.settings().get(REQUIRED)) {
      Check drops =
          drop.contains(
              name ->
                  ALL.equalsIgnoreCase(name)
                      || required.equalsIgnoreCase(name)
                      || (prefixCounts && Capabilities.isSame(required, name)));
      if (drops.fails()) {
        report.fail(drops.at(), keeps(required, drops.at()), Fixes.append(drop, required));
      } else {
        drops.missing().ifPresent(what -> report.missing(what, drops.at()));
      }
    }
    takenBack(container, report);
  }

  private static Message keeps(String capability, Field drop) {
    return Message.of(
        "keeps {capability}: {field} {found}",
        mark ->
            switch (mark) {
              case "capability" -> capability;
              case "field" -> drop.label();
              default -> drop.found();
            });
  }

  private static void takenBack(Container container, Reporter report) {
    List<String> required = report.settings().get(REQUIRED);
    for (Field capability : PodSecurity.items(Capabilities.added(container), report)) {
      Check back =
          Capabilities.isOneOf(required, capability)
              .or(Capabilities.isOneOf(List.of(ALL), capability));
      PodSecurity.report(
          back.not(), "takes back a capability that it must give up", Fixes::remove, report);
    }
  }
}
