package dev.avow.k8s.rule;

import static dev.avow.policy.finding.Severity.HIGH;
import static dev.avow.policy.finding.Severity.MEDIUM;
import static dev.avow.policy.hardening.Profile.BASELINE;
import static dev.avow.policy.hardening.Profile.PRODUCTION;
import static dev.avow.policy.hardening.Profile.RESTRICTED;

import dev.avow.k8s.rbac.Principal;
import dev.avow.policy.finding.Glob;
import dev.avow.policy.finding.Parameter;
import dev.avow.policy.finding.Parameter.Stricter;
import dev.avow.policy.finding.Severity;
import dev.avow.policy.rule.Declaration;
import java.util.List;

/** Rules about to whom bindings give what. */
public final class BindingRules {

  private static final String RBAC =
      "https://kubernetes.io/docs/reference/access-authn-authz/rbac/";
  private static final String GROUP = "Group";
  private static final String DEFAULTS = RBAC + "#default-roles-and-role-bindings";

  /** The roles that callers who are not known may have. */
  public static final Parameter<List<Glob>> ROLES_FOR_ANYBODY =
      Parameter.globs(
              "allowed-roles",
              List.of("system:public-info-viewer"),
              "the names of roles that they may have")
          .stricterIf(Stricter.FEWER);

  /** The roles that all callers who are known may have. */
  public static final Parameter<List<Glob>> ROLES_FOR_KNOWN =
      Parameter.globs(
              "allowed-roles",
              List.of("system:basic-user", "system:discovery", "system:public-info-viewer"),
              "the names of roles that they may have")
          .stricterIf(Stricter.FEWER);

  /** Nobody is given cluster-admin across the cluster. */
  public static final GroupRule CLUSTER_ADMIN_IS_NOT_BOUND =
      named("cluster-admin-is-not-bound", HIGH)
          .because("Whoever has the role can do everything in the cluster, and undo every guard.")
          .advise(
              "Bind a role that allows what is needed; keep cluster-admin for emergencies, as a"
                  + " waiver.")
          .see(EscalationRules.GOOD_PRACTICES + "#least-privilege")
          .alias("cluster-admin-role-binding")
          .alias("restrict-binding-clusteradmin")
          .alias("block-cluster-admin-from-ns")
          .alias("clusterrolebindingClusterAdmin")
          .alias("KSV-0111")
          .alias("C-0185")
          .alias("C-0035")
          .with(RoleOptions.EXEMPT_BINDINGS)
          .from(RESTRICTED)
          .overEverything(AccessFacts.BINDINGS)
          .finds((group, report) -> BindingSearch.clusterAdmin(group, report, true));

  /** Nobody is given cluster-admin in a namespace. */
  public static final GroupRule CLUSTER_ADMIN_IS_NOT_BOUND_IN_NAMESPACE =
      named("cluster-admin-is-not-bound-in-namespace", MEDIUM)
          .because(
              "In a namespace cluster-admin allows everything there, what the role admin leaves"
                  + " out as well: its quota and the namespace itself.")
          .advise("Bind the ClusterRole admin or edit instead, or a role of its own.")
          .see(RBAC + "#user-facing-roles")
          .alias("restrict-binding-clusteradmin")
          .alias("rolebindingClusterAdminClusterRole")
          .alias("KSV-0111")
          .with(RoleOptions.EXEMPT_BINDINGS)
          .from(PRODUCTION)
          .overEverything(AccessFacts.BINDINGS)
          .finds((group, report) -> BindingSearch.clusterAdmin(group, report, false));

  /** Nobody is added to the group that is above the law. */
  public static final GroupRule MASTERS_ARE_NOT_BOUND =
      named("system-masters-are-not-bound", HIGH)
          .because(
              "Members of system:masters may do everything whatever is bound to them, and no"
                  + " removal of a binding takes it from them.")
          .advise("Bind the role to a group of its own, and have nobody in system:masters.")
          .see(EscalationRules.GOOD_PRACTICES + "#least-privilege")
          .alias("restrict-binding-system-groups")
          .alias("KSV-0123")
          .from(BASELINE)
          .overEverything(AccessFacts.BINDINGS)
          .finds(
              (group, report) ->
                  BindingSearch.subjects(
                      group,
                      report,
                      List.of(),
                      subject -> subject.is(GROUP, Principal.MASTERS),
                      "the group that may do everything anyhow"));

