package dev.avow.k8s.rbac;

/**
 * A way in which somebody comes to be allowed something: a binding, and a rule of the role that it
 * gives.
 *
 * @param to whom the binding names
 * @param binding the binding
 * @param role the role whose rule it is: the one that the binding names, or one that it aggregates
 * @param rule the rule
 */
public record Grant(BindingSubject to, Binding binding, Role role, PolicyRule rule) {

  /**
   * Returns it in words, with the places: {@code ClusterRoleBinding ops (a.yaml:9:1) gives Group
   * ops rules[0] of ClusterRole ops (a.yaml:4:5)}.
   */
  @Override
  public String toString() {
    return "%s (%s) gives %s %s of %s (%s)"
        .formatted(
            binding.subject(),
            binding.location(),
            to,
            rule.location().path(),
            role.subject(),
            rule.location());
  }
}
