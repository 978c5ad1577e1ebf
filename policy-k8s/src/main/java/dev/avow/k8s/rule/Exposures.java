package dev.avow.k8s.rule;

import dev.avow.k8s.network.Match;
import dev.avow.k8s.network.NetworkPod;
import dev.avow.policy.finding.Location;
import dev.avow.policy.finding.Subject;
import java.util.ArrayList;
import java.util.List;

/** Follows the ways from outside to pods: by a Service, and by what leads to the Service. */
final class Exposures {

  private final List<Observed<ServiceView>> services;
  private final List<Observed<Backend>> backends;

  Exposures(Group group) {
    this.services = group.all(NetworkFacts.SERVICES);
    this.backends = group.all(NetworkFacts.BACKENDS);
  }

  /**
   * A way from outside.
   *
   * @param by the Service, or what leads to it
   * @param how what opens it
   * @param at where that stands
   * @param route whether an Ingress or a route opens it
   * @param leads whether it does lead there
   */
  record Way(Subject by, String how, Location at, boolean route, Match leads) {}

  /** Returns the ways to {@code pod}, those that may be ways as well. */
  List<Way> to(NetworkPod pod) {
    List<Way> ways = new ArrayList<>();
    for (Observed<ServiceView> each : services) {
      Match leads = each.value().leadsTo(pod);
      if (!leads.fails()) {
        each.value().openings().forEach(opening -> open(each, opening, leads, ways));
        backends.forEach(backend -> led(each, backend, leads, ways));
      }
    }
    return ways;
  }

  private static void open(
      Observed<ServiceView> service, Opening opening, Match leads, List<Way> into) {
    Match open =
        opening.isKnown() ? Match.of(opening.isToTheInternet()) : Match.unknown(opening.found());
    if (!open.fails()) {
      into.add(new Way(service.subject(), opening.found(), opening.at(), false, leads.and(open)));
    }
  }

  private static void led(
      Observed<ServiceView> service, Observed<Backend> backend, Match leads, List<Way> into) {
    Backend to = backend.value();
    Match led = leads.and(service.value().isCalled(to.service(), to.residence()));
    if (!led.fails()) {
      String how = "leads to " + service.subject();
      into.add(new Way(backend.subject(), how, backend.location(), true, led));
    }
  }
}
