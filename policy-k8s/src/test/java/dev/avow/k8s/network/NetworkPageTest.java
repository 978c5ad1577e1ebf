package dev.avow.k8s.network;

import static org.assertj.core.api.Assertions.assertThat;

import dev.avow.k8s.KubernetesEvaluator;
import dev.avow.k8s.manifest.Manifests;
import dev.avow.policy.SecurityPolicy;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** docs/network.md says what the code does. */
class NetworkPageTest {

  private static final String MANIFESTS =
      """
      apiVersion: v1
      kind: Pod
      metadata: {name: frontend, namespace: shop, labels: {app: frontend}}
      spec: {containers: [{name: app}]}
      ---
      apiVersion: v1
      kind: Pod
      metadata: {name: database, namespace: shop, labels: {app: database}}
      spec: {containers: [{name: app}]}
      ---
      apiVersion: networking.k8s.io/v1
      kind: NetworkPolicy
      metadata: {name: database, namespace: shop}
      spec:
        podSelector: {matchLabels: {app: database}}
        ingress:
          - from: [{podSelector: {matchLabels: {app: frontend}}}]
      """;

  static String ask(NetworkModel network) {
    NetworkPod frontend = network.pods("shop", "frontend").get(0);
    NetworkPod database = network.pods("shop", "database").get(0);
    Reachability answer = network.mayReach(frontend, database, Port.tcp(5432));
    String by =
        answer.decidedBy().stream().map(DecidingPolicy::toString).collect(Collectors.joining(", "));
    return answer.answer() + ", " + answer.reason() + ": " + by;
  }

  private static String page() throws IOException {
    return Files.readString(Path.of("..", "docs", "network.md"));
  }

  @Test
  void showsHowToAsk() throws IOException {
    NetworkModel network = NetworkModel.of(Manifests.of("deploy.yaml", MANIFESTS));
    String source =
        Files.readString(Path.of("src/test/java/dev/avow/k8s/network/NetworkPageTest.java"));
    String shown = page().split("```java\n", 2)[1].split("```", 2)[0];

    assertThat(ask(network))
        .isEqualTo("ALLOWED, LET_THROUGH: NetworkPolicy shop/database at deploy.yaml:17:7");
    assertThat(source).contains(shown.indent(2));
  }

  @Test
  void showsAPolicyThatCanBeRead() throws IOException {
    String yaml = page().split("```yaml\n", 2)[1].split("```", 2)[0];
    String policy = "apiVersion: avow.dev/v1\nkind: SecurityPolicy\nname: shop\n" + yaml;

    assertThat(
            KubernetesEvaluator.of(SecurityPolicy.parse("policy.yaml", policy)).ruleSet().rules())
        .isNotEmpty();
  }
}
