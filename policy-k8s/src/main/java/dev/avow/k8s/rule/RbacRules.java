package dev.avow.k8s.rule;

import static dev.avow.policy.finding.Severity.HIGH;
import static dev.avow.policy.finding.Severity.LOW;
import static dev.avow.policy.finding.Severity.MEDIUM;
import static dev.avow.policy.hardening.Profile.PRODUCTION;

import dev.avow.policy.finding.Glob;
import dev.avow.policy.finding.Parameter;
import dev.avow.policy.hardening.HardeningProfile;
import dev.avow.policy.hardening.WatchScope;
import dev.avow.policy.rule.Declaration;
import java.util.List;
import java.util.stream.Stream;

/** Rules about access to the API: what roles allow, and to whom bindings give it. */
public final class RbacRules {

  private static final String LEAST = EscalationRules.GOOD_PRACTICES + "#least-privilege";

  static final Parameter<Boolean> VERBS = wildcard("verbs");
  static final Parameter<Boolean> RESOURCES = wildcard("resources");
  static final Parameter<Boolean> GROUPS = wildcard("api-groups");
  static final Parameter<Boolean> URLS = wildcard("urls");

  /** How kro creates what graphs hold. */
  public static final Parameter<KroRbacMode> KRO_RBAC_MODE =
      Parameter.choice("kro-rbac-mode", KroRbacMode.UNKNOWN, "the value of kro's rbac.mode");

  /** The namespaces that a controller watches. */
  public static final Parameter<List<Glob>> NAMESPACES =
      Parameter.globs(
          "namespaces", List.of(), "the namespaces that are watched; those of the policy if empty");

  /** The accounts of the controllers that watch them. */
  public static final Parameter<List<Glob>> ACCOUNTS =
      Parameter.globs(
          "accounts", List.of("*/*"), "the accounts of which that is asked, as namespace/name");

  /** No role allows by a wildcard what nobody has thought of. */
  public static final GroupRule NO_WILDCARDS =
      GroupRule.named("role-has-no-wildcards")
          .severity(MEDIUM)
          .because(
              "A wildcard allows what does not exist yet: whatever the next version or the next"
                  + " custom resource adds.")
          .advise("Name the verbs, API groups, resources and URLs that are needed.")
          .see(LEAST)
          .see("https://kubernetes.io/docs/reference/access-authn-authz/rbac/")
          .alias("restrict-wildcard-verbs")
          .alias("restrict-wildcard-resources")
          .alias("wildcard-in-rules")
          .alias("KSV-0044")
          .alias("KSV-0045")
          .alias("KSV-0046")
          .alias("CKV_K8S_49")
          .alias("C-0187")
          .with(VERBS)
          .with(RESOURCES)
          .with(GROUPS)
          .with(URLS)
          .with(RoleOptions.EXEMPT_ROLES)
          .from(PRODUCTION)
          .overEverything(AccessFacts.ROLES, AccessFacts.BINDINGS)
          .finds(WildcardSearch::judge);

  /**
   * Nobody writes the graphs that kro turns into resources in its own name.
   *
   * <p>Whoever may do everything anyhow gains nothing by it and is not told of; nor are roles that
   * allow it by wildcards, unless kro is known to be there.
   */
  public static final GroupRule NO_GRAPH_AUTHORS =
      GroupRule.named("role-does-not-write-graph-definitions")
          .severity(HIGH)
          .because(
              "Unless kro is restricted it may create anything, so that whoever writes a"
                  + " ResourceGraphDefinition is cluster-admin.")
          .advise(
              "Install kro with rbac.mode=aggregation and say so in kro-rbac-mode, or take create,"
                  + " update and patch of resourcegraphdefinitions from the role.")
          .see("https://kro.run/docs/advanced/access-control/")
          .see(EscalationRules.GOOD_PRACTICES)
          .with(KRO_RBAC_MODE)
          .with(RoleOptions.EXEMPT_ROLES)
          .with(RoleOptions.EXEMPT_BINDINGS)
          .from(PRODUCTION)
          .overEverything(AccessFacts.ROLES, AccessFacts.BINDINGS, DeployerRules.GRAPH_PARTS)
          .finds(RbacRules::graphAuthors);

  /** No account has across the cluster what it needs in the namespaces that it watches. */
  public static final GroupRule BINDING_IS_AS_NARROW_AS_WATCH =
      GroupRule.named("binding-is-as-narrow-as-watch")
          .severity(LOW)
          .because(
              "A controller that watches three namespaces and may act in all of them gives all of"
                  + " them away when it is taken over.")
          .advise(
              "Bind the ClusterRole by a RoleBinding in each namespace that is watched; keep a"
                  + " ClusterRoleBinding for what is in no namespace.")
          .see(LEAST)
          .with(NAMESPACES)
          .with(ACCOUNTS)
          .where(RbacRules::watchesNames)
          .overEverything(AccessFacts.ROLES, AccessFacts.BINDINGS)
          .finds(WatchedBindings::judge);

  private RbacRules() {}

  /** Returns all of them. */
  static List<Declaration> all() {
    return Stream.<List<? extends Declaration>>of(
            List.of(NO_WILDCARDS, NO_GRAPH_AUTHORS, BINDING_IS_AS_NARROW_AS_WATCH),
            EscalationRules.all(),
            RolePowerRules.all(),
            RoleReachRules.all(),
            BindingRules.all(),
            ReferenceRules.all(),
            List.of(DeployerRules.DEPLOYER_HAS_ACCESS))
        .<Declaration>flatMap(List::stream)
        .toList();
  }

  private static Parameter<Boolean> wildcard(String list) {
    return Parameter.flag(
            list, true, "whether wildcards among " + list.replace('-', ' ') + " count")
        .stricterIf(Parameter.Stricter.TRUE);
  }

  private static void graphAuthors(Group group, GroupReporter report) {
    KroRbacMode mode = report.settings().get(KRO_RBAC_MODE);
    if (mode == KroRbacMode.AGGREGATION) {
      AccessFacts.roles(group).forEach(role -> report.pass(role.subject()));
      return;
    }
    boolean isKroThere =
        mode == KroRbacMode.UNRESTRICTED || !group.all(DeployerRules.GRAPH_PARTS).isEmpty();
    RolePowers.judge(
        PowerQuestion.aboutGraphs(isKroThere),
        RoleOptions.exemptions(report.settings()),
        group,
        report);
  }

  private static boolean watchesNames(HardeningProfile profile) {
    return isLiteral(profile.watch().namespaces());
  }

  private static boolean isLiteral(WatchScope.Globs watched) {
    return !watched.include().isEmpty() && watched.include().stream().allMatch(Glob::isLiteral);
  }
}
