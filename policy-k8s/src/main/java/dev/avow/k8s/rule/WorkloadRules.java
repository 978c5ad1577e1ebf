package dev.avow.k8s.rule;

import static dev.avow.policy.finding.Severity.LOW;
import static dev.avow.policy.hardening.Profile.MULTI_TENANT;
import static dev.avow.policy.hardening.Profile.PRODUCTION;

import dev.avow.k8s.manifest.Resource;
import dev.avow.k8s.manifest.ResourceId;
import dev.avow.k8s.network.PlacedObject;
import dev.avow.policy.document.Check;
import dev.avow.policy.document.Field;
import dev.avow.policy.finding.Fix;
import dev.avow.policy.finding.NumberRange;
import dev.avow.policy.finding.Parameter;
import dev.avow.policy.finding.Parameter.Stricter;
import dev.avow.policy.rule.Declaration;
import dev.avow.policy.rule.Reporter;
import dev.avow.policy.rule.Rule;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Stream;

/** Rules about how many pods a workload brings, for how long, and who sees to them. */
public final class WorkloadRules {

  /** Where kinds say how many pods there are at once; what is not written counts as one. */
  private static final Map<String, List<String>> COUNTS =
      Map.of(
          "CronJob", List.of("spec.jobTemplate.spec.parallelism"),
          "Deployment", List.of("spec.replicas"),
          "HorizontalPodAutoscaler", List.of("spec.minReplicas", "spec.maxReplicas"),
          "Job", List.of("spec.parallelism"),
          "ReplicaSet", List.of("spec.replicas"),
          "ReplicationController", List.of("spec.replicas"),
          "Rollout", List.of("spec.replicas"),
          "StatefulSet", List.of("spec.replicas"));

  private static final String DEADLINE = "activeDeadlineSeconds";

  private static final Map<String, String> JOBS =
      Map.of("CronJob", "spec.jobTemplate.spec", "Job", "spec");

  /** Hooks of Helm run once, and static pods are the kubelet's. */
  private static final Set<String> LOOKED_AFTER =
      Set.of("helm.sh/hook", "kubernetes.io/config.mirror", "kubernetes.io/config.source");

  /** How many pods may run at once. */
  public static final Parameter<List<NumberRange>> RANGES =
      Parameter.ranges(
              "ranges",
              List.of(NumberRange.of(0, 100)),
              "how many pods there may be, in one of these")
          .stricterIf(Stricter.FEWER);

  /** Every pod is made by something that makes another one when it is lost. */
  public static final Rule<Resource> PODS_HAVE_A_CONTROLLER =
      Rule.named("pods-have-a-controller")
          .severity(LOW)
          .because(
              "Nothing brings a pod back that is made by itself when its node fails or is drained,"
                  + " and nothing replaces it when its image is mended.")
          .advise("Write a Deployment, a StatefulSet or a Job in place of the Pod.")
          .see(
              "https://kubernetes.io/docs/concepts/configuration/overview/"
                  + "#naked-pods-vs-replicasets-deployments-and-jobs")
          .alias("prevent-bare-pods")
          .alias("nakedPod")
          .alias("C-0073")
          .from(PRODUCTION)
          .forEach(Targets.RESOURCE)
          .when(resource -> concerns(Set.of("Pod"), resource))
          .finds((resource, report) -> objects(resource).forEach(pod -> alone(pod, report)));

  /** No workload runs, or scales to, more pods or fewer than are allowed. */
  public static final Rule<Resource> NUMBER_OF_PODS_IS_BOUNDED =
      Rule.named("number-of-pods-is-bounded")
          .severity(LOW)
          .because(
              "A digit too many, or load that somebody makes on purpose, fills the cluster with"
                  + " pods of one workload.")
          .advise("Set replicas, parallelism or maxReplicas to a number in one of the ranges.")
          .see("https://kubernetes.io/docs/concepts/workloads/controllers/deployment/#replicas")
          .see("https://kubernetes.io/docs/tasks/run-application/horizontal-pod-autoscale/")
          .alias("K8sReplicaLimits")
          .alias("K8sHorizontalPodAutoscaler")
          .with(RANGES)
          .from(MULTI_TENANT)
          .forEach(Targets.RESOURCE)
          .when(resource -> concerns(COUNTS.keySet(), resource))
          .finds((resource, report) -> objects(resource).forEach(each -> count(each, report)));

