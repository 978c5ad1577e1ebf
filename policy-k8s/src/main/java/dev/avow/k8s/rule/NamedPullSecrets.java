package dev.avow.k8s.rule;

import dev.avow.k8s.network.Match;
import dev.avow.k8s.rule.PullSecrets.OfAccount;
import dev.avow.policy.image.ImageReference;
import dev.avow.policy.image.RepositoryPrefix;
import java.util.List;

/** Finds the pods that take private images and say nothing of how. */
final class NamedPullSecrets {

  private final List<OfAccount> accounts;
  private final List<RepositoryPrefix> open;
  private final GroupReporter report;

  private NamedPullSecrets(Group group, GroupReporter report) {
    this.accounts =
        group.all(PullSecretRules.ACCOUNT_SECRETS).stream().map(Observed::value).toList();
    this.open = report.settings().get(PullSecretRules.PUBLIC_REGISTRIES);
    this.report = report;
  }

  static void judge(Group group, GroupReporter report) {
    NamedPullSecrets secrets = new NamedPullSecrets(group, report);
    group.all(PullSecretRules.POD_SECRETS).forEach(secrets::judge);
  }

  private void judge(Observed<PullSecrets> pod) {
    PullSecrets secrets = pod.value();
    if (!secrets.open() && secrets.images().stream().allMatch(this::isPublic)) {
      report.notApplicable(pod.subject());
    } else if (secrets.named()) {
      report.pass(pod.subject());
    } else if (!secrets.missing().isEmpty()) {
      report.missing(pod, secrets.missing());
    } else if (report.settings().get(ServiceAccountRules.POD_MUST_SAY)) {
      fail(pod);
    } else {
      byAccount(pod);
    }
  }

  private boolean isPublic(ImageReference image) {
    return open.stream().anyMatch(registry -> registry.holds(image));
  }

  private void byAccount(Observed<PullSecrets> pod) {
    PodAccount running = pod.value().account();
    if (running.account().isEmpty()) {
      report.missing(pod, running.missing());
      return;
    }
    for (OfAccount account : accounts) {
      Match serves = running.runsAs(account.name(), account.residence());
      if (!serves.fails()) {
        byAccount(pod, account, serves);
        return;
      }
    }
    if (running.account().equals(PodAccount.DEFAULT)) {
      fail(pod);
    } else {
      report.missing(pod, "the service account " + running.placed());
    }
  }

  private void byAccount(Observed<PullSecrets> pod, OfAccount account, Match serves) {
    if (serves.isUnknown()) {
      report.missing(pod, serves.missing());
    } else if (account.named()) {
      report.pass(pod.subject());
    } else if (!account.missing().isEmpty()) {
      report.missing(pod, account.missing() + " of the service account " + account.name());
    } else {
      fail(pod);
    }
  }

  private void fail(Observed<PullSecrets> pod) {
    String whose = pod.value().account().account();
    String found = "names no secret to take its images with, nor does the service account ";
    report.fail(pod, found + (whose.isEmpty() ? "that it runs as" : whose));
  }
}
