package dev.avow.k8s.network;

import dev.avow.k8s.network.Reachability.Answer;
import dev.avow.k8s.network.Reachability.Reason;
import java.util.ArrayList;
import java.util.List;

/** Decides what the policies on one side of a connection make of it. */
final class Passage {

  private final Direction direction;
  private final NetworkPod pod;
  private final List<NetworkPolicy> policies;
  private final List<ForeignPolicy> foreign;

  /**
   * Creates the decision on one side.
   *
   * @param policies those that may be in the pod's namespace
   * @param foreign those that may concern the pod
   */
  Passage(
      Direction direction,
      NetworkPod pod,
      List<NetworkPolicy> policies,
      List<ForeignPolicy> foreign) {
    this.direction = direction;
    this.pod = pod;
    this.policies = policies;
    this.foreign = foreign;
  }

  Isolation isolation() {
    Match isolated = Match.of(false);
    List<DecidingPolicy> certain = new ArrayList<>();
    List<DecidingPolicy> open = new ArrayList<>();
    for (NetworkPolicy policy : policies) {
      Match here = policy.isolates(pod.identity(), direction);
      if (here.holds()) {
        certain.add(deciding(policy));
      } else if (here.isUnknown()) {
        open.add(deciding(policy));
        here = dependsOn(policy, here);
      }
      isolated = isolated.or(here);
    }
    if (isolated.fails() && !foreign.isEmpty()) {
      return new Isolation(Match.unknown(foreign.get(0).missing()), foreigners());
    }
    return new Isolation(isolated, certain.isEmpty() ? open : certain);
  }

  List<AppliedRule> rules() {
    List<AppliedRule> rules = new ArrayList<>();
    for (NetworkPolicy policy : policies) {
      Match applies = policy.isolates(pod.identity(), direction);
      if (!applies.fails()) {
        policy
            .side(direction)
            .rules()
            .forEach(rule -> rules.add(new AppliedRule(policy, rule, applies)));
      }
    }
    return rules;
  }

  /** Returns what becomes of connections with {@code other} to {@code port} of {@code target}. */
  Reachability with(Party other, Party target, Port port, Peers peers) {
    Match onHost = pod.identity().onHostNetwork();
    Reachability governed = governed(other, target, port, peers);
    if (onHost.holds() || governed.isAllowed()) {
      return onHost.holds() ? Reachability.open() : governed;
    }
    return onHost.isUnknown()
        ? Reachability.unknown(Reason.HOST_NETWORK, governed.decidedBy(), onHost.missing())
        : governed;
  }

  private Reachability governed(Party other, Party target, Port port, Peers peers) {
    Reachability own = byOwnPolicies(other, target, port, peers);
    List<ForeignPolicy> deciding =
        own.isDenied() ? foreign.stream().filter(each -> !each.onlyNarrows()).toList() : foreign;
    return deciding.isEmpty()
        ? own
        : Reachability.unknown(Reason.FOREIGN_POLICY, foreigners(), deciding.get(0).missing());
  }

  private Reachability byOwnPolicies(Party other, Party target, Port port, Peers peers) {
    Match through = Match.of(false);
    List<DecidingPolicy> letting = new ArrayList<>();
    List<DecidingPolicy> maybe = new ArrayList<>();
    for (AppliedRule each : rules()) {
      NetworkPolicy policy = each.policy();
      Match lets =
          each.rule()
              .opens(port, target)
              .and(peers.admits(each.rule(), policy.residence(), other))
              .and(each.applies());
      if (!lets.fails()) {
        (lets.holds() ? letting : maybe)
            .add(new DecidingPolicy(direction, policy.subject(), each.rule().at()));
        through = through.or(lets.holds() ? lets : dependsOn(policy, lets));
      }
    }
    return through.holds()
        ? new Reachability(Answer.ALLOWED, Reason.LET_THROUGH, letting, "")
        : unlessLetThrough(other, through, maybe);
  }

  private Reachability unlessLetThrough(Party other, Match through, List<DecidingPolicy> maybe) {
    Isolation isolation = isolatedByOwn();
    if (isolation.isolated().fails()) {
      return Reachability.open();
    }
    if (isolation.isolated().isUnknown()) {
      return Reachability.unknown(
          Reason.MISSING, isolation.policies(), isolation.isolated().missing());
    }
    if (other instanceof NetworkPod peer && !peer.identity().onHostNetwork().fails()) {
      return Reachability.unknown(Reason.HOST_NETWORK, isolation.policies(), Peers.ON_HOST);
    }
    if (through.isUnknown()) {
      return Reachability.unknown(Reason.MISSING, maybe, through.missing());
    }
    Reason refused =
        direction == Direction.INGRESS ? Reason.INGRESS_REFUSED : Reason.EGRESS_REFUSED;
    return new Reachability(Answer.DENIED, refused, isolation.policies(), "");
  }

  private Isolation isolatedByOwn() {
    return new Passage(direction, pod, policies, List.of()).isolation();
  }

  private DecidingPolicy deciding(NetworkPolicy policy) {
    return new DecidingPolicy(direction, policy.subject(), policy.at());
  }

  private List<DecidingPolicy> foreigners() {
    return foreign.stream()
        .map(each -> new DecidingPolicy(direction, each.subject(), each.at()))
        .toList();
  }

  private static Match dependsOn(NetworkPolicy policy, Match unknown) {
    return Match.unknown(unknown.missing() + ", on which " + policy.subject() + " depends");
  }
}
