package dev.avow.k8s.rule;

import dev.avow.k8s.network.PlacedObject;
import dev.avow.k8s.rbac.AccessModel;
import dev.avow.k8s.rbac.Binding;
import dev.avow.k8s.rbac.BindingSubject;
import dev.avow.k8s.rbac.PolicyRule;
import dev.avow.k8s.rbac.Role;
import java.io.Serializable;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What rules about access want to know of roles and bindings. */
final class AccessFacts {

  static final Facts<Role> ROLES = facts("roles", Role.class, Role::of);

  static final Facts<Binding> BINDINGS = facts("role-bindings", Binding.class, Binding::of);

  private static final int SHOWN = 5;

  private AccessFacts() {}

  private static <F extends Serializable> Facts<F> facts(
      String name, Class<F> type, Function<PlacedObject, Optional<F>> view) {
    return Facts.observed(
        name,
        type,
        Targets.RESOURCE,
        (resource, observer) ->
            PlacedObject.in(resource)
                .forEach(
                    placed ->
                        view.apply(placed)
                            .ifPresent(
                                fact ->
                                    observer.observe(
                                        placed.subject(), placed.object().place(), fact))));
  }

  static List<Role> roles(Group group) {
    return group.all(ROLES).stream().map(Observed::value).toList();
  }

  static List<Binding> bindings(Group group) {
    return group.all(BINDINGS).stream().map(Observed::value).toList();
  }

  static AccessModel model(Group group) {
    return AccessModel.of(roles(group), bindings(group));
  }

  /** Returns to whom {@code binding} gives its role, in words; the first few of many. */
  static String names(Binding binding) {
    List<BindingSubject> subjects = binding.subjects();
    String names =
        subjects.stream().limit(SHOWN).map(Object::toString).collect(Collectors.joining(", "));
    int more = subjects.size() - SHOWN;
    return more > 0 ? names + " and %d more".formatted(more) : names;
  }

  /** Returns what {@code rule} is called in its role: {@code rules[0]}. */
  static String path(PolicyRule rule) {
    String path = rule.location().path();
    return path.substring(Math.max(0, path.lastIndexOf("rules[")));
  }
}
