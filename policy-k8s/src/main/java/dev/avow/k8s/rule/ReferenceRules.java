package dev.avow.k8s.rule;

import static dev.avow.policy.finding.Severity.LOW;

import dev.avow.policy.finding.Parameter;
import dev.avow.policy.finding.Parameter.Stricter;
import dev.avow.policy.rule.Declaration;
import java.util.List;

/** Rules that what pods and bindings name is there. */
public final class ReferenceRules {

  /** Whether what is not among the manifests does not exist. */
  public static final Parameter<Boolean> ALL_IS_GIVEN =
      Parameter.flag(
              "all-is-given",
              false,
              "whether all objects of the cluster are given, so that what is not does not exist")
          .stricterIf(Stricter.TRUE);

  /** The role of every binding is there. */
  public static final GroupRule BOUND_ROLE_EXISTS =
      named("bound-role-exists")
          .because(
              "A binding of a role that is not there gives nothing today, and what somebody else"
                  + " calls so tomorrow.")
          .advise("Correct the name in roleRef, or add the role.")
          .see("https://kubernetes.io/docs/reference/access-authn-authz/rbac/")
          .alias("LNK001")
          .alias("C-0307")
          .overEverything(AccessFacts.ROLES, AccessFacts.BINDINGS)
          .finds(References::boundRoles);

  /** The service accounts that bindings name are there. */
  public static final GroupRule BOUND_ACCOUNT_EXISTS =
      named("bound-service-account-exists")
          .because(
              "Whoever may create the account that is missing gets what the binding waits to give.")
          .advise("Correct the subject, add the service account, or remove the binding.")
          .see("https://kubernetes.io/docs/concepts/security/service-accounts/")
          .alias("LNK001")
          .alias("C-0307")
          .overEverything(AccessFacts.BINDINGS, ServiceAccountRules.OFFERED_TOKENS)
          .finds(References::boundAccounts);

  /** The service accounts that pods name are there. */
  public static final GroupRule ACCOUNT_EXISTS =
      named("service-account-exists")
          .because("A pod whose account is not there is never created.")
          .advise("Correct serviceAccountName, or add the service account.")
          .see(
              "https://kubernetes.io/docs/tasks/configure-pod-container/"
                  + "configure-service-account/")
          .alias("non-existent-service-account")
          .alias("LNK001")
          .overEverything(ServiceAccountRules.POD_ACCOUNTS, ServiceAccountRules.OFFERED_TOKENS)
          .finds(References::podAccounts);

  private ReferenceRules() {}

  /** Returns all of them. */
  static List<Declaration> all() {
    return List.of(BOUND_ROLE_EXISTS, BOUND_ACCOUNT_EXISTS, ACCOUNT_EXISTS);
  }

  private static GroupRule.Named named(String id) {
    return GroupRule.named(id).severity(LOW).with(ALL_IS_GIVEN).onlyByName();
  }
}
