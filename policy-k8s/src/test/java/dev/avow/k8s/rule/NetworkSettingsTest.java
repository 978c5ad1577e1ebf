package dev.avow.k8s.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.avow.policy.PolicyException;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What policies may set about the rules on the network. */
class NetworkSettingsTest {

  private static String policy(String spec) {
    return "{apiVersion: networking.k8s.io/v1, kind: NetworkPolicy, metadata: {name: n}, spec: %s}"
        .formatted(spec);
  }

  private static String ingress(String metadata, String spec) {
    return "{apiVersion: networking.k8s.io/v1, kind: Ingress, metadata: {name: i, %s}, spec: %s}"
        .formatted(metadata, spec);
  }

  private static String service(String spec) {
    return "{apiVersion: v1, kind: Service, metadata: {name: s, namespace: shop}, spec: %s}"
        .formatted(spec);
  }

  private static String pod(String name, String labels) {
    return "{apiVersion: v1, kind: Pod, metadata: {name: %s, namespace: shop, labels: %s}, spec: {containers: [{name: c, image: jenkins/jenkins, ports: [{containerPort: 80}]}]}}"
        .formatted(name, labels);
  }

  private static String all(String... documents) {
    return String.join("\n---\n", documents);
  }

  @Nested
  class ARuleForEverybody {

    @Test
    void mayNamePortsAloneWhereThatIsEnough() {
      String open = policy("{ingress: [{ports: [{port: 80}]}, {from: []}]}");

      assertThat(Judged.by("no-ingress-from-everywhere").in(open)).hasSize(2);
      assertThat(Judged.by("no-ingress-from-everywhere").set("ports-are-enough", true).in(open))
          .containsExactly("lets in everybody: from is an empty list");
    }

    @ParameterizedTest(name = "{0} with {1}: {2}")
    @CsvSource(
        delimiter = '|',
        textBlock =
            """
            {ports: [{port: 443}]}                                     | 53      | 1
            {ports: [{port: 443}]}                                     | 443     | 0
            {ports: [{port: 443}, {port: 53}]}                         | 443     | 1
            {ports: [{port: 400, endPort: 443}]}                       | 400-443 | 0
            {ports: [{port: https}]}                                   | 443     | 1
            """)
    void mayBeForExemptPorts(String rule, String exempt, int found) {
      assertThat(
              Judged.by("no-egress-to-everywhere")
                  .set("exempt-ports", List.of(exempt))
                  .in(policy("{egress: [%s]}".formatted(rule))))
          .hasSize(found);
    }

    @Test
    void isNoneWhereExceptionsCount() {
      String most =
          policy("{egress: [{to: [{ipBlock: {cidr: 0.0.0.0/0, except: [10.0.0.0/8]}}]}]}");

      assertThat(Judged.by("no-egress-to-everywhere").in(most)).hasSize(1);
      assertThat(Judged.by("no-egress-to-everywhere").set("exceptions-count", true).in(most))
          .isEmpty();
    }
  }

  @Nested
  class ADefaultDenial {

    @ParameterizedTest(name = "ingress {0}, egress {1}: {2}")
    @CsvSource({"true, true, 1", "true, false, 0", "false, true, 1", "false, false, 0"})
    void isAskedForInTheDirectionsThatCount(boolean ingress, boolean egress, int found) {
      String manifests =
          all("{apiVersion: v1, kind: Namespace, metadata: {name: default}}", policy("{}"));

      assertThat(
              Judged.by("namespace-denies-by-default")
                  .set("ingress", ingress)
                  .set("egress", egress)
                  .in(manifests))
          .hasSize(found);
    }
  }

  @Nested
  class NameServers {

    @Test
    void mayBeOthers() {
      String pod =
          "{apiVersion: v1, kind: Pod, metadata: {name: p}, spec: {containers: [{name: c}]}}";
      String openShift =
          policy(
              "{egress: [{to: [{namespaceSelector: {matchLabels: {kubernetes.io/metadata.name:"
                  + " openshift-dns}}}], ports: [{port: 5353}, {port: 5353, protocol: UDP}]}]}");

      assertThat(Judged.by("egress-allows-name-resolution").in(all(pod, openShift))).hasSize(1);
      assertThat(
              Judged.by("egress-allows-name-resolution")
                  .set("namespace", "openshift-dns")
                  .set("pods", "dns.operator.openshift.io/daemonset-dns=default")
                  .set("port", 5353)
                  .in(all(pod, openShift)))
          .isEmpty();
    }
  }

  @Nested
  class TheApiServer {

    @ParameterizedTest(name = "at {0}: {1}")
    @CsvSource({"10.0.0.1, 0", "10.0.0.1/32, 0", "10.0.0.2, 1"})
    void isWhereThePolicySays(String address, int found) {
      String pod =
          "{apiVersion: v1, kind: Pod, metadata: {name: p}, spec: {automountServiceAccountToken:"
              + " true, containers: [{name: c}]}}";
      String open =
          policy("{egress: [{to: [{ipBlock: {cidr: 10.0.0.1/32}}], ports: [{port: 8443}]}]}");

      assertThat(
              Judged.by("egress-allows-api-server")
                  .set("api-server", address)
                  .set("ports", List.of("8443"))
                  .in(all(pod, open)))
          .hasSize(found);
    }
  }

