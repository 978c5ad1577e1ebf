package dev.avow.k8s.rule;

import static org.assertj.core.api.Assertions.assertThat;

import dev.avow.k8s.KubernetesEvaluator;
import dev.avow.k8s.manifest.Manifests;
import dev.avow.policy.finding.Finding;
import dev.avow.policy.finding.Glob;
import dev.avow.policy.hardening.HardeningProfile;
import dev.avow.policy.hardening.Profile;
import dev.avow.policy.hardening.WatchScope;
import dev.avow.policy.hardening.WatchScope.Globs;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What rules about access say beyond their fixtures. */
class AccessRulesTest {

  private static final String OPERATOR =
      """
      apiVersion: rbac.authorization.k8s.io/v1
      kind: ClusterRole
      metadata: {name: operator}
      rules:
        - {apiGroups: [""], resources: [secrets], verbs: [list]}
        - {apiGroups: [""], resources: [pods/exec], verbs: [create]}
      ---
      apiVersion: rbac.authorization.k8s.io/v1
      kind: ClusterRoleBinding
      metadata: {name: operator}
      roleRef: {apiGroup: rbac.authorization.k8s.io, kind: ClusterRole, name: operator}
      subjects: [{kind: ServiceAccount, name: operator, namespace: ops}]
      """;

  private static List<Finding> findings(HardeningProfile.Builder profile, String text) {
    return KubernetesEvaluator.builder(profile.build())
        .build()
        .evaluate(Manifests.of("m.yaml", text))
        .findings();
  }

  private static List<Finding> findings(String rule, String text) {
    return findings(HardeningProfile.builder().with(rule), text);
  }

  @Test
  void tellOfTheRuleItsLineTheOthersAndTheBinding() {
    List<Finding> findings = findings("no-escalation-across-cluster", OPERATOR);

    assertThat(findings).hasSize(1);
    Finding finding = findings.get(0);
    assertThat(finding.location().toString()).isEqualTo("m.yaml:5:5");
    assertThat(finding.location().path()).isEqualTo("rules[0]");
    assertThat(finding.trail())
        .extracting(hop -> hop.at().line() + " " + hop.text())
        .containsExactly(
            "6 rules[1] lets them run commands in pods",
            "8 ClusterRoleBinding operator gives it to ServiceAccount ops/operator");
  }

  @Test
  void tellOfAnOperatorOnceUnderAProfile() {
    assertThat(findings(HardeningProfile.builder().profile(Profile.MULTI_TENANT), OPERATOR))
        .extracting(finding -> finding.rule().value())
        .containsExactly("no-escalation-across-cluster");
  }

  @Test
  void tellOfARoleThatIsAggregatedByWhomItIsGivenTo() {
    String text =
        """
        apiVersion: rbac.authorization.k8s.io/v1
        kind: ClusterRole
        metadata: {name: part, labels: {rbac.authorization.k8s.io/aggregate-to-edit: "true"}}
        rules: [{apiGroups: [""], resources: [namespaces], verbs: [patch]}]
        ---
        apiVersion: rbac.authorization.k8s.io/v1
        kind: RoleBinding
        metadata: {name: edits, namespace: prod}
        roleRef: {apiGroup: rbac.authorization.k8s.io, kind: ClusterRole, name: edit}
        subjects: [{kind: Group, name: devs}]
        """;

    assertThat(findings("no-escalation-in-namespace", text))
        .singleElement()
        .satisfies(
            finding ->
                assertThat(finding.trail())
                    .extracting(hop -> hop.text())
                    .containsExactly("RoleBinding prod/edits gives it to Group devs"));
  }

  @ParameterizedTest
  @CsvSource({"'', 1", "only-bound, 0", "exempt-roles, 0", "exempt-bindings, 1"})
  void lookAtTheRolesThatThePolicySays(String parameter, int findings) {
    String rule = "role-does-not-give-everything";
    HardeningProfile.Builder profile = HardeningProfile.builder().with(rule);
    if (parameter.equals("only-bound")) {
      profile.set(rule, parameter, true);
    } else if (!parameter.isEmpty()) {
      profile.set(rule, parameter, List.of("al*"));
    }
    String text =
        """
        apiVersion: rbac.authorization.k8s.io/v1
        kind: ClusterRole
        metadata: {name: all}
        rules: [{apiGroups: ["*"], resources: ["*"], verbs: ["*"]}]
        """;

    assertThat(findings(profile, text))
        .hasSize(findings)
        .allMatch(finding -> finding.message().contains("do everything across the cluster"));
  }

  @Test
  void countRulesForNamedObjectsWhereThePolicySaysSo() {
    String text =
        """
        apiVersion: rbac.authorization.k8s.io/v1
        kind: Role
        metadata: {name: reads, namespace: prod}
        rules: [{apiGroups: [""], resources: [secrets], resourceNames: [db], verbs: [get]}]
        """;
    String rule = "role-does-not-read-secrets";

    assertThat(findings(rule, text)).isEmpty();
    assertThat(
            findings(
                HardeningProfile.builder().with(rule).set(rule, "named-objects-count", true), text))
        .hasSize(1);
  }

