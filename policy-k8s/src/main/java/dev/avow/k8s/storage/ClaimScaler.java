package dev.avow.k8s.storage;

import dev.avow.k8s.network.PlacedObject;
import dev.avow.k8s.network.Residence;
import dev.avow.policy.document.Field;
import java.io.Serializable;
import java.util.Optional;

/**
 * Something that scales a workload.
 *
 * @param residence the namespace of both
 * @param kind the workload's kind
 * @param name the workload's name
 * @param count how many pods it may come to have
 */
public record ClaimScaler(Residence residence, String kind, String name, PodCount count)
    implements Serializable {

  /** Returns {@code placed} as an autoscaler, if it is one: of Kubernetes, or of KEDA. */
  public static Optional<ClaimScaler> of(PlacedObject placed) {
    String group = placed.object().id().group();
    Field spec = placed.object().at("spec");
    return switch (placed.object().id().kind()) {
      case "HorizontalPodAutoscaler" ->
          Optional.of(of(placed, spec, PodCount.at(spec.field("maxReplicas"), "scales to")));
      case "ScaledObject" ->
          group.equals("keda.sh")
              ? Optional.of(of(placed, spec, keda(spec.field("maxReplicaCount"))))
              : Optional.empty();
      default -> Optional.empty();
    };
  }

  private static PodCount keda(Field most) {
    return most.isPresent()
        ? PodCount.at(most, "scales to")
        : new PodCount(100, 100, "scales to 100 pods, as nothing else is said", "");
  }

  private static ClaimScaler of(PlacedObject placed, Field spec, PodCount count) {
    Field target = spec.field("scaleTargetRef");
    return new ClaimScaler(
        placed.residence(),
        target.field("kind").text().orElse("Deployment"),
        target.field("name").text().orElse(""),
        count);
  }

  /** Returns whether it scales {@code consumer}. */
  boolean scales(ClaimConsumer consumer) {
    return kind.equals(consumer.kind())
        && name.equals(consumer.workload())
        && residence.reaches(consumer.residence()).holds();
  }
}
