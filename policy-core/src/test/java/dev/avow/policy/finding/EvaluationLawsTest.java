package dev.avow.policy.finding;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What must hold of sums so that work may be spread, repeated and delivered in any order. */
class EvaluationLawsTest {

  private static final List<Verdict> VERDICTS = List.of(Verdict.values());

  static LongStream seeds() {
    return LongStream.range(0, 200);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void sumsAreAssociativeCommutativeAndIdempotent(long seed) {
    Worlds worlds = new Worlds(seed);
    Evaluation a = worlds.evaluation();
    Evaluation b = worlds.evaluation();
    Evaluation c = worlds.evaluation();

    assertThat(Evaluation.sum(Evaluation.sum(a, b), c))
        .isEqualTo(Evaluation.sum(a, Evaluation.sum(b, c)))
        .isEqualTo(Evaluation.sum(a, b, c))
        .isEqualTo(Evaluation.sum(c, a, b))
        .isEqualTo(Evaluation.sum(a, b, c, b, a));
    assertThat(Evaluation.sum(a, b)).isEqualTo(Evaluation.sum(b, a));
    assertThat(Evaluation.sum(a, a)).isEqualTo(a);
    assertThat(Evaluation.sum(a, Evaluation.empty())).isEqualTo(a);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void partsMayTravelRepeatAndComeInAnyOrder(long seed) {
    Worlds worlds = new Worlds(seed);
    RuleSet rules = Worlds.rules(5);
    List<Partial> parts = IntStream.range(0, 6).mapToObj(i -> worlds.partial(rules)).toList();
    List<Partial> delivered = new ArrayList<>(parts.stream().map(Serialized::copyOf).toList());
    delivered.addAll(parts.subList(0, 3));
    Collections.shuffle(delivered, new Random(seed));

    Evaluation here = Evaluation.of(rules, parts.stream());
    Evaluation there = Evaluation.of(Serialized.copyOf(rules), delivered.stream());

    assertThat(there).isEqualTo(here);
    assertThat(there.findings()).containsExactlyElementsOf(here.findings());
    assertThat(Evaluation.sum(parts.stream().map(part -> Evaluation.of(rules, Stream.of(part)))))
        .isEqualTo(here);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void aTravelledEvaluationIsTheSame(long seed) {
    Evaluation evaluation = new Worlds(seed).evaluation();

    Equality.ofAll(evaluation, Serialized.copyOf(evaluation));
  }

  /** The packed rows against a plain map. */
  @ParameterizedTest
  @MethodSource("seeds")
  void everyVerdictIsTheWeightiestOneGiven(long seed) {
    Random random = new Random(seed);
    RuleSet rules = Worlds.rules(40);
    List<RuleId> ids = List.copyOf(rules.rules().keySet());
    Map<Subject, Map<RuleId, Verdict>> plain = new TreeMap<>();
    List<Partial> parts = new ArrayList<>();
    for (int p = 0; p < 4; p++) {
      Partial.Builder part = Partial.under(rules);
      for (int i = 0; i < 60; i++) {
        RuleId rule = ids.get(random.nextInt(ids.size()));
        Subject subject = Subject.of("S" + random.nextInt(5));
        Verdict verdict = VERDICTS.get(random.nextInt(4));
        part.verdict(rule, subject, verdict);
        plain.computeIfAbsent(subject, s -> new TreeMap<>()).merge(rule, verdict, Verdict::or);
      }
      parts.add(part.build());
    }

    Map<Subject, Map<RuleId, Verdict>> packed = new TreeMap<>();
    Evaluation.of(rules, parts.stream())
        .forEachVerdict(
            (rule, subject, verdict) ->
                packed.computeIfAbsent(subject, s -> new TreeMap<>()).put(rule, verdict));

    assertThat(packed).isEqualTo(plain);
  }
}
