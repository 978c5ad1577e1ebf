package dev.avow.k8s.rule;

import static dev.avow.policy.finding.Severity.CRITICAL;
import static dev.avow.policy.finding.Severity.HIGH;
import static dev.avow.policy.finding.Severity.MEDIUM;

import dev.avow.k8s.rbac.Power;
import dev.avow.policy.finding.Severity;
import dev.avow.policy.rule.Declaration;
import java.util.List;

/**
 * Rules about one power each that roles give, for those who want to weigh or waive them one by one.
 *
 * <p>They are on by name only: {@link EscalationRules} tell of most of it in one finding a role.
 */
public final class RolePowerRules {

  private static final String WEB = "https://kubernetes.io/docs/";
  private static final String RISKS = EscalationRules.GOOD_PRACTICES;

  /** No role lets its holders do everything. */
  public static final GroupRule EVERYTHING =
      rule(
          Power.EVERYTHING,
          named("role-does-not-give-everything", CRITICAL, RISKS + "#least-privilege")
              .because("A role that allows everything is cluster-admin by another name.")
              .alias("KSV-0046")
              .alias("rolebindingClusterAdminRole"));

  /** No role lets its holders read secrets. */
  public static final GroupRule READ_SECRETS =
      rule(
          Power.READ_SECRETS,
          named("role-does-not-read-secrets", HIGH, RISKS + "#listing-secrets")
              .because(
                  "A list or a watch of secrets shows their content as much as a get does, that of"
                      + " service account tokens among them.")
              .alias("restrict-secret-role-verbs")
              .alias("access-to-secrets")
              .alias("KSV-0041")
              .alias("KSV-0113")
              .alias("CKV2_K8S_5")
              .alias("C-0015")
              .alias("C-0186"));

  /** No role lets its holders create workloads. */
  public static final GroupRule CREATE_WORKLOADS =
      rule(
          Power.CREATE_WORKLOADS,
          named("role-does-not-create-workloads", MEDIUM, RISKS + "#workload-creation")
              .because(
                  "Whoever creates a pod chooses its account, and mounts what secrets and volumes"
                      + " the namespace has.")
              .alias("access-to-create-pods")
              .alias("KSV-0048")
              .alias("C-0188")
              .alias("KBP107"));

  /** No role lets its holders run commands in the pods of others. */
  public static final GroupRule ENTER_PODS =
      rule(
          Power.ENTER_PODS,
          named("role-does-not-enter-pods", HIGH, WEB + "tasks/debug/debug-application/")
              .because(
                  "Whoever runs a command in a pod, attaches to it or adds a container has its"
                      + " files, its token and its place in the network.")
              .alias("clusterrolePodExecAttach")
              .alias("rolePodExecAttach")
              .alias("clusterrolebindingPodExecAttach")
              .alias("rolebindingRolePodExecAttach")
              .alias("rolebindingClusterRolePodExecAttach")
              .alias("KSV-0053")
              .alias("KSV-0054")
              .alias("CKV2_K8S_2")
              .alias("C-0002")
              .alias("KBP108"));

  /** No role lets its holders give away more than they have. */
  public static final GroupRule ESCALATE_ROLES =
      rule(
          Power.ESCALATE_ROLES,
          named("role-does-not-escalate", HIGH, RISKS + "#escalate-verb")
              .because(
                  "The verbs escalate and bind are there to go past the check that nobody gives"
                      + " what they do not have themselves.")
              .alias("restrict-escalation-verbs-roles")
              .alias("CKV_K8S_157")
              .alias("CKV_K8S_158")
              .alias("CKV2_K8S_1")
              .alias("C-0191"));

  /** No role lets its holders act as others. */
  public static final GroupRule IMPERSONATE =
      rule(
          Power.IMPERSONATE,
          named("role-does-not-impersonate", HIGH, RISKS + "#impersonate-verb")
              .because("Whoever may act as another has all that the other has.")
              .alias("restrict-escalation-verbs-roles")
              .alias("KSV-0043")
              .alias("CKV2_K8S_3")
              .alias("C-0065")
              .alias("C-0191"));

