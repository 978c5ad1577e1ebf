package dev.avow.k8s.rule;

import dev.avow.k8s.manifest.ResourceId;
import dev.avow.k8s.network.LabelSelector;
import dev.avow.k8s.network.Match;
import dev.avow.k8s.network.PlacedObject;
import dev.avow.k8s.network.PodIdentity;
import dev.avow.k8s.network.Residence;
import dev.avow.policy.document.Field;
import java.io.Serializable;
import java.util.Optional;

/**
 * The pods that a Service sends connections to.
 *
 * @param residence the Service's namespace
 * @param selector how it selects them
 */
record ServiceTarget(Residence residence, LabelSelector selector) implements Serializable {

  /** Returns the pods behind a Service; nothing for one that does not select any itself. */
  static Optional<ServiceTarget> of(PlacedObject placed) {
    ResourceId id = placed.object().id();
    Field selector = placed.object().place().field("spec").field("selector");
    boolean selects =
        id.kind().equals("Service")
            && id.group().isEmpty()
            && (selector.isUnresolved() || !selector.fields().isEmpty());
    return selects
        ? Optional.of(new ServiceTarget(placed.residence(), LabelSelector.ofLabels(selector)))
        : Optional.empty();
  }

  Match holds(PodIdentity pod) {
    return residence.reaches(pod.residence()).and(selector.matches(pod.labels()));
  }
}
