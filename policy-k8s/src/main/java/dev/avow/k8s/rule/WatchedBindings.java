package dev.avow.k8s.rule;

import dev.avow.k8s.network.Match;
import dev.avow.k8s.rbac.Assignment;
import dev.avow.k8s.rbac.Binding;
import dev.avow.k8s.rbac.BindingSubject;
import dev.avow.k8s.rbac.PolicyRule;
import dev.avow.k8s.rbac.Role;
import dev.avow.policy.finding.Glob;
import java.util.List;
import java.util.stream.Collectors;

/** Finds accounts that have across the cluster what they need in the namespaces that they watch. */
final class WatchedBindings {

  private final GroupReporter report;
  private final List<Glob> accounts;
  private final List<Glob> watched;

  private WatchedBindings(GroupReporter report) {
    List<Glob> stated = report.settings().get(RbacRules.NAMESPACES);
    this.report = report;
    this.accounts = report.settings().get(RbacRules.ACCOUNTS);
    this.watched =
        stated.isEmpty() ? report.settings().profile().watch().namespaces().include() : stated;
  }

  static void judge(Group group, GroupReporter report) {
    WatchedBindings search = new WatchedBindings(report);
    List<Binding> given = AccessFacts.bindings(group);
    AccessFacts.model(group).assignments().stream()
        .filter(assignment -> given.contains(assignment.binding()))
        .forEach(search::judge);
  }

  private void judge(Assignment assignment) {
    Binding binding = assignment.binding();
    List<BindingSubject> concerned = binding.subjects().stream().filter(this::isConcerned).toList();
    boolean watchesNames = !watched.isEmpty() && watched.stream().allMatch(Glob::isLiteral);
    if (!binding.isClusterWide() || binding.builtIn() || concerned.isEmpty() || !watchesNames) {
      report.notApplicable(binding.subject());
      return;
    }
    Match inNamespaces = Match.of(false);
    for (Role role : assignment.roles()) {
      for (PolicyRule rule : role.rules()) {
        Match here = rule.concernsNamespaces();
        if (here.holds()) {
          fail(binding, concerned, role, rule);
          return;
        }
        inNamespaces = here.isUnknown() ? here : inNamespaces;
      }
    }
    String missing = assignment.missing().isEmpty() ? inNamespaces.missing() : assignment.missing();
    if (missing.isEmpty()) {
      report.pass(binding.subject());
    } else {
      report.missing(binding.subject(), binding.roleLocation(), missing);
    }
  }

  private boolean isConcerned(BindingSubject subject) {
    String name = subject.toString();
    return subject.isServiceAccount()
        && accounts.stream().anyMatch(glob -> glob.matches(name.substring(name.indexOf(' ') + 1)));
  }

  private void fail(Binding binding, List<BindingSubject> concerned, Role role, PolicyRule rule) {
    String whom = concerned.stream().map(Object::toString).collect(Collectors.joining(", "));
    String where = watched.stream().map(Glob::pattern).collect(Collectors.joining(", "));
    report
        .fail(
            binding.subject(),
            binding.roleLocation(),
            "gives %s in all namespaces what is needed in %s only".formatted(whom, where))
        .via(rule.location(), AccessFacts.path(rule) + " of " + role.subject());
  }
}
