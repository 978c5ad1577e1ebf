package dev.avow.policy.report;

import dev.avow.policy.finding.Decision.Ruling;
import dev.avow.policy.finding.Finding;
import dev.avow.policy.finding.RuleId;
import dev.avow.policy.finding.Severity;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What a rule says in the same words, of one thing or of many, in the order of the places. */
record Group(RulingKind kind, List<Ruling> rulings) {

  /** Fewer than this are told one by one. */
  private static final int LEAST = 3;

  private record Key(RulingKind kind, RuleId rule, Severity severity, String message) {}

  /** Returns {@code shown} in groups, the one with the first place first. */
  static List<Group> of(List<Ruling> shown) {
    Map<Key, List<Ruling>> alike = new LinkedHashMap<>();
    shown.stream()
        .filter(ruling -> fitsAGroup(ruling))
        .forEach(ruling -> alike.computeIfAbsent(key(ruling), k -> new ArrayList<>()).add(ruling));
    List<Group> groups = new ArrayList<>();
    for (Ruling ruling : shown) {
      List<Ruling> same = alike.getOrDefault(key(ruling), List.of());
      if (same.size() < LEAST || !fitsAGroup(ruling)) {
        groups.add(new Group(RulingKind.of(ruling), List.of(ruling)));
      } else if (same.get(0) == ruling) {
        groups.add(new Group(RulingKind.of(ruling), same));
      }
    }
    return groups;
  }

  /** What led to a finding, whom else it concerns and why it is waived is told with it only. */
  private static boolean fitsAGroup(Ruling ruling) {
    return !(ruling instanceof Ruling.Waived)
        && ruling.finding().trail().isEmpty()
        && ruling.finding().members().isEmpty();
  }

  private static Key key(Ruling ruling) {
    Finding finding = ruling.finding();
    return new Key(RulingKind.of(ruling), finding.rule(), finding.severity(), finding.message());
  }

  Finding first() {
    return rulings.get(0).finding();
  }

  boolean isOne() {
    return rulings.size() == 1;
  }
}
