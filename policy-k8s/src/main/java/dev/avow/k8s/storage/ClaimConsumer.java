package dev.avow.k8s.storage;

import dev.avow.k8s.network.PlacedObject;
import dev.avow.k8s.network.Residence;
import dev.avow.k8s.workload.Container;
import dev.avow.k8s.workload.PodSpec;
import dev.avow.policy.document.Field;
import dev.avow.policy.finding.Location;
import java.io.Serializable;
import java.util.List;
import java.util.function.BiConsumer;

/**
 * A workload whose pods mount a claim.
 *
 * @param residence its namespace
 * @param kind its kind
 * @param workload its name
 * @param claim the claim's name
 * @param graph the graph in which the name means the same, where it is an expression; empty
 *     otherwise
 * @param missing what would have to be known to know the claim; empty if nothing
 * @param pods how many pods mount it at once, no autoscaler being there
 * @param readOnly whether they only read
 * @param turnover why a second pod is there for a while; empty if none ever is
 * @param turnoverMissing what would have to be known to tell; empty if nothing
 * @param turnoverAt where that is said, or would be
 */
public record ClaimConsumer(
    Residence residence,
    String kind,
    String workload,
    String claim,
    String graph,
    String missing,
    PodCount pods,
    boolean readOnly,
    String turnover,
    String turnoverMissing,
    Location turnoverAt)
    implements Serializable {

  /** Gives {@code into} every claim that {@code pod}, which {@code owner} brings, mounts. */
  public static void of(
      PodSpec pod, PlacedObject owner, BiConsumer<Field, ? super ClaimConsumer> into) {
    for (Field volume : pod.at("volumes").items()) {
      Field source = volume.field("persistentVolumeClaim");
      if (source.isPresent() && !isMadePerPod(volume, owner)) {
        into.accept(source, of(pod, owner, volume, source));
      }
    }
  }

  /** A template of a StatefulSet stands in place of a volume of its name. */
  private static boolean isMadePerPod(Field volume, PlacedObject owner) {
    String name = volume.field("name").text().orElse("");
    return owner.object().id().kind().equals("StatefulSet")
        && owner.object().at("spec.volumeClaimTemplates").items().stream()
            .anyMatch(template -> template.at("metadata.name").is(name).holds());
  }

  private static ClaimConsumer of(PodSpec pod, PlacedObject owner, Field volume, Field source) {
    Field name = source.field("claimName");
    boolean inGraph = !owner.graph().isEmpty();
    boolean open = name.text().isEmpty() || (name.isUnresolved() && !inGraph);
    Turnover turnover = Turnover.of(owner.object());
    return new ClaimConsumer(
        owner.residence(),
        owner.object().id().kind(),
        owner.object().id().name(),
        name.text().orElse(""),
        name.isUnresolved() ? owner.graph() : "",
        open ? "the name at " + name.path() : "",
        PodCount.of(owner),
        source.field("readOnly").isTrue().holds() || isOnlyRead(volume, pod),
        turnover.why(),
        turnover.missing(),
        turnover.at().location());
  }

  /** A raw device cannot be mounted read-only, and a volume that nobody mounts is attached. */
  private static boolean isOnlyRead(Field volume, PodSpec pod) {
    String name = volume.field("name").text().orElse("");
    List<Field> mounts = uses(pod, "volumeMounts", name);
    return !mounts.isEmpty()
        && uses(pod, "volumeDevices", name).isEmpty()
        && mounts.stream().allMatch(mount -> mount.field("readOnly").isTrue().holds());
  }

  private static List<Field> uses(PodSpec pod, String list, String volume) {
    return pod.containers().stream()
        .map(Container::place)
        .flatMap(container -> container.field(list).items().stream())
        .filter(mount -> mount.field("name").is(volume).holds())
        .toList();
  }

  /** Returns how many pods may come to mount the claim at once, given what scales workloads. */
  public PodCount pods(List<ClaimScaler> scalers) {
    return scalers.stream()
        .filter(scaler -> scaler.scales(this))
        .map(ClaimScaler::count)
        .findFirst()
        .orElse(pods);
  }

  /** Returns the namespace and the name of the claim, as findings call it. */
  public String claimInWords() {
    return residence instanceof Residence.In in ? in.namespace() + "/" + claim : claim;
  }
}
