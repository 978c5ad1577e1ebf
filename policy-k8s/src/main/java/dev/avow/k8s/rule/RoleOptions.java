package dev.avow.k8s.rule;

import dev.avow.k8s.rbac.Binding;
import dev.avow.k8s.rbac.Role;
import dev.avow.policy.finding.Glob;
import dev.avow.policy.finding.Parameter;
import dev.avow.policy.finding.Parameter.Stricter;
import dev.avow.policy.rule.Settings;
import java.util.List;

/** Which roles and bindings a rule looks at. */
record RoleOptions(
    List<Glob> exemptRoles,
    List<Glob> exemptBindings,
    boolean builtIns,
    boolean onlyBound,
    boolean namedObjects) {

  static final Parameter<List<Glob>> EXEMPT_ROLES =
      Parameter.globs("exempt-roles", List.of(), "the names of roles that may do so")
          .stricterIf(Stricter.FEWER);

  static final Parameter<List<Glob>> EXEMPT_BINDINGS =
      Parameter.globs("exempt-bindings", List.of(), "the names of bindings that may do so")
          .stricterIf(Stricter.FEWER);

  static final Parameter<Boolean> BUILT_INS =
      Parameter.flag(
              "built-in-roles-count",
              false,
              "whether roles count that come with every cluster, where they are among the"
                  + " manifests")
          .stricterIf(Stricter.TRUE);

  static final Parameter<Boolean> ONLY_BOUND =
      Parameter.flag("only-bound", false, "whether only roles count that are given to somebody")
          .stricterIf(Stricter.FALSE);

  static final Parameter<Boolean> NAMED_OBJECTS =
      Parameter.flag(
              "named-objects-count", false, "whether a rule counts that is for named objects only")
          .stricterIf(Stricter.TRUE);

  /** Returns what a policy says to a rule that has all of these parameters. */
  static RoleOptions all(Settings settings) {
    return new RoleOptions(
        settings.get(EXEMPT_ROLES),
        settings.get(EXEMPT_BINDINGS),
        settings.get(BUILT_INS),
        settings.get(ONLY_BOUND),
        settings.get(NAMED_OBJECTS));
  }

  /** Returns what a policy says to a rule that has only the exemptions. */
  static RoleOptions exemptions(Settings settings) {
    return new RoleOptions(
        settings.get(EXEMPT_ROLES), settings.get(EXEMPT_BINDINGS), false, false, false);
  }

  /** Returns whether a rule that exempts roles only looks at {@code role}. */
  static boolean concerns(Role role, Settings settings) {
    return !role.builtIn() && matchesNone(settings.get(EXEMPT_ROLES), role.key().name().text());
  }

  boolean concerns(Role role) {
    return (builtIns || !role.builtIn()) && matchesNone(exemptRoles, role.key().name().text());
  }

  boolean concerns(Binding binding) {
    return !binding.builtIn()
        && matchesNone(exemptBindings, binding.name().text())
        && matchesNone(exemptRoles, binding.role().name().text());
  }

  private static boolean matchesNone(List<Glob> exempt, String name) {
    return exempt.stream().noneMatch(glob -> glob.matches(name));
  }
}
