package dev.avow.k8s.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a policy can say to the rules about how workloads run beyond what their fixtures show. */
class WorkloadSettingsTest {

  @Nested
  class Pulling {

    private static final String DIGEST =
        "app@sha256:0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef";

    @Test
    void theDefaultNeedNotCount() {
      Judged pulled = Judged.by("image-is-always-pulled").set("default-counts", false);

      assertThat(pulled.inContainer("{name: c, image: app}"))
          .containsExactly("may run what its node has kept: imagePullPolicy is not set");
      assertThat(pulled.inContainer("{name: c, image: app, imagePullPolicy: Always}")).isEmpty();
    }

    @Test
    void onlyImagesThatAreReplacedCanBeLookedAt() {
      Judged pulled = Judged.by("image-is-always-pulled").set("only-latest", true);

      assertThat(pulled.inContainer("{name: c, image: 'app:1', imagePullPolicy: Never}")).isEmpty();
      assertThat(pulled.inContainer("{name: c, image: app, imagePullPolicy: Never}")).hasSize(1);
    }

    @Test
    void aDigestCanBeEnough() {
      Judged pulled = Judged.by("image-is-always-pulled").set("digest-is-enough", true);

      assertThat(pulled.inContainer("{name: c, image: '%s'}".formatted(DIGEST))).isEmpty();
      assertThat(pulled.inContainer("{name: c, image: 'app:1'}")).hasSize(1);
    }
  }

  @Nested
  class Tokens {

    private static final String QUIET =
        """
        {apiVersion: v1, kind: ServiceAccount, metadata: {name: a}, automountServiceAccountToken: false}
        ---
        {apiVersion: v1, kind: Pod, metadata: {name: p}, spec: {serviceAccountName: a, containers: [{name: c}]}}
        """;

    @Test
    void mustBeRefusedByThePodWhereAPolicySaysSo() {
      Judged tokens = Judged.by("service-account-token-is-not-mounted");

      assertThat(tokens.in(QUIET)).isEmpty();
      assertThat(tokens.set("pod-must-say", true).in(QUIET))
          .containsExactly(
              "is given a token for the API server: automountServiceAccountToken is not set");
    }

    @Test
    void canBeProjectedWhereAPolicySaysSo() {
      Judged tokens = Judged.by("service-account-token-is-not-mounted");
      String pod =
          "{automountServiceAccountToken: false, containers: [{name: c}], volumes: [{name: v,"
              + " projected: {sources: [{serviceAccountToken: {path: t}}]}}]}";

      assertThat(tokens.inPod(pod)).hasSize(1);
      assertThat(tokens.set("projected-tokens-count", false).inPod(pod)).isEmpty();
    }

    @Test
    void areLookedForInNamedAccountsOnly() {
      Judged offered =
          Judged.by("service-account-does-not-offer-its-token").set("names", List.of("default"));
      String account = "{apiVersion: v1, kind: ServiceAccount, metadata: {name: %s}}";

      assertThat(offered.in(account.formatted("default"))).hasSize(1);
      assertThat(offered.in(account.formatted("backend"))).isEmpty();
    }

    @Test
    void imagesMustBeTakenWithASecretOfThePodWhereAPolicySaysSo() {
      String manifests =
          """
          {apiVersion: v1, kind: ServiceAccount, metadata: {name: default}, imagePullSecrets: [{name: s}]}
          ---
          {apiVersion: v1, kind: Pod, metadata: {name: p}, spec: {containers: [{name: c, image: a}]}}
          """;

      assertThat(Judged.by("pull-secrets-are-named").in(manifests)).isEmpty();
      assertThat(Judged.by("pull-secrets-are-named").set("pod-must-say", true).in(manifests))
          .hasSize(1);
    }
  }

  @Nested
  class Probes {

    private static final String LIVE = "livenessProbe: {tcpSocket: {port: 1}}";
    private static final String READY = "readinessProbe: {tcpSocket: {port: 1}}";

    @Test
    void canBeOfSomeKinds() {
      Judged startup =
          Judged.by("probes-are-set")
              .set("liveness", false)
              .set("readiness", false)
              .set("startup", true);

      assertThat(startup.inContainer("{name: c}"))
          .containsExactly("is not watched: startupProbe is not set");
      assertThat(startup.set("startup", false).inContainer("{name: c}")).isEmpty();
    }

    @Test
    void canBeOfSomeTypes() {
      Judged http = Judged.by("probes-are-set").set("types", List.of("httpGet"));

      assertThat(http.inContainer("{name: c, %s, %s}".formatted(LIVE, READY)))
          .containsExactly(
              "is not watched: livenessProbe is of type tcpSocket, readinessProbe is of type"
                  + " tcpSocket");
    }

