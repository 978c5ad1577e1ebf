package dev.avow.k8s.network;

import dev.avow.policy.document.Field;
import dev.avow.policy.finding.Location;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;

/**
 * A rule of a network policy: whom it lets through on which ports.
 *
 * @param at where it stands
 * @param peers whom, one of them being enough; nobody named means everybody
 * @param ports the ports, one of them being enough; none named means all
 */
public record TrafficRule(Location at, List<Peer> peers, List<PolicyPort> ports)
    implements Serializable {

  /** Creates a rule; the lists are copied. */
  public TrafficRule {
    peers = List.copyOf(peers);
    ports = List.copyOf(ports);
  }

  /** Returns the rule for {@code direction} that is written at {@code rule}. */
  public static TrafficRule of(Field rule, Direction direction) {
    List<Peer> peers = new ArrayList<>();
    List<PolicyPort> ports = new ArrayList<>();
    Field whom = rule.field(direction.peers());
    Field which = rule.field("ports");
    if (isReadable(whom)) {
      whom.items().forEach(item -> peers.add(Peer.of(item)));
    } else {
      peers.add(
          new Peer.Unreadable("a list that can be read at " + whom.path(), !whom.isUnresolved()));
    }
    if (isReadable(which)) {
      which.items().forEach(item -> ports.add(PolicyPort.of(item)));
    } else {
      ports.add(
          new PolicyPort.Unreadable(
              "a list that can be read at " + which.path(), !which.isUnresolved()));
    }
    return new TrafficRule(rule.location(), peers, ports);
  }

  private static boolean isReadable(Field list) {
    return !list.isUnresolved() && (!list.isPresent() || list.isList());
  }

  /** Returns whether it names nobody, so that everybody gets through. */
  public boolean admitsEverybody() {
    return peers.isEmpty();
  }

  /** Returns whether it opens {@code asked} of {@code to}. */
  public Match opens(Port asked, Party to) {
    Match any = Match.of(ports.isEmpty());
    for (PolicyPort port : ports) {
      any = any.or(port.covers(asked, to));
    }
    return any;
  }
}
