package dev.avow.k8s.network;

import static org.assertj.core.api.Assertions.assertThat;

import dev.avow.k8s.network.Reachability.Answer;
import dev.avow.k8s.network.Reachability.Reason;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NetworkModelTest {

  private static final String DENY = "{podSelector: {}, policyTypes: [Ingress, Egress]}";

  @Nested
  class WithoutPolicies {

    @Test
    void everybodyReachesEverything() {
      Reachability answer = Town.with().ask("ops/watch", "shop/api", "1");

      assertThat(answer.isAllowed()).isTrue();
      assertThat(answer.reason()).isEqualTo(Reason.NOT_ISOLATED);
      assertThat(answer.decidedBy()).isEmpty();
    }

    @Test
    void nobodyIsIsolated() {
      NetworkModel model = Town.with().model();

      assertThat(model.pods())
          .hasSize(5)
          .allMatch(pod -> model.isolation(pod, Direction.INGRESS).isolated().fails());
    }
  }

  @Nested
  class ARuleForIngress {

    @ParameterizedTest(name = "{0}: {1} to {2}")
    @CsvSource(
        delimiter = '|',
        textBlock =
            """
            []                                                            | shop/web      | 8080    | DENIED
            [{}]                                                          | shop/web      | 8080    | ALLOWED
            [{}]                                                          | ops/watch     | 53/UDP  | ALLOWED
            [{}]                                                          | 203.0.113.9   | 8080    | ALLOWED
            [null]                                                        | ops/watch     | 8080    | ALLOWED
            [{from: []}]                                                  | ops/watch     | 8080    | ALLOWED
            [{from: null}]                                                | ops/watch     | 8080    | ALLOWED
            [{from: [{podSelector: {}}]}]                                 | shop/web      | 8080    | ALLOWED
            [{from: [{podSelector: {}}]}]                                 | ops/watch     | 8080    | DENIED
            [{from: [{podSelector: {}}]}]                                 | default/lost  | 8080    | DENIED
            [{from: [{podSelector: {}}]}]                                 | 203.0.113.9   | 8080    | DENIED
            [{from: [{podSelector: {matchLabels: {app: web}}}]}]          | shop/web      | 8080    | ALLOWED
            [{from: [{podSelector: {matchLabels: {app: web}}}]}]          | ops/watch     | 8080    | DENIED
            [{from: [{podSelector: {matchLabels: {app: db}}}]}]           | shop/web      | 8080    | DENIED
            [{from: [{namespaceSelector: {}}]}]                           | ops/watch     | 8080    | ALLOWED
            [{from: [{namespaceSelector: {}}]}]                           | default/lost  | 8080    | ALLOWED
            [{from: [{namespaceSelector: {}}]}]                           | 203.0.113.9   | 8080    | DENIED
            [{from: [{namespaceSelector: {matchLabels: {kubernetes.io/metadata.name: ops}}}]}]     | ops/watch    | 8080 | ALLOWED
            [{from: [{namespaceSelector: {matchLabels: {kubernetes.io/metadata.name: ops}}}]}]     | shop/web     | 8080 | DENIED
            [{from: [{namespaceSelector: {matchLabels: {kubernetes.io/metadata.name: default}}}]}] | default/lost | 8080 | ALLOWED
            [{from: [{namespaceSelector: {matchLabels: {team: ops}}}]}]   | ops/watch     | 8080    | UNKNOWN
            [{from: [{namespaceSelector: {matchLabels: {kubernetes.io/metadata.name: ops}}, podSelector: {matchLabels: {app: db}}}]}]    | ops/watch | 8080 | DENIED
            [{from: [{namespaceSelector: {matchLabels: {kubernetes.io/metadata.name: ops}}, podSelector: {matchLabels: {app: web}}}]}]   | ops/watch | 8080 | ALLOWED
            [{from: [{namespaceSelector: {matchLabels: {kubernetes.io/metadata.name: ops}}}, {podSelector: {matchLabels: {app: db}}}]}]  | ops/watch | 8080 | ALLOWED
            [{from: [{namespaceSelector: {matchLabels: {kubernetes.io/metadata.name: ops}}}, {podSelector: {matchLabels: {app: web}}}]}] | shop/web  | 8080 | ALLOWED
            [{from: [{namespaceSelector: {matchLabels: {team: ops}}, podSelector: {matchLabels: {app: db}}}]}]                           | ops/watch | 8080 | DENIED
            [{from: [{ipBlock: {cidr: 203.0.113.0/24}}]}]                 | 203.0.113.9   | 8080    | ALLOWED
            [{from: [{ipBlock: {cidr: 203.0.113.0/24}}]}]                 | 198.51.100.7  | 8080    | DENIED
            [{from: [{ipBlock: {cidr: 203.0.113.0/24}}]}]                 | 203.0.112.0/23 | 8080   | UNKNOWN
            [{from: [{ipBlock: {cidr: 203.0.113.0/24, except: [203.0.113.8/29]}}]}] | 203.0.113.9  | 8080 | DENIED
            [{from: [{ipBlock: {cidr: 203.0.113.0/24, except: [203.0.113.8/29]}}]}] | 203.0.113.16 | 8080 | ALLOWED
            [{from: [{ipBlock: {cidr: 203.0.113.0/24, except: [203.0.113.8/29]}}]}] | 203.0.113.0/24 | 8080 | UNKNOWN
            [{from: [{ipBlock: {cidr: "2001:db8::/32"}}]}]                | 2001:db8::1   | 8080    | ALLOWED
            [{from: [{ipBlock: {cidr: "2001:db8::/32"}}]}]                | 203.0.113.9   | 8080    | DENIED
            [{from: [{ipBlock: {cidr: "2001:db8::/32"}}]}]                | shop/web      | 8080    | UNKNOWN
            [{from: [{ipBlock: {cidr: 0.0.0.0/0}}]}]                      | shop/web      | 8080    | ALLOWED
            [{from: [{ipBlock: {cidr: 0.0.0.0/0, except: [10.0.0.0/8]}}]}] | shop/web     | 8080    | UNKNOWN
            [{from: [{ipBlock: {cidr: 10.0.0.0/8}}]}]                     | shop/web      | 8080    | UNKNOWN
            [{from: [{ipBlock: {cidr: 10.0.0.0/33}}]}]                    | 10.0.0.1      | 8080    | UNKNOWN
            [{from: [{ipBlock: {cidr: 10.0.0.0/8, except: [11.0.0.0/8]}}]}] | 10.0.0.1    | 8080    | UNKNOWN
            [{from: [{ipBlock: {cidr: 10.0.0.0/8}, podSelector: {}}]}]    | 10.0.0.1      | 8080    | UNKNOWN
            [{from: [{}]}]                                                | shop/web      | 8080    | UNKNOWN
            [{from: ["${peer}"]}]                                         | shop/web      | 8080    | UNKNOWN
            [{from: "${peers}"}]                                          | shop/web      | 8080    | UNKNOWN
            "${rules}"                                                    | shop/web      | 8080    | UNKNOWN
            [{from: [{podSelector: {matchLabels: {app: "${app}"}}}]}]     | shop/web      | 8080    | UNKNOWN
            [{ports: []}]                                                 | shop/web      | 8080    | ALLOWED
            [{ports: [{port: 8080}]}]                                     | shop/web      | 8080    | ALLOWED
            [{ports: [{port: 8080}]}]                                     | shop/web      | 8081    | DENIED
            [{ports: [{port: 8080}]}]                                     | shop/web      | 8080/UDP | DENIED
            [{ports: [{port: 53, protocol: UDP}]}]                        | shop/web      | 53/UDP  | ALLOWED
            [{ports: [{port: 53, protocol: UDP}]}]                        | shop/web      | 53      | DENIED
            [{ports: [{protocol: SCTP}]}]                                 | shop/web      | 7/SCTP  | ALLOWED
            [{ports: [{protocol: SCTP}]}]                                 | shop/web      | 7       | DENIED
            [{ports: [{}]}]                                               | shop/web      | 7       | ALLOWED
            [{ports: [{port: http}]}]                                     | shop/web      | 8080    | ALLOWED
            [{ports: [{port: http}]}]                                     | shop/web      | 80      | DENIED
            [{ports: [{port: dns}]}]                                      | shop/web      | 53/UDP  | DENIED
            [{ports: [{port: dns, protocol: UDP}]}]                       | shop/web      | 53/UDP  | ALLOWED
            [{ports: [{port: setup}]}]                                    | shop/web      | 9000    | DENIED
            [{ports: [{port: 8000, endPort: 8090}]}]                      | shop/web      | 8080    | ALLOWED
            [{ports: [{port: 8000, endPort: 8090}]}]                      | shop/web      | 8090    | ALLOWED
            [{ports: [{port: 8000, endPort: 8090}]}]                      | shop/web      | 8091    | DENIED
            [{ports: [{port: 8090, endPort: 8000}]}]                      | shop/web      | 8080    | UNKNOWN
            [{ports: [{port: http, endPort: 8090}]}]                      | shop/web      | 8080    | UNKNOWN
            [{ports: [{endPort: 8090}]}]                                  | shop/web      | 8080    | UNKNOWN
            [{ports: [{port: "${port}"}]}]                                | shop/web      | 8080    | UNKNOWN
            [{ports: [{port: 8080, protocol: tcp}]}]                      | shop/web      | 8080    | UNKNOWN
            [{ports: [{port: 99}, {port: 8080}]}]                         | shop/web      | 8080    | ALLOWED
            [{ports: [{port: 99}], from: []}, {ports: [{port: 8080}]}]    | shop/web      | 8080    | ALLOWED
            [{from: [{podSelector: {}}], ports: [{port: 99}]}]            | shop/web      | 8080    | DENIED
            """)
    void letsThroughWhatItSays(String rules, String from, String port, Answer expected) {
      assertThat(Town.with(Town.ingress(rules)).ask(from, "shop/api", port).answer())
          .isEqualTo(expected);
    }

    @Test
    void isNamedAsWhatDecides() {
      String policy = Town.ingress("[{from: [{podSelector: {matchLabels: {app: web}}}]}]");

      Reachability allowed = Town.with(policy).ask("shop/web", "shop/api", "8080");
      Reachability denied = Town.with(policy).ask("ops/watch", "shop/api", "8080");

      assertThat(allowed.reason()).isEqualTo(Reason.LET_THROUGH);
      assertThat(allowed.decidedBy())
          .singleElement()
          .satisfies(
              by -> {
                assertThat(by.direction()).isEqualTo(Direction.INGRESS);
                assertThat(by.policy()).hasToString("NetworkPolicy shop/in");
                assertThat(by.at().path()).isEqualTo("spec.ingress[0]");
              });
      assertThat(denied.reason()).isEqualTo(Reason.INGRESS_REFUSED);
      assertThat(denied.decidedBy())
          .singleElement()
          .satisfies(by -> assertThat(by.at().path()).isEmpty());
    }

    @Test
    void saysWhatIsMissing() {
      String policy = Town.ingress("[{from: [{namespaceSelector: {matchLabels: {team: ops}}}]}]");

      assertThat(Town.with(policy).ask("ops/watch", "shop/api", "8080").missing())
          .isEqualTo("the labels of the namespace ops, on which NetworkPolicy shop/in depends");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({"'{team: ops}', ALLOWED", "'{team: dev}', DENIED", "null, DENIED"})
    void goesByTheLabelsOfANamespaceThatIsGiven(String labels, Answer expected) {
      String namespace =
          "{apiVersion: v1, kind: Namespace, metadata: {name: ops, labels: %s}}".formatted(labels);
      String policy = Town.ingress("[{from: [{namespaceSelector: {matchLabels: {team: ops}}}]}]");

      assertThat(Town.with(namespace, policy).ask("ops/watch", "shop/api", "8080").answer())
          .isEqualTo(expected);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
      "10.0.0.0/8, ALLOWED",
      "10.1.0.0/16, ALLOWED",
      "172.16.0.0/12, DENIED",
      "0.0.0.0/1, UNKNOWN",
      "fd00::/8, DENIED"
    })
    void goesByTheAddressesOfPodsThatAreGiven(String block, Answer expected) {
      Town town = Town.with(Town.ingress("[{from: [{ipBlock: {cidr: 10.0.0.0/8}}]}]"));

      assertThat(town.podsIn(block).ask("shop/web", "shop/api", "8080").answer())
          .isEqualTo(expected);
    }
  }

  @Nested
  class ARuleForEgress {

    @ParameterizedTest(name = "{0}: to {1} {2}")
    @CsvSource(
        delimiter = '|',
        textBlock =
            """
            egress: []                                                    | shop/api     | 8080 | ALLOWED
            policyTypes: [Egress]                                         | shop/api     | 8080 | DENIED
            policyTypes: [Ingress], egress: [{ports: [{port: 1}]}]        | shop/api     | 8080 | ALLOWED
            egress: [{to: [{podSelector: {matchLabels: {app: api}}}]}]    | shop/api     | 8080 | ALLOWED
            egress: [{to: [{podSelector: {matchLabels: {app: api}}}]}]    | ops/watch    | 8080 | DENIED
            egress: [{ports: [{port: http}]}]                             | shop/api     | 8080 | ALLOWED
            egress: [{ports: [{port: http}]}]                             | ops/watch    | 8080 | DENIED
            egress: [{ports: [{port: http}]}]                             | 203.0.113.9  | 8080 | DENIED
            egress: [{to: [{ipBlock: {cidr: 203.0.113.0/24}}]}]           | 203.0.113.9  | 443  | ALLOWED
            egress: [{to: [{ipBlock: {cidr: 203.0.113.0/24}}]}]           | 203.0.114.9  | 443  | DENIED
            egress: [{to: [{podSelector: {matchLabels: {app: web}}}]}]    | shop/node    | 443  | UNKNOWN
            egress: [{to: [{podSelector: {matchLabels: {app: api}}}]}]    | shop/node    | 443  | UNKNOWN
            egress: [{}]                                                  | shop/node    | 443  | ALLOWED
            """)
    void letsOutWhatItSays(String spec, String to, String port, Answer expected) {
      String policy =
          Town.policy("out", "{podSelector: {matchLabels: {app: web}}, %s}".formatted(spec));

      assertThat(
              Town.with(policy).model().mayLeave(web(policy), party(policy, to), Port.parse(port)))
          .extracting(Reachability::answer)
          .isEqualTo(expected);
    }

    private static NetworkPod web(String policy) {
      return Town.with(policy).model().pods("shop", "web").get(0);
    }

    private static Party party(String policy, String name) {
      String[] parts = name.split("/", 2);
      return parts.length == 2
          ? Town.with(policy).model().pods(parts[0], parts[1]).get(0)
          : Addresses.in(name);
    }
  }

  @Nested
  class BothSides {

    @Test
    void mustLetThrough() {
      String out =
          Town.policy(
              "out",
              "{podSelector: {matchLabels: {app: web}}, policyTypes: [Egress],"
                  + " egress: [{to: [{podSelector: {}}]}]}");
      String deny = Town.policy("deny", DENY);
      String in = Town.ingress("[{from: [{podSelector: {}}]}]");

      Reachability refused = Town.with(out, deny).ask("shop/web", "shop/api", "80");
      Reachability allowed = Town.with(out, deny, in).ask("shop/web", "shop/api", "80");

      assertThat(refused.reason()).isEqualTo(Reason.INGRESS_REFUSED);
      assertThat(allowed.isAllowed()).isTrue();
      assertThat(allowed.decidedBy())
          .extracting(by -> by.policy().toString())
          .containsExactly("NetworkPolicy shop/out", "NetworkPolicy shop/in");
    }

    @Test
    void refuseForTheFirstReason() {
      Reachability refused = Town.with(Town.policy("deny", DENY)).ask("shop/web", "shop/api", "80");

      assertThat(refused.reason()).isEqualTo(Reason.EGRESS_REFUSED);
    }
  }

  @Nested
  class APodOnTheHostNetwork {

    @Test
    void isGovernedByNoPolicy() {
      NetworkModel model = Town.with(Town.policy("deny", DENY)).model();
      NetworkPod node = model.pods("shop", "node").get(0);

      assertThat(model.isolation(node, Direction.INGRESS).isolated().fails()).isTrue();
      assertThat(model.mayReach(Addresses.in("203.0.113.9"), node, Port.tcp(80)).isAllowed())
          .isTrue();
    }

    @Test
    void comesThroughWhereItIsOnTheSameNode() {
      Reachability answer = Town.with(Town.policy("deny", DENY)).ask("shop/node", "shop/api", "80");

      assertThat(answer.isUnknown()).isTrue();
      assertThat(answer.reason()).isEqualTo(Reason.HOST_NETWORK);
    }

    @Test
    void comesThroughWhereEverybodyDoes() {
      assertThat(Town.with(Town.ingress("[{}]")).ask("shop/node", "shop/api", "80").isAllowed())
          .isTrue();
    }
  }

  @Nested
  class APolicyOfAPluginOrAMesh {

    private static String foreign(String kind, String metadata, String spec) {
      return "{apiVersion: %s, kind: %s, metadata: {name: own, %s}, spec: %s}"
          .formatted(kind.split(" ", 2)[0], kind.split(" ", 2)[1], metadata, spec);
    }

    @ParameterizedTest(name = "{0} {1} {2}")
    @CsvSource(
        delimiter = '|',
        textBlock =
            """
            cilium.io/v2 CiliumNetworkPolicy                | namespace: shop | {endpointSelector: {}}                               | UNKNOWN
            cilium.io/v2 CiliumNetworkPolicy                | namespace: shop | {endpointSelector: {matchLabels: {app: api}}}        | UNKNOWN
            cilium.io/v2 CiliumNetworkPolicy                | namespace: shop | {endpointSelector: {matchLabels: {"k8s:app": api}}}  | UNKNOWN
            cilium.io/v2 CiliumNetworkPolicy                | namespace: shop | {endpointSelector: {matchLabels: {"any:app": db}}}   | ALLOWED
            cilium.io/v2 CiliumNetworkPolicy                | namespace: shop | {endpointSelector: {matchLabels: {"reserved:host": ""}}} | UNKNOWN
            cilium.io/v2 CiliumNetworkPolicy                | namespace: ops  | {endpointSelector: {}}                               | ALLOWED
            cilium.io/v2 CiliumClusterwideNetworkPolicy     | namespace: ops  | {endpointSelector: {}}                               | UNKNOWN
            projectcalico.org/v3 NetworkPolicy              | namespace: shop | {selector: "app == 'db'"}                            | UNKNOWN
            projectcalico.org/v3 GlobalNetworkPolicy        | namespace: ""   | {selector: all()}                                    | UNKNOWN
            policy.networking.k8s.io/v1alpha1 AdminNetworkPolicy | namespace: "" | {}                                                | UNKNOWN
            crd.antrea.io/v1beta1 NetworkPolicy             | namespace: shop | {}                                                   | UNKNOWN
            security.istio.io/v1 AuthorizationPolicy        | namespace: shop | {}                                                   | UNKNOWN
            security.istio.io/v1 AuthorizationPolicy        | namespace: shop | {selector: {matchLabels: {app: db}}}                 | ALLOWED
            security.istio.io/v1 AuthorizationPolicy        | namespace: istio-system | {}                                           | UNKNOWN
            security.istio.io/v1 AuthorizationPolicy        | namespace: ops  | {}                                                   | ALLOWED
            """)
    void leavesOpenWhatBecomesOfThePodsItMaySelect(
        String kind, String metadata, String spec, Answer expected) {
      Reachability answer =
          Town.with(foreign(kind, metadata, spec)).ask("default/lost", "shop/api", "80");

      assertThat(answer.answer()).isEqualTo(expected);
    }

    @Test
    void isNamed() {
      String cilium = foreign("cilium.io/v2 CiliumNetworkPolicy", "namespace: shop", "{}");

      Reachability answer = Town.with(cilium).ask("default/lost", "shop/api", "80");

      assertThat(answer.reason()).isEqualTo(Reason.FOREIGN_POLICY);
      assertThat(answer.missing())
          .isEqualTo("the effect of CiliumNetworkPolicy.cilium.io shop/own, which is not analysed");
      assertThat(answer.decidedBy()).hasSize(1);
    }

    @Test
    void letsNobodyInWhereItOnlyNarrows() {
      String istio = foreign("security.istio.io/v1 AuthorizationPolicy", "namespace: shop", "{}");
      String cilium = foreign("cilium.io/v2 CiliumNetworkPolicy", "namespace: shop", "{}");
      String deny = Town.policy("deny", DENY);

      assertThat(Town.with(istio, deny).ask("default/lost", "shop/api", "80").isDenied()).isTrue();
      assertThat(Town.with(cilium, deny).ask("default/lost", "shop/api", "80").isUnknown())
          .isTrue();
    }
  }

  @Nested
  class AnIsolation {

    @Test
    void namesAllPoliciesThatIsolate() {
      NetworkModel model = Town.with(Town.policy("deny", DENY), Town.ingress("[]")).model();
      NetworkPod api = model.pods("shop", "api").get(0);

      assertThat(model.isolation(api, Direction.INGRESS).policies())
          .extracting(by -> by.policy().toString())
          .containsExactly("NetworkPolicy shop/deny", "NetworkPolicy shop/in");
      assertThat(model.isolation(api, Direction.EGRESS).policies())
          .extracting(by -> by.policy().toString())
          .containsExactly("NetworkPolicy shop/deny");
    }

    @Test
    void isUnknownWhereASelectorIs() {
      String policy = Town.policy("maybe", "{podSelector: {matchLabels: {app: \"${app}\"}}}");
      NetworkModel model = Town.with(policy).model();
      NetworkPod api = model.pods("shop", "api").get(0);

      Isolation isolation = model.isolation(api, Direction.INGRESS);

      assertThat(isolation.isolated().isUnknown()).isTrue();
      assertThat(isolation.policies()).hasSize(1);
      assertThat(model.mayReach(api, api, Port.tcp(1)).isUnknown()).isTrue();
    }
  }
}