    @Test
    void oneOfThemCanBeEnough() {
      Judged one = Judged.by("probes-are-set").set("one-kind-is-enough", true);

      assertThat(one.inContainer("{name: c, %s}".formatted(LIVE))).isEmpty();
      assertThat(one.inContainer("{name: c, livenessProbe: '${p}'}"))
          .containsExactly(
              "cannot be decided without the value of spec.containers[0].livenessProbe");
      assertThat(one.inContainer("{name: c}")).hasSize(1);
    }

    @Test
    void oneContainerOfThePodCanBeEnough() {
      Judged one = Judged.by("probes-are-set").set("one-container-is-enough", true);
      String watched = "{name: a, %s, %s}".formatted(LIVE, READY);

      assertThat(one.inPod("{containers: [%s, {name: b}]}".formatted(watched))).isEmpty();
      assertThat(one.inPod("{containers: [{name: b, %s}]}".formatted(LIVE))).hasSize(1);
      assertThat(one.inPod("{initContainers: [%s], containers: [{name: b}]}".formatted(watched)))
          .hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{app: a}", "{app: b}", "'${s}'", "{}", "null"})
    void canBeNeededBehindServicesOnly(String selector) {
      String manifests =
          """
          {apiVersion: v1, kind: Service, metadata: {name: s, namespace: n}, spec: {selector: %s}}
          ---
          {apiVersion: v1, kind: Service, metadata: {name: s, namespace: other}, spec: {selector: {app: a}}}
          ---
          {apiVersion: v1, kind: Pod, metadata: {name: p, namespace: n, labels: {app: a}}, spec: {containers: [{name: c}]}}
          """
              .formatted(selector);
      Judged behind = Judged.by("probes-are-set").set("only-behind-services", true);
      List<String> expected =
          switch (selector) {
            case "{app: a}" ->
                List.of("is not watched: livenessProbe is not set, readinessProbe is not set");
            case "'${s}'" -> List.of("cannot be decided without the value of spec.selector");
            default -> List.of();
          };

      assertThat(behind.in(manifests)).isEqualTo(expected);
      assertThat(Judged.by("probes-are-set").in(manifests)).hasSize(1);
    }

    @Test
    void canBeRefusedThoughOneIsMorePatient() {
      String container =
          "{name: c, livenessProbe: {tcpSocket: {port: 1}, failureThreshold: 9}, %s}"
              .formatted(READY);

      assertThat(Judged.by("probes-are-different").inContainer(container)).isEmpty();
      assertThat(
              Judged.by("probes-are-different")
                  .set("patience-is-enough", false)
                  .inContainer(container))
          .hasSize(1);
    }
  }

  @Nested
  class Namespaces {

    @Test
    void areTheDefaultOneWhereNoneIsNamedIfAPolicySaysSo() {
      Judged used = Judged.by("default-namespace-is-not-used").set("without-namespace", "default");

      assertThat(used.inContainer("{name: c}"))
          .containsExactly("comes to be in the namespace of everybody: namespace is not set");
    }

    @Test
    void areAskedOfWorkloadsOnlyUnlessAPolicySaysOtherwise() {
      String settings =
          "{apiVersion: v1, kind: ConfigMap, metadata: {name: c, namespace: default}}";

      assertThat(Judged.by("default-namespace-is-not-used").in(settings)).isEmpty();
      assertThat(Judged.by("default-namespace-is-not-used").set("every-kind", true).in(settings))
          .hasSize(1);
    }

    @Test
    void mustEnforceTheLevelThatAPolicyNames() {
      String namespace =
          "{apiVersion: v1, kind: Namespace, metadata: {name: n, labels:"
              + " {pod-security.kubernetes.io/enforce: baseline}}}";
      Judged enforced = Judged.by("namespace-enforces-pod-security");

      assertThat(enforced.in(namespace)).isEmpty();
      assertThat(enforced.set("level", "restricted").in(namespace))
          .containsExactly(
              "lets pods be created that restricted forbids: pod-security.kubernetes.io/enforce is"
                  + " \"baseline\"");
    }
  }

  @Test
  void aHundredPodsAreEnoughUnlessAPolicySaysOtherwise() {
    String deployment =
        "{apiVersion: apps/v1, kind: Deployment, metadata: {name: d}, spec: {replicas: %d}}";
    Judged bounded = Judged.by("number-of-pods-is-bounded");

    assertThat(bounded.in(deployment.formatted(100))).isEmpty();
    assertThat(bounded.in(deployment.formatted(101)))
        .containsExactly("brings another number of pods than is allowed: replicas is 101");
  }
}
