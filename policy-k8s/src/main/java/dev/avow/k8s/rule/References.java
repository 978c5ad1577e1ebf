package dev.avow.k8s.rule;

import dev.avow.k8s.network.Match;
import dev.avow.k8s.network.Residence;
import dev.avow.k8s.rbac.Assignment;
import dev.avow.k8s.rbac.Binding;
import dev.avow.k8s.rbac.BindingSubject;
import dev.avow.policy.finding.Location;
import dev.avow.policy.finding.Subject;
import java.util.List;

/** Finds what is named and not there. */
final class References {

  private final GroupReporter report;
  private final List<Observed<OfferedToken>> accounts;

  private References(Group group, GroupReporter report) {
    this.report = report;
    this.accounts = group.all(ServiceAccountRules.OFFERED_TOKENS);
  }

  static void boundRoles(Group group, GroupReporter report) {
    References references = new References(group, report);
    List<Binding> given = AccessFacts.bindings(group);
    for (Assignment assignment : AccessFacts.model(group).assignments()) {
      Binding binding = assignment.binding();
      if (given.contains(binding)) {
        boolean isOpen = !binding.missing().isEmpty() || binding.role().name().isOpen();
        String missing = isOpen ? assignment.missing() : "";
        Match exists = assignment.roles().isEmpty() ? unknownOr(missing, false) : Match.of(true);
        references.judge(
            binding.subject(), binding.roleLocation(), exists, binding.role().toString());
      }
    }
  }

  static void boundAccounts(Group group, GroupReporter report) {
    References references = new References(group, report);
    for (Binding binding : AccessFacts.bindings(group)) {
      List<BindingSubject> named =
          binding.subjects().stream().filter(BindingSubject::isServiceAccount).toList();
      if (named.isEmpty()) {
        report.notApplicable(binding.subject());
      }
      for (BindingSubject subject : named) {
        String open = subject.name().isOpen() ? "the value of " + subject.name() : "";
        references.judge(
            binding.subject(),
            subject.location(),
            references.exists(subject.name().text(), subject.residence(), open),
            "the " + subject);
      }
    }
  }

  static void podAccounts(Group group, GroupReporter report) {
    References references = new References(group, report);
    for (Observed<PodAccount> pod : group.all(ServiceAccountRules.POD_ACCOUNTS)) {
      PodAccount account = pod.value();
      references.judge(
          pod.subject(),
          pod.location(),
          references.exists(account.account(), account.residence(), account.missing()),
          "the ServiceAccount " + account.placed());
    }
  }

  /** Every namespace has the account called default. */
  private Match exists(String name, Residence namespace, String missing) {
    if (!missing.isEmpty()) {
      return Match.unknown(missing);
    }
    Match exists = Match.of(name.equals(PodAccount.DEFAULT));
    for (Observed<OfferedToken> account : accounts) {
      if (account.value().name().equals(name) && !exists.holds()) {
        Match here = account.value().residence().reaches(namespace);
        exists = here.fails() ? exists : here;
      }
    }
    return exists;
  }

  private static Match unknownOr(String missing, boolean otherwise) {
    return missing.isEmpty() ? Match.of(otherwise) : Match.unknown(missing);
  }

  private void judge(Subject subject, Location at, Match exists, String what) {
    if (exists.holds()) {
      report.pass(subject);
    } else if (exists.isUnknown()) {
      report.missing(subject, at, exists.missing());
    } else if (report.settings().get(ReferenceRules.ALL_IS_GIVEN)) {
      report.fail(subject, at, "names what is not there: " + what);
    } else {
      report.missing(subject, at, what);
    }
  }
}
