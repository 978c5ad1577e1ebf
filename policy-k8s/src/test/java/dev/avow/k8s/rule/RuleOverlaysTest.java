package dev.avow.k8s.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.avow.k8s.KubernetesEvaluator;
import dev.avow.policy.PolicyException;
import dev.avow.policy.PolicyResolver;
import dev.avow.policy.SecurityPolicy;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A policy that extends another may ask more of a rule, and not less. */
class RuleOverlaysTest {

  private static final String POLICY =
      """
      apiVersion: avow.dev/v1
      kind: SecurityPolicy
      name: p
      %shardening: {rules: {%s: {enabled: on, %s}}}
      """;

  private static void overlay(String rule, String floor, String over) {
    KubernetesEvaluator.of(
        SecurityPolicy.parse(
            "team.yaml",
            POLICY.formatted("extends: org.yaml\n", rule, over),
            (reference, from) ->
                new PolicyResolver.Found("org.yaml", POLICY.formatted("", rule, floor))));
  }

  @ParameterizedTest(name = "{0}: {1} to {2}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          adds-no-capabilities           | allowed: [NET_BIND_SERVICE]           | allowed: []
          adds-no-dangerous-capabilities | capabilities: [SYS_ADMIN]             | capabilities: [BPF, SYS_ADMIN]
          drops-required-capabilities    | capabilities: [NET_RAW]               | capabilities: [NET_RAW, KILL]
          volume-types-are-restricted    | types: ["*"]                          | types: [configMap, secret]
          host-paths-are-allowed         | paths: [/var/log, /tmp]               | paths: [/tmp]
          no-sensitive-host-paths        | paths: [/etc]                         | paths: [/etc, /var]
          image-is-allowed               | images: []                            | images: ["ghcr.io/acme/**"]
          image-is-allowed               | images: ["ghcr.io/acme/**", "a:1"]    | images: ["ghcr.io/acme/web:1"]
          image-is-not-forbidden         | images: ["docker.io/**"]              | images: ["docker.io/**", "quay.io/**"]
          image-is-pinned-by-digest      | algorithms: ["*"]                     | algorithms: [sha256]
          image-tag-is-specific          | tags: [latest]                        | tags: [latest, edge]
          sysctls-are-allowed            | allowed: ["net.*"]                    | allowed: [net.core.somaxconn]
          seccomp-profile-is-allowed     | localhost-files: ["**"]               | localhost-files: ["profiles/*"]
          seccomp-profile-is-allowed     | types: [RuntimeDefault, Localhost]    | types: [RuntimeDefault]
          no-host-ports                  | allowed: ["8000-9000"]                | allowed: ["8080", "8443"]
          no-host-namespaces             | allowed: [hostNetwork]                | allowed: []
          user-id-is-high                | minimum: 1000                         | minimum: 10000
          user-id-is-in-range            | ranges: ["1-"]                        | ranges: ["1000-1999"]
          limits-are-in-range            | maximum-memory: 2Gi                   | maximum-memory: 2000Mi
          limits-are-in-range            | maximum-memory: none                  | maximum-memory: 2Gi
          requests-are-in-range          | minimum-cpu: none                     | minimum-cpu: 10m
          requests-are-in-range          | minimum-cpu: 10m                      | minimum-cpu: 20m
          limits-are-near-requests       | cpu-ratio: 10                         | cpu-ratio: 2
          namespace-enforces-pod-security | level: baseline                      | level: restricted
          requests-and-limits-are-set    | require-memory-limit: false           | require-memory-limit: true
          runs-as-non-root               | silence-is-enough: true               | silence-is-enough: false
          """)
  void mayAskForMore(String rule, String floor, String over) {
    assertThatCode(() -> overlay(rule, floor, over)).doesNotThrowAnyException();
  }

  @ParameterizedTest(name = "{0}: {1} to {2}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          adds-no-dangerous-capabilities | capabilities: [BPF, SYS_ADMIN]  | capabilities: [BPF]                 | capabilities must not be looser than
          volume-types-are-restricted    | types: [configMap]              | types: ["*"]                        | types must not be looser than
          host-paths-are-allowed         | paths: [/tmp]                   | paths: [/tmp, /var]                 | paths must stay
          image-is-allowed               | images: ["ghcr.io/acme/**"]     | images: []                          | images must not be looser than
          image-is-allowed               | images: ["ghcr.io/acme/**"]     | images: ["ghcr.io/*/web"]           | images must stay
          image-is-not-forbidden         | images: [docker.io/a, quay.io/a] | images: [docker.io/a]              | images must not be looser than
          sysctls-are-allowed            | allowed: ["net.*"]              | allowed: ["net.*", kernel.sem]      | allowed must not be looser than
          no-host-ports                  | allowed: ["8000-9000"]          | allowed: ["80-9000"]                | allowed must not be looser than
          user-id-is-high                | minimum: 10000                  | minimum: 1000                       | minimum must not be looser than 10000
          limits-are-in-range            | maximum-memory: 2Gi             | maximum-memory: none                | maximum-memory must not be looser than 2Gi
          limits-are-in-range            | maximum-memory: 2Gi             | maximum-memory: 2049Mi              | maximum-memory must not be looser than 2Gi
          requests-are-in-range          | minimum-cpu: 10m                | minimum-cpu: none                   | minimum-cpu must not be looser than 10m
          namespace-enforces-pod-security | level: restricted              | level: baseline                     | level must not be looser than
          requests-and-limits-are-set    | require-cpu-request: true       | require-cpu-request: false          | require-cpu-request must not be looser than true
          probes-are-set                 | liveness: true                  | liveness: false                     | liveness must stay true
          """)
  void mustNotAskForLess(String rule, String floor, String over, String problem) {
    assertThatExceptionOfType(PolicyException.class)
        .isThrownBy(() -> overlay(rule, floor, over))
        .satisfies(
            refused ->
                assertThat(refused.problems())
                    .singleElement()
                    .asString()
                    .contains("team.yaml:", rule + " " + problem, "org.yaml:"));
  }
}
