package dev.avow.k8s.rule;

import dev.avow.k8s.network.Addresses;
import dev.avow.k8s.network.Direction;
import dev.avow.k8s.network.Match;
import dev.avow.k8s.network.NetworkModel;
import dev.avow.k8s.network.NetworkPod;
import dev.avow.k8s.network.Port;
import dev.avow.k8s.network.Reachability;
import dev.avow.policy.finding.Subject;
import dev.avow.policy.rule.Settings;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Finds the pods that hold a token for the API server and may not connect to it. */
final class ApiServerAccess {

  private final NetworkModel model;
  private final Addresses server;
  private final List<Port> ports;
  private final Map<Subject, PodAccount> accounts = new HashMap<>();
  private final List<OfferedToken> offered;

  private ApiServerAccess(Group group, Settings settings) {
    this.model = NetworkFacts.model(group);
    this.server = new Addresses(settings.get(NetworkRules.API_SERVER));
    this.ports = settings.get(NetworkRules.API_PORTS);
    group
        .all(ServiceAccountRules.POD_ACCOUNTS)
        .forEach(account -> accounts.put(account.subject(), account.value()));
    this.offered =
        group.all(ServiceAccountRules.OFFERED_TOKENS).stream().map(Observed::value).toList();
  }

  static void judge(Group group, GroupReporter report) {
    ApiServerAccess access = new ApiServerAccess(group, report.settings());
    access.model.pods().forEach(pod -> access.judge(pod, report));
  }

  private void judge(NetworkPod pod, GroupReporter report) {
    Match holds = holdsToken(accounts.get(pod.subject()));
    boolean concerned =
        !pod.identity().onHostNetwork().holds()
            && !holds.fails()
            && !model.isolation(pod, Direction.EGRESS).isolated().fails();
    if (!concerned) {
      report.notApplicable(pod.subject());
      return;
    }
    Match reaches = Match.of(false);
    for (Port port : ports) {
      Reachability answer = model.mayLeave(pod, server, port);
      reaches =
          reaches.or(
              answer.isUnknown() ? Match.unknown(answer.missing()) : Match.of(answer.isAllowed()));
    }
    if (reaches.holds()) {
      report.pass(pod.subject());
    } else if (reaches.isUnknown() || holds.isUnknown()) {
      Match open = reaches.isUnknown() ? reaches : holds;
      report.missing(pod.subject(), pod.at(), open.missing());
    } else {
      fail(pod, report);
    }
  }

  private void fail(NetworkPod pod, GroupReporter report) {
    GroupReporter.Details details =
        report.fail(
            pod.subject(),
            pod.at(),
            "is given a token for the API server, which its policies do not let it reach");
    model
        .isolation(pod, Direction.EGRESS)
        .policies()
        .forEach(policy -> details.via(policy.at(), "isolated by " + policy.policy()));
  }

  /** Everybody gets the token of the account called default; that is no sign of a use for it. */
  private Match holdsToken(@Nullable PodAccount pod) {
    if (pod == null) {
      return Match.of(false);
    }
    return switch (pod.automount().state()) {
      case YES -> Match.of(true);
      case NO -> Match.of(!pod.projected().isEmpty());
      case UNKNOWN -> Match.unknown(pod.automount().found());
      case UNSAID -> byAccount(pod);
    };
  }

  private Match byAccount(PodAccount pod) {
    if (pod.account().isEmpty()) {
      return Match.unknown(pod.missing());
    }
    Match kept = Match.of(false);
    for (OfferedToken account : offered) {
      Match refuses = Match.of(account.automount().is(Mounting.State.NO));
      kept = kept.or(pod.runsAs(account.name(), account.residence()).and(refuses));
    }
    return pod.account().equals(PodAccount.DEFAULT) ? Match.of(false) : kept.not();
  }
}
