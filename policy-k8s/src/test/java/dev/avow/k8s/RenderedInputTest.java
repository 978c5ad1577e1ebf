package dev.avow.k8s;

import static org.assertj.core.api.Assertions.assertThat;

import dev.avow.k8s.manifest.Manifests;
import dev.avow.policy.finding.Evaluation;
import dev.avow.policy.finding.Finding;
import dev.avow.policy.finding.Verdict;
import dev.avow.policy.hardening.HardeningProfile;
import dev.avow.policy.hardening.Profile;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What other tools print: charts as rendered, overlays as built, clusters as dumped. */
class RenderedInputTest {

  private static final HardeningProfile PROFILE =
      HardeningProfile.builder().profile(Profile.RESTRICTED).build();

  /** As {@code kubectl get deployment,pod -o json} prints it, shortened. */
  private static final String DUMP =
      """
      {
        "apiVersion": "v1",
        "items": [
          {
            "apiVersion": "apps/v1",
            "kind": "Deployment",
            "metadata": {
              "annotations": {
                "deployment.kubernetes.io/revision": "3",
                "kubectl.kubernetes.io/last-applied-configuration": "{\\"apiVersion\\":\\"apps/v1\\",\\"kind\\":\\"Deployment\\",\\"metadata\\":{\\"annotations\\":{\\"waive.avow.dev/is-not-privileged\\":\\"until 2099-01-01: x\\"}},\\"spec\\":{\\"template\\":{\\"spec\\":{\\"hostNetwork\\":true,\\"containers\\":[{\\"securityContext\\":{\\"privileged\\":true}}]}}}}\\n"
              },
              "creationTimestamp": "2026-01-01T00:00:00Z",
              "generation": 3,
              "managedFields": [
                {
                  "apiVersion": "apps/v1",
                  "fieldsType": "FieldsV1",
                  "fieldsV1": {"f:spec": {"f:template": {"f:spec": {"f:containers": {"k:{\\"name\\":\\"api\\"}": {".": {}, "f:securityContext": {"f:privileged": {}}}}}}}},
                  "manager": "kubectl-client-side-apply",
                  "operation": "Update"
                }
              ],
              "name": "backend",
              "namespace": "prod",
              "resourceVersion": "1",
              "uid": "f1"
            },
            "spec": {
              "selector": {"matchLabels": {"app": "backend"}},
              "template": {
                "metadata": {"creationTimestamp": null, "labels": {"app": "backend"}},
                "spec": {"containers": [{"name": "api", "image": "ghcr.io/acme/api", "resources": {}}], "securityContext": {}}
              }
            },
            "status": {"conditions": [{"type": "Available", "status": "True", "message": "{{ not a template }}"}], "replicas": 1}
          }
        ],
        "kind": "List",
        "metadata": {"resourceVersion": ""}
      }
      """;

  private static final String WRITTEN =
      """
      # Source: shop/templates/backend.yaml
      apiVersion: apps/v1
      kind: Deployment
      metadata: {name: backend, namespace: prod}
      spec:
        selector: {matchLabels: {app: backend}}
        template:
          metadata: {labels: {app: backend}}
          spec:
            containers:
              - name: api
                image: ghcr.io/acme/api
      """;

  private static Evaluation evaluate(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    return KubernetesEvaluator.builder(PROFILE)
        .build()
        .evaluate(Manifests.from("(standard input)", new ByteArrayInputStream(bytes)));
  }

  private static List<String> said(Evaluation evaluation) {
    return evaluation.findings().stream()
        .map(finding -> finding.rule() + " " + finding.sentence())
        .sorted()
        .toList();
  }

  @Test
  void aDumpOfAClusterSaysWhatTheManifestSays() {
    Evaluation dump = evaluate(DUMP);

    assertThat(said(dump)).isEqualTo(said(evaluate(WRITTEN))).isNotEmpty();
    assertThat(dump.subjects())
        .map(Object::toString)
        .allMatch(subject -> subject.matches("Deployment prod/backend.*|Namespace prod"));
    assertThat(dump.findings()).allMatch(finding -> finding.verdict() == Verdict.FAIL);
    assertThat(dump.waivers()).isEmpty();
  }

  @Test
  void listsOfOneKindAndListsInListsAreObjectsToo() {
    String items = DUMP.substring(DUMP.indexOf("["), DUMP.lastIndexOf("]") + 1);
    String typed =
        "{\"apiVersion\": \"apps/v1\", \"kind\": \"DeploymentList\", \"items\": " + items + "}";
    String nested = "{\"apiVersion\": \"v1\", \"kind\": \"List\", \"items\": [" + typed + "]}";

    assertThat(said(evaluate(typed))).isEqualTo(said(evaluate(DUMP)));
    assertThat(said(evaluate(nested))).isEqualTo(said(evaluate(DUMP)));
  }

  @Test
  void aRenderedChartNamesTheTemplateAndThePlaceInWhatWasRendered() {
    Finding moving =
        evaluate("---\n" + WRITTEN).findings().stream()
            .filter(finding -> finding.rule().value().equals("image-tag-is-specific"))
            .findFirst()
            .orElseThrow();

    assertThat(moving.location())
        .hasToString("(standard input):13:18 (shop/templates/backend.yaml)");
    assertThat(moving.location().origin()).isEqualTo("shop/templates/backend.yaml");
  }

  @Test
  void whereAChartWasRenderedFromDoesNotChangeTheFingerprint() {
    String built = WRITTEN.substring(WRITTEN.indexOf('\n') + 1);

    assertThat(fingerprints(evaluate(WRITTEN))).isEqualTo(fingerprints(evaluate(built)));
    assertThat(evaluate(WRITTEN)).isNotEqualTo(evaluate(built));
  }

  private static List<String> fingerprints(Evaluation evaluation) {
    return evaluation.findings().stream().map(Finding::fingerprint).sorted().toList();
  }

  @Test
  void whatKustomizeBuildsIsAStreamOfManifests() {
    String second = WRITTEN.replace("prod", "dev").replace("# Source: shop/templates/", "# ");
    String first = second.replace("dev", "prod");

    Evaluation built = evaluate(first + "---\n" + second);

    assertThat(built.subjects())
        .map(Object::toString)
        .contains("Deployment prod/backend", "Deployment dev/backend");
    assertThat(built.findings()).allMatch(finding -> finding.location().origin().isEmpty());
  }
}
