package dev.avow.k8s.rule;

import dev.avow.k8s.network.LabelSelector;
import dev.avow.k8s.network.Match;
import dev.avow.k8s.network.NetworkPod;
import java.util.List;

/** Finds the ways from outside to pods that are meant for the inside. */
final class InternalServices {

  private final List<LabelSelector> meant;
  private final List<NetworkPod> pods;
  private final List<Observed<ServiceView>> services;
  private final List<Observed<Backend>> backends;
  private final GroupReporter report;

  private InternalServices(Group group, GroupReporter report) {
    this.meant = report.settings().get(ExposureRules.PODS_MEANT);
    this.pods = group.all(NetworkFacts.PODS).stream().map(Observed::value).toList();
    this.services = group.all(NetworkFacts.SERVICES);
    this.backends = group.all(NetworkFacts.BACKENDS);
    this.report = report;
  }

  static void judge(Group group, GroupReporter report) {
    InternalServices internal = new InternalServices(group, report);
    internal.services.forEach(internal::judge);
  }

  private void judge(Observed<ServiceView> service) {
    Match internal = leadsToMeant(service.value());
    if (internal.fails()) {
      report.notApplicable(service.subject());
    } else if (internal.isUnknown()) {
      unknown(service, internal);
    } else {
      report.pass(service.subject());
      service.value().openings().forEach(opening -> open(service, opening));
      backends.forEach(backend -> led(service, backend));
    }
  }

  /** Where nothing is open it does not matter which pods are behind. */
  private void unknown(Observed<ServiceView> service, Match internal) {
    boolean open =
        !service.value().openings().isEmpty()
            || backends.stream().anyMatch(each -> !is(service.value(), each).fails());
    if (open) {
      report.missing(service, internal.missing());
    } else {
      report.pass(service.subject());
    }
  }

  /** A Service that asks for the labels leads to such pods, whether or not there are any yet. */
  private Match leadsToMeant(ServiceView service) {
    Match any = Match.of(false);
    if (!service.selects()) {
      return any;
    }
    for (LabelSelector each : meant) {
      boolean same = service.selector().requirements().containsAll(each.requirements());
      any = any.or(Match.of(same && service.selector().missing().isEmpty()));
      for (NetworkPod pod : pods) {
        any = any.or(each.matches(pod.identity().labels()).and(service.leadsTo(pod)));
      }
    }
    return any;
  }

  private void open(Observed<ServiceView> service, Opening opening) {
    if (opening.isKnown()) {
      report.fail(service.subject(), opening.at(), "opens pods to the outside: " + opening.found());
    } else {
      report.missing(service.subject(), opening.at(), opening.found());
    }
  }

  private void led(Observed<ServiceView> service, Observed<Backend> backend) {
    Match is = is(service.value(), backend);
    if (is.holds()) {
      report.fail(
          service.subject(), backend.location(), "is led to from outside by " + backend.subject());
    } else if (is.isUnknown()) {
      report.missing(service.subject(), backend.location(), is.missing());
    }
  }

  private static Match is(ServiceView service, Observed<Backend> backend) {
    return service.isCalled(backend.value().service(), backend.value().residence());
  }
}
