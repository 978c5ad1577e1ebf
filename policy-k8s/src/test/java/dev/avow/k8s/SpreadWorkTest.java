package dev.avow.k8s;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.avow.k8s.manifest.Manifest;
import dev.avow.k8s.manifest.Manifests;
import dev.avow.k8s.rule.GroupKey;
import dev.avow.k8s.rule.Observed;
import dev.avow.policy.finding.Evaluation;
import dev.avow.policy.finding.Partial;
import dev.avow.policy.finding.RuleId;
import dev.avow.policy.finding.Severity;
import dev.avow.policy.finding.Verdict;
import dev.avow.policy.hardening.HardeningProfile;
import dev.avow.policy.hardening.Profile;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The three functions that a distributed engine runs give what evaluate gives. */
class SpreadWorkTest {

  private static final HardeningProfile PROFILE =
      HardeningProfile.builder().profile(Profile.RESTRICTED).build();

  private static KubernetesEvaluator evaluator(HardeningProfile profile) {
    return KubernetesEvaluator.builder(profile)
        .rule(OwnRules.SEALED_ROOT)
        .rule(OwnRules.UNIQUE_HOSTS)
        .rule(OwnRules.FEW_TEAMS)
        .build();
  }

  static Stream<Long> seeds() {
    return IntStream.range(0, 40).mapToObj(Long::valueOf);
  }

  private static Manifests manifests(long seed) {
    List<String> documents = Cluster.documents(seed);
    return () ->
        IntStream.range(0, documents.size())
            .boxed()
            .flatMap(i -> Manifests.of("m" + i + ".yaml", documents.get(i)).stream());
  }

  private static List<Inspection> inspections(KubernetesEvaluator evaluator, long seed) {
    try (Stream<Manifest> manifests = manifests(seed).stream()) {
      return manifests.map(evaluator::inspect).map(Serialized::copyOf).toList();
    }
  }

