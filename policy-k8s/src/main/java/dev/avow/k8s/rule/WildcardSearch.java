package dev.avow.k8s.rule;

import dev.avow.k8s.rbac.AccessModel;
import dev.avow.k8s.rbac.Assignment;
import dev.avow.k8s.rbac.PolicyRule;
import dev.avow.k8s.rbac.Role;
import dev.avow.k8s.rbac.Terms;
import dev.avow.policy.finding.Location;
import dev.avow.policy.finding.Parameter;
import java.util.ArrayList;
import java.util.List;

/** Finds the wildcards in roles. */
final class WildcardSearch {

  private final GroupReporter report;
  private final AccessModel model;

  /**
   * A list with a wildcard.
   *
   * @param where what it is called: {@code verbs of rules[0]}
   */
  private record Wildcard(Location at, String where) {}

  private WildcardSearch(Group group, GroupReporter report) {
    this.report = report;
    this.model = AccessFacts.model(group);
  }

  static void judge(Group group, GroupReporter report) {
    WildcardSearch search = new WildcardSearch(group, report);
    AccessFacts.roles(group).forEach(search::judge);
  }

  /** What a role aggregates is written in others, which are looked at themselves. */
  private void judge(Role role) {
    if (!RoleOptions.concerns(role, report.settings())) {
      report.notApplicable(role.subject());
      return;
    }
    List<Wildcard> found = new ArrayList<>();
    role.rules().forEach(rule -> search(rule, found));
    String missing = missing(role);
    if (!found.isEmpty()) {
      fail(role, found);
    } else if (!missing.isEmpty()) {
      report.missing(role.subject(), role.location(), missing);
    } else {
      report.pass(role.subject());
    }
  }

  private void fail(Role role, List<Wildcard> found) {
    List<String> where = found.stream().map(Wildcard::where).toList();
    GroupReporter.Details finding =
        report.fail(
            role.subject(),
            found.get(0).at(),
            "allows all by a wildcard: " + String.join(", ", where));
    found.stream().skip(1).forEach(each -> finding.via(each.at(), each.where()));
    model.assignments().stream()
        .map(Assignment::binding)
        .filter(binding -> binding.role().equals(role.key()))
        .forEach(
            binding ->
                finding.via(
                    binding.location(),
                    binding.subject() + " gives it to " + AccessFacts.names(binding)));
  }

  private void search(PolicyRule rule, List<Wildcard> into) {
    boolean allUrls = rule.urls().values().contains(Terms.ALL);
    add(RbacRules.GROUPS, "apiGroups", rule.groups(), rule.groups().hasWildcard(), rule, into);
    add(
        RbacRules.RESOURCES,
        "resources",
        rule.resources(),
        rule.resources().hasWildcard(),
        rule,
        into);
    add(RbacRules.URLS, "nonResourceURLs", rule.urls(), allUrls, rule, into);
    add(RbacRules.VERBS, "verbs", rule.verbs(), rule.verbs().hasWildcard(), rule, into);
  }

  private void add(
      Parameter<Boolean> counts,
      String list,
      Terms terms,
      boolean hasWildcard,
      PolicyRule rule,
      List<Wildcard> into) {
    if (hasWildcard && report.settings().get(counts)) {
      into.add(new Wildcard(terms.location(), list + " of " + AccessFacts.path(rule)));
    }
  }

  private String missing(Role role) {
    return role.rules().stream()
        .flatMap(
            rule -> List.of(rule.groups(), rule.resources(), rule.urls(), rule.verbs()).stream())
        .map(Terms::missing)
        .filter(what -> !what.isEmpty())
        .findFirst()
        .orElseGet(() -> model.missing(role));
  }
}
