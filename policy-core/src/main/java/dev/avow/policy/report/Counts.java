package dev.avow.policy.report;

import dev.avow.policy.finding.Decision;
import dev.avow.policy.finding.Decision.Ruling;
import dev.avow.policy.finding.Finding;
import dev.avow.policy.finding.Severity;
import dev.avow.policy.finding.Verdict;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
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

  static Map<String, Long> ofSeverities(List<Ruling> rulings) {
    Map<Severity, Long> counts =
        rulings.stream()
            .map(Ruling::finding)
            .collect(Collectors.groupingBy(Finding::severity, Collectors.counting()));
    return ordered(SEVERITIES, counts, Severity::name);
  }

  static Map<String, Long> ofRulings(List<Ruling> rulings) {
    Map<RulingKind, Long> counts =
        rulings.stream().collect(Collectors.groupingBy(RulingKind::of, Collectors.counting()));
    return ordered(List.of(RulingKind.values()), counts, Words::label);
  }

  /** Returns {@code 2 fail, 1 pass}, without what does not occur. */
  static String list(Map<String, Long> counts) {
    return counts.entrySet().stream()
        .filter(count -> count.getValue() > 0)
        .map(count -> count.getValue() + " " + name(count.getKey()))
        .collect(Collectors.joining(", "));
  }

  private static String name(String key) {
    return key.toLowerCase(Locale.ROOT).replace('_', ' ');
  }

  private static <K> Map<String, Long> ordered(
      List<K> order, Map<K, Long> counts, Function<? super K, String> name) {
    Map<String, Long> ordered = new LinkedHashMap<>();
    order.forEach(key -> ordered.put(name.apply(key), counts.getOrDefault(key, 0L)));
    return ordered;
  }
}
