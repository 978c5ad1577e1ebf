package dev.avow.k8s.storage;

import dev.avow.k8s.manifest.Resource;
import dev.avow.k8s.network.PlacedObject;
import dev.avow.policy.document.Field;
import java.io.Serializable;
import java.util.OptionalLong;

/**
 * How many pods of a workload there may be at once.
 *
 * @param least how many there are for certain
 * @param most how many there may be
 * @param why what says so, as a predicate: {@code runs 3 pods}
 * @param missing what would have to be known to tell; empty if nothing
 */
public record PodCount(long least, long most, String why, String missing) implements Serializable {

  private static final long MANY = Integer.MAX_VALUE;

  private static final String MAX_SCALE = "autoscaling.knative.dev/max-scale";

  /** Returns how many pods {@code owner} brings, no autoscaler being there. */
  public static PodCount of(PlacedObject owner) {
    PodCount written = of(owner.object());
    return owner.comesToBe().holds()
        ? written
        : new PodCount(0, written.most, written.why, owner.comesToBe().missing());
  }

  private static PodCount of(Resource workload) {
    return switch (workload.id().kind()) {
      case "Pod" -> exactly(1);
      case "DaemonSet" -> many("runs a pod on every node");
      case "Job" -> job(workload.at("spec"));
      case "CronJob" -> job(workload.at("spec.jobTemplate.spec"));
      case "Service", "Configuration", "Revision" -> knative(workload);
      case "PodTemplate" -> exactly(0);
      default -> at(workload.at("spec.replicas"), "runs");
    };
  }

  /** Returns the count that is written at {@code field}: one where none is. */
  static PodCount at(Field field, String verb) {
    OptionalLong written = field.integer();
    if (written.isPresent()) {
      long number = Math.max(0, written.getAsLong());
      return new PodCount(number, number, verb + " " + pods(number), "");
    }
    return field.isPresent()
        ? new PodCount(0, MANY, verb + " pods", "a number at " + field.path())
        : exactly(1);
  }

  private static String pods(long number) {
    return number == 1 ? "1 pod" : number + " pods";
  }

  private static PodCount exactly(long number) {
    return new PodCount(number, number, "runs " + pods(number), "");
  }

  private static PodCount many(String why) {
    return new PodCount(2, MANY, why, "");
  }

  /** No more pods run at once than there is work for. */
  private static PodCount job(Field spec) {
    PodCount parallel = at(spec.field("parallelism"), "runs");
    Field completions = spec.field("completions");
    long enough = completions.integer().orElse(MANY);
    return parallel.least > enough ? at(completions, "runs") : parallel;
  }

  /** Without a limit, as many as there are requests for. */
  private static PodCount knative(Resource workload) {
    Field template =
        workload.id().kind().equals("Revision") ? workload.place() : workload.at("spec.template");
    Field limit = template.field("metadata").field("annotations").field(MAX_SCALE);
    return limit.text().filter("1"::equals).isPresent()
        ? exactly(1)
        : many("runs as many pods as there are requests for");
  }
}
