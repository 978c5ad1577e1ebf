package dev.avow.k8s.rule;

import static org.assertj.core.api.Assertions.assertThat;

import dev.avow.k8s.KubernetesEvaluator;
import dev.avow.k8s.manifest.Manifests;
import dev.avow.policy.finding.Decision;
import dev.avow.policy.finding.Evaluation;
import dev.avow.policy.finding.Finding;
import dev.avow.policy.finding.Gate;
import dev.avow.policy.finding.RuleId;
import dev.avow.policy.finding.Selector;
import dev.avow.policy.finding.Severity;
import dev.avow.policy.finding.Subject;
import dev.avow.policy.finding.Verdict;
import dev.avow.policy.finding.Waiver;
import dev.avow.policy.hardening.HardeningProfile;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PodIsIsolatedForIngressTest {

  private static final RuleId RULE = NetworkRules.POD_IS_ISOLATED_FOR_INGRESS.description().id();

  private static final KubernetesEvaluator EVALUATOR =
      KubernetesEvaluator.builder(HardeningProfile.builder().with(RULE.value()).build())
          .withoutBuiltInRules()
          .rule(NetworkRules.POD_IS_ISOLATED_FOR_INGRESS)
          .build();

  /** No policy isolates the pod. */
  private static final String OPEN =
      "accepts connections from every pod: no network policy isolates it";

  /** No policy isolates any pod of the namespace, as there is none. */
  private static final String ALL_OPEN =
      "has no network policy, so that each of its pods accepts connections from every pod";

  private static Evaluation evaluate(String... documents) {
    return EVALUATOR.evaluate(Manifests.of("deploy.yaml", String.join("\n---\n", documents)));
  }

  /** Returns what is found, or the verdict where nothing is. */
  private static String answer(Evaluation evaluation, Subject pod) {
    List<String> messages =
        evaluation.findings().stream()
            .filter(finding -> finding.subject().equals(pod) || finding.members().contains(pod))
            .map(Finding::message)
            .toList();
    return messages.isEmpty()
        ? evaluation.verdict(RULE, pod).map(Verdict::name).orElse("not looked at")
        : String.join("; ", messages);
  }

  private static String answer(String pod, String... others) {
    Evaluation evaluation = evaluate(pod, String.join("\n---\n", others));
    Subject subject =
        evaluation.subjects().stream()
            .filter(any -> any.kind().equals("Pod"))
            .findFirst()
            .orElseThrow();
    return answer(evaluation, subject);
  }

  private static String pod(String labels) {
    return "{apiVersion: v1, kind: Pod, metadata: {name: web, namespace: shop, labels: %s}, spec: {containers: []}}"
        .formatted(labels);
  }

  private static String policy(String spec) {
    return "{apiVersion: networking.k8s.io/v1, kind: NetworkPolicy, metadata: {name: rule, namespace: shop}, spec: %s}"
        .formatted(spec);
  }

  @Nested
  class APolicy {

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(
        delimiter = '|',
        textBlock =
            """
            {podSelector: {}}                                                       | isolates
            {podSelector: null}                                                     | isolates
            {policyTypes: [Ingress]}                                                | isolates
            {podSelector: {}, ingress: []}                                          | isolates
            {podSelector: {}, ingress: [{}]}                                        | isolates
            {podSelector: {}, egress: [{}]}                                         | isolates
            {podSelector: {}, policyTypes: []}                                      | isolates
            {podSelector: {}, policyTypes: null}                                    | isolates
            {podSelector: {}, policyTypes: [Ingress]}                               | isolates
            {podSelector: {}, policyTypes: [Egress, Ingress]}                       | isolates
            {podSelector: {}, policyTypes: [Egress]}                                | does not
            {podSelector: {}, policyTypes: [Egress], ingress: []}                   | does not
            {podSelector: {matchLabels: {app: web}}}                                | isolates
            {podSelector: {matchLabels: {app: db}}}                                 | does not
            {podSelector: {matchExpressions: [{key: app, operator: Exists}]}}       | isolates
            {podSelector: {matchExpressions: [{key: app, operator: DoesNotExist}]}} | does not
            {podSelector: {matchExpressions: [{key: x, operator: NotIn, values: [z]}]}} | isolates
            """)
    void isolatesWhatItSelectsForTheTypesItNames(String spec, String answer) {
      assertThat(answer(pod("{app: web}"), policy(spec)))
          .isEqualTo(answer.equals("isolates") ? "PASS" : OPEN);
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(
        delimiter = '|',
        textBlock =
            """
            {podSelector: {}, policyTypes: [ingress]}              | Ingress or Egress at spec.policyTypes[0]
            {podSelector: {}, policyTypes: [Egress, '${type}']}    | Ingress or Egress at spec.policyTypes[1]
            {podSelector: {}, policyTypes: Ingress}                | a list at spec.policyTypes
            {podSelector: {}, policyTypes: '${types}'}             | a list at spec.policyTypes
            {podSelector: {matchLabels: {app: '${app}'}}}          | the value of spec.podSelector.matchLabels.app
            {podSelector: {matchExpressions: [{key: app, operator: Is}]}} | In, NotIn, Exists or DoesNotExist at spec.podSelector.matchExpressions[0].operator, which is "Is"
            '"${spec}"'                                              | the value of spec.podSelector
            """)
    void leavesItOpenWhereItCannotBeRead(String spec, String missing) {
      assertThat(answer(pod("{app: web}"), policy(spec)))
          .isEqualTo(
              "cannot be decided without %s, on which NetworkPolicy shop/rule depends"
                  .formatted(missing));
    }

    @Test
    void thatIsolatesForCertainSettlesIt() {
      assertThat(
              answer(
                  pod("{app: web}"),
                  policy("{podSelector: {matchLabels: {app: '${app}'}}}"),
                  policy("{podSelector: {}}")))
          .isEqualTo("PASS");
    }

    @Test
    void isolatesPodsOfItsOwnNamespaceOnly() {
      assertThat(answer(pod("{app: web}"), policy("{}").replace("shop", "other")))
          .isEqualTo(ALL_OPEN);
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "{name: rule}",
          "{name: rule, namespace: null}",
          "{name: rule, namespace: default}"
        })
    void withoutANamespaceIsInTheDefaultOne(String metadata) {
      String policy =
          "{apiVersion: networking.k8s.io/v1, kind: NetworkPolicy, metadata: %s, spec: {}}"
              .formatted(metadata);

      assertThat(answer(pod("{}").replace("namespace: shop, ", ""), policy)).isEqualTo("PASS");
      assertThat(answer(pod("{}"), policy)).isEqualTo(ALL_OPEN);
    }

    @Test
    void whoseNamespaceIsAnExpressionLeavesItOpen() {
      assertThat(answer(pod("{}"), policy("{}").replace("shop", "'${ns}'")))
          .isEqualTo(
              "cannot be decided without the namespace ${ns}, on which NetworkPolicy ${ns}/rule"
                  + " depends");
    }

    @Test
    void whoseNamespaceIsTheSameExpressionElsewhereLeavesItOpen() {
      assertThat(
              answer(
                  pod("{}").replace("shop", "'{{ .Release.Namespace }}'"),
                  policy("{}").replace("shop", "'{{ .Release.Namespace }}'")))
          .startsWith("cannot be decided without the namespace {{ .Release.Namespace }}");
    }
  }

  @Nested
  class APod {

    @Test
    void thatNoPolicySelectsIsFoundAtItsTemplate() {
      Evaluation evaluation =
          evaluate(
              """
              apiVersion: apps/v1
              kind: Deployment
              metadata: {name: web, namespace: shop}
              spec:
                replicas: 2
                template:
                  metadata: {labels: {app: web}}
                  spec: {containers: []}
              """,
              policy("{podSelector: {matchLabels: {app: db}}}"));

      assertThat(evaluation.findings())
          .map(Finding::toString)
          .containsExactly(
              "deploy.yaml:7:5 MEDIUM pod-is-isolated-for-ingress Deployment shop/web: " + OPEN);
      assertThat(evaluation.findings().get(0).location().path()).isEqualTo("spec.template");
    }

    @Test
    void isFoundWithAllOthersOfANamespaceThatHasNoPolicy() {
      Subject web = Subject.of("Pod").with("namespace", "shop").with("name", "web");
      Subject db = Subject.of("Pod").with("namespace", "shop").with("name", "db");
      Subject node = Subject.of("Pod").with("namespace", "shop").with("name", "node");
      String onHost = pod("{}").replace("containers: []", "containers: [], hostNetwork: true");

      Evaluation evaluation =
          evaluate(
              pod("{}"),
              pod("{}").replace("web", "db"),
              onHost.replace("web", "node"),
              pod("{}").replace("shop", "office"));

      assertThat(evaluation.findings())
          .map(Finding::sentence)
          .containsExactly("Namespace shop: " + ALL_OPEN, "Namespace office: " + ALL_OPEN);
      assertThat(evaluation.findings().get(0).members()).containsExactlyInAnyOrder(web, db);
      assertThat(evaluation.verdict(RULE, web)).contains(Verdict.FAIL);
      assertThat(evaluation.verdict(RULE, db)).contains(Verdict.FAIL);
      assertThat(evaluation.verdict(RULE, node)).contains(Verdict.NOT_APPLICABLE);
    }

    @Test
    void thatIsWaivedLeavesTheOthersOfItsNamespaceBehind() {
      Waiver waiver =
          Waiver.of("pod-is-isolated-for-ingress")
              .on(Selector.where("name", "db"))
              .because("is being moved");

      Decision decision =
          Gate.failingAt(Severity.MEDIUM)
              .with(List.of(waiver))
              .decide(
                  evaluate(pod("{}"), pod("{}").replace("web", "db")), LocalDate.of(2026, 11, 22));

      assertThat(decision.rulings())
          .map(ruling -> ruling.getClass().getSimpleName() + " " + ruling.finding().members())
          .containsExactly("Blocks [Pod shop/web]", "Waived [Pod shop/db]");
      assertThat(decision.unused()).isEmpty();
    }

    @ParameterizedTest(name = "hostNetwork {0}: {1}")
    @CsvSource(
        delimiter = '|',
        textBlock =
            """
            true      | NOT_APPLICABLE
            false     | has no network policy, so that each of its pods accepts connections from every pod
            null      | has no network policy, so that each of its pods accepts connections from every pod
            '"yes"'   | cannot be decided without true or false at spec.hostNetwork
            '"${h}"'  | cannot be decided without the value of spec.hostNetwork
            """)
    void onItsNodesNetworkIsNotGoverned(String hostNetwork, String answer) {
      String pod =
          pod("{}").replace("containers: []", "containers: [], hostNetwork: " + hostNetwork);

      assertThat(answer(pod)).isEqualTo(answer);
    }

    @ParameterizedTest(name = "template {0}")
    @ValueSource(strings = {"'${template}'", "{spec: '${spec}'}", "null", "{}"})
    void thatCannotBeReadIsLeftOpen(String template) {
      String workload =
          "{apiVersion: apps/v1, kind: Deployment, metadata: {name: w, namespace: shop}, spec:"
              + " {template: %s}}";

      Evaluation evaluation = evaluate(workload.formatted(template), policy("{}"));

      assertThat(evaluation.findings())
          .singleElement()
          .satisfies(
              finding -> {
                assertThat(finding.verdict()).isEqualTo(Verdict.INCONCLUSIVE);
                assertThat(finding.message()).contains(" pod spec: spec.template");
              });
    }

    @Test
    void whoseLabelsAreExpressionsIsLeftOpenOnlyWhereTheyMatter() {
      String labelled = policy("{podSelector: {matchLabels: {app: web}}}");

      assertThat(answer(pod("'${labels}'"), labelled))
          .isEqualTo(
              "cannot be decided without all of its labels, on which NetworkPolicy shop/rule"
                  + " depends");
      assertThat(answer(pod("'${labels}'"), policy("{}"))).isEqualTo("PASS");
      assertThat(answer(pod("'${labels}'"))).isEqualTo(ALL_OPEN);
    }

    @Test
    void whoseNamespaceIsAnExpressionIsLeftOpenWhereThereIsAPolicy() {
      String pod = pod("{}").replace("shop", "'${ns}'");

      assertThat(answer(pod, policy("{}")))
          .isEqualTo(
              "cannot be decided without the namespace ${ns}, on which NetworkPolicy shop/rule"
                  + " depends");
      assertThat(answer(pod)).isEqualTo(OPEN);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
        delimiter = '|',
        textBlock =
            """
            Job    | {template: {metadata: {labels: {app: web}}, spec: {containers: []}}}
            CronJob | {jobTemplate: {spec: {template: {metadata: {labels: {app: web}}, spec: {containers: []}}}}}
            """)
    void ofAJobIsKnownByTheLabelsOfItsTemplate(String kind, String spec) {
      String job =
          "{apiVersion: batch/v1, kind: %s, metadata: {name: j, namespace: shop, labels: {app: db}}, spec: %s}"
              .formatted(kind, spec);
      Subject subject = Subject.of(kind).with("namespace", "shop").with("name", "j");

      assertThat(answer(evaluate(job, policy("{podSelector: {matchLabels: {app: web}}}")), subject))
          .isEqualTo("PASS");
      assertThat(answer(evaluate(job, policy("{podSelector: {matchLabels: {app: db}}}")), subject))
          .isEqualTo(OPEN);
    }

    @ParameterizedTest(name = "{0} on a {2}: {3}")
    @CsvSource(
        delimiter = '|',
        textBlock =
            """
            job-name: j                                | batch/v1 | Job         | PASS
            batch.kubernetes.io/job-name: other        | batch/v1 | Job         | accepts connections from every pod: no network policy isolates it
            job-name: j                                | batch/v1 | CronJob     | cannot be decided without the value of its label job-name, on which NetworkPolicy shop/rule depends
            statefulset.kubernetes.io/pod-name: j-0    | apps/v1  | StatefulSet | cannot be decided without the value of its label statefulset.kubernetes.io/pod-name, on which NetworkPolicy shop/rule depends
            statefulset.kubernetes.io/pod-name: j-0    | apps/v1  | Deployment  | accepts connections from every pod: no network policy isolates it
            pod-template-hash: abc                     | apps/v1  | Deployment  | cannot be decided without the value of its label pod-template-hash, on which NetworkPolicy shop/rule depends
            """)
    void getsLabelsFromItsController(String label, String version, String kind, String answer) {
      String template = "template: {spec: {containers: []}}";
      String spec = kind.equals("CronJob") ? "jobTemplate: {spec: {" + template + "}}" : template;
      String workload =
          "{apiVersion: %s, kind: %s, metadata: {name: j, namespace: shop}, spec: {%s}}"
              .formatted(version, kind, spec);
      Subject subject = Subject.of(kind).with("namespace", "shop").with("name", "j");

      Evaluation evaluation =
          evaluate(workload, policy("{podSelector: {matchLabels: {" + label + "}}}"));

      assertThat(answer(evaluation, subject)).isEqualTo(answer);
    }
  }

  @Nested
  class APolicyOfAPlugin {

    private static final String NOT_ANALYSED =
        "cannot be decided without the effect of %s, which is not analysed";

    @ParameterizedTest(name = "{1} of {0}")
    @CsvSource({
      "cilium.io/v2, CiliumNetworkPolicy",
      "projectcalico.org/v3, NetworkPolicy",
      "crd.projectcalico.org/v1, NetworkPolicy",
      "extensions/v1beta1, NetworkPolicy"
    })
    void leavesPodsOfItsNamespaceOpen(String version, String kind) {
      String policy = "{apiVersion: %s, kind: %s, metadata: {name: own, namespace: %s}, spec: {}}";

      assertThat(answer(pod("{}"), policy.formatted(version, kind, "shop")))
          .startsWith("cannot be decided without the effect of " + kind)
          .endsWith("shop/own, which is not analysed");
      assertThat(answer(pod("{}"), policy.formatted(version, kind, "other"))).isEqualTo(ALL_OPEN);
    }

    @ParameterizedTest(name = "{1} of {0}")
    @CsvSource({
      "cilium.io/v2, CiliumClusterwideNetworkPolicy",
      "projectcalico.org/v3, GlobalNetworkPolicy",
      "crd.projectcalico.org/v1, GlobalNetworkPolicy",
      "policy.networking.k8s.io/v1alpha1, AdminNetworkPolicy"
    })
    void mayConcernTheWholeCluster(String version, String kind) {
      String policy =
          "{apiVersion: %s, kind: %s, metadata: {name: own}, spec: {}}".formatted(version, kind);

      assertThat(answer(pod("{}"), policy))
          .startsWith("cannot be decided without the effect of " + kind)
          .endsWith(" own, which is not analysed");
    }

    @Test
    void doesNotMatterToPodsThatAreIsolatedAnyway() {
      String policy =
          "{apiVersion: cilium.io/v2, kind: CiliumClusterwideNetworkPolicy, metadata: {name: own}}";

      assertThat(answer(pod("{}"), policy, policy("{}"))).isEqualTo("PASS");
    }

    @Test
    void ofAnotherKindIsNone() {
      String staged =
          "{apiVersion: projectcalico.org/v3, kind: StagedNetworkPolicy, metadata: {name: own,"
              + " namespace: shop}}";

      assertThat(answer(pod("{}"), staged)).isEqualTo(ALL_OPEN).isNotEqualTo(NOT_ANALYSED);
    }
  }

  @Nested
  class AGraphOfKro {

    private static String graph(String podMetadata, String policyMetadata, String more) {
      return """
      apiVersion: kro.run/v1alpha1
      kind: ResourceGraphDefinition
      metadata: {name: app}
      spec:
        resources:
          - id: web
            template:
              apiVersion: apps/v1
              kind: Deployment
              metadata: {name: web%s}
              spec: {template: {metadata: {labels: {app: web}}, spec: {containers: []}}}
          - id: isolation
            %s
            template:
              apiVersion: networking.k8s.io/v1
              kind: NetworkPolicy
              metadata: {name: isolation%s}
              spec: {podSelector: {matchLabels: {app: web}}}
      """
          .formatted(podMetadata, more, policyMetadata);
    }

    private static String answer(String... documents) {
      Subject subject =
          Subject.of("ResourceGraphDefinition.kro.run").with("name", "app").with("resource", "web");
      return PodIsIsolatedForIngressTest.answer(evaluate(documents), subject);
    }

    @Test
    void putsWhatNamesNoNamespaceIntoTheSame() {
      assertThat(answer(graph("", "", ""))).isEqualTo("PASS");
    }

    @Test
    void meansTheSameByTheSameExpression() {
      String namespace = ", namespace: \"${schema.spec.ns}\"";

      assertThat(answer(graph(namespace, namespace, ""))).isEqualTo("PASS");
      assertThat(answer(graph(namespace, ", namespace: \"${other}\"", "")))
          .startsWith("cannot be decided without the namespace ${other}");
    }

    @Test
    void leavesOpenWhereItsInstanceWillBe() {
      assertThat(answer(graph("", ", namespace: shop", "")))
          .startsWith(
              "cannot be decided without the namespace of the instance of"
                  + " ResourceGraphDefinition.kro.run app");
    }

    @Test
    void mayLeaveAPolicyOut() {
      assertThat(answer(graph("", "", "includeWhen: [\"${schema.spec.isolated}\"]")))
          .startsWith("cannot be decided without spec.resources[1].includeWhen");
    }
  }

  @Test
  void aClusterWithoutPodsIsNotAsked() {
    assertThat(evaluate(policy("{}")).judged(RULE)).isFalse();
  }
}
