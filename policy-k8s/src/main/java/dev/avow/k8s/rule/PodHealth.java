package dev.avow.k8s.rule;

import dev.avow.k8s.network.PlacedObject;
import dev.avow.k8s.network.PodIdentity;
import dev.avow.k8s.workload.Container;
import dev.avow.k8s.workload.Container.Sort;
import dev.avow.k8s.workload.PodSpec;
import dev.avow.policy.document.Field;
import dev.avow.policy.finding.Location;
import dev.avow.policy.finding.Subject;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What the kubelet is told to watch in a pod.
 *
 * @param identity what Services know the pod by
 * @param endsByItself whether the pod is meant to come to an end
 * @param containers the containers, with their probes
 */
record PodHealth(PodIdentity identity, boolean endsByItself, List<Watched> containers)
    implements Serializable {

  private static final Set<String> JOBS = Set.of("CronJob", "Job");
  private static final Set<String> ENDING = Set.of("Never", "OnFailure");

  /** Creates a pod's health; the list is copied. */
  PodHealth {
    containers = List.copyOf(containers);
  }

  /**
   * A container that may be watched.
   *
   * @param subject what it is called
   * @param at where it stands
   * @param staysOn whether it runs as long as the pod does: init and ephemeral ones do not
   * @param probes its probes, one of each kind
   */
  record Watched(Subject subject, Location at, boolean staysOn, List<Probe> probes)
      implements Serializable {

    /** Creates a container; the list is copied. */
    Watched {
      probes = List.copyOf(probes);
    }
  }

  static PodHealth of(PodSpec pod, PlacedObject owner) {
    List<Watched> containers = new ArrayList<>();
    for (Container container : pod.containers()) {
      boolean staysOn = container.sort() == Sort.MAIN || container.sort() == Sort.SIDECAR;
      Subject subject = owner.subject().with(Container.PART, container.name());
      List<Probe> probes =
          Stream.of(Probe.Kind.values()).map(kind -> Probe.of(container.place(), kind)).toList();
      containers.add(new Watched(subject, container.place().location(), staysOn, probes));
    }
    return new PodHealth(PodIdentity.of(pod, owner), endsByItself(pod, owner), containers);
  }

  private static boolean endsByItself(PodSpec pod, PlacedObject owner) {
    Field policy = pod.place().field("restartPolicy");
    return JOBS.contains(owner.object().id().kind())
        || policy.text().filter(ENDING::contains).isPresent();
  }
}
