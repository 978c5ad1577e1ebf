package dev.avow.k8s.rule;

import static dev.avow.policy.finding.Severity.LOW;

import dev.avow.k8s.workload.Container;
import dev.avow.policy.document.Check;
import dev.avow.policy.document.Field;
import dev.avow.policy.finding.Parameter;
import dev.avow.policy.finding.Parameter.Stricter;
import dev.avow.policy.rule.Conflict;
import dev.avow.policy.rule.Declaration;
import dev.avow.policy.rule.Fixes;
import dev.avow.policy.rule.Rule;
import java.util.List;

/** Rules about who gives way when a node runs short, on which tastes differ. */
public final class QualityRules {

  private static final String QUALITY =
      "https://kubernetes.io/docs/concepts/workloads/pods/pod-qos/";
  private static final String RESOURCES =
      "https://kubernetes.io/docs/concepts/configuration/manage-resources-containers/";

  /** Whether a pod that asks for something, but may use more, is good enough. */
  public static final Parameter<Boolean> BURSTABLE_IS_ENOUGH =
      Parameter.flag(
              "burstable-is-enough",
              false,
              "whether a pod that asks for something, and may use more, is good enough")
          .stricterIf(Stricter.FALSE);

  static final Facts<PodDemands> POD_DEMANDS =
      Facts.named("pod-demands", PodDemands.class, Targets.POD, pod -> List.of(PodDemands.of(pod)));

  /** Every pod gets what it needs, whatever else runs on its node. */
  public static final GroupRule QUALITY_OF_SERVICE_IS_GUARANTEED =
      GroupRule.named("quality-of-service-is-guaranteed")
          .severity(LOW)
          .because(
              "When a node runs short of memory, pods that may use more than they asked for go.")
          .advise(
              "Set limits of cpu and memory for every container, and requests to the same amounts.")
          .see(QUALITY)
          .alias("require-qos-guaranteed")
          .alias("require-qos-burstable")
          .with(BURSTABLE_IS_ENOUGH)
          .onlyByName()
          .perNamespace(POD_DEMANDS, DemandRules.DEFAULT_AMOUNTS)
          .finds(QualityOfService::judge);

  /**
   * No container is slowed down while its node has nothing else to do.
   *
   * <p>It contradicts all rules that want such a limit: a policy has to choose.
   */
  public static final Rule<Container> NO_CPU_LIMITS =
      Rule.named("no-cpu-limits")
          .severity(LOW)
          .because(
              "A limit on the processor slows a container down even where the node is idle; the"
                  + " requests of all share it out fairly where it is not.")
          .advise("Remove limits.cpu, and set requests.cpu to what the container needs.")
          .see(RESOURCES)
          .alias("forbid-cpu-limits")
          .refuse(
              Conflict.with(
                  "requests-and-limits-are-set",
                  (own, other) -> other.get(ResourceRules.REQUIRE_CPU_LIMIT),
                  "require-cpu-limit of requests-and-limits-are-set must be false where"
                      + " no-cpu-limits is on"))
          .refuse(
              Conflict.with(
                  "quality-of-service-is-guaranteed",
                  (own, other) -> !other.get(BURSTABLE_IS_ENOUGH),
                  "burstable-is-enough of quality-of-service-is-guaranteed must be true where"
                      + " no-cpu-limits is on"))
          .refuse(
              Conflict.with(
                  "requests-equal-limits",
                  (own, other) -> other.get(DemandRules.OF_CPU),
                  "cpu of requests-equal-limits must be false where no-cpu-limits is on"))
          .refuse(
              Conflict.with(
                  "limits-are-near-requests",
                  (own, other) -> !other.get(DemandRules.RATIOS.cpu()).isNone(),
                  "cpu-ratio of limits-are-near-requests must be none where no-cpu-limits is on"))
          .refuse(
              Conflict.with(
                  "limits-are-in-range",
                  (own, other) ->
                      !other.get(DemandRules.MINIMA.cpu()).isNone()
                          || !other.get(DemandRules.MAXIMA.cpu()).isNone(),
                  "minimum-cpu and maximum-cpu of limits-are-in-range must be none where"
                      + " no-cpu-limits is on"))
          .onlyByName()
          .forEach(Targets.CONTAINER)
          .requires(QualityRules::hasNoCpuLimit)
          .otherwise("is slowed down even where its node is idle: {field} {found}")
          .fix(container -> Fixes.remove(cpuLimit(container)))
          .build();

  private QualityRules() {}

  /** Returns all of them. */
  static List<Declaration> all() {
    return List.of(QUALITY_OF_SERVICE_IS_GUARANTEED, NO_CPU_LIMITS);
  }

  private static Check hasNoCpuLimit(Container container) {
    return PodSecurity.unsetOr(cpuLimit(container), limit -> false);
  }

  /** Returns the limit that the container writes or, if it writes none, that of its pod. */
  private static Field cpuLimit(Container container) {
    Field own = container.at("resources.limits.cpu");
    Field ofPod = container.pod().at("resources.limits.cpu");
    return ofPod.isPresent() && !own.isPresent() ? ofPod : own;
  }
}
