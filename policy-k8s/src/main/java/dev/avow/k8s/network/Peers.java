package dev.avow.k8s.network;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Tells who is meant by the peers of a rule. */
final class Peers {

  /** Pods have addresses of IPv4, as far as anybody knows, and maybe of IPv6. */
  private static final Cidr OLD = Cidr.parse("0.0.0.0/0");

  private final Map<String, Labels> namespaces = new HashMap<>();
  private final List<Cidr> podBlocks;

  Peers(List<KnownNamespace> known, List<Cidr> podBlocks) {
    known.forEach(each -> namespaces.putIfAbsent(each.name(), each.labels()));
    this.podBlocks = List.copyOf(podBlocks);
  }

  private Labels labels(Residence residence) {
    Labels known = residence instanceof Residence.In in ? namespaces.get(in.namespace()) : null;
    return known == null ? KnownNamespace.labelsOf(residence) : known;
  }

  /** Returns whether {@code rule} of a policy in {@code home} is about {@code party}. */
  Match admits(TrafficRule rule, Residence home, Party party) {
    Match any = Match.of(rule.admitsEverybody());
    for (Peer peer : rule.peers()) {
      any = any.or(is(peer, home, party));
    }
    return any;
  }

  private Match is(Peer peer, Residence home, Party party) {
    if (peer instanceof Peer.Unreadable unreadable) {
      return Match.unknown(unreadable.missing());
    }
    if (peer instanceof Peer.Block block) {
      return party instanceof Addresses addresses
          ? block.block().holds(addresses.block())
          : holdsPods(block.block());
    }
    return party instanceof NetworkPod pod ? selects(peer, home, pod.identity()) : Match.of(false);
  }

  private Match selects(Peer peer, Residence home, PodIdentity pod) {
    Match selected =
        peer instanceof Peer.Pods pods
            ? pods.pods().matches(pod.labels()).and(isIn(pods.namespaces(), pod.residence()))
            : ((Peer.Neighbours) peer)
                .pods()
                .matches(pod.labels())
                .and(home.reaches(pod.residence()));
    return pod.onHostNetwork().fails() ? selected : selected.and(Match.unknown(ON_HOST));
  }

  /** Returns whether {@code namespaces} selects {@code home}. */
  Match isIn(LabelSelector namespaces, Residence home) {
    Match is = namespaces.matches(labels(home));
    boolean given = home instanceof Residence.In in && this.namespaces.containsKey(in.namespace());
    return is.isUnknown() && !given && namespaces.missing().isEmpty()
        ? Match.unknown("the labels of " + name(home))
        : is;
  }

  private static String name(Residence home) {
    return home instanceof Residence.In in ? "the namespace " + in.namespace() : "a namespace";
  }

  /** What of a pod on the host network is not known: plugins may see its node in it. */
  static final String ON_HOST =
      "how the network plugin sees pods on the host network, and which nodes they are on";

  private Match holdsPods(IpBlock block) {
    if (podBlocks.isEmpty()) {
      return block.cidr().isOld()
          ? block.holds(OLD).isUnknown() ? UNKNOWN_ADDRESS : block.holds(OLD)
          : Match.unknown("whether pods have addresses of IPv6");
    }
    List<Match> each =
        podBlocks.stream()
            .filter(pods -> pods.width() == block.cidr().width())
            .map(block::holds)
            .toList();
    if (each.isEmpty() || each.stream().allMatch(Match::fails)) {
      return Match.of(false);
    }
    return each.stream().allMatch(Match::holds) ? Match.of(true) : UNKNOWN_ADDRESS;
  }

  private static final Match UNKNOWN_ADDRESS = Match.unknown("the addresses of the pods");
}
