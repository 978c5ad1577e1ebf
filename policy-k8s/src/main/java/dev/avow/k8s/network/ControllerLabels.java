package dev.avow.k8s.network;

import dev.avow.k8s.manifest.ResourceId;
import dev.avow.policy.document.Field;
import java.util.List;
import java.util.Map;

/** The labels that pods get from the controller that creates them, which no manifest shows. */
final class ControllerLabels {

  private static final List<String> JOB_NAMES = List.of("batch.kubernetes.io/job-name", "job-name");

  /** By group and kind; the values are known while it runs only. */
  private static final Map<String, List<String>> BY_KIND =
      Map.of(
          "apps/Deployment", List.of("pod-template-hash"),
          "extensions/Deployment", List.of("pod-template-hash"),
          "argoproj.io/Rollout", List.of("rollouts-pod-template-hash"),
          "apps/DaemonSet", List.of("controller-revision-hash", "pod-template-generation"),
          "extensions/DaemonSet", List.of("controller-revision-hash", "pod-template-generation"),
          "apps/StatefulSet",
              List.of(
                  "apps.kubernetes.io/pod-index",
                  "controller-revision-hash",
                  "statefulset.kubernetes.io/pod-name"),
          "batch/Job", List.of("batch.kubernetes.io/controller-uid", "controller-uid"),
          "batch/CronJob",
              List.of(
                  "batch.kubernetes.io/controller-uid",
                  "batch.kubernetes.io/job-name",
                  "controller-uid",
                  "job-name"));

  private ControllerLabels() {}

  /** Returns {@code labels} with those that pods of the object called {@code owner} get. */
  static Labels addTo(Labels labels, ResourceId owner) {
    String kind = owner.group() + "/" + owner.kind();
    Labels all = labels;
    for (String label : BY_KIND.getOrDefault(kind, List.of())) {
      all = all.withUnresolved(label);
    }
    if (kind.equals("batch/Job")) {
      for (String label : JOB_NAMES) {
        all = isKnown(owner.name()) ? all.with(label, owner.name()) : all.withUnresolved(label);
      }
    }
    return all;
  }

  /** A name that is generated, or comes of an expression, is known while it runs only. */
  private static boolean isKnown(String name) {
    return !name.isEmpty() && !name.endsWith("*") && !Field.isExpression(name);
  }
}
