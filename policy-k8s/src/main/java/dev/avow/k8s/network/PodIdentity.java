package dev.avow.k8s.network;

import dev.avow.k8s.manifest.ResourceId;
import dev.avow.k8s.workload.PodSpec;
import dev.avow.policy.document.Field;
import java.io.Serializable;

/**
 * What network policies know a pod by.
 *
 * @param residence its namespace
 * @param labels its labels, with those that its controller will add
 * @param onHostNetwork whether it uses its node's network, where no policy governs it
 */
public record PodIdentity(Residence residence, Labels labels, Match onHostNetwork)
    implements Serializable {

  /** Returns what the pods of {@code pod}, which {@code owner} brings, are known by. */
  public static PodIdentity of(PodSpec pod, PlacedObject owner) {
    Labels written = Labels.of(pod.metadata().field("labels"));
    ResourceId id = owner.object().id();
    return new PodIdentity(
        owner.residence(),
        ControllerLabels.addTo(written, id),
        onHostNetwork(pod.at("hostNetwork")));
  }

  /** Returns what is known of pods that {@code owner} brings and that cannot be read. */
  public static PodIdentity unreadable(PlacedObject owner, String missing) {
    return new PodIdentity(owner.residence(), Labels.none(), Match.unknown(missing));
  }

  private static Match onHostNetwork(Field field) {
    if (field.isUnresolved()) {
      return Match.unknown("the value of " + field.path());
    }
    if (field.isPresent() && field.flag().isEmpty()) {
      return Match.unknown("true or false at " + field.path());
    }
    return Match.of(field.flag().orElse(false));
  }
}
