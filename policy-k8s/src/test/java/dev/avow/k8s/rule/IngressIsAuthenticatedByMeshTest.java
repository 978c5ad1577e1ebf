package dev.avow.k8s.rule;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Istio asks who sends a request where its policies name principals of requests. */
class IngressIsAuthenticatedByMeshTest {

  private static final String SHOP =
      """
      apiVersion: networking.k8s.io/v1
      kind: Ingress
      metadata: {name: in, namespace: shop}
      spec: {ingressClassName: nginx, rules: [{http: {paths: [{backend: {service: {name: web}}}]}}]}
      ---
      apiVersion: v1
      kind: Service
      metadata: {name: web, namespace: shop}
      spec: {selector: {app: web}}
      ---
      apiVersion: v1
      kind: Pod
      metadata: {name: web, namespace: shop, labels: {app: web}}
      spec: {containers: [{name: c}]}
      """;

  private static final String PRINCIPALS = "{from: [{source: {requestPrincipals: [\"*\"]}}]}";

  private static String policy(String namespace, String spec) {
    return "---\n{apiVersion: security.istio.io/v1, kind: AuthorizationPolicy, metadata: {name: p, namespace: %s}, spec: %s}\n"
        .formatted(namespace, spec);
  }

  private static String answer(String... policies) {
    String manifests = SHOP + String.join("", policies);
    return String.join("; ", Judged.by("ingress-is-authenticated").in(manifests));
  }

  private static String verdict(String answer) {
    if (answer.isEmpty()) {
      return "asks";
    }
    return answer.startsWith("cannot be decided") ? "unknown" : "does not";
  }

  @ParameterizedTest(name = "{0} {1}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          shop         | {rules: [{from: [{source: {requestPrincipals: ["*"]}}]}]}                                   | asks
          shop         | {action: ALLOW, rules: [{from: [{source: {requestPrincipals: ["*"]}}], to: [{}]}]}          | asks
          shop         | {rules: [{when: [{key: "request.auth.claims[groups]", values: [staff]}]}]}                  | asks
          shop         | {rules: []}                                                                                 | asks
          shop         | {rules: [{from: [{source: {requestPrincipals: ["*"]}}]}, {}]}                               | does not
          shop         | {rules: [{from: [{source: {requestPrincipals: ["*"]}}, {source: {namespaces: [ops]}}]}]}    | does not
          shop         | {rules: [{from: [{source: {principals: [cluster.local/ns/ops/sa/a]}}]}]}                    | does not
          shop         | {action: CUSTOM, provider: {name: login}, rules: [{}]}                                      | asks
          shop         | {action: CUSTOM, provider: {name: login}, rules: [{to: [{operation: {paths: [/a]}}]}]}      | unknown
          shop         | {action: DENY, rules: [{from: [{source: {notRequestPrincipals: ["*"]}}]}]}                  | asks
          shop         | {action: DENY, rules: [{from: [{source: {notRequestPrincipals: ["*"]}}], to: [{}]}]}        | unknown
          shop         | {action: DENY, rules: [{from: [{source: {namespaces: [ops]}}]}]}                            | does not
          shop         | {action: AUDIT, rules: [{from: [{source: {requestPrincipals: ["*"]}}]}]}                    | does not
          shop         | {selector: {matchLabels: {app: web}}, rules: [{from: [{source: {requestPrincipals: ["*"]}}]}]} | asks
          shop         | {selector: {matchLabels: {app: db}}, rules: [{from: [{source: {requestPrincipals: ["*"]}}]}]}  | does not
          shop         | {targetRefs: [{kind: Service, name: web}], rules: [{}]}                                     | unknown
          ops          | {rules: [{from: [{source: {requestPrincipals: ["*"]}}]}]}                                   | does not
          istio-system | {rules: [{from: [{source: {requestPrincipals: ["*"]}}]}]}                                   | asks
          """)
  void asksByItsPolicies(String namespace, String spec, String expected) {
    assertThat(verdict(answer(policy(namespace, spec)))).isEqualTo(expected);
  }

  @Test
  void letsInByOnePolicyWhomAnotherWouldAsk() {
    String asking = policy("shop", "{rules: [" + PRINCIPALS + "]}");
    String open = policy("shop", "{rules: [{to: [{operation: {methods: [GET]}}]}]}");

    assertThat(verdict(answer(asking, open))).isEqualTo("does not");
  }

  @Test
  void doesNotAskByTokensAlone() {
    String tokens =
        "---\n{apiVersion: security.istio.io/v1, kind: RequestAuthentication, metadata: {name: p,"
            + " namespace: shop}, spec: {jwtRules: [{issuer: a}]}}\n";
    String mutual =
        "---\n{apiVersion: security.istio.io/v1, kind: PeerAuthentication, metadata: {name: p,"
            + " namespace: shop}, spec: {mtls: {mode: STRICT}}}\n";

    assertThat(verdict(answer(tokens, mutual))).isEqualTo("does not");
  }

  @Test
  void isNotKnownToAskForPodsThatAreNotThere() {
    String elsewhere =
        SHOP.replace("name: web, namespace: shop}", "name: web, namespace: elsewhere}");

    assertThat(
            Judged.by("ingress-is-authenticated")
                .in(elsewhere + policy("shop", "{rules: [" + PRINCIPALS + "]}")))
        .containsExactly("cannot be decided without the pods behind the Service shop/web");
  }

  @Test
  void needsNotAskWhereTheControllerDoesForAll() {
    String global =
        """
        ---
        apiVersion: v1
        kind: ConfigMap
        metadata: {name: ingress-nginx-controller, namespace: ingress-nginx}
        data: {global-auth-url: "https://login.example"}
        """;
    String exempt =
        SHOP.replace(
            "name: in,",
            "annotations: {nginx.ingress.kubernetes.io/enable-global-auth: \"false\"}, name: in,");

    assertThat(verdict(answer(global))).isEqualTo("asks");
    assertThat(Judged.by("ingress-is-authenticated").in(exempt + global))
        .containsExactly(
            "lets everybody in unasked: neither auth-url, auth-type nor auth-tls-secret is set");
  }
}