  @Nested
  class WhatIsNotAmongTheManifests {

    @ParameterizedTest(name = "{0}")
    @CsvSource(
        delimiter = '|',
        textBlock =
            """
            service-selects-pods        | {apiVersion: v1, kind: Service, metadata: {name: s}, spec: {selector: {app: a}}}
            network-policy-selects-pods | {apiVersion: networking.k8s.io/v1, kind: NetworkPolicy, metadata: {name: n}, spec: {podSelector: {matchLabels: {app: a}}}}
            ingress-backends-exist      | {apiVersion: networking.k8s.io/v1, kind: Ingress, metadata: {name: i}, spec: {defaultBackend: {service: {name: a}}}}
            scale-target-exists         | {apiVersion: autoscaling/v2, kind: HorizontalPodAutoscaler, metadata: {name: h}, spec: {scaleTargetRef: {kind: Deployment, name: a}}}
            """)
    void mayBeThereUnlessTheyAreComplete(String rule, String manifest) {
      assertThat(Judged.by(rule).in(manifest))
          .singleElement()
          .asString()
          .startsWith("cannot be decided without the ");
      assertThat(Judged.by(rule).set("manifests-are-complete", true).in(manifest))
          .singleElement()
          .asString()
          .doesNotContain("cannot be decided");
    }
  }

  @Nested
  class AnIngress {

    @Test
    void mayHaveACertificateForOtherHosts() {
      String other = ingress("", "{tls: [{hosts: [a.example]}], rules: [{host: b.example}]}");

      assertThat(Judged.by("ingress-uses-tls").in(other))
          .containsExactly("has a host without a certificate: host is \"b.example\"");
      assertThat(Judged.by("ingress-uses-tls").set("hosts-must-match", false).in(other)).isEmpty();
    }

    @Test
    void mustRefuseHttpWhereThatIsAskedFor() {
      Judged rule =
          Judged.by("ingress-uses-tls")
              .set("tls-is-needed", false)
              .set("http-must-be-refused", true);

      assertThat(rule.in(ingress("", "{}")))
          .containsExactly(
              "is served without encryption as well: kubernetes.io/ingress.allow-http is not set");
      assertThat(
              rule.in(ingress("annotations: {kubernetes.io/ingress.allow-http: \"false\"}", "{}")))
          .isEmpty();
    }

    @Test
    void hasItsHostAloneWhereThatIsAskedFor() {
      String one = ingress("", "{rules: [{host: a.example, http: {paths: [{path: /a}]}}]}");
      String two = one.replace("name: i", "name: j").replace("/a}", "/b}");

      assertThat(Judged.by("ingress-paths-are-unique").in(all(one, two))).isEmpty();
      assertThat(Judged.by("ingress-paths-are-unique").set("host-alone", true).in(all(one, two)))
          .containsOnly("takes what another rule takes as well: the host a.example")
          .hasSize(2);
    }
  }

  @Nested
  class AnAdminInterface {

    @Test
    void isExposedByRoutesWhereTheyCount() {
      String manifests =
          all(
              pod("jenkins", "{app: jenkins}"),
              service("{selector: {app: jenkins}}"),
              ingress("namespace: shop", "{defaultBackend: {service: {name: s}}}"));

      assertThat(Judged.by("admin-interfaces-are-not-exposed").in(manifests)).isEmpty();
      assertThat(
              Judged.by("admin-interfaces-are-not-exposed").set("routes-count", true).in(manifests))
          .containsExactly(
              "opens jenkins/jenkins to the outside: Ingress shop/i, leads to Service shop/s");
    }
  }

  @Nested
  class RulesForNamedPods {

    @ParameterizedTest(name = "{0}")
    @CsvSource({
      "internal-pods-are-behind-internal-services, pods must name one or more",
      "internal-pods-are-reached-from-sources-only, pods must name one or more",
      "internal-pods-are-reached-from-sources-only, ports must name one or more",
      "ingress-backends-are-allowed, services must name one or more"
    })
    void areRefusedWithoutNames(String rule, String must) {
      assertThatExceptionOfType(PolicyException.class)
          .isThrownBy(() -> Judged.by(rule).in(""))
          .withMessageContaining(must);
    }

    @Test
    void lookInTheNamespaceOfThePodsUnlessOthersAreNamed() {
      String agent = pod("agent", "{role: agent}");
      String backend =
          pod("backend", "{app: backend}").replace("namespace: shop", "namespace: web");
      String open =
          policy(
                  "{podSelector: {matchLabels: {role: agent}}, ingress: [{from: [{podSelector:"
                      + " {matchLabels: {app: backend}}, namespaceSelector: {matchLabels:"
                      + " {kubernetes.io/metadata.name: web}}}]}]}")
              .replace("name: n}", "name: n, namespace: shop}");
      Judged rule =
          Judged.by("internal-pods-are-reached-from-sources-only")
              .set("pods", List.of("role=agent"))
              .set("ports", List.of("8090"))
              .set("sources", List.of("app=backend"));

      assertThat(rule.in(all(agent, backend, open)))
          .containsExactly("can be reached on 8090/TCP by Pod web/backend");
      assertThat(rule.set("source-namespaces", List.of("web")).in(all(agent, backend, open)))
          .isEmpty();
    }
  }
}
