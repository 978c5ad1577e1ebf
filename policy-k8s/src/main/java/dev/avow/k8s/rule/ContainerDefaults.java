package dev.avow.k8s.rule;

import dev.avow.k8s.manifest.Resource;
import dev.avow.policy.document.Field;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;

/**
 * What a LimitRange gives to containers that say nothing themselves of some resource.
 *
 * <p>Kubernetes derives the one from the other: the default limit is the maximum where none is set,
 * and the default request is the default limit or else the minimum.
 *
 * @param range the name of the LimitRange
 * @param resource what it is about
 * @param limit the default limit
 * @param request the default request
 */
record ContainerDefaults(String range, Metered resource, Bound limit, Bound request)
    implements Serializable {

  static List<ContainerDefaults> in(Resource resource) {
    List<ContainerDefaults> defaults = new ArrayList<>();
    for (Field item : items(resource)) {
      for (Metered each : Metered.values()) {
        defaults.add(
            new ContainerDefaults(
                resource.id().name(), each, limit(item, each), request(item, each)));
      }
    }
    return defaults;
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

  private static Bound limit(Field item, Metered resource) {
    return bound(item, "default", resource).or(bound(item, "max", resource));
  }

  private static Bound request(Field item, Metered resource) {
    return bound(item, "defaultRequest", resource)
        .or(limit(item, resource))
        .or(bound(item, "min", resource));
  }

  private static Bound bound(Field item, String side, Metered resource) {
    return Bound.at(item.field(side).field(resource.written()));
  }
}
