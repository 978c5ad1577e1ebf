package dev.avow.k8s;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.avow.k8s.manifest.Manifest;
import dev.avow.k8s.manifest.Manifests;
import dev.avow.policy.SecurityPolicy;
import dev.avow.policy.finding.Decision;
import dev.avow.policy.finding.Decision.Outcome;
import dev.avow.policy.finding.Decision.Ruling;
import dev.avow.policy.finding.Evaluation;
import dev.avow.policy.finding.Finding;
import dev.avow.policy.finding.Partial;
import dev.avow.policy.finding.Verdict;
import dev.avow.policy.finding.Waiver;
import dev.avow.policy.finding.WaiverUse;
import dev.avow.policy.finding.WaiverUse.State;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WaiverAnnotationsTest {

  private static final LocalDate DAY = LocalDate.of(2026, 11, 22);
  private static final String RULE = "image-tag-is-specific";

  private static final String DEPLOYMENT =
      """
      apiVersion: apps/v1
      kind: Deployment
      metadata:
        name: backend
        annotations:
          OBJECT
      spec:
        template:
          metadata:
            annotations:
              TEMPLATE
          spec:
            initContainers: [{name: init, image: ghcr.io/acme/init}]
            containers:
              - {name: api, image: ghcr.io/acme/api}
              - {name: proxy, image: ghcr.io/acme/proxy}
      """;

  private static String deployment(String object, String template) {
    return DEPLOYMENT
        .replace("OBJECT", object.isEmpty() ? "team: web" : object)
        .replace("TEMPLATE", template.isEmpty() ? "team: web" : template);
  }

  private static SecurityPolicy policy(String rules, String gate) {
    return SecurityPolicy.parse(
        "policy.yaml",
        """
        apiVersion: avow.dev/v1
        kind: SecurityPolicy
        name: test
        hardening: {rules: {image-tag-is-specific: %s, is-not-privileged: on}}
        gate: {fail-on: medium, %s}
        """
            .formatted(rules, gate));
  }

  private static final SecurityPolicy HEEDING = policy("on", "waiver-annotations: true");

  private static Evaluation evaluate(SecurityPolicy policy, String text) {
    return KubernetesEvaluator.of(policy).evaluate(Manifests.of("deploy.yaml", text));
  }

  private static Decision decide(SecurityPolicy policy, String text) {
    return policy.gate().decide(evaluate(policy, text), DAY);
  }

  private static List<String> waived(Decision decision) {
    return decision.rulings().stream()
        .filter(Ruling.Waived.class::isInstance)
        .map(ruling -> ruling.finding().subject().toString())
        .toList();
  }

  private static List<State> states(Decision decision) {
    return decision.waivers().stream().map(WaiverUse::state).toList();
  }

  @Nested
  class AWaiver {

    @Test
    void besideAnObjectCoversAllThatIsInItAndKnowsItsPlace() {
      Decision decision =
          decide(
              HEEDING,
              deployment(
                  "waive.avow.dev/" + RULE + ": 'until 2027-01-31 by team-web: vendor'", ""));

      assertThat(decision.outcome()).isEqualTo(Outcome.KEPT);
      assertThat(waived(decision))
          .containsExactly(
              "Deployment backend, container init",
              "Deployment backend, container api",
              "Deployment backend, container proxy");
      Waiver waiver = decision.waivers().get(0).waiver();
      assertThat(waiver.reason()).isEqualTo("vendor");
      assertThat(waiver.owner()).contains("team-web");
      assertThat(waiver.lastDay()).contains(LocalDate.of(2027, 1, 31));
      assertThat(waiver.declaredAt()).hasToString("deploy.yaml:6:5");
      assertThat(waiver.declaredAt().path())
          .isEqualTo("metadata.annotations[\"waive.avow.dev/image-tag-is-specific\"]");
    }

    @Test
    void besideAPodTemplateCountsAsWell() {
      Decision decision =
          decide(HEEDING, deployment("", "waive.avow.dev/" + RULE + ": 'until 2027-01-31: x'"));

      assertThat(decision.outcome()).isEqualTo(Outcome.KEPT);
      assertThat(decision.waivers().get(0).waiver().declaredAt()).hasToString("deploy.yaml:11:9");
    }

    @ParameterizedTest
    @ValueSource(strings = {"api", "init"})
    void ofAContainerCoversThatContainerOnly(String container) {
      Decision decision =
          decide(
              HEEDING,
              deployment(container + ".waive.avow.dev/" + RULE + ": 'until 2027-01-31: x'", ""));

      assertThat(waived(decision)).containsExactly("Deployment backend, container " + container);
      assertThat(decision.outcome()).isEqualTo(Outcome.BROKEN);
    }

    @Test
    void coversOneRuleAndOthersStandBesideIt() {
      String privileged =
          deployment(
                  "waive.avow.dev/"
                      + RULE
                      + ": 'until 2027-01-31: x'\n    api.waive.avow.dev/is-not-privileged:"
                      + " 'until 2027-01-31: y'",
                  "")
              .replace("name: api,", "name: api, securityContext: {privileged: true},");

      Decision decision = decide(HEEDING, privileged);

      assertThat(waived(decision)).hasSize(4);
      assertThat(states(decision)).containsExactly(State.USED, State.USED);
    }

    @Test
    void countsOnTheDaysThatTheGateIsGiven() {
      String text = deployment("waive.avow.dev/" + RULE + ": 'until 2026-11-22: x'", "");
      Evaluation evaluation = evaluate(HEEDING, text);

      Decision last = HEEDING.gate().decide(evaluation, DAY);
      Decision after = HEEDING.gate().decide(evaluation, DAY.plusDays(1));

      assertThat(last.outcome()).isEqualTo(Outcome.KEPT);
      assertThat(after.outcome()).isEqualTo(Outcome.BROKEN);
      assertThat(after.expired()).hasSize(1);
      assertThat(after.rulings()).allMatch(ruling -> ruling.ended().equals(after.expired()));
    }

    @Test
    void coversNothingInAnotherFileOrNamespace() {
      String bare = deployment("", "");
      String waiving = deployment("waive.avow.dev/" + RULE + ": 'until 2027-01-31: x'", "");
      String elsewhere = bare.replace("name: backend", "name: backend\n  namespace: prod");
      Manifests both =
          () ->
              Stream.concat(
                  Manifests.of("dev.yaml", waiving + "---\n" + elsewhere).stream(),
                  Manifests.of("prod.yaml", bare).stream());

      Decision decision =
          HEEDING.gate().decide(KubernetesEvaluator.of(HEEDING).evaluate(both), DAY);

      assertThat(decision.rulings())
          .filteredOn(Ruling.Waived.class::isInstance)
          .hasSize(3)
          .allMatch(ruling -> ruling.finding().location().source().equals("dev.yaml"))
          .allMatch(ruling -> ruling.finding().subject().values("namespace").isEmpty());
      assertThat(decision.rulings()).filteredOn(Ruling.Blocks.class::isInstance).hasSize(6);
    }

    @Test
    void standsInAnyTemplateOnTheWayToThePod() {
      String text =
          """
          apiVersion: batch/v1
          kind: CronJob
          metadata: {name: sweep}
          spec:
            jobTemplate:
              metadata: {annotations: {waive.avow.dev/image-tag-is-specific: "until 2027-01-31: x"}}
              spec: {template: {spec: {containers: [{name: c, image: busybox}]}}}
          ---
          apiVersion: v1
          kind: Pod
          metadata: {name: bare, annotations: {c.waive.avow.dev/image-tag-is-specific: "until 2027-01-31: x"}}
          spec: {containers: [{name: c, image: busybox}]}
          ---
          apiVersion: kro.run/v1alpha1
          kind: ResourceGraphDefinition
          metadata: {name: app}
          spec:
            resources:
              - id: deployment
                template:
                  apiVersion: apps/v1
                  kind: Deployment
                  metadata: {annotations: {waive.avow.dev/image-tag-is-specific: "until 2027-01-31: x"}}
                  spec: {template: {spec: {containers: [{name: c, image: busybox}]}}}
          """;

      Decision decision = decide(HEEDING, text);

      assertThat(decision.outcome()).isEqualTo(Outcome.KEPT);
      assertThat(waived(decision))
          .containsExactly(
              "CronJob sweep, container c",
              "Pod bare, container c",
              "ResourceGraphDefinition.kro.run app, resource deployment, container c");
      assertThat(states(decision)).containsOnly(State.USED).hasSize(3);
    }
  }

  @Nested
  class IsTold {

    @Test
    void whereThePolicyHeedsNoAnnotations() {
      SecurityPolicy deaf = policy("on", "accept-inconclusive: false");

      Decision decision =
          decide(deaf, deployment("waive.avow.dev/" + RULE + ": 'until 2027-01-31: x'", ""));

      assertThat(decision.outcome()).isEqualTo(Outcome.BROKEN);
      assertThat(waived(decision)).isEmpty();
      assertThat(states(decision)).containsExactly(State.NOT_ALLOWED);
    }

    @Test
    void whereItsRuleIsMarkedAsNotWaivable() {
      SecurityPolicy strict = policy("{enabled: on, waivable: false}", "waiver-annotations: true");

      Decision decision =
          decide(strict, deployment("waive.avow.dev/" + RULE + ": 'until 2027-01-31: x'", ""));

      assertThat(decision.outcome()).isEqualTo(Outcome.BROKEN);
      assertThat(states(decision)).containsExactly(State.NOT_ALLOWED);
    }

    @ParameterizedTest
    @CsvSource({
      "waive.avow.dev/no-such-rule, UNMATCHED",
      "waive.avow.dev/runs-as-non-root, UNMATCHED",
      "waive.avow.dev/is-not-privileged, UNUSED",
      "nobody.waive.avow.dev/image-tag-is-specific, UNUSED",
    })
    void whereItCoversNothing(String key, State state) {
      Decision decision = decide(HEEDING, deployment(key + ": 'until 2027-01-31: x'", ""));

      assertThat(states(decision)).containsExactly(state);
      assertThat(decision.outcome()).isEqualTo(Outcome.BROKEN);
    }

    @Test
    void whereASecondSaysTheSame() {
      String waiver = "waive.avow.dev/" + RULE + ": 'until 2027-01-31: x'";

      assertThat(states(decide(HEEDING, deployment(waiver, waiver))))
          .containsExactly(State.USED, State.REDUNDANT);
    }
  }

  @Nested
  class WhatIsMalformed {

    @ParameterizedTest
    @CsvSource(
        delimiter = '|',
        quoteCharacter = '`',
        textBlock =
            """
            waive.avow.dev/image-tag-is-specific: forever       | 6:43 | the value of waive.avow.dev/image-tag-is-specific does not begin with "until" and a day
            waive.avow.dev/image-tag-is-specific: "until 2027-02-30: x" | 6:43 | has no day such as 2027-01-31 behind "until"
            waive.avow.dev/image-tag-is-specific: "until soon: x" | 6:43 | has no day such as 2027-01-31 behind "until"
            waive.avow.dev/image-tag-is-specific: until 2027-01-31 | 6:43 | says no reason behind a colon
            waive.avow.dev/image-tag-is-specific: "until 2027-01-31: " | 6:43 | says no reason behind the colon
            waive.avow.dev/image-tag-is-specific: "until 2027-01-31 by : x" | 6:43 | is not "by" and a name
            waive.avow.dev/image-tag-is-specific: "until 2027-01-31 or so: x" | 6:43 | is not "by" and a name
            waive.avow.dev/image-tag-is-specific: 2027-01-31    | 6:43 | does not begin with "until"
            waive.avow.dev/image-tag-is-specific: true          | 6:43 | is true, not a text
            waive.avow.dev/image-tag-is-specific:               | 6:42 | is null, not a text
            waive.avow.dev/Image: "until 2027-01-31: x"         | 6:5  | waive.avow.dev/Image names no rule
            waive.avow.dev: "until 2027-01-31: x"               | 6:5  | waive.avow.dev names no rule
            waive.avow.dev/a/b: "until 2027-01-31: x"           | 6:5  | names no rule
            avow.dev/waive.image-tag-is-specific: x             | 6:5  | does not begin with waive.avow.dev/
            waiver.avow.dev/image-tag-is-specific: x            | 6:5  | does not begin with waive.avow.dev/
            Waive.avow.dev/image-tag-is-specific: x             | 6:5  | does not begin with waive.avow.dev/
            a.b.waive.avow.dev/image-tag-is-specific: x         | 6:5  | names no container before .waive.avow.dev
            """)
    void isAFindingAtItsPlaceAndWaivesNothing(String annotation, String place, String message) {
      Decision decision = decide(HEEDING, deployment(annotation, ""));

      assertThat(decision.waivers()).isEmpty();
      assertThat(decision.evaluation().findings())
          .filteredOn(finding -> finding.rule().equals(WaiverAnnotations.ID))
          .singleElement()
          .satisfies(
              finding -> {
                assertThat(finding.verdict()).isEqualTo(Verdict.FAIL);
                assertThat(finding.location()).hasToString("deploy.yaml:" + place);
                assertThat(finding.sentence())
                    .startsWith("Deployment backend: carries a waiver that counts for nothing: ")
                    .contains(message);
              });
    }

    @Test
    void isInconclusiveWhereItIsAnExpression() {
      Evaluation evaluation =
          evaluate(HEEDING, deployment("waive.avow.dev/" + RULE + ": '${schema.why}'", ""));

      assertThat(evaluation.findings())
          .filteredOn(finding -> finding.verdict() == Verdict.INCONCLUSIVE)
          .map(Finding::rule)
          .containsExactly(WaiverAnnotations.ID);
    }

    @Test
    void isNotFoundInWhatIsNotOurs() {
      Evaluation evaluation =
          evaluate(HEEDING, deployment("example.com/avow.dev: x\n    myavow.dev/x: y", ""));

      assertThat(evaluation.judged(WaiverAnnotations.ID)).isFalse();
      assertThat(evaluation.waivers()).isEmpty();
    }
  }

  @Test
  void aWaiverMayBeFoldedOverLines() {
    Decision decision =
        decide(
            HEEDING,
            deployment(
                "waive.avow.dev/" + RULE + ": >\n      until 2027-01-31:\n      two\n      lines",
                ""));

    assertThat(decision.waivers())
        .extracting(use -> use.waiver().reason())
        .containsExactly("two lines");
  }

  @Test
  void inWhateverOrderPartsArriveTheGateDecidesAlike() {
    Map<String, String> files =
        Map.of(
            "a.yaml", deployment("waive.avow.dev/" + RULE + ": 'until 2027-01-31: x'", ""),
            "b.yaml", deployment("", "api.waive.avow.dev/" + RULE + ": 'until 2027-01-31: x'"),
            "c.yaml", deployment("waive.avow.dev/" + RULE + ": 'until 2020-01-31: x'", ""));
    Manifests all =
        () ->
            files.entrySet().stream().flatMap(f -> Manifests.of(f.getKey(), f.getValue()).stream());
    KubernetesEvaluator evaluator = KubernetesEvaluator.of(HEEDING);
    Decision local = HEEDING.gate().decide(evaluator.evaluate(all), DAY);
    List<Partial> parts = new ArrayList<>();
    try (Stream<Manifest> manifests = all.stream()) {
      manifests
          .map(each -> Serialized.copyOf(evaluator.inspect(each).partial()))
          .forEach(parts::add);
    }
    parts.addAll(List.copyOf(parts));

    for (int shuffle = 0; shuffle < 8; shuffle++) {
      Collections.shuffle(parts, new Random(shuffle));
      Evaluation sum = Serialized.copyOf(evaluator.sum(parts.stream()));

      assertThat(HEEDING.gate().decide(sum, DAY)).isEqualTo(local);
      assertThat(HEEDING.gate().decide(sum, DAY).waivers()).isEqualTo(local.waivers());
      assertThat(Evaluation.sum(sum, sum)).isEqualTo(sum);
    }
    assertThat(local.waivers())
        .extracting(use -> use.waiver().declaredAt().source(), WaiverUse::state, WaiverUse::covered)
        .containsExactly(
            tuple("a.yaml", State.USED, 3),
            tuple("b.yaml", State.USED, 1),
            tuple("c.yaml", State.EXPIRED, 0));
  }
}