  @ParameterizedTest
  @CsvSource({"unknown, 1", "unrestricted, 1", "aggregation, 0"})
  void believeWhatThePolicySaysOfKro(String mode, int findings) {
    String rule = "role-does-not-write-graph-definitions";
    String text =
        """
        apiVersion: rbac.authorization.k8s.io/v1
        kind: ClusterRole
        metadata: {name: authors}
        rules: [{apiGroups: [kro.run], resources: [resourcegraphdefinitions], verbs: [create]}]
        """;

    assertThat(
            findings(HardeningProfile.builder().with(rule).set(rule, "kro-rbac-mode", mode), text))
        .hasSize(findings);
  }

  @Test
  void countWildcardsForGraphsWhereThereIsOne() {
    String role =
        """
        apiVersion: rbac.authorization.k8s.io/v1
        kind: ClusterRole
        metadata: {name: patches}
        rules: [{apiGroups: ["*"], resources: ["*"], verbs: [patch]}]
        """;
    String graph =
        """
        ---
        apiVersion: kro.run/v1alpha1
        kind: ResourceGraphDefinition
        metadata: {name: app}
        spec: {schema: {kind: App}, resources: []}
        """;

    assertThat(findings("role-does-not-write-graph-definitions", role)).isEmpty();
    assertThat(findings("role-does-not-write-graph-definitions", role + graph)).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource({"prod staging, 1", "prod team-*, 0", "*, 0"})
  void goByTheWatchOfThePolicyIfItNamesNamespaces(String include, int findings) {
    List<Glob> globs = Arrays.stream(include.split(" ")).map(Glob::of).toList();
    HardeningProfile.Builder profile =
        HardeningProfile.builder()
            .with("image-tag-is-specific")
            .watch(new WatchScope(Globs.of(globs, List.of()), Globs.unstated(), Globs.unstated()));

    assertThat(findings(profile, OPERATOR)).hasSize(findings);
  }

  @Test
  void neverShowWhatStandsInAKubeconfig() {
    String text =
        """
        apiVersion: v1
        kind: Secret
        metadata: {name: s}
        stringData:
          config: |
            kind: Config
            clusters: [{name: c, cluster: {server: "http://ann:hunter2@a.example"}}]
        """;

    assertThat(findings("kubeconfig-verifies-api-server", text))
        .singleElement()
        .satisfies(
            finding -> {
              assertThat(finding.toString()).doesNotContain("hunter2").doesNotContain("a.example");
              assertThat(finding.fix().toString()).doesNotContain("hunter2");
              assertThat(finding.location().line()).isEqualTo(5);
              assertThat(finding.location().path()).isEqualTo("stringData.config");
            });
  }

  @Test
  void sayThatAKubeconfigCannotBeRead() {
    String text =
        """
        apiVersion: v1
        kind: ConfigMap
        metadata: {name: c}
        data:
          config: |
            kind: Config
            current-context: c
            clusters: [{server
        """;

    assertThat(findings("kubeconfig-verifies-api-server", text))
        .extracting(Finding::message)
        .containsExactly("cannot be decided without a readable kubeconfig at data.config");
  }

  @Test
  void removeTheFlagOfAKubeconfig() {
    String text =
        """
        apiVersion: v1
        kind: Config
        clusters: [{name: c, cluster: {server: "https://a", insecure-skip-tls-verify: true}}]
        """;

    assertThat(
            findings("kubeconfig-verifies-api-server", text).get(0).fix().orElseThrow().changes())
        .singleElement()
        .hasToString(
            "Change[op=remove, pointer=/clusters/0/cluster/insecure-skip-tls-verify, json=]");
  }

  @Test
  void askForTheAccountThatDeploys() {
    String graph =
        """
        apiVersion: kro.run/v1alpha1
        kind: ResourceGraphDefinition
        metadata: {name: app}
        spec:
          schema: {kind: App}
          resources:
            - {id: refers, externalRef: {apiVersion: v1, kind: ConfigMap, metadata: {name: c}}}
            - {id: config, template: {apiVersion: v1, kind: ConfigMap, metadata: {name: c}}}
        """;
    String rule = "graph-deployer-has-needed-access";
    HardeningProfile.Builder kro =
        HardeningProfile.builder()
            .with(rule)
            .set(rule, "mode", "kro")
            .set(rule, "verbs", List.of("create"))
            .set(rule, "account", "ci/deployer");

    assertThat(findings(rule, graph))
        .extracting(Finding::message)
        .containsExactly(
            "cannot be decided without the account that deploys it, as namespace/name");
    assertThat(findings(kro, graph))
        .extracting(Finding::message)
        .containsExactly(
            "needs what ServiceAccount ci/deployer lacks: create resourcegraphdefinitions.kro.run,"
                + " create apps.kro.run");
  }

  @Test
  void takeWhatIsNotGivenForUnknownUnlessAllIsGiven() {
    String text =
        """
        apiVersion: v1
        kind: Pod
        metadata: {name: p, namespace: prod}
        spec: {serviceAccountName: app, containers: [{name: app}]}
        """;

    assertThat(Judged.by("service-account-exists").in(text))
        .containsExactly("cannot be decided without the ServiceAccount prod/app");
  }
}
