package dev.avow.k8s.rule;

import dev.avow.k8s.rbac.Extent;
import dev.avow.k8s.rbac.Held;
import dev.avow.k8s.rbac.PolicyRule;
import dev.avow.k8s.rbac.Power;
import dev.avow.policy.finding.Location;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * What a role gives, and by which of its rules.
 *
 * @param byPower the rules by what they give
 * @param clusterWide whether it is given across the cluster
 * @param missing what would have to be known to know all of it, a noun phrase; empty if nothing
 */
record GivenPowers(Map<Power, List<PolicyRule>> byPower, boolean clusterWide, String missing) {

  /** Who can do everything is told of that alone. */
  static GivenPowers of(Set<Power> powers, List<PolicyRule> rules, Extent extent) {
    Map<Power, List<PolicyRule>> given = new EnumMap<>(Power.class);
    String missing = "";
    for (Power power : powers) {
      Held held = power.in(rules, extent);
      if (held.given().holds()) {
        given.put(power, held.rules());
      } else if (held.given().isUnknown()) {
        missing = held.given().missing();
      }
    }
    if (given.containsKey(Power.EVERYTHING)) {
      given.keySet().retainAll(Set.of(Power.EVERYTHING));
    }
    return new GivenPowers(given, extent.clusterWide(), missing);
  }

  boolean isEmpty() {
    return byPower.isEmpty();
  }

  boolean has(Power power) {
    return byPower.containsKey(power);
  }

  /** Returns whether {@code power} is given, and all the rules that give it are so. */
  boolean all(Power power, Predicate<PolicyRule> so) {
    return has(power) && byPower.getOrDefault(power, List.of()).stream().allMatch(so);
  }

  /** Returns where the first of the rules stands. */
  Location location() {
    return rules().get(0).location();
  }

  /** Adds the others of the rules. */
  void addTo(GroupReporter.Details finding) {
    for (PolicyRule rule : rules().subList(1, rules().size())) {
      String what =
          byPower.entrySet().stream()
              .filter(each -> each.getValue().contains(rule))
              .map(each -> each.getKey().phrase())
              .collect(Collectors.joining(", "));
      finding.via(rule.location(), AccessFacts.path(rule) + " lets them " + what);
    }
  }

  private List<PolicyRule> rules() {
    return byPower.values().stream()
        .flatMap(Collection::stream)
        .distinct()
        .sorted((one, other) -> one.location().compareTo(other.location()))
        .toList();
  }

  /** Returns what it gives and where, without the rules. */
  String withoutRules() {
    List<String> phrases = byPower.keySet().stream().map(Power::phrase).toList();
    return String.join(", ", phrases) + (clusterWide ? " across the cluster" : " in its namespace");
  }

  /** Returns what it gives and where, with the rules: {@code read secrets: rules[0]}. */
  @Override
  public String toString() {
    return withoutRules()
        + ": "
        + rules().stream().map(AccessFacts::path).distinct().collect(Collectors.joining(", "));
  }
}
