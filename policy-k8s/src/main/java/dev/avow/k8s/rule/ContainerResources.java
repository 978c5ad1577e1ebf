package dev.avow.k8s.rule;

import dev.avow.k8s.rule.Bound.State;
import dev.avow.k8s.workload.Container;
import dev.avow.k8s.workload.Container.Sort;
import dev.avow.policy.document.Field;
import java.io.Serializable;
import java.util.List;

/**
 * What a container says of the processor and memory that it needs and may use, in the pod that
 * would be created: a limit stands in for a request, and what the pod as a whole says for what its
 * containers leave open.
 *
 * @param exempt whether the container cannot say anything: ephemeral ones cannot
 * @param cpuLimit its limit on the processor
 * @param memoryLimit its limit on memory
 * @param cpuRequest its request of processor
 * @param memoryRequest its request of memory
 */
record ContainerResources(
    boolean exempt, Bound cpuLimit, Bound memoryLimit, Bound cpuRequest, Bound memoryRequest)
    implements Serializable {

  static ContainerResources of(Container container) {
    return new ContainerResources(
        container.sort() == Sort.EPHEMERAL,
        limit(container, "cpu"),
        limit(container, "memory"),
        request(container, "cpu"),
        request(container, "memory"));
  }

  private static Bound limit(Container container, String resource) {
    return bound(container.place(), "limits", resource)
        .or(bound(container.pod().place(), "limits", resource));
  }

  private static Bound request(Container container, String resource) {
    Field pod = container.pod().place();
    return bound(container.place(), "requests", resource)
        .or(bound(container.place(), "limits", resource))
        .or(bound(pod, "requests", resource))
        .or(bound(pod, "limits", resource));
  }

  private static Bound bound(Field around, String side, String resource) {
    return Bound.at(around.field("resources").field(side).field(resource));
  }

  /** Returns where a finding about {@code container} points: as near as all that it is about. */
  Field place(Container container) {
    Field resources = container.place().field("resources");
    boolean limits = lacksLimit();
    boolean requests = lacksRequest();
    if (limits == requests) {
      return resources;
    }
    return resources.field(limits ? "limits" : "requests");
  }

  private boolean lacksLimit() {
    return List.of(cpuLimit, memoryLimit).stream().anyMatch(bound -> !bound.is(State.SET));
  }

  private boolean lacksRequest() {
    return List.of(cpuRequest, memoryRequest).stream().anyMatch(bound -> !bound.is(State.SET));
  }
}
