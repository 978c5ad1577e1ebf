package dev.avow.k8s.rule;

import static dev.avow.policy.finding.Severity.LOW;
import static dev.avow.policy.hardening.Profile.PRODUCTION;

import dev.avow.k8s.network.PlacedObject;
import dev.avow.k8s.workload.Container;
import dev.avow.k8s.workload.Workload;
import dev.avow.policy.finding.Parameter;
import dev.avow.policy.finding.Parameter.Stricter;
import dev.avow.policy.rule.Declaration;
import dev.avow.policy.rule.Rule;
import dev.avow.policy.rule.Settings;
import java.util.List;
import java.util.stream.Stream;

/** Rules about how the kubelet sees that a container works. */
public final class HealthRules {

  private static final String PROBES =
      "https://kubernetes.io/docs/concepts/configuration/liveness-readiness-startup-probes/";
  private static final String CONFIGURE =
      "https://kubernetes.io/docs/tasks/configure-pod-container/"
          + "configure-liveness-readiness-startup-probes/";

  /** Whether a container must have a liveness probe. */
  public static final Parameter<Boolean> LIVENESS =
      Parameter.flag("liveness", true, "whether a container must have a liveness probe");

  /** Whether a container must have a readiness probe. */
  public static final Parameter<Boolean> READINESS =
      Parameter.flag("readiness", true, "whether a container must have a readiness probe");

  /** Whether a container must have a startup probe. */
  public static final Parameter<Boolean> STARTUP =
      Parameter.flag("startup", false, "whether a container must have a startup probe");

  /** The types of probes that count. */
  public static final Parameter<List<String>> TYPES =
      Parameter.texts(
              "types",
              List.of("exec", "grpc", "httpGet", "tcpSocket"),
              "the types of probes that count")
          .stricterIf(Stricter.FEWER);

  /** Whether one of the probes that a container must have is enough. */
  public static final Parameter<Boolean> ONE_KIND_IS_ENOUGH =
      Parameter.flag("one-kind-is-enough", false, "whether one of these probes is enough")
          .stricterIf(Stricter.FALSE);

  /** Whether it is enough that one container of the pod has the probes. */
  public static final Parameter<Boolean> ONE_CONTAINER_IS_ENOUGH =
      Parameter.flag(
              "one-container-is-enough",
              false,
              "whether one container of the pod with them is enough")
          .stricterIf(Stricter.FALSE);

  /**
   * Whether only pods are looked at that a Service among the manifests selects. Others are watched
   * for the sake of updates: a Deployment goes on when its new pods are ready.
   */
  public static final Parameter<Boolean> ONLY_BEHIND_SERVICES =
      Parameter.flag(
              "only-behind-services",
              false,
              "whether only pods that a Service among the manifests selects are looked at")
          .stricterIf(Stricter.FALSE);

  static final Facts<PodHealth> PODS =
      Facts.observed("pod-health", PodHealth.class, Targets.WORKLOAD, HealthRules::observe);

  static final Facts<ServiceTarget> SERVICES =
      Facts.observed(
          "service-targets",
          ServiceTarget.class,
          Targets.RESOURCE,
          (resource, observer) ->
              PlacedObject.in(resource)
                  .forEach(
                      placed ->
                          ServiceTarget.of(placed)
                              .ifPresent(
                                  target ->
                                      observer.observe(
                                          placed.subject(), placed.object().place(), target))));

  /**
   * Every container that is meant to run on is watched by the kubelet.
   *
   * <p>Jobs and pods that end by themselves, init containers and ephemeral ones are not.
   */
  public static final GroupRule PROBES_ARE_SET =
      GroupRule.named("probes-are-set")
          .severity(LOW)
          .because(
              "A program that hangs is started again, and one that is not ready is spared, only"
                  + " where the kubelet is told how to see it.")
          .advise("Set a livenessProbe and a readinessProbe for the container.")
          .see(PROBES)
          .see(CONFIGURE)
          .alias("require-probes")
          .alias("no-liveness-probe")
          .alias("no-readiness-probe")
          .alias("pod-probes")
          .alias("livenessProbeMissing")
          .alias("readinessProbeMissing")
          .alias("CKV_K8S_8")
          .alias("CKV_K8S_9")
          .alias("C-0018")
          .alias("C-0056")
          .alias("K8sRequiredProbes")
          .with(LIVENESS)
          .with(READINESS)
          .with(STARTUP)
          .with(TYPES)
          .with(ONE_KIND_IS_ENOUGH)
          .with(ONE_CONTAINER_IS_ENOUGH)
          .with(ONLY_BEHIND_SERVICES)
          .from(PRODUCTION)
          .overEverything(PODS, SERVICES)
          .finds(MissingProbes::judge);

  /** No container is started again for the same reason for which it is only spared. */
  public static final Rule<Container> PROBES_ARE_DIFFERENT =
      Rule.named("probes-are-different")
          .severity(LOW)
          .because(
              "What is too busy to serve for a while is killed when both probes ask the same, and"
                  + " its load then falls on the others.")
          .advise(
              "Let the liveness probe ask whether the program runs at all, or fail after more"
                  + " attempts than the readiness probe.")
          .see(PROBES)
          .alias("pod-probes-identical")
          .with(IdenticalProbes.PATIENCE_IS_ENOUGH)
          .onlyByName()
          .forEach(Targets.CONTAINER)
          .finds(IdenticalProbes::judge);

  private HealthRules() {}

  /** Returns all of them. */
  static List<Declaration> all() {
    return List.of(PROBES_ARE_SET, PROBES_ARE_DIFFERENT);
  }

  /** Returns the kinds of probes that a container must have. */
  static List<Probe.Kind> kinds(Settings settings) {
    return Stream.of(Probe.Kind.values()).filter(kind -> isNeeded(kind, settings)).toList();
  }

  private static boolean isNeeded(Probe.Kind kind, Settings settings) {
    return switch (kind) {
      case LIVENESS -> settings.get(LIVENESS);
      case READINESS -> settings.get(READINESS);
      case STARTUP -> settings.get(STARTUP);
    };
  }

  /** The pods in a graph are looked at with the object that brings them, for its namespace. */
  private static void observe(Workload workload, Facts.Observer<PodHealth> observer) {
    PlacedPod.in(workload)
        .forEach(
            pod ->
                observer.observe(
                    pod.owner().subject(),
                    pod.spec().place(),
                    PodHealth.of(pod.spec(), pod.owner())));
  }
}
