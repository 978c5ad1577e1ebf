package dev.avow.k8s.rule;

import dev.avow.k8s.network.PlacedObject;
import dev.avow.policy.document.Field;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A policy that an implementation of the Gateway API attaches to something, and that may ask who is
 * there: Envoy Gateway's SecurityPolicy, Kuadrant's AuthPolicy and others.
 *
 * @param targets what it is attached to, by kind and name
 */
record AttachedPolicy(List<String> targets) implements Serializable {

  private static final List<String> ASKING = List.of("Auth", "Security", "GCPBackendPolicy");

  /** Creates a policy; the list is copied. */
  AttachedPolicy {
    targets = List.copyOf(targets);
  }

  static Optional<AttachedPolicy> of(PlacedObject placed) {
    String kind = placed.object().id().kind();
    if (ASKING.stream().noneMatch(kind::contains)) {
      return Optional.empty();
    }
    Field spec = placed.object().place().field("spec");
    List<String> targets = new ArrayList<>();
    Stream.concat(Stream.of(spec.field("targetRef")), spec.field("targetRefs").items().stream())
        .filter(Field::isPresent)
        .forEach(ref -> targets.add(target(ref, "")));
    return targets.isEmpty() ? Optional.empty() : Optional.of(new AttachedPolicy(targets));
  }

  /** Returns what {@code ref} names, as kind and name. */
  static String target(Field ref, String standardKind) {
    return ref.field("kind").text().orElse(standardKind)
        + "/"
        + ref.field("name").text().orElse("");
  }
}