  /** Nobody has access who has not said who they are. */
  public static final GroupRule UNAUTHENTICATED_HAVE_NO_ROLES =
      named("unauthenticated-callers-have-no-roles", HIGH)
          .because("Whoever reaches the API server has what is given to callers it does not know.")
          .advise("Remove the subject; give the role to those who need it, by name.")
          .see(EscalationRules.GOOD_PRACTICES)
          .see(DEFAULTS)
          .alias("restrict-binding-system-groups")
          .alias("K8sDisallowAnonymous")
          .alias("KSV-0122")
          .alias("KSV-01011")
          .alias("C-0262")
          .alias("C-0265")
          .with(ROLES_FOR_ANYBODY)
          .from(BASELINE)
          .overEverything(AccessFacts.BINDINGS)
          .finds(
              (group, report) ->
                  BindingSearch.subjects(
                      group,
                      report,
                      report.settings().get(ROLES_FOR_ANYBODY),
                      subject ->
                          subject
                              .is(GROUP, Principal.UNAUTHENTICATED)
                              .or(subject.is(GROUP, Principal.ANONYMOUS))
                              .or(subject.is("User", Principal.ANONYMOUS)),
                      "callers that are not known"));

  /** Nothing is given to everybody. */
  public static final GroupRule AUTHENTICATED_HAVE_NO_ROLES =
      named("authenticated-callers-have-no-common-roles", MEDIUM)
          .because(
              "All who can log in are in the group, each service account among them, so that every"
                  + " pod with a token has what is given to it.")
          .advise("Bind the role to the accounts and groups that need it.")
          .see(EscalationRules.GOOD_PRACTICES)
          .see(DEFAULTS)
          .alias("restrict-binding-system-groups")
          .alias("K8sDisallowAnonymous")
          .with(ROLES_FOR_KNOWN)
          .from(RESTRICTED)
          .overEverything(AccessFacts.BINDINGS)
          .finds(
              (group, report) ->
                  BindingSearch.subjects(
                      group,
                      report,
                      report.settings().get(ROLES_FOR_KNOWN),
                      subject ->
                          subject
                              .is(GROUP, Principal.AUTHENTICATED)
                              .or(subject.is(GROUP, Principal.ACCOUNTS)),
                      "everybody who is known"));

  /** The account of pods that name none has no roles. */
  public static final GroupRule DEFAULT_ACCOUNT_HAS_NO_ROLES =
      named("default-service-account-has-no-roles", MEDIUM)
          .because(
              "Each pod of the namespace that names no account runs as the default one, and has"
                  + " what it is given.")
          .advise("Make an account for the workload, and bind the role to that.")
          .see("https://kubernetes.io/docs/concepts/security/service-accounts/")
          .alias("CKV_K8S_42")
          .alias("C-0189")
          .from(RESTRICTED)
          .overEverything(AccessFacts.BINDINGS)
          .finds(
              (group, report) ->
                  BindingSearch.subjects(
                      group,
                      report,
                      List.of(),
                      subject -> subject.is("ServiceAccount", PodAccount.DEFAULT),
                      "all pods that name no account"));

  private BindingRules() {}

  /** Returns all of them. */
  static List<Declaration> all() {
    return List.of(
        CLUSTER_ADMIN_IS_NOT_BOUND,
        CLUSTER_ADMIN_IS_NOT_BOUND_IN_NAMESPACE,
        MASTERS_ARE_NOT_BOUND,
        UNAUTHENTICATED_HAVE_NO_ROLES,
        AUTHENTICATED_HAVE_NO_ROLES,
        DEFAULT_ACCOUNT_HAS_NO_ROLES);
  }

  private static GroupRule.Named named(String id, Severity severity) {
    return GroupRule.named(id).severity(severity);
  }
}
