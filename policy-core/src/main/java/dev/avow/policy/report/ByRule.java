package dev.avow.policy.report;

import dev.avow.policy.finding.Decision.Ruling;
import dev.avow.policy.finding.RuleId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What the gate made of the findings of one rule.
 *
 * @param rule the rule
 * @param rulings all of them, in the order of the places
 */
record ByRule(RuleId rule, List<Ruling> rulings) {

  private static final Comparator<ByRule> WEIGHTIEST =
      Comparator.comparing(ByRule::weightiest, Selection.WEIGHTIEST)
          .thenComparing(each -> -each.rulings().size())
          .thenComparing(ByRule::rule);

  /** Returns {@code rulings} by rule, the rule that weighs most first. */
  static List<ByRule> of(List<Ruling> rulings) {
    Map<RuleId, List<Ruling>> byRule = new LinkedHashMap<>();
    rulings.forEach(
        ruling ->
            byRule.computeIfAbsent(ruling.finding().rule(), rule -> new ArrayList<>()).add(ruling));
    return byRule.entrySet().stream()
        .map(entry -> new ByRule(entry.getKey(), entry.getValue()))
        .sorted(WEIGHTIEST)
        .toList();
  }

  /** Returns what weighs most. */
  Ruling weightiest() {
    return rulings.stream().min(Selection.WEIGHTIEST).orElseThrow();
  }

  /** Returns {@code 1 blocks, 2 reported}. */
  String counts() {
    return Counts.list(Counts.ofRulings(rulings));
  }
}
