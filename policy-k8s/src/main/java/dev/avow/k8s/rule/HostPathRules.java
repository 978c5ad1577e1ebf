package dev.avow.k8s.rule;

import static dev.avow.policy.finding.Severity.CRITICAL;
import static dev.avow.policy.finding.Severity.HIGH;
import static dev.avow.policy.hardening.Profile.BASELINE;

import dev.avow.k8s.workload.PodSpec;
import dev.avow.policy.document.Field;
import dev.avow.policy.finding.Parameter;
import dev.avow.policy.finding.Parameter.Stricter;
import dev.avow.policy.rule.Declaration;
import dev.avow.policy.rule.Reporter;
import dev.avow.policy.rule.Rule;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Rules about which files of its node a pod mounts, for those who do not forbid them all.
 *
 * <p>Where a profile is chosen and the rule that forbids them all is turned off, these stand in for
 * it.
 */
public final class HostPathRules {

  private static final String VOLUMES =
      "https://kubernetes.io/docs/concepts/storage/volumes/#hostpath";

  private static final Parameter<List<NodePath>> SENSITIVE =
      paths(
          "the paths that no pod may mount",
          "/",
          "/boot",
          "/dev",
          "/etc",
          "/home",
          "/lib",
          "/proc",
          "/root",
          "/sys",
          "/usr",
          "/var/lib/containerd",
          "/var/lib/docker",
          "/var/lib/etcd",
          "/var/lib/kubelet");

  private static final Parameter<List<NodePath>> SOCKETS =
      paths(
          "the sockets that no pod may mount",
          "/run/containerd/containerd.sock",
          "/run/cri-dockerd.sock",
          "/run/crio/crio.sock",
          "/run/docker.sock",
          "/run/k3s/containerd/containerd.sock",
          "/run/podman/podman.sock",
          "/var/run/containerd/containerd.sock",
          "/var/run/cri-dockerd.sock",
          "/var/run/crio/crio.sock",
          "/var/run/docker.sock",
          "/var/run/podman/podman.sock");

  private static final Parameter<Boolean> EXACT =
      Parameter.flag(
              "exact",
              false,
              "whether only these paths count, and neither what is below them nor a folder around"
                  + " them")
          .stricterIf(Stricter.FALSE);

  /** No pod mounts what its node needs for itself, nor a folder that holds it. */
  public static final Rule<PodSpec> NO_SENSITIVE_HOST_PATHS =
      Rule.named("no-sensitive-host-paths")
          .severity(HIGH)
          .because(
              "These folders hold the node's configuration, its kernel and devices, and what"
                  + " belongs to all its other pods.")
          .advise("Mount the one file or folder that is needed, and none of these.")
          .see(VOLUMES)
          .alias("sensitive-host-mounts")
          .alias("mounts")
          .alias("KSV-0121")
          .alias("C-0020")
          .with(SENSITIVE)
          .with(EXACT)
          .inPlaceOf(VolumeRules.NO_HOST_PATH_VOLUMES, BASELINE)
          .forEach(Targets.POD)
          .finds(HostPathRules::sensitive);

  /** No pod reaches the container runtime of its node. */
  public static final Rule<PodSpec> NO_CONTAINER_RUNTIME_SOCKETS =
      Rule.named("no-container-runtime-sockets")
          .severity(CRITICAL)
          .because(
              "Who may talk to the container runtime starts privileged containers on the node: it"
                  + " is root by another name, read-only or not.")
          .advise("Remove the volume; what builds images can do without a runtime of the node.")
          .see(VOLUMES)
          .alias("disallow-cri-sock-mount")
          .alias("docker-socket-requires-label")
          .alias("docker-sock")
          .alias("mounts")
          .alias("KSV-0006")
          .alias("CKV_K8S_27")
          .alias("C-0074")
          .alias("KBP101")
          .with(SOCKETS)
          .with(EXACT)
          .inPlaceOf(VolumeRules.NO_HOST_PATH_VOLUMES, BASELINE)
          .forEach(Targets.POD)
          .finds(HostPathRules::sockets);

  private HostPathRules() {}

  /** Returns all of them. */
  static List<Declaration> all() {
    return List.of(NO_SENSITIVE_HOST_PATHS, NO_CONTAINER_RUNTIME_SOCKETS);
  }

  private static Parameter<List<NodePath>> paths(String meaning, String... paths) {
    return Parameter.allParsed(
            "paths",
            NodePath.class,
            NodePath::parse,
            Stream.of(paths).map(NodePath::parse).toList(),
            "a list of paths such as \"/var/lib\"",
            meaning)
        .stricterIf(Stricter.MORE);
  }

  private static void sensitive(PodSpec pod, Reporter report) {
    List<NodePath> paths = report.settings().get(SENSITIVE);
    boolean exact = report.settings().get(EXACT);
    report(
        pod,
        path -> paths.stream().anyMatch(each -> exact ? each.equals(path) : touches(each, path)),
        "mounts files that its node needs: volume {volume}, {field} {found}",
        report);
  }

  /** All is below the root, which therefore counts as itself only. */
  private static boolean touches(NodePath sensitive, NodePath path) {
    return path.holds(sensitive) || (!sensitive.steps().isEmpty() && sensitive.holds(path));
  }

  private static void sockets(PodSpec pod, Reporter report) {
    List<NodePath> sockets = report.settings().get(SOCKETS);
    boolean exact = report.settings().get(EXACT);
    report(
        pod,
        path -> sockets.stream().anyMatch(each -> exact ? each.equals(path) : path.holds(each)),
        "reaches the container runtime of its node: volume {volume}, {field} {found}",
        report);
  }

  private static void report(
      PodSpec pod, Predicate<NodePath> forbidden, String wrong, Reporter report) {
    for (Field volume : HostPaths.volumes(pod, report)) {
      Field path = HostPaths.path(volume);
      if (path.isUnresolved()) {
        report.missing("the value of " + path.path(), path);
      } else if (path.text().map(NodePath::of).filter(forbidden).isPresent()) {
        report.fail(path, HostPaths.message(wrong, volume, path));
      }
    }
  }
}
