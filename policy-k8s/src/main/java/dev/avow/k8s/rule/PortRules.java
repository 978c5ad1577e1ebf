package dev.avow.k8s.rule;

import static dev.avow.policy.finding.Severity.LOW;
import static dev.avow.policy.finding.Severity.MEDIUM;
import static dev.avow.policy.hardening.Profile.RESTRICTED;

import dev.avow.k8s.workload.Container;
import dev.avow.policy.document.Field;
import dev.avow.policy.finding.NumberRange;
import dev.avow.policy.finding.Parameter;
import dev.avow.policy.rule.Declaration;
import dev.avow.policy.rule.Reporter;
import dev.avow.policy.rule.Rule;
import java.util.List;
import java.util.OptionalLong;

/** Rules about the ports that containers say they listen on. */
public final class PortRules {

  private static final String API =
      "https://kubernetes.io/docs/reference/kubernetes-api/workload-resources/pod-v1/#ports";

  /** The ports of shells and desktops for people far away: SSH, Telnet, RDP, VNC. */
  public static final Parameter<List<NumberRange>> SHELL_PORTS =
      Parameter.ranges(
          "ports",
          List.of(
              NumberRange.of(22, 23),
              NumberRange.of(2222, 2222),
              NumberRange.of(3389, 3389),
              NumberRange.of(5900, 5900)),
          "the ports of shells and desktops for people far away");

  /** The lowest port that needs no privilege. */
  public static final Parameter<Long> LOWEST =
      Parameter.number("lowest", 1024, "the lowest port that may be used");

  /** No container offers a shell. */
  public static final Rule<Container> NO_REMOTE_SHELL_PORTS =
      Rule.named("no-remote-shell-ports")
          .severity(MEDIUM)
          .because(
              "A shell in a container lets in whoever has or guesses its key, past the API server"
                  + " with its roles and its audit log.")
          .advise("Remove the port and what listens on it; kubectl exec is for people.")
          .see(
              "https://kubernetes.io/docs/tasks/debug/debug-application/get-shell-running-container/")
          .alias("ssh-port")
          .alias("C-0042")
          .alias("KBP110")
          .with(SHELL_PORTS)
          .from(RESTRICTED)
          .forEach(Targets.CONTAINER)
          .finds(PortRules::shells);

  /** No container listens on a port that is kept for privileged processes. */
  public static final Rule<Container> CONTAINER_PORTS_ARE_UNPRIVILEGED =
      Rule.named("container-ports-are-unprivileged")
          .severity(LOW)
          .because(
              "On a host, ports below 1024 take root or NET_BIND_SERVICE; a program that asks for"
                  + " one tends to be given more than it needs.")
          .advise("Listen on a port from 1024 on; the Service can have any.")
          .see(API)
          .alias("privileged-ports")
          .alias("KSV-0117")
          .alias("KBP113")
          .with(LOWEST)
          .onlyByName()
          .forEach(Targets.CONTAINER)
          .finds(PortRules::privileged);

  private PortRules() {}

  /** Returns all of them. */
  static List<Declaration> all() {
    return List.of(NO_REMOTE_SHELL_PORTS, CONTAINER_PORTS_ARE_UNPRIVILEGED);
  }

  private static void shells(Container container, Reporter report) {
    List<NumberRange> shells = report.settings().get(SHELL_PORTS);
    for (Field port : container.at("ports").items()) {
      Field number = port.field("containerPort");
      if (number.isUnresolved()) {
        report.missing("the value of " + number.path(), number);
        continue;
      }
      OptionalLong written = number.integer();
      boolean isShell =
          written.isPresent()
              && shells.stream().anyMatch(range -> range.contains(written.getAsLong()));
      if (isShell && isTcp(port)) {
        report.fail(number, "offers a shell: %s %s".formatted(number.label(), number.found()));
      }
    }
  }

  /** What names no protocol uses TCP; one that cannot be read may do so. */
  static boolean isTcp(Field port) {
    Field protocol = port.field("protocol");
    return !protocol.isPresent() || !protocol.is("TCP").fails();
  }

  private static void privileged(Container container, Reporter report) {
    long lowest = report.settings().get(LOWEST);
    for (Field port : container.at("ports").items()) {
      Field number = port.field("containerPort");
      if (number.isUnresolved()) {
        report.missing("the value of " + number.path(), number);
      } else if (number.integer().orElse(lowest) < lowest) {
        report.fail(
            number, "listens below %d: %s %s".formatted(lowest, number.label(), number.found()));
      }
    }
  }
}
