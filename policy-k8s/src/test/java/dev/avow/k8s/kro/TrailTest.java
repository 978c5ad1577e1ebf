package dev.avow.k8s.kro;

import static org.assertj.core.api.Assertions.assertThat;

import dev.avow.k8s.KubernetesEvaluator;
import dev.avow.k8s.manifest.Manifests;
import dev.avow.policy.finding.Finding;
import dev.avow.policy.finding.Fix;
import dev.avow.policy.hardening.HardeningProfile;
import dev.avow.policy.hardening.Profile;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A finding shows the whole way, and nothing of what went it. */
class TrailTest {

  private static final String GRAPH =
      """
      apiVersion: kro.run/v1alpha1
      kind: ResourceGraphDefinition
      metadata: {name: shop}
      spec:
        schema:
          kind: Shop
          spec: {rootToken: 'string | default="t0p-s3cr3t"'}
          status:
            dsn: ${config.data.dsn}
        resources:
          - id: creds
            externalRef: {apiVersion: v1, kind: Secret, metadata: {name: c}}
          - id: config
            template:
              apiVersion: v1
              kind: ConfigMap
              metadata: {name: config}
              data:
                dsn: "pg://${"app:t0p-s3cr3t"}:${creds.data.password}@db"
          - id: app
            template:
              apiVersion: v1
              kind: Pod
              metadata: {name: app}
              spec:
                containers:
                  - name: app
                    env: [{name: PASSWORD, value: "${creds.data.password}"}]
                    args: ["${creds.data.password}"]
      """
          .replace("\"pg://${\"app:t0p-s3cr3t\"}", "'pg://${\"app:t0p-s3cr3t\"}")
          .replace("@db\"", "@db'");

  private static List<Finding> findings() {
    return KubernetesEvaluator.builder(HardeningProfile.builder().profile(Profile.BASELINE).build())
        .build()
        .evaluate(Manifests.of("rgd.yaml", GRAPH))
        .findings();
  }

  private static Finding at(String path) {
    return findings().stream()
        .filter(finding -> finding.location().path().equals(path))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void hasAPlaceForEachStation() {
    Finding finding = at("spec.schema.status.dsn");

    assertThat(finding.location()).hasToString("rgd.yaml:9:12");
    assertThat(finding.trail())
        .extracting(hop -> hop.at() + " " + hop.at().path() + " " + hop.text())
        .containsExactly(
            "rgd.yaml:11:7 spec.resources[0] creds is a Secret",
            "rgd.yaml:19:16 spec.resources[1].template.data.dsn config.data.dsn carries it on",
            "rgd.yaml:9:14 spec.schema.status.dsn this expression lets it out");
  }

  @Test
  void pointsAtTheExpressionWithinItsText() {
    Finding finding = at("spec.resources[1].template.data.dsn");

    assertThat(finding.trail().get(1).at()).hasToString("rgd.yaml:19:44");
  }

  @Test
  void proposesAReferenceByName() {
    String container = "spec.resources[2].template.spec.containers[0]";

    assertThat(at(container + ".env[0].value").fix())
        .contains(
            Fix.advice(
                "Set valueFrom.secretKeyRef with the name ${creds.metadata.name} in place of the"
                    + " value"));
    assertThat(at(container + ".args[0]").fix().orElseThrow().advice())
        .contains("a variable by secretKeyRef");
    assertThat(at("spec.schema.status.dsn").fix().orElseThrow().advice())
        .contains("${creds.metadata.name}");
  }

  @Test
  void quotesNoValue() {
    assertThat(findings())
        .isNotEmpty()
        .allSatisfy(
            finding ->
                assertThat(finding + " " + finding.trail() + finding.fix())
                    .doesNotContain("t0p-s3cr3t"));
  }

  @Test
  void valuesOfFlowsAreNotTold() {
    ResourceGraphDefinition graph = Graphs.of(GRAPH);

    assertThat(graph.toString() + graph.graph() + graph.flows()).doesNotContain("t0p-s3cr3t");
  }
}
