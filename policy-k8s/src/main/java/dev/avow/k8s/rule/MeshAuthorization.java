package dev.avow.k8s.rule;

import dev.avow.k8s.manifest.ResourceId;
import dev.avow.k8s.network.LabelSelector;
import dev.avow.k8s.network.Match;
import dev.avow.k8s.network.NetworkPod;
import dev.avow.k8s.network.PlacedObject;
import dev.avow.k8s.network.Residence;
import dev.avow.policy.document.Field;
import java.io.Serializable;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * An AuthorizationPolicy of Istio, as far as it asks who sends a request.
 *
 * @param residence where it has effect
 * @param pods the pods that it is for
 * @param action its action: ALLOW unless written
 * @param asks whether nobody gets through it, or by it, who was not asked
 */
record MeshAuthorization(Residence residence, LabelSelector pods, String action, Match asks)
    implements Serializable {

  private static final Residence ROOT = new Residence.In("istio-system");

  static Optional<MeshAuthorization> of(PlacedObject placed) {
    ResourceId id = placed.object().id();
    if (!id.kind().equals("AuthorizationPolicy") || !id.group().equals("security.istio.io")) {
      return Optional.empty();
    }
    Field spec = placed.object().place().field("spec");
    Field action = spec.field("action");
    Residence home = placed.residence();
    String written = action.isPresent() ? action.text().orElse("") : "ALLOW";
    boolean attached = spec.field("targetRef").isPresent() || spec.field("targetRefs").isPresent();
    return Optional.of(
        new MeshAuthorization(
            home.equals(ROOT) ? new Residence.Cluster() : home,
            LabelSelector.ofLabels(spec.field("selector").field("matchLabels")),
            written,
            attached ? Match.unknown("what its targetRefs are") : asks(spec, written)));
  }

  /**
   * What is allowed is the sum of the rules, so that each must ask; what is denied, or asked of
   * somebody else, must be so for all requests.
   */
  private static Match asks(Field spec, String action) {
    Field rules = spec.field("rules");
    if (rules.isUnresolved()) {
      return Match.unknown("the value of " + rules.path());
    }
    List<Field> all = rules.items();
    return switch (action) {
      case "ALLOW" -> Match.of(all.stream().allMatch(MeshAuthorization::namesPrincipals));
      case "DENY" -> some(all.stream().filter(MeshAuthorization::deniesUnknown));
      case "CUSTOM" -> some(all.stream().filter(rule -> !rule.field("when").isPresent()));
      default -> Match.of(false);
    };
  }

  /** A rule for some paths or methods leaves the others open. */
  private static Match some(Stream<Field> asking) {
    List<Field> rules = asking.toList();
    if (rules.stream().anyMatch(rule -> !rule.field("to").isPresent())) {
      return Match.of(true);
    }
    return rules.isEmpty()
        ? Match.of(false)
        : Match.unknown("the requests that its rules leave out");
  }

  private static boolean namesPrincipals(Field rule) {
    List<Field> from = rule.field("from").items();
    boolean bySource =
        !from.isEmpty()
            && from.stream()
                .allMatch(f -> !f.field("source").field("requestPrincipals").items().isEmpty());
    boolean byClaim =
        rule.field("when").items().stream()
            .anyMatch(
                when ->
                    when.field("key").text().filter(k -> k.startsWith("request.auth.")).isPresent()
                        && !when.field("values").items().isEmpty());
    return bySource || byClaim;
  }

  private static boolean deniesUnknown(Field rule) {
    return rule.field("from").items().stream()
        .anyMatch(from -> from.field("source").field("notRequestPrincipals").contains("*").holds());
  }

  /** Returns whether it is for {@code pod}. */
  Match concerns(NetworkPod pod) {
    return residence.reaches(pod.identity().residence()).and(pods.matches(pod.identity().labels()));
  }
}
