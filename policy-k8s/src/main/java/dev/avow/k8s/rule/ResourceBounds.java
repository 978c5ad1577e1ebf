package dev.avow.k8s.rule;

import dev.avow.k8s.rule.Bound.State;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Finds the containers of a namespace that nothing bounds. */
final class ResourceBounds {

  private final List<Observed<ContainerResources>> containers;
  private final List<ContainerDefaults> defaults;

  ResourceBounds(Group group) {
    this.containers = group.all(ResourceRules.CONTAINER_RESOURCES);
    this.defaults =
        group.all(ResourceRules.CONTAINER_DEFAULTS).stream().map(Observed::value).toList();
  }

  void reportTo(GroupReporter report) {
    containers.forEach(container -> judge(container, report));
  }

  private void judge(Observed<ContainerResources> container, GroupReporter report) {
    if (container.value().exempt()) {
      report.notApplicable(container.subject());
      return;
    }
    boolean cpuLimit = report.settings().get(ResourceRules.REQUIRE_CPU_LIMIT);
    List<Bound> bounds = effective(container.value(), cpuLimit).toList();
    String lacking = found(bounds, State.ABSENT, State.VOID);
    String unknown = found(bounds, State.UNKNOWN);
    if (!lacking.isEmpty()) {
      report.fail(container, "is not bounded: " + lacking);
    } else if (!unknown.isEmpty()) {
      report.missing(container, unknown);
    } else {
      report.pass(container.subject());
    }
  }

  private static String found(List<Bound> bounds, State... states) {
    return bounds.stream()
        .filter(bound -> List.of(states).contains(bound.state()))
        .map(Bound::found)
        .distinct()
        .collect(Collectors.joining(", "));
  }

  private Stream<Bound> effective(ContainerResources own, boolean cpuLimit) {
    return Stream.of(
        cpuLimit ? supplied(own.cpuLimit(), ContainerDefaults::cpuLimit) : Bound.SET,
        supplied(own.memoryLimit(), ContainerDefaults::memoryLimit),
        supplied(own.cpuRequest(), ContainerDefaults::cpuRequest),
        supplied(own.memoryRequest(), ContainerDefaults::memoryRequest));
  }

  /** Where several ranges apply, which of them supplies is a matter of luck, but one does. */
  private Bound supplied(Bound own, Function<ContainerDefaults, Bound> fromRange) {
    Bound bound = own;
    for (ContainerDefaults range : defaults) {
      bound = bound.or(fromRange.apply(range));
    }
    return bound;
  }
}
