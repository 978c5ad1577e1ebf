package dev.avow.k8s.rule;

import static dev.avow.policy.finding.Severity.MEDIUM;
import static dev.avow.policy.hardening.Profile.BASELINE;
import static dev.avow.policy.hardening.Profile.RESTRICTED;

import dev.avow.policy.document.Field;
import dev.avow.policy.finding.Parameter;
import dev.avow.policy.finding.Parameter.Stricter;
import dev.avow.policy.rule.Declaration;
import java.util.List;

/** Rules about how much of a node containers may use. */
public final class ResourceRules {

  private static final String RESOURCES =
      "https://kubernetes.io/docs/concepts/configuration/manage-resources-containers/";

  /**
   * Whether a container must have a limit on the processor. Such a limit slows a container down
   * even where the node is idle, so that some leave it out on purpose.
   */
  public static final Parameter<Boolean> REQUIRE_CPU_LIMIT =
      Parameter.flag("require-cpu-limit", true, "whether a container must have a cpu limit")
          .stricterIf(Stricter.TRUE);

  /** Whether a container must have a limit on memory. */
  public static final Parameter<Boolean> REQUIRE_MEMORY_LIMIT =
      Parameter.flag("require-memory-limit", true, "whether a container must have a memory limit")
          .stricterIf(Stricter.TRUE);

  /** Whether a container must request processor time. */
  public static final Parameter<Boolean> REQUIRE_CPU_REQUEST =
      Parameter.flag("require-cpu-request", true, "whether a container must have a cpu request")
          .stricterIf(Stricter.TRUE);

  /** Whether a container must request memory. */
  public static final Parameter<Boolean> REQUIRE_MEMORY_REQUEST =
      Parameter.flag(
              "require-memory-request", true, "whether a container must have a memory request")
          .stricterIf(Stricter.TRUE);

  /** Whether a container must have a limit on what it writes to the disk of its node. */
  public static final Parameter<Boolean> REQUIRE_STORAGE_LIMIT =
      Parameter.flag(
              "require-ephemeral-storage-limit",
              false,
              "whether a container must have an ephemeral-storage limit")
          .stricterIf(Stricter.TRUE);

  /** Whether a container must request room on the disk of its node. */
  public static final Parameter<Boolean> REQUIRE_STORAGE_REQUEST =
      Parameter.flag(
              "require-ephemeral-storage-request",
              false,
              "whether a container must have an ephemeral-storage request")
          .stricterIf(Stricter.TRUE);

  /**
   * Whether containers must write all of it themselves. Otherwise a limit stands in for a request,
   * and what the pod as a whole or a LimitRange of its namespace says counts, as in the pod that
   * would be created.
   */
  public static final Parameter<Boolean> WRITTEN_OUT =
      Parameter.flag(
          "written-out",
          false,
          "whether only what containers write themselves counts, and no default");

  /** Whether init containers are looked at, too; sidecars always are. */
  public static final Parameter<Boolean> INIT_CONTAINERS =
      Parameter.flag("init-containers", true, "whether init containers are looked at, too")
          .stricterIf(Stricter.TRUE);

  static final Facts<ContainerResources> CONTAINER_RESOURCES =
      Facts.observed(
          "container-resources",
          ContainerResources.class,
          Targets.CONTAINER,
          (container, observer) -> {
            Field place = container.place().field("resources");
            observer.observe(place, ContainerResources.of(container));
          });

  static final Facts<ContainerDefaults> CONTAINER_DEFAULTS =
      Facts.named(
          "container-defaults", ContainerDefaults.class, Targets.RESOURCE, ContainerDefaults::in);

  static final Facts<Claims> CONTAINER_CLAIMS =
      Facts.observed("container-claims", Claims.class, Targets.CONTAINER, Claims::observe);

  static final Facts<Claims> POD_CLAIMS =
      Facts.observed("pod-claims", Claims.class, Targets.POD, Claims::observe);

  static final Facts<DefaultLimit> DEFAULT_LIMITS =
      Facts.named("default-limits", DefaultLimit.class, Targets.RESOURCE, DefaultLimit::in);

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
          .alias("container-ephemeral-storage-request-and-limit")
          .alias("K8sRequiredResources")
          .with(REQUIRE_CPU_REQUEST)
          .with(REQUIRE_CPU_LIMIT)
          .with(REQUIRE_MEMORY_REQUEST)
          .with(REQUIRE_MEMORY_LIMIT)
          .with(REQUIRE_STORAGE_REQUEST)
          .with(REQUIRE_STORAGE_LIMIT)
          .with(WRITTEN_OUT)
          .with(INIT_CONTAINERS)
          .from(RESTRICTED)
          .perNamespace(CONTAINER_RESOURCES, CONTAINER_DEFAULTS)
          .finds(ResourceBounds::judge);

  /**
   * No container, and no pod as a whole, asks for more than it may use, whether the limit is
   * written or a LimitRange of the namespace fills it in.
   */
  public static final GroupRule LIMIT_IS_NOT_BELOW_REQUEST =
      GroupRule.named("limit-is-not-below-request")
          .severity(MEDIUM)
          .because("The API server refuses such a pod, so nothing of the workload would run.")
          .advise(
              "Raise the limit or lower the request; set a limit where that of a LimitRange is too"
                  + " low.")
          .see(RESOURCES)
          .see("https://kubernetes.io/docs/concepts/policy/limit-range/")
          .from(BASELINE)
          .perNamespace(CONTAINER_CLAIMS, POD_CLAIMS, DEFAULT_LIMITS)
          .finds(ClaimedLimits::judge);

  private ResourceRules() {}

  /** Returns all of them. */
  static List<Declaration> all() {
    return List.of(REQUESTS_AND_LIMITS_ARE_SET, LIMIT_IS_NOT_BELOW_REQUEST);
  }
}
