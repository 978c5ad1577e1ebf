package dev.avow.k8s;

import static dev.avow.k8s.rule.Targets.CONTAINER;
import static dev.avow.k8s.rule.Targets.RESOURCE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.avow.k8s.manifest.Manifest;
import dev.avow.k8s.manifest.Manifests;
import dev.avow.k8s.manifest.Resource;
import dev.avow.k8s.rule.Facts;
import dev.avow.k8s.rule.GroupKey;
import dev.avow.k8s.rule.GroupRule;
import dev.avow.k8s.rule.Targets;
import dev.avow.k8s.workload.Container;
import dev.avow.policy.PolicyException;
import dev.avow.policy.SecurityPolicy;
import dev.avow.policy.document.Unreadable.Cause;
import dev.avow.policy.finding.Decision;
import dev.avow.policy.finding.Evaluation;
import dev.avow.policy.finding.Finding;
import dev.avow.policy.finding.Gate;
import dev.avow.policy.finding.Location;
import dev.avow.policy.finding.Partial;
import dev.avow.policy.finding.Problem;
import dev.avow.policy.finding.RuleId;
import dev.avow.policy.finding.Selector;
import dev.avow.policy.finding.Severity;
import dev.avow.policy.finding.Subject;
import dev.avow.policy.finding.Verdict;
import dev.avow.policy.finding.Waiver;
import dev.avow.policy.hardening.HardeningProfile;
import dev.avow.policy.hardening.Profile;
import dev.avow.policy.rule.Rule;
import dev.avow.policy.rule.Scope;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KubernetesEvaluatorTest {

  private static final HardeningProfile RESTRICTED =
      HardeningProfile.builder().profile(Profile.RESTRICTED).build();

  private static final RuleId READABLE = RuleId.of("manifest-is-readable");
  private static final RuleId SEALED = OwnRules.SEALED_ROOT.description().id();

  private static final Subject API =
      Subject.of("Deployment").with("namespace", "prod").with("name", "backend");

  private static final String BACKEND =
      """
      apiVersion: apps/v1
      kind: Deployment
      metadata: {name: backend, namespace: prod}
      spec:
        template:
          spec:
            containers:
              - name: api
                image: registry.example/api:1.0.0
              - name: proxy
                image: registry.example/proxy:1.0.0
                securityContext: {readOnlyRootFilesystem: true}
      """;

  private static KubernetesEvaluator.Builder own() {
    return KubernetesEvaluator.builder(HardeningProfile.none()).withoutBuiltInRules();
  }

  private static Evaluation evaluate(KubernetesEvaluator.Builder evaluator, String... documents) {
    return evaluator.build().evaluate(Manifests.of("deploy.yaml", String.join("---\n", documents)));
  }

  @Test
  void aPolicyAFolderAndADayMakeADecision(@TempDir Path deploy) throws IOException {
    Files.writeString(deploy.resolve("backend.yaml"), BACKEND);
    SecurityPolicy policy =
        SecurityPolicy.named("shop")
            .harden(with -> with.profile(Profile.RESTRICTED))
            .waive(
                Waiver.of("pod-is-isolated-for-ingress")
                    .on(Selector.where("namespace", "prod"))
                    .because("the mesh isolates")
                    .until(LocalDate.of(2027, 1, 31)))
            .failOn(Severity.LOW)
            .build();

    Evaluation evaluation = KubernetesEvaluator.of(policy).evaluate(Manifests.in(deploy));
    Decision decision = policy.gate().decide(evaluation, LocalDate.of(2026, 11, 23));

    assertThat(decision.blocks()).isTrue();
    assertThat(decision.rulings())
        .filteredOn(Decision.Ruling.Waived.class::isInstance)
        .map(ruling -> ruling.finding().rule().value())
        .containsExactly("pod-is-isolated-for-ingress");
  }

  @Nested
  class AUsersOwnRules {

    @Test
    void areJudgedBesideTheBuiltInOnes() {
      Evaluation evaluation =
          evaluate(KubernetesEvaluator.builder(RESTRICTED).rule(OwnRules.SEALED_ROOT), BACKEND);

      assertThat(evaluation.rules())
          .containsKey(SEALED)
          .containsKey(RuleId.of("pod-is-isolated-for-ingress"));
      assertThat(evaluation.verdict(SEALED, API.with("container", "api"))).contains(Verdict.FAIL);
      assertThat(evaluation.verdict(SEALED, API.with("container", "proxy"))).contains(Verdict.PASS);
    }

    @Test
    void findWhatStandsWhere() {
      Evaluation evaluation = evaluate(own().rule(OwnRules.SEALED_ROOT), BACKEND);

      assertThat(evaluation.findings())
          .map(Finding::toString)
          .containsExactly(
              "deploy.yaml:8:11 HIGH own-root-filesystem-is-sealed Deployment prod/backend,"
                  + " container api: may write its root filesystem: readOnlyRootFilesystem is not"
                  + " set");
    }

    @Test
    void maySeeEverythingAtOnce() {
      String ingress =
          """
          apiVersion: networking.k8s.io/v1
          kind: Ingress
          metadata: {name: %s, namespace: %s}
          spec:
            rules: [{host: a.example}]
          """;

      Evaluation evaluation =
          evaluate(
              own().rule(OwnRules.UNIQUE_HOSTS),
              ingress.formatted("first", "prod"),
              ingress.formatted("second", "dev"));

      assertThat(evaluation.findings())
          .singleElement()
          .satisfies(
              finding -> {
                assertThat(finding.sentence())
                    .isEqualTo("Ingress dev/second: takes the host a.example a second time");
                assertThat(finding.location().path()).isEqualTo("spec.rules[0].host");
                assertThat(finding.location().line()).isEqualTo(11);
                assertThat(finding.members())
                    .map(Subject::toString)
                    .containsExactly("Ingress prod/first");
                assertThat(finding.trail()).hasSize(1);
              });
    }

    @Test
    void maySeeANamespaceAtOnceAndNoneIsTheDefaultOne() {
      String map =
          """
          apiVersion: v1
          kind: ConfigMap
          metadata: {name: %s, labels: {team: %s}%s}
          """;

      Evaluation evaluation =
          evaluate(
              own().rule(OwnRules.FEW_TEAMS),
              map.formatted("a", "red", ", namespace: prod"),
              map.formatted("b", "blue", ""),
              map.formatted("c", "green", ", namespace: default"));

      assertThat(evaluation.findings())
          .map(Finding::sentence)
          .containsExactly("Namespace default: is shared by blue, green");
      assertThat(
              evaluation.verdict(
                  RuleId.of("own-namespace-has-few-teams"),
                  Subject.of("Namespace").with("name", "prod")))
          .contains(Verdict.PASS);
    }

    @Test
    void takeTheirParametersAndSeverityFromThePolicy() {
      HardeningProfile profile =
          HardeningProfile.builder()
              .set("own-namespace-has-few-teams", OwnRules.MOST_TEAMS, 0L)
              .severity("own-namespace-has-few-teams", Severity.LOW)
              .build();

      Evaluation evaluation =
          evaluate(
              KubernetesEvaluator.builder(profile).withoutBuiltInRules().rule(OwnRules.FEW_TEAMS),
              "{apiVersion: v1, kind: ConfigMap, metadata: {name: a, labels: {team: red}}}\n");

      assertThat(evaluation.findings())
          .singleElement()
          .satisfies(finding -> assertThat(finding.severity()).isEqualTo(Severity.LOW));
    }

    @Test
    void areRefusedWhereAnotherHasTheName() {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> own().rule(OwnRules.SEALED_ROOT).rule(OwnRules.SEALED_ROOT).build())
          .withMessage("rule own-root-filesystem-is-sealed was already added");
    }

    @Test
    void areRefusedWhereTheirFactsHaveANamesake() {
      Facts<OwnRules.Team> namesake =
          Facts.named("own-teams", OwnRules.Team.class, resource -> List.of());
      GroupRule rule = GroupRule.named("own-rule").perNamespace(namesake).finds((g, r) -> {});

      assertThatIllegalArgumentException()
          .isThrownBy(() -> own().rule(OwnRules.FEW_TEAMS).rule(rule).build())
          .withMessageContaining("two are called own-teams");
    }

    @Test
    void areRefusedWhereTheyAreForSomethingElse() {
      Scope<Container> stages = Scope.of("stage", Container.class);
      Rule<Container> rule = Rule.named("own-rule").forEach(stages).finds((stage, report) -> {});

      assertThatIllegalArgumentException()
          .isThrownBy(() -> own().rule(rule))
          .withMessage(
              "rule own-rule must be asked for each of %s but is for each stage"
                  .formatted(Targets.scopes()));
    }
  }

  @Nested
  class APolicy {

    @Test
    void thatSaysSomethingOfUnknownRulesIsRefusedWithAllPlaces() {
      SecurityPolicy policy =
          SecurityPolicy.parse(
              "policy.yaml",
              """
              apiVersion: avow.dev/v1
              kind: SecurityPolicy
              name: shop
              hardening:
                profile: restricted
                rules:
                  pod-is-isolated-for-ingres: on
                  pod-is-isolated-for-ingress:
                    depth: 3
              """);

      assertThatExceptionOfType(PolicyException.class)
          .isThrownBy(() -> KubernetesEvaluator.of(policy))
          .satisfies(
              refused ->
                  assertThat(refused.problems())
                      .map(Problem::toString)
                      .hasSize(2)
                      .satisfiesExactly(
                          unknown ->
                              assertThat(unknown)
                                  .startsWith("policy.yaml:7:5")
                                  .contains("rule must be a known one, perhaps"),
                          parameter ->
                              assertThat(parameter)
                                  .startsWith("policy.yaml:9:14")
                                  .contains(
                                      "pod-is-isolated-for-ingress must be without parameters")));
    }

    @Test
    void thatTurnsNoRuleOnIsRefused() {
      assertThatExceptionOfType(PolicyException.class)
          .isThrownBy(() -> own().build())
          .withMessageContaining("hardening must turn a rule on")
          .withMessageContaining("profile: restricted");
    }

    @Test
    void cannotSwitchOffThatManifestsAreReadable() {
      HardeningProfile profile =
          HardeningProfile.builder()
              .profile(Profile.RESTRICTED)
              .without("manifest-is-readable")
              .build();

      assertThatExceptionOfType(PolicyException.class)
          .isThrownBy(() -> KubernetesEvaluator.builder(profile).build())
          .withMessageContaining("manifest-is-readable must be on but was switched off");
    }

    @Test
    void switchesRulesOff() {
      HardeningProfile profile =
          HardeningProfile.builder()
              .profile(Profile.RESTRICTED)
              .without("pod-is-isolated-for-ingress")
              .build();

      assertThat(
              KubernetesEvaluator.builder(profile)
                  .rule(OwnRules.SEALED_ROOT)
                  .build()
                  .ruleSet()
                  .rules())
          .doesNotContainKey(RuleId.of("pod-is-isolated-for-ingress"));
    }
  }

  @Nested
  class AManifest {

    @Test
    void thatCanBeReadIsARowAndNoFinding() {
      Evaluation evaluation = evaluate(own().rule(OwnRules.SEALED_ROOT), BACKEND);

      assertThat(evaluation.verdict(READABLE, API)).contains(Verdict.PASS);
    }

    @Test
    void thatCannotBeReadCostsOnlyItself() {
      Evaluation evaluation =
          evaluate(
              own().rule(OwnRules.SEALED_ROOT), "kind: [unfinished\n", BACKEND, "a: 1\na: 2\n");

      assertThat(evaluation.findings()).filteredOn(f -> f.rule().equals(READABLE)).hasSize(2);
      assertThat(evaluation.findings())
          .filteredOn(f -> f.rule().equals(READABLE))
          .allSatisfy(
              finding -> {
                assertThat(finding.verdict()).isEqualTo(Verdict.INCONCLUSIVE);
                assertThat(finding.severity()).isEqualTo(Severity.CRITICAL);
                assertThat(finding.subject().kind()).isEqualTo("File");
                assertThat(finding.subject().values("file")).containsExactly("deploy.yaml");
                assertThat(finding.location().hasLine()).isTrue();
              })
          .map(Finding::subject)
          .doesNotHaveDuplicates();
      assertThat(evaluation.verdict(SEALED, API.with("container", "api"))).contains(Verdict.FAIL);
    }

    @Test
    void thatCannotBeReadDoesNotPassAGate() {
      Evaluation evaluation = evaluate(own().rule(OwnRules.SEALED_ROOT), "kind: [unfinished\n");

      Decision decision =
          Gate.failingAt(Severity.CRITICAL).decide(evaluation, LocalDate.of(2026, 11, 23));

      assertThat(decision.outcome()).isEqualTo(Decision.Outcome.INCONCLUSIVE);
      assertThat(decision.blocks()).isTrue();
    }

    @Test
    void whoseSourceCannotBeOpenedIsTheFileAsAWhole() {
      Manifest missing =
          new Manifest.Unreadable(
              Location.in("gone.yaml"), Cause.UNAVAILABLE, "the file does not exist");

      Evaluation evaluation =
          own().rule(OwnRules.SEALED_ROOT).build().evaluate(() -> Stream.of(missing));

      assertThat(evaluation.findings())
          .map(Finding::sentence)
          .containsExactly("File gone.yaml: cannot be read: the file does not exist");
    }

    @Test
    void thatIsNoKubernetesObjectConcernsNobody() {
      Evaluation evaluation = evaluate(own().rule(OwnRules.SEALED_ROOT), "replicas: 3\n");

      assertThat(evaluation.findings()).isEmpty();
      assertThat(evaluation.counts()).containsEntry(Verdict.NOT_APPLICABLE, 1L);
    }

    @Test
    void comesInAnyOrder() {
      List<String> documents = new ArrayList<>(Cluster.documents(11));
      KubernetesEvaluator evaluator =
          KubernetesEvaluator.builder(RESTRICTED).rule(OwnRules.UNIQUE_HOSTS).build();
      Evaluation before = evaluator.evaluate(apart(documents, List.copyOf(documents)));

      List<String> shuffled = new ArrayList<>(documents);
      Collections.shuffle(shuffled, new Random(5));

      assertThat(evaluator.evaluate(apart(documents, shuffled))).isEqualTo(before);
    }

    /** Each document is a file of its own, so that its place does not hang on the order. */
    private Manifests apart(List<String> named, List<String> inOrder) {
      return () ->
          inOrder.stream()
              .flatMap(text -> Manifests.of(named.indexOf(text) + ".yaml", text).stream());
    }
  }

  @Nested
  class WhatThrows {

    private static final String SECRET = "hunter2";

    private static IllegalStateException failure() {
      return new IllegalStateException("could not take " + SECRET);
    }

    @Test
    void aRuleThatThrowsIsUndecidedForThatSubjectOnly() {
      Rule<Container> fragile =
          Rule.named("own-fragile-rule")
              .severity(Severity.HIGH)
              .forEach(CONTAINER)
              .requires(
                  container -> {
                    if (container.name().equals("api")) {
                      throw failure();
                    }
                    return container.place().exists();
                  })
              .otherwise("is not there")
              .build();

      Evaluation evaluation = evaluate(own().rule(fragile).rule(OwnRules.SEALED_ROOT), BACKEND);

      RuleId id = fragile.description().id();
      assertThat(evaluation.verdict(id, API.with("container", "proxy"))).contains(Verdict.PASS);
      assertThat(evaluation.verdict(SEALED, API.with("container", "api"))).contains(Verdict.FAIL);
      assertThat(evaluation.findings())
          .filteredOn(finding -> finding.rule().equals(id))
          .singleElement()
          .satisfies(
              finding -> {
                assertThat(finding.verdict()).isEqualTo(Verdict.INCONCLUSIVE);
                assertThat(finding.severity()).isEqualTo(Severity.HIGH);
                assertThat(finding.location().line()).isEqualTo(8);
                assertThat(finding.sentence())
                    .isEqualTo(
                        "Deployment prod/backend, container api: cannot be decided: rule"
                            + " own-fragile-rule failed with java.lang.IllegalStateException")
                    .doesNotContain(SECRET);
              });
    }

    @Test
    void aGroupRuleThatThrowsIsUndecidedForItsGroup() {
      GroupRule fragile =
          GroupRule.named("own-fragile-rule")
              .perNamespace(OwnRules.TEAMS)
              .finds(
                  (group, report) -> {
                    throw failure();
                  });

      Evaluation evaluation =
          evaluate(
              own().rule(fragile).rule(OwnRules.FEW_TEAMS),
              "{apiVersion: v1, kind: ConfigMap, metadata: {name: a, labels: {team: red}}}\n");

      assertThat(evaluation.findings())
          .map(Finding::sentence)
          .containsExactly(
              "Namespace default: cannot be decided: rule own-fragile-rule failed with"
                  + " java.lang.IllegalStateException");
      assertThat(evaluation.judged(OwnRules.FEW_TEAMS.description().id())).isTrue();
    }

    @Test
    void aGroupRuleMayThrowOverNothing() {
      GroupRule fragile =
          GroupRule.named("own-fragile-rule")
              .perNamespace(OwnRules.TEAMS)
              .finds(
                  (group, report) -> {
                    throw failure();
                  });
      KubernetesEvaluator evaluator = own().rule(fragile).build();

      Partial partial = evaluator.judge(new GroupKey.Namespace("prod"), List.of());

      assertThat(partial.findings())
          .map(Finding::toString)
          .containsExactly(
              "(no facts) MEDIUM own-fragile-rule Namespace prod: cannot be decided: rule"
                  + " own-fragile-rule failed with java.lang.IllegalStateException");
    }

    @Test
    void factsThatThrowLeaveEachRuleThatNeedsThemUndecided() {
      Facts<OwnRules.Team> fragile =
          Facts.named(
              "own-fragile-facts",
              OwnRules.Team.class,
              resource -> {
                throw failure();
              });
      GroupRule one = GroupRule.named("own-rule-one").perNamespace(fragile).finds((g, r) -> {});
      GroupRule two = GroupRule.named("own-rule-two").overEverything(fragile).finds((g, r) -> {});

      Evaluation evaluation =
          evaluate(own().rule(one).rule(two).rule(OwnRules.SEALED_ROOT), BACKEND);

      assertThat(evaluation.findings())
          .filteredOn(finding -> finding.verdict() == Verdict.INCONCLUSIVE)
          .map(Finding::toString)
          .containsExactly(
              "deploy.yaml:1:1 MEDIUM own-rule-one Deployment prod/backend: cannot be decided:"
                  + " facts own-fragile-facts failed with java.lang.IllegalStateException",
              "deploy.yaml:1:1 MEDIUM own-rule-two Deployment prod/backend: cannot be decided:"
                  + " facts own-fragile-facts failed with java.lang.IllegalStateException");
      assertThat(evaluation.verdict(SEALED, API.with("container", "api"))).contains(Verdict.FAIL);
    }

    @Test
    void aRuleThatRunsAwayIsUndecidedToo() {
      Rule<Resource> endless =
          Rule.named("own-endless-rule")
              .forEach(RESOURCE)
              .finds((resource, report) -> descend(resource));

      Evaluation evaluation = evaluate(own().rule(endless), BACKEND);

      assertThat(evaluation.findings())
          .map(Finding::message)
          .containsExactly(
              "cannot be decided: rule own-endless-rule failed with java.lang.StackOverflowError");
    }

    @SuppressWarnings("InfiniteRecursion") // is what the test is about
    private static int descend(Resource resource) {
      return 1 + descend(resource);
    }
  }

  @Test
  void oneEvaluatorServesManyThreads() throws ExecutionException, InterruptedException {
    KubernetesEvaluator evaluator =
        KubernetesEvaluator.builder(RESTRICTED)
            .rule(OwnRules.SEALED_ROOT)
            .rule(OwnRules.UNIQUE_HOSTS)
            .rule(OwnRules.FEW_TEAMS)
            .build();
    Manifests manifests = Manifests.of("all.yaml", String.join("---\n", Cluster.documents(7)));
    Evaluation alone = evaluator.evaluate(manifests);
    ExecutorService threads = Executors.newFixedThreadPool(4);

    try {
      List<Callable<Evaluation>> tasks =
          Collections.nCopies(64, () -> evaluator.evaluate(manifests));
      for (Future<Evaluation> task : threads.invokeAll(tasks)) {
        assertThat(task.get()).isEqualTo(alone);
      }
    } finally {
      threads.shutdownNow();
    }
  }
}
