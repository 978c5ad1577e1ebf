package dev.avow.k8s.rbac;

import dev.avow.k8s.network.Match;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** Finds roles by what bindings call them, and what those that aggregate others come to. */
final class RoleBook {

  private final Map<RoleKey, List<Role>> byKey = new HashMap<>();
  private final List<Role> ofCluster = new ArrayList<>();
  private final Map<Role, Resolved> aggregates = new HashMap<>();

  /**
   * What a role comes to.
   *
   * @param parts the role itself and those that it aggregates, each with rules of its own
   * @param missing what would have to be known to know all of it; empty if nothing
   */
  record Resolved(Set<Role> parts, String missing) {}

  /** A role that is given takes the place of the built-in one of its name. */
  RoleBook(Collection<Role> given) {
    given.forEach(this::add);
    Set<RoleKey> known = Set.copyOf(byKey.keySet());
    BuiltIn.roles().stream().filter(role -> !known.contains(role.key())).forEach(this::add);
    ofCluster.stream().filter(Role::aggregated).forEach(role -> aggregates.put(role, gather(role)));
  }

  private void add(Role role) {
    byKey.computeIfAbsent(role.key(), none -> new ArrayList<>()).add(role);
    if (role.key().isOfCluster()) {
      ofCluster.add(role);
    }
  }

  /** Returns the roles called {@code key}: of two manifests of one role, either may be applied. */
  List<Role> called(RoleKey key) {
    return byKey.getOrDefault(key, List.of());
  }

  Resolved resolve(Role role) {
    return role.aggregated()
        ? Objects.requireNonNull(aggregates.get(role), "one of the roles in the book")
        : new Resolved(Set.of(role), role.missing());
  }

  private Resolved gather(Role root) {
    Set<Role> parts = new LinkedHashSet<>();
    Set<String> missing = new LinkedHashSet<>();
    List<Role> next = new ArrayList<>(List.of(root));
    Set<Role> seen = new HashSet<>(next);
    while (!next.isEmpty()) {
      Role role = next.remove(next.size() - 1);
      parts.add(role);
      missing.add(role.missing());
      if (role.aggregated()) {
        List<Role> more = aggregated(role, missing);
        more.stream().filter(seen::add).forEach(next::add);
      }
    }
    missing.remove("");
    return new Resolved(parts, missing.isEmpty() ? "" : missing.iterator().next());
  }

  private List<Role> aggregated(Role role, Set<String> missing) {
    List<Role> selected = new ArrayList<>();
    for (Role other : ofCluster) {
      Match match = other.key().equals(role.key()) ? Match.of(false) : role.aggregates(other);
      if (match.holds()) {
        selected.add(other);
      } else if (match.isUnknown()) {
        missing.add(match.missing());
      }
    }
    if (selected.isEmpty()) {
      missing.add("the ClusterRoles that " + role.subject() + " aggregates");
    }
    return selected;
  }
}
