package dev.avow.k8s.network;

import dev.avow.policy.document.Field;
import java.io.Serializable;

/** Whom a rule of a network policy lets through. */
public sealed interface Peer extends Serializable {

  /**
   * Pods of the policy's own namespace.
   *
   * @param pods which of them
   */
  record Neighbours(LabelSelector pods) implements Peer {}

  /**
   * Pods of some namespaces: both selectors must select.
   *
   * @param namespaces which namespaces
   * @param pods which pods there
   */
  record Pods(LabelSelector namespaces, LabelSelector pods) implements Peer {}

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
   */
  record Unreadable(String missing) implements Peer {}

  /** Returns the peer written at {@code item}. */
  static Peer of(Field item) {
    Field pods = item.field("podSelector");
    Field namespaces = item.field("namespaceSelector");
    Field block = item.field("ipBlock");
    if (item.isUnresolved()) {
      return new Unreadable("the value of " + item.path());
    }
    if (block.isPresent()) {
      return isWritten(pods) || isWritten(namespaces)
          ? new Unreadable("an ipBlock alone, or selectors, at " + item.path())
          : block(block);
    }
    if (isWritten(namespaces)) {
      return new Pods(LabelSelector.of(namespaces), LabelSelector.of(pods));
    }
    return isWritten(pods)
        ? new Neighbours(LabelSelector.of(pods))
        : new Unreadable("podSelector, namespaceSelector or ipBlock at " + item.path());
  }

  /** Null is as good as absent: it selects nothing by itself. */
  private static boolean isWritten(Field selector) {
    return selector.isPresent() || selector.isUnresolved();
  }

  private static Peer block(Field block) {
    try {
      return new Block(IpBlock.of(block));
    } catch (IllegalArgumentException malformed) {
      return new Unreadable(String.valueOf(malformed.getMessage()));
    }
  }
}
