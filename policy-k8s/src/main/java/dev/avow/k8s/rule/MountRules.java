package dev.avow.k8s.rule;

import static dev.avow.policy.finding.Severity.LOW;
import static dev.avow.policy.finding.Severity.MEDIUM;
import static dev.avow.policy.hardening.Profile.MULTI_TENANT;

import dev.avow.k8s.workload.Container;
import dev.avow.k8s.workload.PodSpec;
import dev.avow.policy.document.Check;
import dev.avow.policy.document.Field;
import dev.avow.policy.finding.Parameter;
import dev.avow.policy.finding.Parameter.Stricter;
import dev.avow.policy.rule.Declaration;
import dev.avow.policy.rule.Fixes;
import dev.avow.policy.rule.Reporter;
import dev.avow.policy.rule.Rule;
import java.util.List;
import java.util.Set;

/** Rules about special ways to mount volumes. */
public final class MountRules {

  private static final String VOLUMES = "https://kubernetes.io/docs/concepts/storage/volumes/";

  private static final Parameter<List<String>> DRIVERS =
      Parameter.texts("drivers", List.of(), "the drivers that may be used; none if empty")
          .stricterIf(Stricter.FEWER);

  private static final Parameter<Boolean> FROM_NODE =
      Parameter.flag(
              "from-node",
              false,
              "whether HostToContainer is allowed, by which mounts of the node appear in the"
                  + " container")
          .stricterIf(Stricter.FALSE);

  /** No mount of a container appears on its node, nor one of the node in it. */
  public static final Rule<Container> NO_MOUNT_PROPAGATION =
      Rule.named("no-mount-propagation")
          .severity(MEDIUM)
          .because(
              "What a container mounts in such a place appears on the node and in other pods, and"
                  + " what the node mounts later appears in the container.")
          .advise("Remove mountPropagation.")
          .see(VOLUMES + "#mount-propagation")
          .alias("KBP115")
          .with(FROM_NODE)
          .from(MULTI_TENANT)
          .forEach(Targets.CONTAINER)
          .finds(MountRules::propagated);

  /** No pod mounts an image as a volume. */
  public static final Rule<PodSpec> NO_IMAGE_VOLUMES =
      Rule.named("no-image-volumes")
          .severity(LOW)
          .because(
              "The files of such an image come in past whatever looks at the images of containers"
                  + " only.")
          .advise("Copy the files into the container's image.")
          .see(VOLUMES + "#image")
          .alias("block-images-with-volumes")
          .onlyByName()
          .forEach(Targets.POD)
          .finds(MountRules::images);

  /** Every FlexVolume is of a driver that the policy allows. */
  public static final Rule<PodSpec> FLEX_VOLUME_DRIVERS_ARE_ALLOWED =
      Rule.named("flex-volume-drivers-are-allowed")
          .severity(MEDIUM)
          .because("The driver of a FlexVolume is a program that runs as root on the node.")
          .advise("Use a CSI driver, or one that the policy allows.")
          .see(VOLUMES + "#deprecated-flexvolume")
          .alias("K8sPSPFlexVolumes")
          .with(DRIVERS)
          .onlyByName()
          .forEach(Targets.POD)
          .finds(MountRules::foreignDrivers);

  private MountRules() {}

  /** Returns all of them. */
  static List<Declaration> all() {
    return List.of(NO_MOUNT_PROPAGATION, NO_IMAGE_VOLUMES, FLEX_VOLUME_DRIVERS_ARE_ALLOWED);
  }

  private static void propagated(Container container, Reporter report) {
    Set<String> allowed =
        report.settings().get(FROM_NODE) ? Set.of("None", "HostToContainer") : Set.of("None");
    for (Field mount : HostPaths.mounts(container, report)) {
      PodSecurity.report(
          PodSecurity.unsetOr(mount.field("mountPropagation"), PodSecurity.isOneOf(allowed)),
          "shares a mount with its node",
          Fixes::remove,
          report);
    }
  }

  private static void images(PodSpec pod, Reporter report) {
    for (Field volume : PodSecurity.items(pod.place().field("volumes"), report)) {
      Check unset = PodSecurity.unsetOr(volume.field("image"), field -> false);
      if (unset.fails()) {
        report.fail(
            unset.at(), HostPaths.message("mounts an image: volume {volume}", volume, volume));
      } else {
        unset.missing().ifPresent(what -> report.missing(what, unset.at()));
      }
    }
  }

  private static void foreignDrivers(PodSpec pod, Reporter report) {
    List<String> drivers = report.settings().get(DRIVERS);
    for (Field volume : PodSecurity.items(pod.place().field("volumes"), report)) {
      Field flex = volume.field("flexVolume");
      Field driver = flex.field("driver");
      Check allowed =
          flex.isMapping()
              ? driver.decide(driver.text().filter(drivers::contains).isPresent())
              : PodSecurity.unsetOr(flex, field -> false);
      if (allowed.fails()) {
        String wrong = "mounts by a driver that is not allowed: volume {volume}, {field} {found}";
        report.fail(allowed.at(), HostPaths.message(wrong, volume, allowed.at()));
      } else {
        allowed.missing().ifPresent(what -> report.missing(what, allowed.at()));
      }
    }
  }
}
