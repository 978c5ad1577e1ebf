package dev.avow.k8s.rule;

import dev.avow.k8s.network.PlacedObject;
import dev.avow.k8s.network.Residence;
import dev.avow.k8s.workload.Image;
import dev.avow.k8s.workload.PodSpec;
import dev.avow.policy.document.Field;
import dev.avow.policy.image.ImageReference;
import java.io.Serializable;
import java.util.List;
import java.util.Optional;

/**
 * Which images a pod takes, and whether it names secrets to take them with.
 *
 * @param account whom the pod runs as
 * @param named whether it names a secret
 * @param missing what would have to be known to know that; empty if nothing
 * @param images the images that can be told
 * @param open whether there are others
 */
record PullSecrets(
    PodAccount account, boolean named, String missing, List<ImageReference> images, boolean open)
    implements Serializable {

  /** Creates pull secrets; the list is copied. */
  PullSecrets {
    images = List.copyOf(images);
  }

  /**
   * Whether a service account gives its pods secrets to take images with.
   *
   * @param residence the account's namespace
   * @param name the account's name
   * @param named whether it names a secret
   * @param missing what would have to be known to know that; empty if nothing
   */
  record OfAccount(Residence residence, String name, boolean named, String missing)
      implements Serializable {

    static Optional<OfAccount> of(PlacedObject placed) {
      Field list = list(placed.object().place());
      return ServiceAccountRules.isServiceAccount(placed.object().id())
          ? Optional.of(
              new OfAccount(
                  placed.residence(),
                  placed.object().id().name(),
                  names(list),
                  PullSecrets.missing(list)))
          : Optional.empty();
    }
  }

  static PullSecrets of(PlacedPod pod) {
    PodSpec spec = pod.spec();
    Field list = list(spec.place());
    List<ImageReference> images =
        spec.images().stream().map(Image::reference).flatMap(Optional::stream).toList();
    boolean open = images.size() < spec.images().size();
    PodAccount account = PodAccount.of(spec, pod.owner());
    return new PullSecrets(account, names(list), missing(list), images, open);
  }

  static Field list(Field around) {
    return around.field("imagePullSecrets");
  }

  private static boolean names(Field list) {
    return list.items().stream()
        .map(item -> item.field("name"))
        .anyMatch(name -> name.text().filter(text -> !text.isEmpty()).isPresent());
  }

  private static String missing(Field list) {
    return list.isUnresolved() ? "the value of " + list.path() : "";
  }
}
