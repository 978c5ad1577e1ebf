package dev.avow.policy.report;

import dev.avow.policy.finding.Decision;
import dev.avow.policy.finding.Finding;
import dev.avow.policy.finding.Severity;
import dev.avow.policy.finding.Verdict;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Counts by name, the weightiest first; what does not occur is counted as 0. */
final class Counts {

  private static final List<Verdict> VERDICTS =
      List.of(Verdict.FAIL, Verdict.INCONCLUSIVE, Verdict.PASS, Verdict.NOT_APPLICABLE);

  private static final List<Severity> SEVERITIES =
      List.of(
          Severity.CRITICAL,
          Severity.HIGH,
          Severity.MEDIUM,
          Severity.LOW,
          Severity.INFO,
          Severity.UNKNOWN);

  private Counts() {}

  static Map<String, Long> ofVerdicts(Decision decision) {
    return ordered(VERDICTS, decision.evaluation().counts(), Verdict::name);
  }

  static Map<String, Long> ofSeverities(Decision decision) {
    Map<Severity, Long> counts =
        decision.evaluation().findings().stream()
            .collect(Collectors.groupingBy(Finding::severity, Collectors.counting()));
    return ordered(SEVERITIES, counts, Severity::name);
  }

  static Map<String, Long> ofRulings(Decision decision) {
    Map<RulingKind, Long> counts =
        decision.rulings().stream()
            .collect(Collectors.groupingBy(RulingKind::of, Collectors.counting()));
    return ordered(List.of(RulingKind.values()), counts, Words::label);
  }

  private static <K> Map<String, Long> ordered(
      List<K> order, Map<K, Long> counts, Function<? super K, String> name) {
    Map<String, Long> ordered = new LinkedHashMap<>();
    order.forEach(key -> ordered.put(name.apply(key), counts.getOrDefault(key, 0L)));
    return ordered;
  }
}
