package dev.avow.k8s.rule;

import dev.avow.k8s.manifest.Resource;
import dev.avow.policy.document.Field;
import java.io.Serializable;
import java.util.List;

/**
 * What a LimitRange gives to containers that say nothing themselves.
 *
 * <p>Kubernetes derives the one from the other: the default limit is the maximum where none is set,
 * and the default request is the default limit or else the minimum.
 *
 * @param cpuLimit the default limit on the processor
 * @param memoryLimit the default limit on memory
 * @param cpuRequest the default request of processor
 * @param memoryRequest the default request of memory
 */
record ContainerDefaults(Bound cpuLimit, Bound memoryLimit, Bound cpuRequest, Bound memoryRequest)
    implements Serializable {

  static List<ContainerDefaults> in(Resource resource) {
    return items(resource).stream().map(ContainerDefaults::of).toList();
  }

  /** Returns what a LimitRange says of containers; nothing for other resources. */
  static List<Field> items(Resource resource) {
    boolean isLimitRange =
        resource.id().kind().equals("LimitRange") && resource.id().group().isEmpty();
    return isLimitRange
        ? resource.at("spec.limits").items().stream()
            .filter(item -> item.field("type").is("Container").holds())
            .toList()
        : List.of();
  }

  private static ContainerDefaults of(Field item) {
    return new ContainerDefaults(
        limit(item, "cpu"), limit(item, "memory"), request(item, "cpu"), request(item, "memory"));
  }

  private static Bound limit(Field item, String resource) {
    return bound(item, "default", resource).or(bound(item, "max", resource));
  }

  private static Bound request(Field item, String resource) {
    return bound(item, "defaultRequest", resource)
        .or(limit(item, resource))
        .or(bound(item, "min", resource));
  }

  private static Bound bound(Field item, String side, String resource) {
    return Bound.at(item.field(side).field(resource));
  }
}
