package dev.avow.k8s.rule;

import dev.avow.k8s.manifest.ResourceId;
import dev.avow.k8s.network.Match;
import dev.avow.k8s.network.PlacedObject;
import dev.avow.k8s.network.Residence;
import dev.avow.policy.document.Field;
import java.io.Serializable;
import java.util.Optional;

/**
 * A workload, or the one that an autoscaler names.
 *
 * @param residence its namespace
 * @param group its API group
 * @param kind its kind
 * @param name its name as written
 * @param missing what would have to be known to know it; empty if nothing
 */
record ScaleTarget(Residence residence, String group, String kind, String name, String missing)
    implements Serializable {

  /** Returns the workload that {@code placed}, an autoscaler, names. */
  static Optional<ScaleTarget> namedBy(PlacedObject placed) {
    ResourceId id = placed.object().id();
    if (!id.kind().equals("HorizontalPodAutoscaler") || !id.group().equals("autoscaling")) {
      return Optional.empty();
    }
    Field ref = placed.object().place().field("spec").field("scaleTargetRef");
    String version = ref.field("apiVersion").text().orElse("");
    boolean open =
        ref.field("name").isUnresolved()
            || ref.field("kind").isUnresolved()
            || ref.field("apiVersion").isUnresolved();
    return Optional.of(
        new ScaleTarget(
            placed.residence(),
            new ResourceId(version, "", "", "").group(),
            ref.field("kind").text().orElse(""),
            ref.field("name").text().orElse(""),
            open ? "the value of " + ref.field("name").path() : ""));
  }

  /** Returns {@code placed} as a workload; nothing if it is none. */
  static Optional<ScaleTarget> is(PlacedObject placed) {
    ResourceId id = placed.object().id();
    return KindScope.bringsPods(id) && !KindScope.isGraph(id)
        ? Optional.of(
            new ScaleTarget(
                placed.residence(),
                id.group(),
                id.kind(),
                placed.object().place().field("metadata").field("name").text().orElse(""),
                ""))
        : Optional.empty();
  }

  /** Returns whether {@code workload} is the one that is named. */
  Match isServedBy(ScaleTarget workload) {
    boolean same =
        kind.equals(workload.kind)
            && name.equals(workload.name)
            && (group.equals(workload.group) || (isBuiltIn() && workload.isBuiltIn()));
    return same ? residence.reaches(workload.residence) : Match.of(false);
  }

  /** Returns that it is not there, unless it could not be recognised. */
  Match orUnknown() {
    if (!missing.isEmpty()) {
      return Match.unknown(missing);
    }
    return isBuiltIn() || group.equals("argoproj.io")
        ? Match.of(false)
        : Match.unknown("the " + kind + " " + name);
  }

  /** Of Kubernetes' own kinds, old groups are as good as new ones. */
  private boolean isBuiltIn() {
    return group.indexOf('.') < 0;
  }
}
