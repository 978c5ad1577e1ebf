package dev.avow.k8s.rule;

import dev.avow.k8s.workload.Container;
import dev.avow.k8s.workload.PodSpec;
import dev.avow.policy.document.Check;
import dev.avow.policy.document.Field;
import dev.avow.policy.finding.Message;
import dev.avow.policy.rule.Reporter;
import java.util.ArrayList;
import java.util.List;

/** What of a node's files a pod mounts. */
final class HostPaths {

  private HostPaths() {}

  /** Returns the volumes of {@code pod} that are files of its node; what is open is reported. */
  static List<Field> volumes(PodSpec pod, Reporter report) {
    List<Field> volumes = new ArrayList<>();
    for (Field volume : PodSecurity.items(pod.place().field("volumes"), report)) {
      Check unset = PodSecurity.unsetOr(volume.field("hostPath"), field -> false);
      if (unset.fails()) {
        volumes.add(volume);
      } else {
        unset.missing().ifPresent(what -> report.missing(what, unset.at()));
      }
    }
    return volumes;
  }

  /** Returns the field that says which file {@code volume} is. */
  static Field path(Field volume) {
    return volume.field("hostPath").field("path");
  }

  /** Returns the mounts of {@code container}; what is no list of them is reported. */
  static List<Field> mounts(Container container, Reporter report) {
    return PodSecurity.items(container.place().field("volumeMounts"), report);
  }

  /** Returns a check that {@code mount} is one of {@code volume}. */
  static Check isOf(Field volume, Field mount) {
    Field name = mount.field("name");
    Field of = volume.field("name");
    boolean same = name.text().isPresent() && name.text().equals(of.text());
    return same ? Check.of(true, name) : name.decide(false).or(of.decide(false));
  }

  /** Returns {@code template} with what stands at {@code field} and the volume's name. */
  static Message message(String template, Field volume, Field field) {
    String name = volume.field("name").text().orElseGet(volume::label);
    return Message.of(
        template,
        mark ->
            switch (mark) {
              case "volume" -> name;
              case "field" -> field.label();
              default -> field.found();
            });
  }
}
