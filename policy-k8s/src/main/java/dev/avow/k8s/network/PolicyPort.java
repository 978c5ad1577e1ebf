package dev.avow.k8s.network;

import dev.avow.policy.document.Field;
import java.io.Serializable;
import java.util.Optional;

/** Ports that a rule of a network policy opens. */
public sealed interface PolicyPort extends Serializable {

  /**
   * Ports known by number.
   *
   * @param protocol their protocol
   * @param first the lowest
   * @param last the highest
   */
  record Range(Protocol protocol, int first, int last) implements PolicyPort {}

  /**
   * The ports that the pods at the other end call by a name.
   *
   * @param protocol their protocol
   * @param name the name
   */
  record Named(Protocol protocol, String name) implements PolicyPort {}

  /**
   * Something that cannot be read, or that the API server refuses.
   *
   * @param missing what must be there instead, as a noun phrase
   * @param refused whether the API server refuses it; else it is an expression
   */
  record Unreadable(String missing, boolean refused) implements PolicyPort {}

  /** Returns the ports written at {@code item}. */
  static PolicyPort of(Field item) {
    Field written = item.field("protocol");
    Optional<Protocol> protocol =
        written.isPresent() ? written.text().flatMap(Protocol::of) : Optional.of(Protocol.TCP);
    if (written.isUnresolved() || item.isUnresolved()) {
      return new Unreadable("the value of " + written.path(), false);
    }
    return protocol
        .map(known -> of(known, item))
        .orElseGet(() -> new Unreadable("TCP, UDP or SCTP at " + written.path(), true));
  }

  private static PolicyPort of(Protocol protocol, Field item) {
    Field port = item.field("port");
    Field end = item.field("endPort");
    if (port.isUnresolved() || end.isUnresolved()) {
      return new Unreadable("the value of " + (port.isUnresolved() ? port : end).path(), false);
    }
    if (!port.isPresent()) {
      return end.isPresent()
          ? new Unreadable("a port beside endPort at " + item.path(), true)
          : new Range(protocol, 1, Port.HIGHEST);
    }
    Optional<String> name = port.text().filter(text -> text.chars().anyMatch(c -> c > '9'));
    if (name.isPresent()) {
      return end.isPresent()
          ? new Unreadable("a number beside endPort at " + port.path(), true)
          : new Named(protocol, name.get());
    }
    long first = port.integer().orElse(0);
    long last = end.isPresent() ? end.integer().orElse(0) : first;
    return first >= 1 && last <= Port.HIGHEST && first <= last
        ? new Range(protocol, (int) first, (int) last)
        : new Unreadable(
            (end.isPresent() ? "an endPort not below the port at " : "a port at ") + item.path(),
            true);
  }

  /** Returns whether {@code asked} of {@code to} is among them. */
  default Match covers(Port asked, Party to) {
    if (this instanceof Range range) {
      return Match.of(
          range.protocol() == asked.protocol()
              && range.first() <= asked.number()
              && asked.number() <= range.last());
    }
    if (this instanceof Named named) {
      return named.protocol() == asked.protocol() && to instanceof NetworkPod pod
          ? pod.ports().isCalled(named.name(), asked)
          : Match.of(false);
    }
    return Match.unknown(((Unreadable) this).missing());
  }
}
