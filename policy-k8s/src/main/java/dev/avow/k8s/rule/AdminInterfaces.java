package dev.avow.k8s.rule;

import dev.avow.k8s.network.NetworkPod;
import dev.avow.k8s.network.PlacedObject;
import dev.avow.k8s.rule.Exposures.Way;
import dev.avow.k8s.workload.Container;
import dev.avow.k8s.workload.Workload;
import dev.avow.policy.finding.Glob;
import dev.avow.policy.finding.Subject;
import dev.avow.policy.image.ImageReference;
import java.io.Serializable;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Finds the programs of administrators that are open to the outside. */
final class AdminInterfaces {

  /** Programs that run what they are told, or show all there is, to whoever opens the page. */
  static final List<String> IMAGES =
      List.of(
          "**/argocli",
          "**/adminer",
          "**/headlamp",
          "**/jenkins",
          "**/kiali",
          "**/kubernetes-dashboard*",
          "**/mongo-express",
          "**/nifi",
          "**/pgadmin4",
          "**/phpmyadmin",
          "**/portainer*",
          "**/rancher",
          "**/redis-commander",
          "bitnami/argo-cd",
          "**/argocd",
          "kubernetesui/dashboard*",
          "prom/alertmanager",
          "prom/prometheus",
          "prometheus/alertmanager",
          "prometheus/prometheus",
          "weaveworks/scope");

  /**
   * An image that a pod runs.
   *
   * @param repository where it comes from, without the registry
   */
  record Interface(String repository) implements Serializable {}

  private AdminInterfaces() {}

  static void observe(Workload workload, Facts.Observer<Interface> observer) {
    PlacedPod.in(workload).forEach(pod -> observe(pod, observer));
  }

  private static void observe(PlacedPod pod, Facts.Observer<Interface> observer) {
    PlacedObject owner = pod.owner();
    for (Container container : pod.spec().containers()) {
      container
          .at("image")
          .text()
          .flatMap(AdminInterfaces::repository)
          .ifPresent(
              path ->
                  observer.observe(owner.subject(), container.at("image"), new Interface(path)));
    }
  }

  private static Optional<String> repository(String image) {
    try {
      return Optional.of(ImageReference.parse(image).path());
    } catch (IllegalArgumentException malformed) {
      return Optional.empty();
    }
  }

  static void judge(Group group, GroupReporter report) {
    List<Glob> images = report.settings().get(ExposureRules.ADMIN_IMAGES);
    Map<Subject, String> interfaces = new HashMap<>();
    for (Observed<Interface> each : group.all(ExposureRules.ADMIN_INTERFACES)) {
      String repository = each.value().repository();
      if (images.stream().anyMatch(glob -> glob.matches(repository))) {
        interfaces.put(each.subject(), repository);
      }
    }
    Exposures exposures = new Exposures(group);
    for (Observed<NetworkPod> each : group.all(NetworkFacts.PODS)) {
      Subject subject = each.value().subject();
      String repository = interfaces.get(subject);
      if (repository == null) {
        report.notApplicable(subject);
      } else {
        report.pass(subject);
        exposures.to(each.value()).forEach(way -> judge(each.value(), repository, way, report));
      }
    }
  }

  private static void judge(NetworkPod pod, String repository, Way way, GroupReporter report) {
    if (way.route() && !report.settings().get(ExposureRules.ROUTES_COUNT)) {
      return;
    }
    if (way.leads().isUnknown()) {
      report.missing(pod.subject(), way.at(), way.leads().missing());
    } else {
      report
          .fail(
              pod.subject(),
              way.at(),
              "opens %s to the outside: %s, %s".formatted(repository, way.by(), way.how()))
          .via(pod.at(), "where it runs");
    }
  }
}
