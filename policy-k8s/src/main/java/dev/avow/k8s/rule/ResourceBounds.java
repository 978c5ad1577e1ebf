package dev.avow.k8s.rule;

import dev.avow.k8s.rule.Bound.State;
import dev.avow.k8s.workload.Container.Sort;
import dev.avow.policy.finding.Location;
import dev.avow.policy.rule.Settings;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Finds the containers of a namespace that nothing bounds. */
final class ResourceBounds {

  private final List<Observed<ContainerResources>> containers;
  private final List<ContainerDefaults> defaults;
  private final RequiredBounds required;
  private final GroupReporter report;

  private ResourceBounds(Group group, GroupReporter report) {
    this.containers = group.all(ResourceRules.CONTAINER_RESOURCES);
    this.defaults =
        group.all(ResourceRules.CONTAINER_DEFAULTS).stream().map(Observed::value).toList();
    this.required = RequiredBounds.by(report.settings());
    this.report = report;
  }

  static void judge(Group group, GroupReporter report) {
    ResourceBounds bounds = new ResourceBounds(group, report);
    bounds.containers.forEach(bounds::judge);
  }

  private void judge(Observed<ContainerResources> container) {
    if (isExempt(container.value().sort(), report.settings())) {
      report.notApplicable(container.subject());
      return;
    }
    List<Bound> limits = limits(container.value());
    List<Bound> requests = requests(container.value());
    List<Bound> all = new ArrayList<>(limits);
    all.addAll(requests);
    String lacking = found(all, State.ABSENT, State.VOID);
    String unknown = found(all, State.UNKNOWN);
    Location place = place(container, limits, requests);
    if (!lacking.isEmpty()) {
      report.fail(container.subject(), place, "is not bounded: " + lacking);
    } else if (!unknown.isEmpty()) {
      report.missing(container.subject(), place, unknown);
    } else {
      report.pass(container.subject());
    }
  }

  private static boolean isExempt(Sort sort, Settings settings) {
    return sort == Sort.EPHEMERAL
        || (sort == Sort.INIT && !settings.get(ResourceRules.INIT_CONTAINERS));
  }

  private static String found(List<Bound> bounds, State... states) {
    return bounds.stream()
        .filter(bound -> List.of(states).contains(bound.state()))
        .map(Bound::found)
        .distinct()
        .collect(Collectors.joining(", "));
  }

  private List<Bound> limits(ContainerResources own) {
    return required.limits().stream()
        .map(
            resource ->
                required.writtenOut()
                    ? own.limits().of(resource)
                    : supplied(own.limit(resource), resource, ContainerDefaults::limit))
        .toList();
  }

  private List<Bound> requests(ContainerResources own) {
    return required.requests().stream()
        .map(
            resource ->
                required.writtenOut()
                    ? own.requests().of(resource)
                    : supplied(own.request(resource), resource, ContainerDefaults::request))
        .toList();
  }

  /**
   * Where several LimitRanges have a say, any of them may supply the value: the API server goes
   * through them in no particular order.
   */
  private Bound supplied(
      Bound own, Metered resource, Function<ContainerDefaults, Bound> fromRange) {
    if (!own.is(State.ABSENT)) {
      return own;
    }
    return defaults.stream()
        .filter(range -> range.resource() == resource)
        .map(fromRange)
        .filter(given -> !given.is(State.ABSENT))
        .reduce(Bound::either)
        .orElse(own);
  }

  /** Returns the place that is as near as all that a finding is about. */
  private static Location place(
      Observed<ContainerResources> container, List<Bound> limits, List<Bound> requests) {
    boolean ofLimits = limits.stream().anyMatch(bound -> !bound.is(State.SET));
    boolean ofRequests = requests.stream().anyMatch(bound -> !bound.is(State.SET));
    if (ofLimits == ofRequests) {
      return container.location();
    }
    Location nearest = ofLimits ? container.value().limitsAt() : container.value().requestsAt();
    return Objects.requireNonNullElse(nearest, container.location());
  }
}
