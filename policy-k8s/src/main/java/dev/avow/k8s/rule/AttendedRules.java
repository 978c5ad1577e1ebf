package dev.avow.k8s.rule;

import static dev.avow.policy.finding.Severity.LOW;

import dev.avow.k8s.workload.Container;
import dev.avow.k8s.workload.PodSpec;
import dev.avow.policy.document.Field;
import dev.avow.policy.rule.Declaration;
import dev.avow.policy.rule.Fixes;
import dev.avow.policy.rule.Reporter;
import dev.avow.policy.rule.Rule;
import java.util.List;

/**
 * Rules about what a pod has for people who attend to it by hand.
 *
 * <p>Off unless named: they are a matter of how a team works.
 */
public final class AttendedRules {

  /** No container is added to a running pod. */
  public static final Rule<PodSpec> NO_EPHEMERAL_CONTAINERS =
      Rule.named("no-ephemeral-containers")
          .severity(LOW)
          .because(
              "A container that is added for debugging sees the processes and volumes of the pod,"
                  + " and stays until the pod is deleted.")
          .advise("Remove ephemeralContainers; debug a copy of the pod.")
          .see("https://kubernetes.io/docs/concepts/workloads/pods/ephemeral-containers/")
          .alias("block-ephemeral-containers")
          .onlyByName()
          .forEach(Targets.POD)
          .finds(AttendedRules::ephemeral);

  /** No container waits for somebody at a terminal. */
  public static final Rule<Container> NO_INTERACTIVE_TERMINAL =
      Rule.named("no-interactive-terminal")
          .severity(LOW)
          .because(
              "A container that reads from a terminal is there to be typed into: a shell, left over"
                  + " from debugging.")
          .advise("Remove stdin and tty.")
          .see("https://kubernetes.io/docs/reference/kubernetes-api/workload-resources/pod-v1/")
          .alias("K8sDisallowInteractiveTTY")
          .onlyByName()
          .forEach(Targets.CONTAINER)
          .finds(AttendedRules::terminal);

  /** No pod overrides what names resolve to. */
  public static final Rule<PodSpec> NO_HOST_ALIASES =
      Rule.named("no-host-aliases")
          .severity(LOW)
          .because(
              "An entry of /etc/hosts outlives the address that it names, and passes by what DNS"
                  + " and its policies say.")
          .advise("Remove hostAliases; use a Service, or the DNS.")
          .see("https://kubernetes.io/docs/tasks/network/customize-hosts-file-for-pods/")
          .alias("KSV-0007")
          .onlyByName()
          .forEach(Targets.POD)
          .finds(AttendedRules::aliases);

  private AttendedRules() {}

  /** Returns all of them. */
  static List<Declaration> all() {
    return List.of(NO_EPHEMERAL_CONTAINERS, NO_INTERACTIVE_TERMINAL, NO_HOST_ALIASES);
  }

  private static void ephemeral(PodSpec pod, Reporter report) {
    isEmpty(pod.place().field("ephemeralContainers"), "has containers for debugging", report);
  }

  private static void aliases(PodSpec pod, Reporter report) {
    isEmpty(pod.place().field("hostAliases"), "overrides what names resolve to", report);
  }

  private static void isEmpty(Field list, String wrong, Reporter report) {
    PodSecurity.report(
        PodSecurity.unsetOr(list, field -> field.isList() && field.items().isEmpty()),
        wrong,
        Fixes::remove,
        report);
  }

  private static void terminal(Container container, Reporter report) {
    for (String name : List.of("stdin", "tty")) {
      PodSecurity.report(
          PodSecurity.unsetOrFalse(container.place().field(name)),
          "waits for somebody at a terminal",
          Fixes::remove,
          report);
    }
  }
}
