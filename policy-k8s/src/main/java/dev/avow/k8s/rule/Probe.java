package dev.avow.k8s.rule;

import dev.avow.policy.document.Field;
import java.io.Serializable;
import java.util.List;

/**
 * What a container says of one probe.
 *
 * @param kind which probe it is
 * @param action how it looks, such as {@code httpGet}; empty if it does not
 * @param found what is missing or wrong: {@code livenessProbe is not set}
 * @param missing what would have to be known; empty if nothing
 */
record Probe(Kind kind, String action, String found, String missing) implements Serializable {

  private static final List<String> ACTIONS = List.of("exec", "grpc", "httpGet", "tcpSocket");

  enum Kind {
    /** Whether the container has to be started again. */
    LIVENESS("livenessProbe"),
    /** Whether the container can serve. */
    READINESS("readinessProbe"),
    /** Whether the container has come up, so that the others may begin. */
    STARTUP("startupProbe");

    private final String written;

    Kind(String written) {
      this.written = written;
    }

    /** Returns the name as manifests write it. */
    String written() {
      return written;
    }
  }

  static Probe of(Field container, Kind kind) {
    Field probe = container.field(kind.written());
    if (probe.isUnresolved()) {
      return new Probe(kind, "", "", "the value of " + probe.path());
    }
    for (String action : ACTIONS) {
      Field written = probe.field(action);
      if (written.isPresent() || written.isUnresolved()) {
        return new Probe(kind, action, kind.written() + " is of type " + action, "");
      }
    }
    String found = probe.isMapping() ? "has no action" : probe.found();
    return new Probe(kind, "", kind.written() + " " + found, "");
  }
}
