package dev.avow.k8s.network;

import dev.avow.policy.document.Field;
import dev.avow.policy.finding.Location;
import java.io.Serializable;

/** Whom a rule of a network policy lets through. */
public sealed interface Peer extends Serializable {

  /**
   * Pods of the policy's own namespace.
   *
   * @param pods which of them
   * @param at where it is written
   */
  record Neighbours(LabelSelector pods, Location at) implements Peer {}

  /**
   * Pods of some namespaces: both selectors must select.
   *
   * @param namespaces which namespaces
   * @param pods which pods there
   * @param at where it is written
   */
  record Pods(LabelSelector namespaces, LabelSelector pods, Location at) implements Peer {}

  /**
   * Addresses.
   *
   * @param block which ones
   */
  record Block(IpBlock block) implements Peer {}

  /**
   * Something that cannot be read, or that the API server refuses.
   *
   * @param missing what must be there instead, as a noun phrase
   * @param refused whether the API server refuses it; else it is an expression
   */
  record Unreadable(String missing, boolean refused) implements Peer {}

  /** Returns the peer written at {@code item}. */
  static Peer of(Field item) {
    Field pods = item.field("podSelector");
    Field namespaces = item.field("namespaceSelector");
    Field block = item.field("ipBlock");
    if (item.isUnresolved()) {
      return new Unreadable("the value of " + item.path(), false);
    }
    if (block.isPresent()) {
      return isWritten(pods) || isWritten(namespaces)
          ? new Unreadable("an ipBlock alone, or selectors, at " + item.path(), true)
          : block(block);
    }
    if (isWritten(namespaces)) {
      return new Pods(LabelSelector.of(namespaces), LabelSelector.of(pods), item.location());
    }
    return isWritten(pods)
        ? new Neighbours(LabelSelector.of(pods), item.location())
        : new Unreadable("podSelector, namespaceSelector or ipBlock at " + item.path(), true);
  }

  /** Null is as good as absent: it selects nothing by itself. */
  private static boolean isWritten(Field selector) {
    return selector.isPresent() || selector.isUnresolved();
  }

  private static Peer block(Field block) {
    try {
      return new Block(IpBlock.of(block));
    } catch (IllegalArgumentException malformed) {
      return new Unreadable(String.valueOf(malformed.getMessage()), isRefused(block));
    }
  }

  private static boolean isRefused(Field block) {
    return !block.field("cidr").isUnresolved()
        && !block.field("except").isUnresolved()
        && block.field("except").items().stream().noneMatch(Field::isUnresolved);
  }
}