  /** As an engine would do it: facts by key, groups and parts in whatever order they arrive. */
  private static Evaluation spread(
      KubernetesEvaluator evaluator, List<Inspection> arrived, Random order) {
    Map<GroupKey, List<Observed<?>>> groups = new HashMap<>();
    for (Inspection inspection : arrived) {
      inspection
          .facts()
          .forEach(
              (key, facts) -> groups.computeIfAbsent(key, n -> new ArrayList<>()).addAll(facts));
    }
    List<Partial> parts = new ArrayList<>();
    arrived.forEach(inspection -> parts.add(inspection.partial()));
    groups.forEach(
        (key, facts) -> {
          Collections.shuffle(facts, order);
          parts.add(Serialized.copyOf(evaluator.judge(key, facts)));
        });
    Collections.shuffle(parts, order);
    return Serialized.copyOf(evaluator.sum(parts.stream()));
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void inWhateverOrderPartsArriveTheSumIsTheLocalResult(long seed) {
    KubernetesEvaluator evaluator = evaluator(PROFILE);
    Evaluation local = evaluator.evaluate(manifests(seed));
    List<Inspection> arrived = new ArrayList<>(inspections(evaluator, seed));
    Random order = new Random(seed);

    for (int shuffle = 0; shuffle < 8; shuffle++) {
      Collections.shuffle(arrived, order);

      assertThat(spread(evaluator, arrived, order)).isEqualTo(local);
    }
  }

  @Test
  void realManifestsGiveTheSameWhenSpread() {
    KubernetesEvaluator evaluator = evaluator(PROFILE);
    Manifests real = Manifests.in(Conformance.at("real"));
    List<Inspection> arrived = new ArrayList<>();
    try (Stream<Manifest> manifests = real.stream()) {
      manifests.map(evaluator::inspect).map(Serialized::copyOf).forEach(arrived::add);
    }
    Collections.shuffle(arrived, new Random(1));

    Evaluation evaluation = evaluator.evaluate(real);

    assertThat(evaluation.findings()).isNotEmpty();
    assertThat(spread(evaluator, arrived, new Random(2))).isEqualTo(evaluation);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void whatArrivesTwiceCountsOnce(long seed) {
    KubernetesEvaluator evaluator = evaluator(PROFILE);
    Evaluation local = evaluator.evaluate(manifests(seed));
    Random order = new Random(seed);
    List<Inspection> arrived = new ArrayList<>(inspections(evaluator, seed));
    arrived.addAll(
        inspections(evaluator, seed).stream().filter(again -> order.nextBoolean()).toList());
    Collections.shuffle(arrived, order);

    assertThat(spread(evaluator, arrived, order)).isEqualTo(local);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void workersThatBuiltTheirOwnEvaluatorAgree(long seed) {
    Evaluation one = evaluator(PROFILE).evaluate(manifests(seed));
    KubernetesEvaluator other = evaluator(PROFILE);

    assertThat(spread(other, inspections(evaluator(PROFILE), seed), new Random(seed)))
        .isEqualTo(one);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void evaluationsOfPartsSumInAnyOrderAndGrouping(long seed) {
    KubernetesEvaluator evaluator = evaluator(PROFILE);
    Evaluation a = evaluator.evaluate(manifests(seed));
    Evaluation b = evaluator.evaluate(manifests(seed + 1000));
    Evaluation c = evaluator.evaluate(manifests(seed + 2000));

    Evaluation all = Evaluation.sum(a, b, c);

    assertThat(Evaluation.sum(c, a, b)).isEqualTo(all);
    assertThat(Evaluation.sum(Evaluation.sum(a, b), c)).isEqualTo(all);
    assertThat(Evaluation.sum(a, Evaluation.sum(b, c))).isEqualTo(all);
    assertThat(Evaluation.sum(all, b, a)).isEqualTo(all);
    assertThat(Evaluation.sum(a)).isEqualTo(a);
  }

  @Test
  void theMadeUpClustersBringEveryVerdict() {
    KubernetesEvaluator evaluator = evaluator(PROFILE);

    Evaluation all = Evaluation.sum(seeds().map(seed -> evaluator.evaluate(manifests(seed))));

    assertThat(all.counts())
        .hasSize(4)
        .allSatisfy((verdict, count) -> assertThat(count).isPositive());
    List<Verdict> ofGroups = new ArrayList<>();
    all.forEachVerdict(
        (rule, subject, verdict) -> {
          if (rule.equals(RuleId.of("pod-is-isolated-for-ingress"))) {
            ofGroups.add(verdict);
          }
        });
    assertThat(ofGroups).contains(Verdict.values());
  }

  @Test
  void partsJudgedByOtherRulesAreRefused() {
    KubernetesEvaluator here = evaluator(PROFILE);
    KubernetesEvaluator elsewhere =
        KubernetesEvaluator.builder(PROFILE).rule(OwnRules.SEALED_ROOT).build();
    Partial part = inspections(elsewhere, 1).get(0).partial();

    assertThatIllegalArgumentException()
        .isThrownBy(() -> here.sum(Stream.of(part)))
        .withMessageContaining(here.ruleSet().fingerprint())
        .withMessageContaining(elsewhere.ruleSet().fingerprint());
  }

  @Test
  void partsJudgedUnderAnotherSeverityAreRefused() {
    KubernetesEvaluator here = evaluator(PROFILE);
    HardeningProfile stricter =
        HardeningProfile.builder()
            .profile(Profile.RESTRICTED)
            .severity("own-root-filesystem-is-sealed", Severity.CRITICAL)
            .build();
    Partial part = inspections(evaluator(stricter), 1).get(0).partial();

    assertThatIllegalArgumentException().isThrownBy(() -> here.sum(Stream.of(part)));
  }

  @Test
  void partsJudgedUnderAnotherParameterAreRefused() {
    KubernetesEvaluator here = evaluator(PROFILE);
    HardeningProfile laxer =
        HardeningProfile.builder()
            .profile(Profile.RESTRICTED)
            .set("own-namespace-has-few-teams", OwnRules.MOST_TEAMS, 5L)
            .build();
    Partial part = inspections(evaluator(laxer), 1).get(0).partial();

    assertThatIllegalArgumentException().isThrownBy(() -> here.sum(Stream.of(part)));
  }

  @Test
  void partsJudgedUnderOtherPromisesThatRulesShareAreRefused() {
    KubernetesEvaluator here = evaluator(PROFILE);
    HardeningProfile trusting =
        HardeningProfile.builder()
            .profile(Profile.RESTRICTED)
            .trustRegistries("ghcr.io/acme")
            .build();
    Partial part = inspections(evaluator(trusting), 1).get(0).partial();

    assertThatIllegalArgumentException().isThrownBy(() -> here.sum(Stream.of(part)));
  }

  @Test
  void factsThatNoRuleHereNeedsAreRefused() {
    KubernetesEvaluator here =
        KubernetesEvaluator.builder(PROFILE).withoutBuiltInRules().rule(OwnRules.FEW_TEAMS).build();
    List<Observed<?>> hosts =
        inspections(evaluator(PROFILE), 1).stream()
            .flatMap(inspection -> inspection.facts().values().stream())
            .flatMap(List::stream)
            .filter(observed -> !observed.facts().equals("own-teams"))
            .toList();

    assertThatIllegalArgumentException()
        .isThrownBy(() -> here.judge(new GroupKey.Everything(), hosts))
        .withMessageContaining("facts must be among [own-teams]");
  }

  @Test
  void whatTravelsOfAResourceIsSmall() {
    KubernetesEvaluator evaluator = evaluator(PROFILE);

    List<Inspection> inspections = inspections(evaluator, 3);

    assertThat(inspections)
        .allSatisfy(inspection -> assertThat(Serialized.bytes(inspection)).hasSizeLessThan(16_000));
  }
}
