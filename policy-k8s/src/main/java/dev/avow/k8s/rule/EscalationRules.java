package dev.avow.k8s.rule;

import static dev.avow.policy.finding.Severity.HIGH;
import static dev.avow.policy.finding.Severity.MEDIUM;
import static dev.avow.policy.hardening.Profile.MULTI_TENANT;
import static dev.avow.policy.hardening.Profile.PRODUCTION;

import dev.avow.k8s.rule.PowerQuestion.Span;
import dev.avow.policy.rule.Declaration;
import java.util.List;

/**
 * Rules about roles that give more than they seem to.
 *
 * <p>Each tells of a role once, whatever it gives; {@link RolePowerRules} are about one thing each.
 */
public final class EscalationRules {

  static final String GOOD_PRACTICES =
      "https://kubernetes.io/docs/concepts/security/rbac-good-practices/";

  /** No role that is given across the cluster lets its holders take the cluster over. */
  public static final GroupRule NO_ESCALATION_ACROSS_CLUSTER =
      named("no-escalation-across-cluster")
          .severity(HIGH)
          .because(
              "Whoever reads all secrets, starts pods anywhere, acts as others or has the kubelet"
                  + " run commands has the cluster, whatever else the role withholds.")
          .advise(
              "Take from the role what the program does not need, name the objects in"
                  + " resourceNames, or give it in single namespaces by RoleBindings; what remains"
                  + " is worth a waiver.")
          .from(PRODUCTION)
          .overEverything(AccessFacts.ROLES, AccessFacts.BINDINGS)
          .finds((group, report) -> judge(Span.CLUSTER, group, report));

  /** No role that is given in a namespace lets its holders take the namespace over. */
  public static final GroupRule NO_ESCALATION_IN_NAMESPACE =
      named("no-escalation-in-namespace")
          .severity(MEDIUM)
          .because(
              "Whoever reads the secrets of a namespace or starts pods in it can be every program"
                  + " that runs there.")
          .advise(
              "Name the objects in resourceNames, and take from the role what the program does not"
                  + " need; what remains is worth a waiver.")
          .from(MULTI_TENANT)
          .overEverything(AccessFacts.ROLES, AccessFacts.BINDINGS)
          .finds((group, report) -> judge(Span.NAMESPACES, group, report));

  private EscalationRules() {}

  /** Returns all of them. */
  static List<Declaration> all() {
    return List.of(NO_ESCALATION_ACROSS_CLUSTER, NO_ESCALATION_IN_NAMESPACE);
  }

  private static GroupRule.Named named(String id) {
    return GroupRule.named(id)
        .see(GOOD_PRACTICES + "#privilege-escalation-risks")
        .with(RoleOptions.EXEMPT_ROLES)
        .with(RoleOptions.EXEMPT_BINDINGS);
  }

  private static void judge(Span span, Group group, GroupReporter report) {
    RoleOptions options = RoleOptions.exemptions(report.settings());
    RolePowers.judge(PowerQuestion.aboutEscalation(span), options, group, report);
  }
}
