package dev.avow.k8s.rule;

import static dev.avow.policy.finding.Severity.LOW;
import static dev.avow.policy.hardening.Profile.PRODUCTION;

import dev.avow.k8s.workload.Container;
import dev.avow.k8s.workload.Container.Sort;
import dev.avow.k8s.workload.PodSpec;
import dev.avow.k8s.workload.Quantity;
import dev.avow.policy.document.Check;
import dev.avow.policy.document.Field;
import dev.avow.policy.finding.Fix;
import dev.avow.policy.finding.Message;
import dev.avow.policy.finding.Parameter;
import dev.avow.policy.finding.Parameter.Stricter;
import dev.avow.policy.rule.Declaration;
import dev.avow.policy.rule.Reporter;
import dev.avow.policy.rule.Rule;
import java.util.List;

/** Rules about the room that pods get on their node. */
public final class EmptyDirRules {

  private static final String EMPTY_DIR = "emptyDir";

  /**
   * Whether a volume is bounded where all containers that mount it are: what they write to it is
   * counted as theirs, as memory where it is kept there.
   */
  public static final Parameter<Boolean> CONTAINER_LIMIT_IS_ENOUGH =
      Parameter.flag(
              "container-limit-is-enough",
              true,
              "whether a limit of every container that mounts the volume bounds it, too")
          .stricterIf(Stricter.FALSE);

  /** No pod can fill its node's disk or memory through a volume. */
  public static final Rule<PodSpec> EMPTY_DIRS_ARE_BOUNDED =
      Rule.named("empty-dirs-are-bounded")
          .title("emptyDir volumes are bounded")
          .severity(LOW)
          .because(
              "A pod that fills the disk of its node has the other pods there evicted, and one that"
                  + " keeps its files in memory takes that from them.")
          .advise(
              "Set emptyDir.sizeLimit, or limits of ephemeral-storage, or of memory where medium is"
                  + " Memory, for every container that mounts the volume.")
          .see("https://kubernetes.io/docs/concepts/storage/volumes/#emptydir")
          .see("https://kubernetes.io/docs/concepts/storage/ephemeral-storage/")
          .alias("require-emptydir-requests-limits")
          .with(CONTAINER_LIMIT_IS_ENOUGH)
          .from(PRODUCTION)
          .forEach(Targets.POD)
          .finds(EmptyDirRules::unbounded);

  private EmptyDirRules() {}

  /** Returns all of them. */
  static List<Declaration> all() {
    return List.of(EMPTY_DIRS_ARE_BOUNDED);
  }

  private static void unbounded(PodSpec pod, Reporter report) {
    boolean limitIsEnough = report.settings().get(CONTAINER_LIMIT_IS_ENOUGH);
    for (Field volume : PodSecurity.items(pod.place().field("volumes"), report)) {
      if (isEmptyDir(volume)) {
        Field size = volume.field(EMPTY_DIR).field("sizeLimit");
        Check bounded = PodSecurity.set(size, EmptyDirRules::isPositive);
        report(volume, size, limitIsEnough ? bounded.or(isLimited(pod, volume)) : bounded, report);
      }
    }
  }

  /** A volume without any source becomes an emptyDir; what is no mapping cannot be one. */
  private static boolean isEmptyDir(Field volume) {
    Field own = volume.field(EMPTY_DIR);
    return own.isPresent()
        || (volume.isMapping()
            && volume.fields().stream()
                .allMatch(field -> field.name().equals("name") || field.isNull()));
  }

  private static Check isLimited(PodSpec pod, Field volume) {
    Field medium = volume.field(EMPTY_DIR).field("medium");
    String written = medium.text().orElse("");
    if (medium.isUnresolved()) {
      return Check.unknown("the value of " + medium.path(), medium);
    }
    if (written.startsWith("HugePages")) {
      return Check.of(true, medium);
    }
    String resource = written.equals("Memory") ? "memory" : "ephemeral-storage";
    return Check.all(
        pod.containers().stream()
            .filter(container -> mounts(container, volume))
            .map(container -> isLimited(container, resource)),
        medium);
  }

  /** Ephemeral containers can have no limits, and are there only while somebody looks. */
  private static boolean mounts(Container container, Field volume) {
    String name = volume.field("name").text().orElse("");
    return container.sort() != Sort.EPHEMERAL
        && container.place().field("volumeMounts").items().stream()
            .anyMatch(mount -> mount.field("name").is(name).holds());
  }

  private static Check isLimited(Container container, String resource) {
    Field own = container.place().field("resources").field("limits").field(resource);
    Field ofPod = container.pod().place().field("resources").field("limits").field(resource);
    return PodSecurity.set(own, EmptyDirRules::isPositive)
        .or(PodSecurity.set(ofPod, EmptyDirRules::isPositive));
  }

  private static boolean isPositive(Field amount) {
    return Quantity.at(amount).filter(Quantity::isPositive).isPresent();
  }

  private static void report(Field volume, Field size, Check bounded, Reporter report) {
    if (bounded.fails()) {
      String name = volume.field("name").text().orElseGet(volume::label);
      Message message =
          Message.of(
              "may fill its node through volume {name}: sizeLimit {found}",
              mark -> mark.equals("name") ? name : size.found());
      report.fail(size, message, Fix.advice("Set " + size.path() + " to what the volume needs"));
    } else {
      bounded.missing().ifPresent(what -> report.missing(what, bounded.at()));
    }
  }
}
