package dev.avow.k8s.rule;

import dev.avow.k8s.network.Match;
import dev.avow.k8s.network.PodIdentity;
import dev.avow.k8s.rule.PodHealth.Watched;
import dev.avow.policy.rule.Settings;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Finds the containers that nobody watches. */
final class MissingProbes {

  private final List<ServiceTarget> services;
  private final List<Probe.Kind> kinds;
  private final Settings settings;
  private final GroupReporter report;

  private MissingProbes(Group group, GroupReporter report) {
    this.services = group.all(HealthRules.SERVICES).stream().map(Observed::value).toList();
    this.settings = report.settings();
    this.kinds = HealthRules.kinds(settings);
    this.report = report;
  }

  static void judge(Group group, GroupReporter report) {
    MissingProbes probes = new MissingProbes(group, report);
    group.all(HealthRules.PODS).forEach(pod -> probes.judge(pod.value()));
  }

  private void judge(PodHealth pod) {
    Match concerned = isConcerned(pod);
    boolean anyWatched =
        settings.get(HealthRules.ONE_CONTAINER_IS_ENOUGH)
            && pod.containers().stream().anyMatch(each -> each.staysOn() && isWatched(each));
    for (Watched container : pod.containers()) {
      if (concerned.fails() || !container.staysOn()) {
        report.notApplicable(container.subject());
      } else if (anyWatched) {
        report.pass(container.subject());
      } else {
        judge(container, concerned);
      }
    }
  }

  private Match isConcerned(PodHealth pod) {
    if (pod.endsByItself() || kinds.isEmpty()) {
      return Match.of(false);
    }
    return settings.get(HealthRules.ONLY_BEHIND_SERVICES)
        ? isBehindService(pod.identity())
        : Match.of(true);
  }

  private Match isBehindService(PodIdentity pod) {
    Match behind = Match.of(false);
    for (ServiceTarget service : services) {
      Match here = service.holds(pod);
      if (here.holds()) {
        return here;
      }
      behind = here.isUnknown() ? here : behind;
    }
    return behind;
  }

  private boolean isWatched(Watched container) {
    List<Probe> lacking = lacking(container);
    return lacking.isEmpty() || (isOneEnough() && lacking.size() < kinds.size());
  }

  private void judge(Watched container, Match concerned) {
    List<Probe> lacking = lacking(container);
    String unknown = joined(lacking.stream().map(Probe::missing).toList());
    boolean mayBeWatched =
        isOneEnough() ? !unknown.isEmpty() : lacking.stream().noneMatch(MissingProbes::isKnown);
    if (isWatched(container)) {
      report.pass(container.subject());
    } else if (mayBeWatched) {
      report.missing(container.subject(), container.at(), unknown);
    } else if (concerned.isUnknown()) {
      report.missing(container.subject(), container.at(), concerned.missing());
    } else {
      List<String> found = lacking.stream().map(Probe::found).toList();
      report.fail(container.subject(), container.at(), "is not watched: " + joined(found));
    }
  }

  private List<Probe> lacking(Watched container) {
    List<String> types = settings.get(HealthRules.TYPES);
    List<Probe> lacking = new ArrayList<>();
    for (Probe probe : container.probes()) {
      if (kinds.contains(probe.kind()) && !types.contains(probe.action())) {
        lacking.add(probe);
      }
    }
    return lacking;
  }

  private boolean isOneEnough() {
    return settings.get(HealthRules.ONE_KIND_IS_ENOUGH);
  }

  private static boolean isKnown(Probe probe) {
    return probe.missing().isEmpty();
  }

  private static String joined(List<String> parts) {
    return parts.stream().filter(part -> !part.isEmpty()).collect(Collectors.joining(", "));
  }
}
