package dev.avow.k8s.rule;

import dev.avow.k8s.network.Match;
import dev.avow.k8s.rbac.Binding;
import dev.avow.k8s.rbac.BindingSubject;
import dev.avow.policy.finding.Glob;
import java.util.List;
import java.util.function.Function;

/** Finds bindings that give a certain role, or give to certain subjects. */
final class BindingSearch {

  private BindingSearch() {}

  /** Judges the bindings across the cluster, or those in namespaces. */
  static void clusterAdmin(Group group, GroupReporter report, boolean clusterWide) {
    for (Binding binding : AccessFacts.bindings(group)) {
      List<Glob> exempt = report.settings().get(RoleOptions.EXEMPT_BINDINGS);
      boolean concerns = binding.isClusterWide() == clusterWide && !binding.builtIn();
      if (concerns && !matches(exempt, binding.name().text())) {
        clusterAdmin(binding, report);
      } else {
        report.notApplicable(binding.subject());
      }
    }
  }

  private static void clusterAdmin(Binding binding, GroupReporter report) {
    Match isAdmin =
        binding.missing().isEmpty()
            ? binding.role().isClusterRole("cluster-admin")
            : Match.unknown(binding.missing());
    if (isAdmin.isUnknown()) {
      report.missing(binding.subject(), binding.roleLocation(), isAdmin.missing());
    } else if (isAdmin.holds() && !binding.subjects().isEmpty()) {
      String where = binding.isClusterWide() ? "in the cluster" : "in its namespace";
      String whom = AccessFacts.names(binding);
      report.fail(
          binding.subject(),
          binding.roleLocation(),
          "lets %s do everything %s".formatted(whom, where));
    } else {
      report.pass(binding.subject());
    }
  }

  /**
   * Judges all bindings of roles other than {@code allowed}.
   *
   * @param wrong to whom they may not give
   * @param whom who that is, in words
   */
  static void subjects(
      Group group,
      GroupReporter report,
      List<Glob> allowed,
      Function<BindingSubject, Match> wrong,
      String whom) {
    for (Binding binding : AccessFacts.bindings(group)) {
      if (binding.builtIn() || matches(allowed, binding.role().name().text())) {
        report.notApplicable(binding.subject());
      } else {
        judge(binding, report, wrong, whom);
      }
    }
  }

  private static void judge(
      Binding binding, GroupReporter report, Function<BindingSubject, Match> wrong, String whom) {
    report.pass(binding.subject());
    for (BindingSubject subject : binding.subjects()) {
      Match isWrong = wrong.apply(subject);
      if (isWrong.holds()) {
        report.fail(
            binding.subject(),
            subject.location(),
            "gives %s to %s: %s".formatted(binding.role(), whom, subject));
      } else if (isWrong.isUnknown()) {
        report.missing(binding.subject(), subject.location(), isWrong.missing());
      }
    }
    if (binding.subjects().isEmpty() && !binding.missing().isEmpty()) {
      report.missing(binding.subject(), binding.location(), binding.missing());
    }
  }

  private static boolean matches(List<Glob> globs, String name) {
    return globs.stream().anyMatch(glob -> glob.matches(name));
  }
}
