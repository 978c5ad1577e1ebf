package dev.avow.k8s.rbac;

import dev.avow.k8s.manifest.ResourceId;
import dev.avow.k8s.network.LabelSelector;
import dev.avow.k8s.network.Labels;
import dev.avow.k8s.network.Match;
import dev.avow.k8s.network.PlacedObject;
import dev.avow.policy.document.Field;
import dev.avow.policy.finding.Location;
import dev.avow.policy.finding.Subject;
import java.io.Serializable;
import java.util.List;
import java.util.Optional;

/**
 * A Role or ClusterRole as it is written.
 *
 * @param subject what findings call it
 * @param location where it stands
 * @param key what bindings know it by
 * @param labels its labels, by which others aggregate it
 * @param rules what it allows, as far as it is written in it
 * @param aggregated whether it gathers the rules of others
 * @param selectors whose rules it gathers: of those that one of them selects
 * @param missing what would have to be known to know its rules, a noun phrase; empty if nothing
 * @param comesToBe whether it is there
 * @param builtIn whether it comes with every cluster
 */
public record Role(
    Subject subject,
    Location location,
    RoleKey key,
    Labels labels,
    List<PolicyRule> rules,
    boolean aggregated,
    List<LabelSelector> selectors,
    String missing,
    Match comesToBe,
    boolean builtIn)
    implements Serializable {

  static final String GROUP = "rbac.authorization.k8s.io";

  /** Creates a role; the lists are copied. */
  public Role {
    rules = List.copyOf(rules);
    selectors = List.copyOf(selectors);
  }

  /** Returns {@code placed} as a role; nothing if it is something else. */
  public static Optional<Role> of(PlacedObject placed) {
    ResourceId id = placed.object().id();
    boolean isRole = id.kind().equals("Role") || id.kind().equals("ClusterRole");
    return isRole && id.group().equals(GROUP) ? Optional.of(read(placed)) : Optional.empty();
  }

  private static Role read(PlacedObject placed) {
    Field root = placed.object().place();
    Field rules = root.field("rules");
    Field aggregation = root.field("aggregationRule");
    Field selectors = aggregation.field("clusterRoleSelectors");
    RoleKey key = RoleKey.of(placed);
    Labels labels = Labels.of(root.field("metadata").field("labels"));
    return new Role(
        placed.subject(),
        root.location(),
        key,
        labels,
        rules.items().stream().map(PolicyRule::of).toList(),
        key.isOfCluster() && (aggregation.isPresent() || aggregation.isUnresolved()),
        selectors.items().stream().map(LabelSelector::of).toList(),
        missing(rules) + (rules.isUnresolved() ? "" : missing(selectors)),
        placed.comesToBe(),
        BuiltIn.isNamed(key.name(), labels));
  }

  private static String missing(Field list) {
    if (list.isUnresolved()) {
      return "the value of " + list.path();
    }
    return list.isPresent() && !list.isList() ? "a list at " + list.path() : "";
  }

  /** Returns whether it aggregates {@code other}, another ClusterRole. */
  Match aggregates(Role other) {
    Match selected = Match.of(false);
    for (LabelSelector selector : selectors) {
      Match match = selector.matches(other.labels());
      if (match.holds()) {
        return match;
      }
      selected = match.isUnknown() ? match : selected;
    }
    return selected;
  }
}
