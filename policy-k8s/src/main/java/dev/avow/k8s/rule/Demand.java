package dev.avow.k8s.rule;

import dev.avow.k8s.workload.Container;
import dev.avow.k8s.workload.Container.Sort;
import dev.avow.policy.document.Field;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How much of one resource a container, and the pod around it, ask for and may use.
 *
 * @param sort what the container is for
 * @param resource what it is about
 * @param request what the container requests; null if it does not say
 * @param limit how much the container may use; null if it does not say
 * @param podRequest what the pod as a whole requests; null if it does not say
 * @param podLimit how much the pod as a whole may use; null if it does not say
 */
record Demand(
    Sort sort,
    Metered resource,
    @Nullable Amount request,
    @Nullable Amount limit,
    @Nullable Amount podRequest,
    @Nullable Amount podLimit)
    implements Serializable {

  /** Returns {@code amount} if the container writes it, so that a finding can point at it. */
  @Nullable Amount own(@Nullable Amount amount) {
    return amount != null && (amount.equals(request) || amount.equals(limit)) ? amount : null;
  }

  static List<Demand> of(Container container) {
    Field own = container.place().field("resources");
    Field pod = container.pod().place().field("resources");
    List<Demand> demands = new ArrayList<>();
    for (Metered resource : Metered.values()) {
      demands.add(
          new Demand(
              container.sort(),
              resource,
              amount(own, "requests", resource),
              amount(own, "limits", resource),
              amount(pod, "requests", resource),
              amount(pod, "limits", resource)));
    }
    return demands;
  }

  private static @Nullable Amount amount(Field resources, String side, Metered resource) {
    return Amount.at(resources.field(side).field(resource.written()));
  }
}
