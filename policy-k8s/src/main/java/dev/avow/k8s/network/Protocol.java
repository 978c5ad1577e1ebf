package dev.avow.k8s.network;

import java.util.Optional;

/** A protocol that has ports. */
public enum Protocol {
  /** What everything uses that names no protocol. */
  TCP,
  /** Single datagrams, such as most questions to name servers. */
  UDP,
  /** Streams of messages. */
  SCTP;

  /** Returns the protocol that manifests write as {@code text}, in capitals. */
  public static Optional<Protocol> of(String text) {
    for (Protocol protocol : values()) {
      if (protocol.name().equals(text)) {
        return Optional.of(protocol);
      }
    }
    return Optional.empty();
  }
}
