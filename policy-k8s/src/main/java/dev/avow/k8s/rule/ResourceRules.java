package dev.avow.k8s.rule;

import static dev.avow.policy.finding.Severity.MEDIUM;
import static dev.avow.policy.hardening.Profile.BASELINE;
import static dev.avow.policy.hardening.Profile.RESTRICTED;

import dev.avow.k8s.workload.Container;
import dev.avow.k8s.workload.Quantity;
import dev.avow.policy.document.Field;
import dev.avow.policy.finding.Message;
import dev.avow.policy.finding.Parameter;
import dev.avow.policy.rule.Declaration;
import dev.avow.policy.rule.Reporter;
import dev.avow.policy.rule.Rule;
import java.util.List;
import java.util.Optional;

/** Rules about how much of a node containers may use. */
public final class ResourceRules {

  private static final String RESOURCES =
      "https://kubernetes.io/docs/concepts/configuration/manage-resources-containers/";

  /**
   * Whether a container must have a limit on the processor. Such a limit slows a container down
   * even where the node is idle, so that some leave it out on purpose.
   */
  public static final Parameter<Boolean> REQUIRE_CPU_LIMIT =
      Parameter.flag("require-cpu-limit", true, "whether a container must have a cpu limit");

  static final Facts<ContainerResources> CONTAINER_RESOURCES =
      Facts.observed(
          "container-resources",
          ContainerResources.class,
          Targets.CONTAINER,
          (container, observer) -> {
            ContainerResources resources = ContainerResources.of(container);
            observer.observe(resources.place(container), resources);
          });

  static final Facts<ContainerDefaults> CONTAINER_DEFAULTS =
      Facts.named(
          "container-defaults", ContainerDefaults.class, Targets.RESOURCE, ContainerDefaults::in);

  /** Every container says how much processor and memory it needs, and how much it may use. */
  public static final GroupRule REQUESTS_AND_LIMITS_ARE_SET =
      GroupRule.named("requests-and-limits-are-set")
          .severity(MEDIUM)
          .because(
              "A container without limits can take all that its node has from everybody else on"
                  + " it, and without requests it is scheduled where there is no room.")
          .advise(
              "Set resources.requests and resources.limits of cpu and memory, or add a LimitRange"
                  + " with defaults to the namespace.")
          .see(RESOURCES)
          .see("https://kubernetes.io/docs/concepts/policy/limit-range/")
          .alias("require-pod-requests-limits")
          .alias("require-cpu-limits")
          .alias("unset-cpu-requirements")
          .alias("unset-memory-requirements")
          .alias("container-resources")
          .alias("cpuRequestsMissing")
          .alias("cpuLimitsMissing")
          .alias("memoryRequestsMissing")
          .alias("memoryLimitsMissing")
          .alias("KSV-0011")
          .alias("KSV-0015")
          .alias("KSV-0016")
          .alias("KSV-0018")
          .alias("CKV_K8S_10")
          .alias("CKV_K8S_11")
          .alias("CKV_K8S_12")
          .alias("CKV_K8S_13")
          .alias("C-0268")
          .alias("C-0269")
          .alias("C-0270")
          .alias("C-0271")
          .alias("KBP002")
          .alias("KBP003")
          .alias("KBP004")
          .alias("KBP005")
          .with(REQUIRE_CPU_LIMIT)
          .from(RESTRICTED)
          .perNamespace(CONTAINER_RESOURCES, CONTAINER_DEFAULTS)
          .finds((group, report) -> new ResourceBounds(group).reportTo(report));

  /** No container asks for more than it may use. */
  public static final Rule<Container> LIMIT_IS_NOT_BELOW_REQUEST =
      Rule.named("limit-is-not-below-request")
          .severity(MEDIUM)
          .because("The API server refuses such a pod, so nothing of the workload would run.")
          .advise("Raise the limit or lower the request.")
          .see(RESOURCES)
          .from(BASELINE)
          .forEach(Targets.CONTAINER)
          .finds(ResourceRules::compare);

  private ResourceRules() {}

  /** Returns all of them. */
  static List<Declaration> all() {
    return List.of(REQUESTS_AND_LIMITS_ARE_SET, LIMIT_IS_NOT_BELOW_REQUEST);
  }

  private static void compare(Container container, Reporter report) {
    Field limits = container.at("resources.limits");
    for (Field request : container.at("resources.requests").fields()) {
      Field limit = limits.field(request.name());
      if (request.isPresent() && limit.isPresent()) {
        compare(request, limit, report);
      }
    }
  }

  private static void compare(Field request, Field limit, Reporter report) {
    Optional<Quantity> most = Quantity.at(limit);
    Optional<Quantity> least = Quantity.at(request);
    if (most.isEmpty() || least.isEmpty()) {
      Field wrong = most.isEmpty() ? limit : request;
      report.missing("a quantity at " + wrong.path() + ", which " + wrong.found(), wrong);
    } else if (most.get().compareTo(least.get()) < 0) {
      report.fail(limit, tooLow(request, limit));
    }
  }

  private static Message tooLow(Field request, Field limit) {
    return Message.of(
        "would be refused: limits.{resource} {limit} but requests.{resource} {request}",
        mark ->
            switch (mark) {
              case "limit" -> limit.found();
              case "request" -> request.found();
              default -> limit.name();
            });
  }
}
