package dev.avow.k8s.rule;

import static dev.avow.policy.finding.Severity.MEDIUM;
import static dev.avow.policy.hardening.Profile.BASELINE;

import dev.avow.k8s.workload.Container;
import dev.avow.policy.rule.Declaration;
import dev.avow.policy.rule.Fixes;
import dev.avow.policy.rule.Reporter;
import dev.avow.policy.rule.Rule;
import java.util.List;

/** Rules about what the kubelet does for a container. */
public final class ProbeRules {

  private static final List<String> PROBES_AND_HOOKS =
      List.of(
          "livenessProbe",
          "readinessProbe",
          "startupProbe",
          "lifecycle.postStart",
          "lifecycle.preStop");

  /** No probe and no lifecycle hook calls another host than its own pod. */
  public static final Rule<Container> PROBES_STAY_IN_THEIR_POD =
      Rule.named("probes-stay-in-their-pod")
          .title("probes and lifecycle hooks stay in their pod")
          .severity(MEDIUM)
          .because(
              "The kubelet makes these calls from the node, so whoever chooses the host reaches"
                  + " what the node reaches, past the network policies of the pod.")
          .advise("Remove host; to set the header, use httpHeaders.")
          .see(PodSecurity.PAGE)
          .alias("hostProbesAndHostLifecycle")
          .alias("K8sPSPHostProbesLifecycle")
          .from(BASELINE)
          .forEach(Targets.CONTAINER)
          .finds(ProbeRules::foreignHosts);

  private ProbeRules() {}

  /** Returns all of them. */
  static List<Declaration> all() {
    return List.of(PROBES_STAY_IN_THEIR_POD);
  }

  private static void foreignHosts(Container container, Reporter report) {
    for (String caller : PROBES_AND_HOOKS) {
      for (String action : List.of("httpGet", "tcpSocket")) {
        PodSecurity.report(
            PodSecurity.unsetOr(
                container.at(caller).field(action).field("host"),
                host -> host.text().filter(String::isEmpty).isPresent()),
            "has its node call another host in " + caller,
            Fixes::remove,
            report);
      }
    }
  }
}
