package dev.avow.k8s.network;

import dev.avow.k8s.manifest.Resource;
import dev.avow.k8s.workload.PodSpec;
import dev.avow.k8s.workload.Workload;
import dev.avow.policy.document.Check;
import dev.avow.policy.document.Field;
import dev.avow.policy.finding.Location;
import dev.avow.policy.finding.Subject;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * The pods that a workload brings, as the network knows them: all that come of one template are
 * alike.
 *
 * @param subject the workload
 * @param at where the pod's template stands
 * @param identity what policies and Services know it by
 * @param ports what it listens on
 * @param asksClusterDns whether it asks the cluster's own name servers
 */
public record NetworkPod(
    Subject subject, Location at, PodIdentity identity, PodPorts ports, Match asksClusterDns)
    implements Party {

  /** Returns the pods that {@code resource} brings; of a kro graph, those that it holds. */
  public static List<NetworkPod> in(Resource resource) {
    return Workload.of(resource).map(NetworkPod::in).orElse(List.of());
  }

  /** Returns the pods that {@code workload} brings; of a kro graph, those that it holds. */
  public static List<NetworkPod> in(Workload workload) {
    List<NetworkPod> pods = new ArrayList<>();
    for (PlacedObject placed : PlacedObject.in(workload.resource())) {
      if (placed.graph().isEmpty()) {
        collect(workload, placed, pods);
      } else {
        Workload.of(placed.object()).ifPresent(held -> collect(held, placed, pods));
      }
    }
    return pods;
  }

  private static void collect(Workload workload, PlacedObject placed, List<NetworkPod> into) {
    for (PodSpec pod : workload.pods()) {
      Field template = pod.place().parent().orElse(pod.place());
      into.add(
          new NetworkPod(
              placed.subject(),
              template.location(),
              PodIdentity.of(pod, placed),
              PodPorts.of(pod),
              asksClusterDns(pod.at("dnsPolicy"))));
    }
    if (workload.pods().isEmpty()) {
      for (Check unreadable : workload.unreadable()) {
        String missing = unreadable.missing().orElse("a readable pod");
        into.add(
            new NetworkPod(
                placed.subject(),
                unreadable.at().location(),
                PodIdentity.unreadable(placed, missing),
                new PodPorts(List.of(), missing),
                Match.unknown(missing)));
      }
    }
  }

  /** The policy called Default is not the default: it asks the servers that the node asks. */
  private static Match asksClusterDns(Field policy) {
    return policy.isUnresolved()
        ? Match.unknown("the value of " + policy.path())
        : Match.of(policy.text().filter(Set.of("None", "Default")::contains).isEmpty());
  }
}
