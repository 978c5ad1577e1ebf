package dev.avow.k8s.rule;

import dev.avow.k8s.workload.Container;
import dev.avow.k8s.workload.Container.Sort;
import dev.avow.policy.document.Field;
import dev.avow.policy.finding.Location;
import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/**
 * What a container, and the pod around it, say of how much the container needs and may use.
 *
 * @param sort what the container is for: ephemeral ones cannot say anything
 * @param limits the limits that the container writes
 * @param requests the requests that it writes
 * @param podLimits the limits of the pod as a whole
 * @param podRequests the requests of the pod as a whole
 * @param limitsAt where the container's limits stand; null where they need no finding
 * @param requestsAt where the container's requests stand; null where they need no finding
 */
record ContainerResources(
    Sort sort,
    Bounds limits,
    Bounds requests,
    Bounds podLimits,
    Bounds podRequests,
    @Nullable Location limitsAt,
    @Nullable Location requestsAt)
    implements Serializable {

  static ContainerResources of(Container container) {
    Field own = container.place().field("resources");
    Field pod = container.pod().place().field("resources");
    Bounds limits = Bounds.limits(own);
    Bounds requests = Bounds.requests(own);
    return new ContainerResources(
        container.sort(),
        limits,
        requests,
        Bounds.limits(pod),
        Bounds.requests(pod),
        limits.areSet() ? null : own.field("limits").location(),
        requests.areSet() ? null : own.field("requests").location());
  }

  /**
   * Returns the limit that the pod would be created with. Defaults are left to LimitRanges where
   * neither the container nor its pod says anything.
   */
  Bound limit(Metered resource) {
    return limits.of(resource).or(podLimits.of(resource));
  }

  /** Returns the request that the pod would be created with: a limit stands in for one. */
  Bound request(Metered resource) {
    return requests
        .of(resource)
        .or(limits.of(resource))
        .or(podRequests.of(resource))
        .or(podLimits.of(resource));
  }
}
