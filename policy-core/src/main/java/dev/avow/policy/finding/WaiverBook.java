package dev.avow.policy.finding;

import dev.avow.policy.finding.WaiverUse.State;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Keeps count of what each waiver covers on a day: those of a gate, and those that were met.
 *
 * <p>Waivers are told apart by their place, not by what they say: of two equal ones the second is
 * redundant.
 */
final class WaiverBook {

  private final List<Waiver> waivers;
  private final boolean heedsThoseBeside;
  private final Set<RuleId> never;
  private final WaiverIndex index;
  private final BitSet expired = new BitSet();
  private final BitSet used = new BitSet();
  private final BitSet refused = new BitSet();
  private final int[] charged;

  /** What waivers have to say of one finding. */
  record Entry(Optional<Waiver> covering, List<Waiver> ended) {}

  WaiverBook(Gate gate, List<Waiver> met, LocalDate day) {
    this.waivers = new ArrayList<>(gate.waivers());
    this.waivers.addAll(met);
    this.heedsThoseBeside = gate.waiverTerms().heedsThoseBeside();
    this.never = new HashSet<>(gate.waiverTerms().never());
    this.index = new WaiverIndex(waivers);
    this.charged = new int[waivers.size()];
    for (int i = 0; i < waivers.size(); i++) {
      expired.set(i, waivers.get(i).isExpired(day));
      refused.set(i, !isHeeded(waivers.get(i)));
    }
  }

  private boolean isHeeded(Waiver waiver) {
    return heedsThoseBeside || waiver.beside().isEmpty();
  }

  /** Charges {@code finding} to the first waiver in force that covers it. */
  Entry enter(Finding finding) {
    String source = finding.location().source();
    return enter(finding.rule(), index.about(finding.rule(), finding.subject(), source));
  }

  /** Charges what {@code rule} found of {@code member}, wherever that is written. */
  Entry enterMember(RuleId rule, Subject member) {
    return enter(rule, index.about(rule, member, null));
  }

  private Entry enter(RuleId rule, List<Integer> about) {
    Optional<Waiver> covering = Optional.empty();
    List<Waiver> ended = new ArrayList<>(0);
    boolean mayBeWaived = !never.contains(rule);
    for (int i : about) {
      Waiver waiver = waivers.get(i);
      if (!mayBeWaived || !isHeeded(waiver)) {
        refused.set(i);
      } else if (expired.get(i)) {
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
    if (used.get(place)) {
      return charged[place] > 0 ? State.USED : State.REDUNDANT;
    }
    if (refused.get(place)) {
      return State.NOT_ALLOWED;
    }
    if (expired.get(place)) {
      return State.EXPIRED;
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
