package dev.avow.policy.report;

import dev.avow.policy.finding.Decision;
import dev.avow.policy.finding.Decision.Ruling;
import dev.avow.policy.finding.RuleId;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * Which findings a report tells one by one, and which it only counts.
 *
 * @param told those that it tells, in their order
 * @param counted the others, by rule
 */
record Selection(List<Ruling> told, SortedMap<RuleId, List<Ruling>> counted) {

  /** What blocks comes first, then what is severe. */
  static final Comparator<Ruling> WEIGHTIEST =
      Comparator.comparing(RulingKind::of)
          .thenComparing(ruling -> ruling.finding().severity(), Comparator.reverseOrder());

  /** Refuses to show nothing at all. */
  static int requireSome(int most) {
    if (most < 1) {
      throw new IllegalArgumentException(
          "a report must show 1 finding of a rule or more but was to show %d".formatted(most));
    }
    return most;
  }

  /** Returns the weightiest of what the gate does not hide, so many of each rule and in all. */
  static Selection told(Decision decision, int perRule, int inAll) {
    List<Ruling> all =
        decision.rulings().stream().filter(ruling -> !(ruling instanceof Ruling.Hidden)).toList();
    return of(all, perRule, inAll);
  }

  /** Returns the weightiest of {@code rulings}: so many of each rule, and so many in all. */
  static Selection of(List<Ruling> rulings, int perRule, int inAll) {
    if (perRule >= rulings.size() && inAll >= rulings.size()) {
      return new Selection(rulings, new TreeMap<>());
    }
    BitSet chosen = choose(rulings, perRule, inAll);
    List<Ruling> told = chosen.stream().mapToObj(rulings::get).toList();
    SortedMap<RuleId, List<Ruling>> counted = new TreeMap<>();
    IntStream.range(0, rulings.size())
        .filter(place -> !chosen.get(place))
        .mapToObj(rulings::get)
        .forEach(ruling -> count(ruling, counted));
    return new Selection(told, counted);
  }

  private static BitSet choose(List<Ruling> rulings, int perRule, int inAll) {
    Map<RuleId, Integer> ofRule = new HashMap<>();
    BitSet chosen = new BitSet();
    IntStream.range(0, rulings.size())
        .boxed()
        .sorted(Comparator.comparing(rulings::get, WEIGHTIEST))
        .filter(
            place -> ofRule.merge(rulings.get(place).finding().rule(), 1, Integer::sum) <= perRule)
        .limit(inAll)
        .forEach(chosen::set);
    return chosen;
  }

  /** Returns this selection in the order of weight. */
  Selection byWeight() {
    return new Selection(told.stream().sorted(WEIGHTIEST).toList(), counted);
  }

  /** Returns this selection, only counting all but the {@code most} that it tells first. */
  Selection first(int most) {
    if (most >= told.size()) {
      return this;
    }
    SortedMap<RuleId, List<Ruling>> more = new TreeMap<>();
    counted.forEach((rule, rest) -> more.put(rule, new ArrayList<>(rest)));
    told.subList(most, told.size()).forEach(ruling -> count(ruling, more));
    return new Selection(told.subList(0, most), more);
  }

  private static void count(Ruling ruling, SortedMap<RuleId, List<Ruling>> into) {
    into.computeIfAbsent(ruling.finding().rule(), rule -> new ArrayList<>()).add(ruling);
  }

  /** Returns how many are only counted. */
  int rest() {
    return counted.values().stream().mapToInt(List::size).sum();
  }
}