  /** No role lets its holders talk to the kubelet. */
  public static final GroupRule PROXY_NODES =
      rule(
          Power.PROXY_NODES,
          named("role-does-not-proxy-nodes", HIGH, RISKS + "#access-to-proxy-subresource-of-nodes")
              .because(
                  "Behind the proxy of a node is the kubelet, which runs commands in every pod of"
                      + " the node, past admission and audit; get is enough.")
              .alias("restrict-clusterrole-nodesproxy")
              .alias("KSV-0047")
              .alias("CKV2_K8S_2")
              .alias("C-0279"));

  /** No role lets its holders create tokens. */
  public static final GroupRule CREATE_TOKENS =
      rule(
          Power.CREATE_TOKENS,
          named("role-does-not-create-tokens", HIGH, RISKS + "#token-request")
              .because("A token of a service account is the account, wherever it is used."));

  /** No role lets its holders have certificates signed. */
  public static final GroupRule APPROVE_CERTIFICATES =
      rule(
          Power.APPROVE_CERTIFICATES,
          named("role-does-not-approve-certificates", HIGH, RISKS + "#csrs-and-certificate-issuing")
              .because(
                  "A client certificate says who one is, and anybody can ask for one in any name.")
              .alias("restrict-clusterrole-csr")
              .alias("CKV_K8S_156")
              .alias("C-0280"));

  /** No role lets its holders create persistent volumes. */
  public static final GroupRule CREATE_VOLUMES =
      rule(
          Power.CREATE_VOLUMES,
          named("role-does-not-create-volumes", HIGH, RISKS + "#persistent-volume-creation")
              .because(
                  "A persistent volume can be a path of a node, which pod security does not see."));

  /** No role lets its holders configure admission webhooks. */
  public static final GroupRule CONFIGURE_ADMISSION =
      rule(
          Power.CONFIGURE_ADMISSION,
          named("role-does-not-configure-webhooks", HIGH, RISKS + "#control-admission-webhooks")
              .because("A webhook sees whatever is written, secrets among it, and may change it.")
              .alias("restrict-clusterrole-mutating-validating-admission-webhooks")
              .alias("KSV-0114")
              .alias("CKV_K8S_155")
              .alias("C-0281"));

  /** No role lets its holders change namespaces. */
  public static final GroupRule LABEL_NAMESPACES =
      rule(
          Power.LABEL_NAMESPACES,
          named("role-does-not-label-namespaces", HIGH, RISKS + "#namespace-modification")
              .because(
                  "Labels of a namespace say which pods are admitted to it and whom network"
                      + " policies let in."));

  private RolePowerRules() {}

  /** Returns all of them. */
  static List<Declaration> all() {
    return List.of(
        EVERYTHING,
        READ_SECRETS,
        CREATE_WORKLOADS,
        ENTER_PODS,
        ESCALATE_ROLES,
        IMPERSONATE,
        PROXY_NODES,
        CREATE_TOKENS,
        APPROVE_CERTIFICATES,
        CREATE_VOLUMES,
        CONFIGURE_ADMISSION,
        LABEL_NAMESPACES);
  }

  static GroupRule.Named named(String id, Severity severity, String page) {
    return GroupRule.named(id).severity(severity).see(page).onlyByName();
  }

  static GroupRule rule(Power power, GroupRule.Named named) {
    return named
        .advise(
            "Take it from the role, or limit it to the objects that are meant; what remains is"
                + " worth a waiver.")
        .with(RoleOptions.EXEMPT_ROLES)
        .with(RoleOptions.EXEMPT_BINDINGS)
        .with(RoleOptions.BUILT_INS)
        .with(RoleOptions.ONLY_BOUND)
        .with(RoleOptions.NAMED_OBJECTS)
        .overEverything(AccessFacts.ROLES, AccessFacts.BINDINGS)
        .finds(
            (group, report) ->
                RolePowers.judge(
                    PowerQuestion.about(power), RoleOptions.all(report.settings()), group, report));
  }
}
