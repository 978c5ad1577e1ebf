package dev.avow.k8s.rule;

import dev.avow.k8s.network.PlacedObject;
import dev.avow.k8s.workload.PodSpec;
import dev.avow.k8s.workload.Workload;
import java.util.List;
import java.util.stream.Stream;

/**
 * A pod and the object that brings it, which for a pod in a kro graph is the object in the graph.
 *
 * @param spec the pod
 * @param owner the object
 */
record PlacedPod(PodSpec spec, PlacedObject owner) {

  /** Returns the pods that {@code workload} brings. */
  static Stream<PlacedPod> in(Workload workload) {
    List<PlacedObject> placed = PlacedObject.in(workload.resource());
    return placed.stream()
        .flatMap(
            owner ->
                (owner.graph().isEmpty() ? Stream.of(workload) : held(owner))
                    .flatMap(each -> each.pods().stream())
                    .map(pod -> new PlacedPod(pod, owner)));
  }

  private static Stream<Workload> held(PlacedObject owner) {
    return Workload.of(owner.object()).stream();
  }
}
