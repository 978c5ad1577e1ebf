package dev.avow.policy.finding;

import dev.avow.policy.finding.WaiverUse.State;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Keeps count of what each waiver of a gate covers on a day.
 *
 * <p>Waivers are told apart by their place, not by what they say: of two equal ones the second is
 * redundant.
 */
final class WaiverBook {

  private final List<Waiver> waivers;
  private final BitSet expired = new BitSet();
  private final BitSet used = new BitSet();
  private final int[] charged;
  private final Map<RuleId, List<Integer>> byRule = new HashMap<>();

  /** What waivers have to say of one finding. */
  record Entry(Optional<Waiver> covering, List<Waiver> ended) {}

  WaiverBook(List<Waiver> waivers, LocalDate day) {
    this.waivers = waivers;
    this.charged = new int[waivers.size()];
    IntStream.range(0, waivers.size())
        .filter(i -> waivers.get(i).isExpired(day))
        .forEach(expired::set);
  }

  /** Charges what {@code rule} found of {@code subject} to the first waiver in force for it. */
  Entry enter(RuleId rule, Subject subject) {
    Optional<Waiver> covering = Optional.empty();
    List<Waiver> ended = new ArrayList<>(0);
    for (int i : byRule.computeIfAbsent(rule, this::about)) {
      Waiver waiver = waivers.get(i);
      if (!waiver.subject().matches(subject)) {
        continue;
      }
      if (expired.get(i)) {
        ended.add(waiver);
      } else {
        used.set(i);
        if (covering.isEmpty()) {
          covering = Optional.of(waiver);
          charged[i]++;
        }
      }
    }
    return new Entry(covering, ended);
  }

  /** A gate may have many waivers, and each is about few rules. */
  private List<Integer> about(RuleId rule) {
    return IntStream.range(0, waivers.size())
        .filter(i -> waivers.get(i).rule().matches(rule.value()))
        .boxed()
        .toList();
  }

  /**
   * Returns what became of each waiver, in order.
   *
   * @param asked the rules that were in force
   * @param judged those of them that looked at anything
   */
  List<WaiverUse> uses(Collection<RuleId> asked, Collection<RuleId> judged) {
    return IntStream.range(0, waivers.size())
        .mapToObj(i -> new WaiverUse(waivers.get(i), state(i, asked, judged), charged[i]))
        .toList();
  }

  private State state(int place, Collection<RuleId> asked, Collection<RuleId> judged) {
    if (expired.get(place)) {
      return State.EXPIRED;
    }
    if (used.get(place)) {
      return charged[place] > 0 ? State.USED : State.REDUNDANT;
    }
    Glob rule = waivers.get(place).rule();
    if (names(rule, judged)) {
      return State.UNUSED;
    }
    return names(rule, asked) ? State.NOT_JUDGED : State.UNMATCHED;
  }

  private static boolean names(Glob rule, Collection<RuleId> rules) {
    return rules.stream().anyMatch(each -> rule.matches(each.value()));
  }
}
