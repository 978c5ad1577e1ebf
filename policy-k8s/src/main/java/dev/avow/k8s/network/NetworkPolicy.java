package dev.avow.k8s.network;

import dev.avow.k8s.manifest.ResourceId;
import dev.avow.policy.document.Field;
import dev.avow.policy.finding.Location;
import dev.avow.policy.finding.Subject;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Which pods a network policy isolates, and what it lets through nevertheless.
 *
 * @param subject what findings call it
 * @param at where it stands
 * @param residence the namespace whose pods it selects from
 * @param pods which of them it selects
 * @param podsAt where that is written
 * @param ingress what it does to what comes in
 * @param egress what it does to what goes out
 */
public record NetworkPolicy(
    Subject subject,
    Location at,
    Residence residence,
    LabelSelector pods,
    Location podsAt,
    Side ingress,
    Side egress)
    implements Serializable {

  /**
   * What a policy does in one direction.
   *
   * @param isolates whether it isolates the pods that it selects
   * @param rules what it lets through; without effect unless it isolates
   */
  public record Side(Match isolates, List<TrafficRule> rules) implements Serializable {

    /** Creates a side; the list is copied. */
    public Side {
      rules = List.copyOf(rules);
    }
  }

  /** Returns whether objects like {@code id} are network policies of Kubernetes' own API. */
  public static boolean isOne(ResourceId id) {
    return id.kind().equals("NetworkPolicy") && id.group().equals("networking.k8s.io");
  }

  /** Returns {@code placed} as a network policy; nothing if it is something else. */
  public static Optional<NetworkPolicy> of(PlacedObject placed) {
    if (!isOne(placed.object().id())) {
      return Optional.empty();
    }
    Field spec = placed.object().place().field("spec");
    return Optional.of(
        new NetworkPolicy(
            placed.subject(),
            placed.object().location(),
            placed.residence(),
            LabelSelector.of(spec.field("podSelector")),
            spec.field("podSelector").location(),
            side(placed, spec, Direction.INGRESS),
            side(placed, spec, Direction.EGRESS)));
  }

  private static Side side(PlacedObject placed, Field spec, Direction direction) {
    Field list = spec.field(direction.rules());
    List<TrafficRule> rules = new ArrayList<>();
    list.items().forEach(rule -> rules.add(TrafficRule.of(rule, direction)));
    if (list.isUnresolved() || (list.isPresent() && !list.isList())) {
      String missing = "a list that can be read at " + list.path();
      rules.add(
          new TrafficRule(
              list.location(),
              List.of(new Peer.Unreadable(missing, !list.isUnresolved())),
              List.of()));
    }
    return new Side(placed.comesToBe().and(isolates(spec, direction)), rules);
  }

  /** Returns what it does in {@code direction}. */
  public Side side(Direction direction) {
    return direction == Direction.INGRESS ? ingress : egress;
  }

  /** Returns whether it selects {@code pod} and isolates it in {@code direction}. */
  public Match isolates(PodIdentity pod, Direction direction) {
    return selects(pod).and(side(direction).isolates());
  }

  /** Returns whether it selects {@code pod}. */
  public Match selects(PodIdentity pod) {
    Match here = residence.reaches(pod.residence());
    return here.fails() ? here : pods.matches(pod.labels()).and(here);
  }

  /**
   * Returns whether a policy with {@code spec} isolates for {@code direction}. One that names no
   * types is one for ingress, and for egress too where it has a rule for egress; an empty list of
   * rules is none.
   */
  public static Match isolates(Field spec, Direction direction) {
    Field types = spec.field("policyTypes");
    if (types.isUnresolved() || (types.isPresent() && !types.isList())) {
      return Match.unknown("a list at " + types.path());
    }
    if (types.items().isEmpty()) {
      return direction == Direction.INGRESS
          ? Match.of(true)
          : hasRules(spec.field(direction.rules()));
    }
    Match found = Match.of(false);
    for (Field item : types.items()) {
      if (item.is(direction.type()).holds()) {
        return Match.of(true);
      }
      if (!item.is(direction.opposite().type()).holds()) {
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
