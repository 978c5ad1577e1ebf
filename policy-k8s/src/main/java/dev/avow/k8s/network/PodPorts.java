package dev.avow.k8s.network;

import dev.avow.k8s.workload.Container;
import dev.avow.k8s.workload.Container.Sort;
import dev.avow.k8s.workload.PodSpec;
import dev.avow.policy.document.Field;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The ports that the containers of a pod say they listen on; they may listen on others, too.
 *
 * @param known the ports that can be read
 * @param missing what would have to be known to know all of them; empty if nothing
 */
public record PodPorts(List<ListeningPort> known, String missing) implements Serializable {

  private static final PodPorts NONE = new PodPorts(List.of(), "");

  /** Creates the ports; the list is copied. */
  public PodPorts {
    known = List.copyOf(known);
  }

  /** Returns no ports. */
  public static PodPorts none() {
    return NONE;
  }

  /** Returns the ports of {@code pod}: of its containers and sidecars, which stay. */
  public static PodPorts of(PodSpec pod) {
    List<ListeningPort> known = new ArrayList<>();
    String missing = "";
    for (Container container : pod.containers()) {
      Field ports = container.at("ports");
      if (container.sort() != Sort.MAIN && container.sort() != Sort.SIDECAR) {
        continue;
      }
      missing = ports.isUnresolved() ? "the value of " + ports.path() : missing;
      for (Field item : ports.items()) {
        Optional<ListeningPort> port = port(item, container.name());
        port.ifPresent(known::add);
        missing = port.isEmpty() ? "a port that can be read at " + item.path() : missing;
      }
    }
    return new PodPorts(known, missing);
  }

  private static Optional<ListeningPort> port(Field item, String container) {
    Field name = item.field("name");
    Field protocol = item.field("protocol");
    long number = item.field("containerPort").integer().orElse(0);
    Optional<Protocol> known =
        protocol.isPresent() ? protocol.text().flatMap(Protocol::of) : Optional.of(Protocol.TCP);
    boolean readable =
        number >= 1 && number <= Port.HIGHEST && known.isPresent() && !name.isUnresolved();
    return readable
        ? Optional.of(
            new ListeningPort(
                name.text().orElse(""),
                new Port(known.orElseThrow(), (int) number),
                container,
                item.location()))
        : Optional.empty();
  }

  /** Returns whether a port called {@code name} is {@code asked}. */
  public Match isCalled(String name, Port asked) {
    for (ListeningPort port : known) {
      if (port.name().equals(name) && port.port().equals(asked)) {
        return Match.of(true);
      }
    }
    return missing.isEmpty() ? Match.of(false) : Match.unknown(missing);
  }
}
