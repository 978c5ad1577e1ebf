package dev.avow.k8s.rule;

import dev.avow.k8s.manifest.ResourceId;
import dev.avow.k8s.network.LabelSelector;
import dev.avow.k8s.network.ListeningPort;
import dev.avow.k8s.network.Match;
import dev.avow.k8s.network.NetworkPod;
import dev.avow.k8s.network.PlacedObject;
import dev.avow.k8s.network.Residence;
import dev.avow.policy.document.Field;
import dev.avow.policy.finding.Location;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A Service, as rules about exposure see it.
 *
 * @param residence its namespace
 * @param name its name as written
 * @param selects whether it selects pods itself
 * @param selector how it does
 * @param selectorAt where that stands
 * @param ports what it leads to
 * @param openings the ways by which it can be reached from outside the cluster
 */
record ServiceView(
    Residence residence,
    String name,
    boolean selects,
    LabelSelector selector,
    Location selectorAt,
    List<Target> ports,
    List<Opening> openings)
    implements Serializable {

  /** Creates a view; the lists are copied. */
  ServiceView {
    ports = List.copyOf(ports);
    openings = List.copyOf(openings);
  }

  /**
   * A port that a Service leads to.
   *
   * @param protocol its protocol as written
   * @param number its number; 0 where it is named or not known
   * @param name its name; empty where it is a number
   * @param missing what would have to be known to know it; empty if nothing
   */
  record Target(String protocol, long number, String name, String missing) implements Serializable {

    static Target of(Field port) {
      Field target = port.field("targetPort");
      Field deciding = target.isPresent() || target.isUnresolved() ? target : port.field("port");
      boolean open = deciding.isUnresolved() || port.isUnresolved();
      return new Target(
          port.field("protocol").text().orElse("TCP"),
          deciding.integer().orElse(0),
          open ? "" : deciding.text().orElse(""),
          open ? "the value of " + deciding.path() : "");
    }

    Match leadsTo(ListeningPort listening) {
      if (!missing.isEmpty()) {
        return Match.unknown(missing);
      }
      boolean sameProtocol = protocol.equals(listening.port().protocol().name());
      boolean same =
          number == listening.port().number() || (!name.isEmpty() && name.equals(listening.name()));
      return Match.of(sameProtocol && same);
    }
  }

  static Optional<ServiceView> of(PlacedObject placed) {
    ResourceId id = placed.object().id();
    if (!ServiceRules.isService(id)) {
      return Optional.empty();
    }
    Field spec = placed.object().place().field("spec");
    Field selector = spec.field("selector");
    boolean named = spec.field("type").is("ExternalName").holds();
    List<Target> ports = new ArrayList<>();
    spec.field("ports").items().forEach(port -> ports.add(Target.of(port)));
    return Optional.of(
        new ServiceView(
            placed.residence(),
            placed.object().place().field("metadata").field("name").text().orElse(""),
            !named && (selector.isUnresolved() || !selector.fields().isEmpty()),
            LabelSelector.ofLabels(selector),
            selector.location(),
            ports,
            Opening.of(placed.object())));
  }

  /** Returns whether it leads to {@code pod}. */
  Match leadsTo(NetworkPod pod) {
    Match here = selects ? residence.reaches(pod.identity().residence()) : Match.of(false);
    return here.fails() ? here : here.and(selector.matches(pod.identity().labels()));
  }

  /** Returns whether it is called {@code other} in {@code namespace}. */
  Match isCalled(String other, Residence namespace) {
    if (Field.isExpression(name) || Field.isExpression(other)) {
      return name.equals(other)
          ? residence.reaches(namespace)
          : Match.of(PodSecurity.mayBe(name, other))
              .and(Match.unknown("the value of " + (Field.isExpression(name) ? name : other)));
    }
    return name.equals(other) ? residence.reaches(namespace) : Match.of(false);
  }
}
