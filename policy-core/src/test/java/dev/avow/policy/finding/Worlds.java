package dev.avow.policy.finding;

import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Makes up evaluations; the same seed makes up the same ones. */
final class Worlds {

  private static final List<Verdict> VERDICTS = List.of(Verdict.values());
  private static final List<Severity> SEVERITIES = List.of(Severity.values());

  private final Random random;

  Worlds(long seed) {
    random = new Random(seed);
  }

  static RuleSet rules(int count) {
    return RuleSet.of(
        IntStream.range(0, count)
            .mapToObj(i -> RuleDescription.of(RuleId.of("rule-" + i)).build())
            .toList());
  }

  /** A part with few rules and few subjects, so that parts meet often. */
  Partial partial(RuleSet rules) {
    Partial.Builder part = Partial.under(rules);
    List<RuleId> ids = List.copyOf(rules.rules().keySet());
    int size = ids.isEmpty() ? 0 : random.nextInt(12);
    for (int i = 0; i < size; i++) {
      RuleId rule = pick(ids);
      if (random.nextBoolean()) {
        part.verdict(rule, subject(), pick(VERDICTS));
      } else {
        part.finding(finding(rule));
      }
    }
    return part.build();
  }

  Evaluation evaluation() {
    RuleSet rules = rules(random.nextInt(6));
    return Evaluation.of(rules, Stream.of(partial(rules), partial(rules)));
  }

  private Finding finding(RuleId rule) {
    Location place = Location.at("file-" + random.nextInt(2), random.nextInt(3), 0);
    Verdict verdict = random.nextBoolean() ? Verdict.FAIL : Verdict.INCONCLUSIVE;
    Finding.Builder finding =
        Finding.of(rule, verdict, subject(), place)
            .severity(pick(SEVERITIES))
            .message(
                random.nextBoolean() ? Message.literal("m") : new Message("{a}", List.of("m")));
    if (random.nextInt(4) == 0) {
      finding.via(place, "hop").member(subject()).fix(Fix.advice("do"));
    }
    return finding.build();
  }

  private Subject subject() {
    return Subject.of("Thing").with("name", "thing-" + random.nextInt(4));
  }

  private <T> T pick(List<T> values) {
    return values.get(random.nextInt(values.size()));
  }
}
