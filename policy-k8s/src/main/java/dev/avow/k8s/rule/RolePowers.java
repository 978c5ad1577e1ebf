package dev.avow.k8s.rule;

import dev.avow.k8s.rbac.AccessModel;
import dev.avow.k8s.rbac.Assignment;
import dev.avow.k8s.rbac.Binding;
import dev.avow.k8s.rbac.Extent;
import dev.avow.k8s.rbac.PolicyRule;
import dev.avow.k8s.rbac.Role;
import dev.avow.k8s.rbac.RoleKey;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Finds the roles that give their holders certain powers.
 *
 * <p>It speaks of each role that was given and, where a binding gives another one, of the binding.
 */
final class RolePowers {

  private final PowerQuestion question;
  private final RoleOptions options;
  private final GroupReporter report;
  private final List<Role> roles;
  private final AccessModel model;
  private final Map<Role, List<Binding>> givenBy = new HashMap<>();

  private RolePowers(
      PowerQuestion question, RoleOptions options, Group group, GroupReporter report) {
    this.question = question;
    this.options = options;
    this.report = report;
    this.roles = AccessFacts.roles(group);
    this.model = AccessFacts.model(group);
  }

  static void judge(
      PowerQuestion question, RoleOptions options, Group group, GroupReporter report) {
    new RolePowers(question, options, group, report).judge();
  }

  private void judge() {
    List<Assignment> concerned =
        model.assignments().stream()
            .filter(assignment -> options.concerns(assignment.binding()))
            .toList();
    for (Assignment assignment : concerned) {
      if (!assignment.binding().subjects().isEmpty()) {
        assignment.roles().forEach(role -> bind(role, assignment.binding()));
      }
    }
    roles.forEach(this::judge);
    Set<RoleKey> given = new HashSet<>();
    roles.forEach(role -> given.add(role.key()));
    concerned.stream()
        .filter(assignment -> !given.contains(assignment.binding().role()))
        .forEach(this::judge);
  }

  private void bind(Role role, Binding binding) {
    givenBy.computeIfAbsent(role, none -> new ArrayList<>()).add(binding);
  }

  private void judge(Role role) {
    List<Binding> bindings = givenBy.getOrDefault(role, List.of());
    boolean wide =
        role.key().isOfCluster()
            && (bindings.isEmpty() || bindings.stream().anyMatch(Binding::isClusterWide));
    boolean isUnused = options.onlyBound() && bindings.isEmpty();
    if (!options.concerns(role) || isUnused || !question.concerns(wide)) {
      report.notApplicable(role.subject());
      return;
    }
    GivenPowers given = powers(role.rules(), wide);
    if (question.passesOver(given)) {
      report.notApplicable(role.subject());
      return;
    }
    String missing = given.missing().isEmpty() ? model.missing(role) : given.missing();
    if (!given.isEmpty()) {
      GroupReporter.Details finding =
          report.fail(role.subject(), given.location(), "lets its holders " + given);
      given.addTo(finding);
      bindings.forEach(binding -> addTo(finding, binding));
    } else if (!missing.isEmpty()) {
      report.missing(role.subject(), role.location(), missing);
    } else {
      report.pass(role.subject());
    }
  }

  /** A binding of a role that is not here, but perhaps in every cluster. */
  private void judge(Assignment assignment) {
    Binding binding = assignment.binding();
    if (!question.concerns(binding.isClusterWide())) {
      return;
    }
    List<PolicyRule> rules =
        assignment.roles().stream()
            .filter(role -> !roles.contains(role))
            .flatMap(role -> role.rules().stream())
            .toList();
    GivenPowers given = powers(rules, binding.isClusterWide());
    if (question.isAboutOthersThan(binding.role()) || question.passesOver(given)) {
      report.notApplicable(binding.subject());
    } else if (!given.isEmpty()) {
      String whom = AccessFacts.names(binding);
      report.fail(
          binding.subject(),
          binding.roleLocation(),
          "gives %s %s, which lets them %s".formatted(whom, binding.role(), given.withoutRules()));
    } else if (!assignment.missing().isEmpty()) {
      report.missing(binding.subject(), binding.roleLocation(), assignment.missing());
    } else {
      report.pass(binding.subject());
    }
  }

  private GivenPowers powers(List<PolicyRule> rules, boolean clusterWide) {
    return GivenPowers.of(
        question.powers(), rules, new Extent(clusterWide, options.namedObjects()));
  }

  private static void addTo(GroupReporter.Details finding, Binding binding) {
    finding.via(
        binding.location(), binding.subject() + " gives it to " + AccessFacts.names(binding));
  }
}
