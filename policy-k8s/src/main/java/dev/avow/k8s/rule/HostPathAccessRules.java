package dev.avow.k8s.rule;

import static dev.avow.policy.finding.Severity.HIGH;
import static dev.avow.policy.finding.Severity.MEDIUM;

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

/**
 * Rules about how pods may mount those files of their node that a policy allows.
 *
 * <p>Off unless named, as the profiles forbid all of them.
 */
public final class HostPathAccessRules {

  private static final String VOLUMES =
      "https://kubernetes.io/docs/concepts/storage/volumes/#hostpath";

  private static final Parameter<List<AllowedHostPath>> ALLOWED =
      Parameter.allParsed(
              "paths",
              AllowedHostPath.class,
              AllowedHostPath::parse,
              List.of(),
              "a list of paths such as \"/var/log\" or, where they must be read-only,"
                  + " \"/var/log:ro\"",
              "the paths that a pod may mount, with all that is below them; none if empty")
          .stricterIf(Stricter.FEWER);

  /** Every file of the node that a pod mounts is one that the policy allows, as it allows it. */
  public static final Rule<PodSpec> HOST_PATHS_ARE_ALLOWED =
      Rule.named("host-paths-are-allowed")
          .severity(HIGH)
          .because(
              "What pods need of their nodes is little and known; whatever else they mount is a"
                  + " mistake, or an attempt.")
          .advise("Mount an allowed path, read-only where it must be, or allow it in the policy.")
          .see(VOLUMES)
          .alias("K8sPSPHostFilesystem")
          .alias("disallow-host-path")
          .with(ALLOWED)
          .onlyByName()
          .forEach(Targets.POD)
          .finds(HostPathAccessRules::notAllowed);

  /** No container can write to the files of its node. */
  public static final Rule<Container> HOST_PATHS_ARE_MOUNTED_READ_ONLY =
      Rule.named("host-paths-are-mounted-read-only")
          .severity(MEDIUM)
          .because("Who can write to the files of a node can have it run what they like.")
          .advise("Set readOnly to true in the volumeMount.")
          .see(VOLUMES)
          .alias("ensure-readonly-hostpath")
          .alias("writable-host-mount")
          .alias("C-0045")
          .onlyByName()
          .forEach(Targets.CONTAINER)
          .finds(HostPathAccessRules::writable);

  private HostPathAccessRules() {}

  /** Returns all of them. */
  static List<Declaration> all() {
    return List.of(HOST_PATHS_ARE_ALLOWED, HOST_PATHS_ARE_MOUNTED_READ_ONLY);
  }

  private static void notAllowed(PodSpec pod, Reporter report) {
    for (Field volume : HostPaths.volumes(pod, report)) {
      Field path = HostPaths.path(volume);
      if (path.isUnresolved()) {
        report.missing("the value of " + path.path(), path);
        continue;
      }
      List<AllowedHostPath> allowed = allowed(path, report);
      if (allowed.isEmpty()) {
        String wrong =
            "mounts files of its node that are not allowed: volume {volume}, {field} {found}";
        report.fail(path, HostPaths.message(wrong, volume, path));
      } else if (allowed.stream().allMatch(AllowedHostPath::readOnly)) {
        pod.containers().forEach(container -> writable(container, volume, report));
      }
    }
  }

  private static List<AllowedHostPath> allowed(Field path, Reporter report) {
    return path.text()
        .map(NodePath::of)
        .map(
            wanted ->
                report.settings().get(ALLOWED).stream()
                    .filter(each -> each.path().holds(wanted))
                    .toList())
        .orElse(List.of());
  }

  private static void writable(Container container, Reporter report) {
    for (Field volume : HostPaths.volumes(container.pod(), report)) {
      writable(container, volume, report);
    }
  }

  private static void writable(Container container, Field volume, Reporter report) {
    for (Field mount : HostPaths.mounts(container, report)) {
      Check writable = HostPaths.isOf(volume, mount).and(mount.field("readOnly").isTrue().not());
      if (writable.holds()) {
        Field readOnly = mount.field("readOnly");
        String wrong = "may write to files of its node: volume {volume}, {field} {found}";
        report.fail(
            readOnly, HostPaths.message(wrong, volume, readOnly), Fixes.set(readOnly, true));
      } else {
        writable.missing().ifPresent(what -> report.missing(what, writable.at()));
      }
    }
  }
}