  /** Every job ends, though what it does may not. */
  public static final Rule<Resource> JOBS_HAVE_A_DEADLINE =
      Rule.named("jobs-have-a-deadline")
          .severity(LOW)
          .because("A job that hangs keeps its share of the node for good, and the next one too.")
          .advise("Set spec.activeDeadlineSeconds of the job to more than it will ever need.")
          .see(
              "https://kubernetes.io/docs/concepts/workloads/controllers/job/"
                  + "#job-termination-and-cleanup")
          .from(MULTI_TENANT)
          .forEach(Targets.RESOURCE)
          .when(resource -> concerns(JOBS.keySet(), resource))
          .finds((resource, report) -> objects(resource).forEach(job -> endless(job, report)));

  private WorkloadRules() {}

  /** Returns all of them. */
  static List<Declaration> all() {
    return List.of(PODS_HAVE_A_CONTROLLER, NUMBER_OF_PODS_IS_BOUNDED, JOBS_HAVE_A_DEADLINE);
  }

  /** Returns the resource or, of a graph, what it holds. */
  private static List<Resource> objects(Resource resource) {
    return KindScope.isGraph(resource.id())
        ? PlacedObject.in(resource).stream().map(PlacedObject::object).toList()
        : List.of(resource);
  }

  private static Check concerns(Set<String> kinds, Resource resource) {
    return Check.of(
        objects(resource).stream().anyMatch(each -> isOneOf(kinds, each.id())), resource.place());
  }

  /** Unknown groups have kinds of the same names, of which nothing is known. */
  private static boolean isOneOf(Set<String> kinds, ResourceId id) {
    return kinds.contains(id.kind())
        && (id.group().indexOf('.') < 0 || id.group().equals("argoproj.io"));
  }

  private static void alone(Resource pod, Reporter report) {
    Field metadata = pod.place().field("metadata");
    Field annotations = metadata.field("annotations");
    if (!isOneOf(Set.of("Pod"), pod.id())
        || LOOKED_AFTER.stream().anyMatch(name -> annotations.field(name).isPresent())) {
      return;
    }
    Field owners = metadata.field("ownerReferences");
    List<Field> open = Stream.of(annotations, owners).filter(Field::isUnresolved).toList();
    if (!owners.items().isEmpty()) {
      return;
    }
    if (!open.isEmpty()) {
      report.missing("the value of " + open.get(0).path(), open.get(0));
    } else {
      report.fail(
          pod.at("kind"), "is made by itself, so that nothing brings it back when it is lost");
    }
  }

  private static void count(Resource resource, Reporter report) {
    if (!isOneOf(COUNTS.keySet(), resource.id())) {
      return;
    }
    List<NumberRange> ranges = report.settings().get(RANGES);
    for (String path : COUNTS.getOrDefault(resource.id().kind(), List.of())) {
      Field count = resource.at(path);
      PodSecurity.report(
          count.decide(isIn(ranges, count)),
          "brings another number of pods than is allowed",
          field -> Fix.advice("Set %s to a number in %s".formatted(field.path(), ranges)),
          report);
    }
  }

  private static boolean isIn(List<NumberRange> ranges, Field count) {
    OptionalLong written = count.isPresent() ? count.integer() : OptionalLong.of(1);
    return written.isPresent()
        && ranges.stream().anyMatch(range -> range.contains(written.getAsLong()));
  }

  /** The deadline of the pod ends it as well. */
  private static void endless(Resource job, Reporter report) {
    if (!isOneOf(JOBS.keySet(), job.id())) {
      return;
    }
    Field spec = job.at(JOBS.getOrDefault(job.id().kind(), "spec"));
    Check ends =
        isMoreThanNothing(spec.at("template.spec").field(DEADLINE))
            .or(isMoreThanNothing(spec.field(DEADLINE)));
    PodSecurity.report(
        ends,
        "runs for as long as it likes",
        field -> Fix.advice("Set " + field.path() + " to more seconds than the job will need"),
        report);
  }

  private static Check isMoreThanNothing(Field seconds) {
    return PodSecurity.set(seconds, written -> written.integer().orElse(0) > 0);
  }
}
