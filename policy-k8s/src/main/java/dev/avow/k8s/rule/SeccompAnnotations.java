package dev.avow.k8s.rule;

import dev.avow.k8s.workload.Container;
import dev.avow.k8s.workload.PodSpec;
import dev.avow.policy.document.Check;
import dev.avow.policy.document.Field;
import dev.avow.policy.rule.Fixes;
import dev.avow.policy.rule.Reporter;
import java.util.List;
import java.util.Optional;

/** Seccomp profiles as they were written before Kubernetes 1.19: in annotations of the pod. */
final class SeccompAnnotations {

  private static final String OF_POD = "seccomp.security.alpha.kubernetes.io/pod";
  private static final String OF_CONTAINER = "container.seccomp.security.alpha.kubernetes.io/";

  private SeccompAnnotations() {}

  static void judge(PodSpec pod, String wrong, Reporter report) {
    judge(PodSecurity.annotations(pod, report), OF_POD, wrong, report);
  }

  static void judge(Container container, String wrong, Reporter report) {
    String name = OF_CONTAINER + container.at("name").text().orElse("");
    judge(PodSecurity.annotations(container.pod(), report), name, wrong, report);
  }

  private static void judge(Field annotations, String name, String wrong, Reporter report) {
    for (Field annotation : annotations.fields()) {
      Check confined = isConfined(annotation);
      if (annotation.name().equals(name)) {
        PodSecurity.report(confined, wrong, Fixes::remove, report);
      } else if (PodSecurity.mayBe(name, annotation.name()) && !confined.holds()) {
        report.missing("the name of " + annotation.path(), annotation);
      }
    }
  }

  /** An annotation that is there says something: null is as bad as a profile of no name. */
  private static Check isConfined(Field annotation) {
    Optional<String> profile = annotation.text();
    return profile.filter(ConfinementProfile::isLocal).isPresent()
        ? Check.of(true, annotation)
        : PodSecurity.set(
            annotation,
            field ->
                profile.filter(List.of("runtime/default", "docker/default")::contains).isPresent());
  }
}
