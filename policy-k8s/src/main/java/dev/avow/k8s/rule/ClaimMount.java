package dev.avow.k8s.rule;

import dev.avow.k8s.network.Residence;
import dev.avow.k8s.workload.Container;
import dev.avow.policy.document.Field;
import dev.avow.policy.finding.Location;
import dev.avow.policy.finding.Subject;
import java.io.Serializable;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A claim that a container mounts, and what it runs with.
 *
 * @param residence the namespace
 * @param claim the claim's name
 * @param runAsUser the user id in force
 * @param runAsGroup the primary group id in force
 * @param fsGroup the group of the pod's volumes
 * @param groups the further groups of the pod
 * @param groupsAt where they are written, or would be
 * @param readOnly whether the claim is mounted read-only
 */
record ClaimMount(
    Residence residence,
    String claim,
    Id runAsUser,
    Id runAsGroup,
    Id fsGroup,
    List<Long> groups,
    Location groupsAt,
    boolean readOnly)
    implements Serializable {

  /** Creates a mount; the list is copied. */
  ClaimMount {
    groups = List.copyOf(groups);
  }

  /**
   * An id that is written somewhere.
   *
   * @param value the id; null where none is written
   * @param found what stands there
   * @param missing what would have to be known to know it; empty if nothing
   * @param at where it is written, or would be
   */
  record Id(@Nullable Long value, String found, String missing, Location at)
      implements Serializable {

    static Id of(Field field) {
      Long value = field.integer().isPresent() ? (Long) field.integer().getAsLong() : null;
      boolean open = field.isPresent() && value == null;
      String missing = open ? "a number at " + field.path() : "";
      return new Id(value, field.label() + " " + field.found(), missing, field.location());
    }
  }

  static void observe(PlacedPod pod, Facts.Observer<ClaimMount> observer) {
    for (Field volume : pod.spec().at("volumes").items()) {
      Field source = volume.field("persistentVolumeClaim");
      String claim = source.field("claimName").text().orElse("");
      for (Container container : pod.spec().containers()) {
        if (!claim.isEmpty()) {
          mounts(volume, container)
              .forEach(mount -> observe(pod, container, source, mount, observer));
        }
      }
    }
  }

  private static List<Field> mounts(Field volume, Container container) {
    String name = volume.field("name").text().orElse("");
    return container.at("volumeMounts").items().stream()
        .filter(mount -> mount.field("name").is(name).holds())
        .toList();
  }

  private static void observe(
      PlacedPod pod,
      Container container,
      Field source,
      Field mount,
      Facts.Observer<ClaimMount> observer) {
    Subject subject = pod.owner().subject().with(Container.PART, container.name());
    Field groups = pod.spec().at("securityContext").field("supplementalGroups");
    observer.observe(
        subject,
        mount,
        new ClaimMount(
            pod.owner().residence(),
            source.field("claimName").text().orElse(""),
            Id.of(container.securityContext().field("runAsUser")),
            Id.of(container.securityContext().field("runAsGroup")),
            Id.of(pod.spec().at("securityContext").field("fsGroup")),
            groups.items().stream().flatMap(item -> item.integer().stream().boxed()).toList(),
            groups.location(),
            source.field("readOnly").isTrue().holds() || mount.field("readOnly").isTrue().holds()));
  }
}
