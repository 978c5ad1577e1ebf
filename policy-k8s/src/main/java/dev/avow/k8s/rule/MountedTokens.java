package dev.avow.k8s.rule;

import dev.avow.k8s.network.Match;
import dev.avow.k8s.rule.Mounting.State;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Finds the pods that get a token for the API server. */
final class MountedTokens {

  private final List<Observed<PodAccount>> pods;
  private final Map<String, List<OfferedToken>> accounts = new HashMap<>();

  private MountedTokens(Group group) {
    this.pods = group.all(ServiceAccountRules.POD_ACCOUNTS);
    for (Observed<OfferedToken> offered : group.all(ServiceAccountRules.OFFERED_TOKENS)) {
      accounts
          .computeIfAbsent(offered.value().name(), none -> new ArrayList<>())
          .add(offered.value());
    }
  }

  static void judge(Group group, GroupReporter report) {
    MountedTokens tokens = new MountedTokens(group);
    tokens.pods.forEach(pod -> tokens.judge(pod, report));
  }

  private void judge(Observed<PodAccount> pod, GroupReporter report) {
    boolean counts = report.settings().get(ServiceAccountRules.PROJECTED_TOKENS_COUNT);
    Mounting automount = pod.value().automount();
    switch (automount.state()) {
      case YES -> mounts(pod, automount.found(), report);
      case UNKNOWN -> report.missing(pod, automount.found());
      case UNSAID -> unsaid(pod, report);
      case NO -> {
        if (counts && !pod.value().projected().isEmpty()) {
          report.fail(pod, "projects a token of its own: " + pod.value().projected());
        } else {
          report.pass(pod.subject());
        }
      }
    }
  }

  private void unsaid(Observed<PodAccount> pod, GroupReporter report) {
    String found = pod.value().automount().found();
    if (report.settings().get(ServiceAccountRules.POD_MUST_SAY)) {
      mounts(pod, found, report);
    } else if (pod.value().account().isEmpty()) {
      report.missing(pod, pod.value().missing());
    } else {
      byAccount(pod, found, report);
    }
  }

  /** Of two manifests of one account, either may be the one that is applied. */
  private void byAccount(Observed<PodAccount> pod, String found, GroupReporter report) {
    String name = pod.value().account();
    String missing = "";
    boolean known = false;
    for (OfferedToken account : accounts.getOrDefault(name, List.of())) {
      Match serves = pod.value().runsAs(name, account.residence());
      if (serves.holds()) {
        offered(pod, account, report);
        known = true;
      }
      missing = serves.isUnknown() ? serves.missing() : missing;
    }
    if (known) {
      return;
    }
    if (!missing.isEmpty()) {
      report.missing(pod, missing);
    } else if (name.equals(PodAccount.DEFAULT)) {
      mounts(pod, found + ", and the service account default is as Kubernetes makes it", report);
    } else {
      report.missing(pod, "the service account " + pod.value().placed());
    }
  }

  private static void offered(
      Observed<PodAccount> pod, OfferedToken account, GroupReporter report) {
    Mounting automount = account.automount();
    if (automount.is(State.NO)) {
      report.pass(pod.subject());
    } else if (automount.is(State.UNKNOWN)) {
      report.missing(pod, automount.found() + " of the service account " + account.name());
    } else {
      String found = pod.value().automount().found();
      mounts(pod, found + ", and " + automount.found() + " in its service account", report);
    }
  }

  private static void mounts(Observed<PodAccount> pod, String why, GroupReporter report) {
    String field = "automountServiceAccountToken ";
    report.fail(pod, "is given a token for the API server: " + field + why);
  }
}
