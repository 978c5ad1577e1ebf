package dev.avow.k8s.rule;

import static dev.avow.policy.finding.Severity.LOW;

import dev.avow.policy.finding.Parameter;
import dev.avow.policy.finding.Parameter.Stricter;
import dev.avow.policy.rule.Conflict;
import dev.avow.policy.rule.Declaration;
import java.util.List;

/**
 * Rules about how much containers ask for and may use: how the two compare, and between which
 * amounts they are.
 */
public final class DemandRules {

  private static final String RESOURCES =
      "https://kubernetes.io/docs/concepts/configuration/manage-resources-containers/";
  private static final String QUALITY =
      "https://kubernetes.io/docs/concepts/workloads/pods/pod-qos/";
  private static final String LIMIT_RANGE =
      "https://kubernetes.io/docs/concepts/policy/limit-range/";

  /** Whether requests of processor time are compared. */
  public static final Parameter<Boolean> OF_CPU =
      Parameter.flag("cpu", true, "whether cpu is compared").stricterIf(Stricter.TRUE);

  /** Whether requests of memory are compared. */
  public static final Parameter<Boolean> OF_MEMORY =
      Parameter.flag("memory", true, "whether memory is compared").stricterIf(Stricter.TRUE);

  /** Whether requests of room on the node's disk are compared. */
  public static final Parameter<Boolean> OF_STORAGE =
      Parameter.flag("ephemeral-storage", false, "whether ephemeral-storage is compared")
          .stricterIf(Stricter.TRUE);

  private static final PerResource<Parameter<Boolean>> COMPARED =
      new PerResource<>(OF_CPU, OF_MEMORY, OF_STORAGE);

  static final PerResource<Parameter<Threshold>> MINIMA =
      thresholds("minimum", Stricter.HIGHER, "the least");
  static final PerResource<Parameter<Threshold>> MAXIMA =
      thresholds("maximum", Stricter.LOWER, "the greatest");

  /** How many times its request a limit may be at most. */
  static final PerResource<Parameter<Threshold>> RATIOS = PerResource.of(DemandRules::ratio);

  private static final List<Metered> EVERYTHING = List.of(Metered.values());

  static final Facts<Demand> DEMANDS =
      Facts.observed(
          "demands",
          Demand.class,
          Targets.CONTAINER,
          (container, observer) ->
              Demand.of(container)
                  .forEach(
                      demand -> observer.observe(container.place().field("resources"), demand)));

  static final Facts<DefaultAmounts> DEFAULT_AMOUNTS =
      Facts.named("default-amounts", DefaultAmounts.class, Targets.RESOURCE, DefaultAmounts::in);

  /** No container may use more than it asks for. */
  public static final GroupRule REQUESTS_EQUAL_LIMITS =
      named("requests-equal-limits")
          .because(
              "What a container uses above its request is lent: when the node runs short, it is the"
                  + " first to be killed or slowed down.")
          .advise("Set requests and limits to the same amounts.")
          .see(QUALITY)
          .see(RESOURCES)
          .alias("memory-requests-equal-limits")
          .alias("container-resource-requests-equal-limits")
          .alias("container-cpu-requests-equal-limits")
          .alias("container-memory-requests-equal-limits")
          .alias("container-ephemeral-storage-request-equals-limit")
          .with(OF_CPU)
          .with(OF_MEMORY)
          .with(OF_STORAGE)
          .perNamespace(DEMANDS, DEFAULT_AMOUNTS)
          .finds(
              (group, report) ->
                  Demands.judge(
                      group,
                      report,
                      PerResource.chosen(report.settings(), COMPARED),
                      DemandComparisons::equal));

  /** No container may use many times what it asks for. */
  public static final GroupRule LIMITS_ARE_NEAR_REQUESTS =
      named("limits-are-near-requests")
          .because(
              "Where many containers may use many times what they asked for, the node is promised"
                  + " to all of them at once.")
          .advise("Raise the request or lower the limit.")
          .see(RESOURCES)
          .alias("enforce-resources-as-ratio")
          .alias("K8sContainerRatios")
          .with(RATIOS.cpu())
          .with(RATIOS.memory())
          .with(RATIOS.storage())
          .perNamespace(DEMANDS, DEFAULT_AMOUNTS)
          .finds(
              (group, report) -> Demands.judge(group, report, EVERYTHING, DemandComparisons::near));

  /** Every limit is between the amounts that the policy names. */
  public static final GroupRule LIMITS_ARE_IN_RANGE =
      ranges("limits-are-in-range")
          .because(
              "A limit that is far too high is none, and one that is far too low kills what it is"
                  + " to bound.")
          .advise("Set the limit to an amount in the range.")
          .see(RESOURCES)
          .see(LIMIT_RANGE)
          .alias("resourceRange")
          .alias("limits")
          .alias("K8sContainerLimits")
          .alias("K8sContainerEphemeralStorageLimit")
          .perNamespace(DEMANDS, DEFAULT_AMOUNTS)
          .finds(
              (group, report) ->
                  Demands.judge(group, report, EVERYTHING, DemandComparisons::limitInRange));

  /** Every request is between the amounts that the policy names. */
  public static final GroupRule REQUESTS_ARE_IN_RANGE =
      ranges("requests-are-in-range")
          .because(
              "A request that is far too high keeps a node empty, and one that is far too low"
                  + " brings the container to where there is no room.")
          .advise("Set the request to an amount in the range.")
          .see(RESOURCES)
          .see(LIMIT_RANGE)
          .alias("K8sContainerRequests")
          .perNamespace(DEMANDS, DEFAULT_AMOUNTS)
          .finds(
              (group, report) ->
                  Demands.judge(group, report, EVERYTHING, DemandComparisons::requestInRange));

  private DemandRules() {}

  /** Returns all of them. */
  static List<Declaration> all() {
    return List.of(
        REQUESTS_EQUAL_LIMITS,
        LIMITS_ARE_NEAR_REQUESTS,
        LIMITS_ARE_IN_RANGE,
        REQUESTS_ARE_IN_RANGE);
  }

  private static PerResource<Parameter<Threshold>> thresholds(
      String end, Stricter stricter, String meaning) {
    return PerResource.of(
        resource ->
            Threshold.parameter(
                end + "-" + resource.written(),
                Threshold.NONE,
                stricter,
                meaning + " amount of " + resource.written()));
  }

  private static Parameter<Threshold> ratio(Metered resource) {
    Threshold standard = resource == Metered.CPU ? Threshold.parse("10") : Threshold.parse("2");
    return Threshold.parameter(
        resource.written() + "-ratio",
        resource == Metered.EPHEMERAL_STORAGE ? Threshold.NONE : standard,
        Stricter.LOWER,
        "how many times its request a limit of " + resource.written() + " may be");
  }

  private static GroupRule.Named named(String id) {
    return GroupRule.named(id)
        .severity(LOW)
        .with(ResourceRules.WRITTEN_OUT)
        .with(ResourceRules.INIT_CONTAINERS)
        .onlyByName();
  }

  private static GroupRule.Named ranges(String id) {
    GroupRule.Named rule = named(id);
    for (Metered resource : EVERYTHING) {
      Parameter<Threshold> least = MINIMA.of(resource);
      Parameter<Threshold> most = MAXIMA.of(resource);
      rule.with(least).with(most);
      rule.refuse(
          Conflict.within(
              settings -> settings.get(least).exceeds(settings.get(most)),
              "%s must not be above %s".formatted(least.name(), most.name())));
    }
    return rule;
  }
}
