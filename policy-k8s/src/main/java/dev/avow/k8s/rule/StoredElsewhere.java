package dev.avow.k8s.rule;

import dev.avow.k8s.network.Match;
import dev.avow.k8s.secret.SecretSource.How;
import java.util.List;

/** Finds the Secrets of containers that no store outside the cluster brings. */
final class StoredElsewhere {

  private final List<Observed<SecretUse.Brought>> brought;
  private final GroupReporter report;

  private StoredElsewhere(Group group, GroupReporter report) {
    this.brought = group.all(SecretSourceRules.BROUGHT);
    this.report = report;
  }

  static void judge(Group group, GroupReporter report) {
    StoredElsewhere search = new StoredElsewhere(group, report);
    group.all(SecretSourceRules.USES).forEach(search::judge);
  }

  private void judge(Observed<SecretUse> use) {
    SecretUse secret = use.value();
    if (secret.how() == How.STORE) {
      report.pass(use.subject());
    } else if (!secret.missing().isEmpty()) {
      report.missing(use, secret.missing());
    } else {
      named(use);
    }
  }

  /** Who is brought by a store may have a manifest of its name, too, that says where it goes. */
  private void named(Observed<SecretUse> use) {
    SecretUse secret = use.value();
    Observed<SecretUse.Brought> plain = null;
    String missing = "what brings the Secret " + secret.name();
    for (Observed<SecretUse.Brought> each : brought) {
      Match same = each.value().residence().reaches(secret.residence());
      if (!each.value().name().equals(secret.name()) || same.fails()) {
        continue;
      }
      if (same.isUnknown()) {
        missing = same.missing();
      } else if (each.value().fromStore()) {
        report.pass(use.subject());
        return;
      } else {
        plain = each;
      }
    }
    if (plain == null) {
      report.missing(use, missing);
    } else {
      report
          .fail(use, "uses a Secret that no store brings: " + secret.name())
          .via(plain.location(), "the Secret is made here");
    }
  }
}
