package dev.avow.k8s.rule;

import static org.assertj.core.api.Assertions.assertThat;

import dev.avow.k8s.KubernetesEvaluator;
import dev.avow.k8s.manifest.Manifests;
import dev.avow.policy.finding.Finding;
import dev.avow.policy.finding.Fix;
import dev.avow.policy.hardening.HardeningProfile;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the rules on the network propose. */
class NetworkFixesTest {

  private static Fix fix(String rule, String manifest) {
    HardeningProfile profile = HardeningProfile.builder().with(rule).build();
    return KubernetesEvaluator.builder(profile)
        .build()
        .evaluate(Manifests.of("m.yaml", manifest))
        .findings()
        .stream()
        .filter(finding -> finding.rule().value().equals(rule))
        .findFirst()
        .flatMap(Finding::fix)
        .orElseThrow();
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          no-node-port-services    | {apiVersion: v1, kind: Service, metadata: {name: s}, spec: {type: NodePort}}                   | replace | /spec/type          | "ClusterIP"
          no-load-balancer-services | {apiVersion: v1, kind: Service, metadata: {name: s}, spec: {type: LoadBalancer}}              | replace | /spec/type          | "ClusterIP"
          external-ips-are-allowed | {apiVersion: v1, kind: Service, metadata: {name: s}, spec: {externalIPs: [10.0.0.1]}}          | remove  | /spec/externalIPs/0 | ''
          no-ingress-nginx-snippets | {apiVersion: networking.k8s.io/v1, kind: Ingress, metadata: {name: i, annotations: {nginx.ingress.kubernetes.io/server-snippet: a}}} | remove | /metadata/annotations/nginx.ingress.kubernetes.io~1server-snippet | ''
          network-policy-has-effect-as-written | {apiVersion: networking.k8s.io/v1, kind: NetworkPolicy, metadata: {name: n}, spec: {policyTypes: [Ingress], egress: [{}]}} | add | /spec/policyTypes/- | "Egress"
          network-policy-has-effect-as-written | {apiVersion: networking.k8s.io/v1, kind: NetworkPolicy, metadata: {name: n}, spec: {podselector: {}}} | remove | /spec/podselector | ''
          """)
  void isOneChange(String rule, String manifest, String op, String pointer, String json) {
    assertThat(fix(rule, manifest).changes()).containsExactly(new Fix.Change(op, pointer, json));
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          no-node-port-services    | {apiVersion: v1, kind: Service, metadata: {name: s}, spec: {type: NodePort, ports: [{port: 1, nodePort: 30001}]}} | Set spec.type to ClusterIP, and remove each nodePort
          network-policy-has-effect-as-written | {apiVersion: networking.k8s.io/v1, kind: NetworkPolicy, metadata: {name: n}, spec: {ingress: [{_from: []}]}} | Call spec.ingress[0]._from from
          network-policy-has-effect-as-written | {apiVersion: networking.k8s.io/v1, kind: NetworkPolicy, metadata: {name: n}, spec: {egress: []}} | Set spec.policyTypes to ["Ingress", "Egress"]
          no-ingress-from-everywhere | {apiVersion: networking.k8s.io/v1, kind: NetworkPolicy, metadata: {name: n}, spec: {ingress: [{}]}} | Name in spec.ingress[0].from whom the rule is for
          """)
  void isAdviceWhereNoChangeIsCertain(String rule, String manifest, String advice) {
    assertThat(fix(rule, manifest)).isEqualTo(Fix.advice(advice));
  }
}
