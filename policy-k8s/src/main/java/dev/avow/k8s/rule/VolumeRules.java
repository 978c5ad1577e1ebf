package dev.avow.k8s.rule;

import static dev.avow.policy.finding.Severity.HIGH;
import static dev.avow.policy.finding.Severity.MEDIUM;
import static dev.avow.policy.hardening.Profile.BASELINE;
import static dev.avow.policy.hardening.Profile.RESTRICTED;

import dev.avow.k8s.workload.PodSpec;
import dev.avow.policy.document.Field;
import dev.avow.policy.finding.Message;
import dev.avow.policy.finding.Parameter;
import dev.avow.policy.finding.Parameter.Stricter;
import dev.avow.policy.rule.Declaration;
import dev.avow.policy.rule.Reporter;
import dev.avow.policy.rule.Rule;
import java.util.List;

/** Rules about where the volumes of a pod come from. */
public final class VolumeRules {

  private static final String HOST_PATH = "hostPath";

  private static final Parameter<List<String>> TYPES =
      Parameter.texts(
              "types",
              List.of(
                  "configMap",
                  "csi",
                  "downwardAPI",
                  "emptyDir",
                  "ephemeral",
                  "image",
                  "persistentVolumeClaim",
                  "projected",
                  "secret"),
              "the types of volume that a pod may mount; * stands for every one")
          .stricterIf(Stricter.FEWER);

  /** No pod mounts files of its node. */
  public static final Rule<PodSpec> NO_HOST_PATH_VOLUMES =
      Rule.named("no-host-path-volumes")
          .severity(HIGH)
          .because(
              "The files of a node hold the credentials of the node and of all its pods; who can"
                  + " write them owns the node.")
          .advise("Replace the hostPath volume by an emptyDir, or by a claim of local storage.")
          .see(PodSecurity.PAGE)
          .alias("hostPathVolumes")
          .alias("disallow-host-path")
          .alias("hostPathSet")
          .alias("KSV-0023")
          .alias("C-0048")
          .alias("PSS105")
          .alias("K8sPSPHostFilesystem")
          .from(BASELINE)
          .forEach(Targets.POD)
          .finds(VolumeRules::hostPaths);

  /** No pod mounts a volume past the claims that administrators provide for. */
  public static final Rule<PodSpec> VOLUME_TYPES_ARE_RESTRICTED =
      Rule.named("volume-types-are-restricted")
          .severity(MEDIUM)
          .because(
              "A volume that a pod names itself, such as an NFS export, bypasses what"
                  + " administrators decide in persistent volumes.")
          .advise("Mount a PersistentVolumeClaim in its place.")
          .see(PodSecurity.PAGE)
          .alias("restrictedVolumes")
          .alias("restrict-volume-types")
          .alias("KSV-0028")
          .alias("PSS201")
          .alias("K8sPSPVolumeTypes")
          .with(TYPES)
          .from(RESTRICTED)
          .forEach(Targets.POD)
          .finds(VolumeRules::foreignTypes);

  private VolumeRules() {}

  /** Returns all of them. */
  static List<Declaration> all() {
    return List.of(NO_HOST_PATH_VOLUMES, VOLUME_TYPES_ARE_RESTRICTED);
  }

  private static void hostPaths(PodSpec pod, Reporter report) {
    for (Field volume : HostPaths.volumes(pod, report)) {
      String wrong = "mounts files of its node: volume {volume}, {field} {found}";
      report.fail(
          volume.field(HOST_PATH), HostPaths.message(wrong, volume, HostPaths.path(volume)));
    }
  }

  /**
   * A volume without a source becomes an emptyDir. Those with a hostPath are the other rule's where
   * that is on, so that each is told of once.
   */
  private static void foreignTypes(PodSpec pod, Reporter report) {
    List<String> allowed = report.settings().get(TYPES);
    boolean othersTell = NO_HOST_PATH_VOLUMES.isOn(report.settings().profile());
    for (Field volume : PodSecurity.items(pod.place().field("volumes"), report)) {
      PodSecurity.expectMapping(volume, report);
      List<Field> sources = volume.fields().stream().filter(VolumeRules::isSource).toList();
      boolean fits =
          allowed.contains("*")
              || sources.stream().anyMatch(source -> allowed.contains(source.name()));
      for (Field source : fits ? List.<Field>of() : sources) {
        if (!othersTell || !source.name().equals(HOST_PATH)) {
          judge(source, volume, report);
        }
      }
    }
  }

  private static boolean isSource(Field field) {
    return field.isPresent() && !field.name().equals("name");
  }

  private static void judge(Field source, Field volume, Reporter report) {
    if (Field.isExpression(source.name())) {
      report.missing("the name of " + source.path(), source);
    } else if (source.isUnresolved()) {
      report.missing("the value of " + source.path(), source);
    } else {
      String template = "mounts a volume past persistent volumes: volume {name} is of type {type}";
      report.fail(source, mounts(template, volume, source));
    }
  }

  private static Message mounts(String template, Field volume, Field source) {
    String name = volume.field("name").text().orElseGet(volume::label);
    return Message.of(template, mark -> mark.equals("name") ? name : source.name());
  }
}
