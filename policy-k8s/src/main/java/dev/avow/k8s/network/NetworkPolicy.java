package dev.avow.k8s.network;

import dev.avow.k8s.manifest.ResourceId;
import dev.avow.policy.document.Field;
import java.io.Serializable;
import java.util.Optional;

/**
 * Which pods a network policy isolates.
 *
 * @param residence the namespace whose pods it selects from
 * @param pods which of them it selects
 * @param ingress whether it isolates them for what comes in
 * @param egress whether it isolates them for what goes out
 */
public record NetworkPolicy(Residence residence, LabelSelector pods, Match ingress, Match egress)
    implements Serializable {

  private static final String INGRESS = "Ingress";
  private static final String EGRESS = "Egress";

  /** Returns {@code placed} as a network policy; nothing if it is something else. */
  public static Optional<NetworkPolicy> of(PlacedObject placed) {
    ResourceId id = placed.object().id();
    if (!id.kind().equals("NetworkPolicy") || !id.group().equals("networking.k8s.io")) {
      return Optional.empty();
    }
    Field spec = placed.object().place().field("spec");
    return Optional.of(
        new NetworkPolicy(
            placed.residence(),
            LabelSelector.of(spec.field("podSelector")),
            placed.comesToBe().and(isolates(spec, INGRESS)),
            placed.comesToBe().and(isolates(spec, EGRESS))));
  }

  /** Returns whether it isolates {@code pod} for what comes in. */
  public Match isolatesIngress(PodIdentity pod) {
    return selects(pod).and(ingress);
  }

  /** Returns whether it isolates {@code pod} for what goes out. */
  public Match isolatesEgress(PodIdentity pod) {
    return selects(pod).and(egress);
  }

  private Match selects(PodIdentity pod) {
    return pods.matches(pod.labels()).and(residence.reaches(pod.residence()));
  }

  /**
   * A policy that names no types is one for ingress, and for egress too where it has a rule for
   * egress; an empty list of rules is none.
   */
  private static Match isolates(Field spec, String type) {
    Field types = spec.field("policyTypes");
    if (types.isUnresolved() || (types.isPresent() && !types.isList())) {
      return Match.unknown("a list at " + types.path());
    }
    if (types.items().isEmpty()) {
      return type.equals(INGRESS) ? Match.of(true) : hasRules(spec.field("egress"));
    }
    Match found = Match.of(false);
    for (Field item : types.items()) {
      if (item.is(type).holds()) {
        return Match.of(true);
      }
      if (item.text()
          .filter(INGRESS::equals)
          .or(() -> item.text().filter(EGRESS::equals))
          .isEmpty()) {
        found = Match.unknown("Ingress or Egress at " + item.path());
      }
    }
    return found;
  }

  private static Match hasRules(Field rules) {
    return rules.isUnresolved()
        ? Match.unknown("the value of " + rules.path())
        : Match.of(!rules.items().isEmpty());
  }
}
