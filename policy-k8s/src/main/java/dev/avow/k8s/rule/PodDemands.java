package dev.avow.k8s.rule;

import dev.avow.k8s.workload.Container;
import dev.avow.k8s.workload.Container.Sort;
import dev.avow.k8s.workload.PodSpec;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;

/**
 * How much processor time and memory the containers of a pod ask for and may use.
 *
 * @param parts one part for each container, ephemeral ones aside
 */
record PodDemands(List<Part> parts) implements Serializable {

  /** Creates demands; the list is copied. */
  PodDemands {
    parts = List.copyOf(parts);
  }

  /**
   * What one container demands.
   *
   * @param container its name
   * @param demands its demands of each resource
   */
  record Part(String container, List<Demand> demands) implements Serializable {

    /** Creates a part; the list is copied. */
    Part {
      demands = List.copyOf(demands);
    }
  }

  static PodDemands of(PodSpec pod) {
    List<Part> parts = new ArrayList<>();
    for (Container container : pod.containers()) {
      if (container.sort() != Sort.EPHEMERAL) {
        List<Demand> demands =
            Demand.of(container).stream()
                .filter(demand -> demand.resource() != Metered.EPHEMERAL_STORAGE)
                .toList();
        parts.add(new Part(container.name(), demands));
      }
    }
    return new PodDemands(parts);
  }

  /** Returns whether the pod says something as a whole, so that its containers do not count. */
  boolean areOfThePod() {
    return parts.stream()
        .flatMap(part -> part.demands().stream())
        .anyMatch(demand -> demand.podRequest() != null || demand.podLimit() != null);
  }
}
