package dev.avow.policy.finding;

import dev.avow.policy.finding.Decision.Ruling;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What was found on the day on which somebody began to look: known, and blocking nothing.
 *
 * <pre>{@code
 * Baseline known = Baseline.of(policy.gate().decide(evaluation, today));   // once, and kept
 * Decision decision = policy.gate().against(known).decide(evaluation, today);
 * }</pre>
 *
 * <p>Findings are known again by {@link Finding#fingerprint()}, so that moved lines do not matter.
 * What is found more often than it is known is new. Immutable.
 */
public final class Baseline implements Serializable {

  private static final long serialVersionUID = 1;
  private static final Baseline NONE = new Baseline("", List.of());

  private static final Comparator<Entry> ORDER =
      Comparator.comparing(Entry::source)
          .thenComparing(Entry::rule)
          .thenComparing(Entry::subject)
          .thenComparing(Entry::message)
          .thenComparing(Entry::fingerprint);

  private final String rules;
  private final List<Entry> entries;

  /**
   * A known finding, in words for whoever reviews the baseline.
   *
   * @param fingerprint by what it is known again
   * @param rule the rule that says it
   * @param source where it was found, usually a file
   * @param subject what was judged
   * @param message what is wrong with it
   * @param count how often; 1 or more
   * @param members those whom a finding about a group concerns, sorted; usually none
   */
  public record Entry(
      String fingerprint,
      RuleId rule,
      String source,
      String subject,
      String message,
      int count,
      List<String> members)
      implements Serializable {

    /** Creates an entry; members are copied and sorted, and a count below 1 is refused. */
    public Entry {
      if (count < 1) {
        throw new IllegalArgumentException("count must be 1 or more but was " + count);
      }
      members = List.copyOf(new TreeSet<>(members));
    }

    static Entry of(Finding finding) {
      return new Entry(
          finding.fingerprint(),
          finding.rule(),
          finding.location().source(),
          finding.subject().toString(),
          finding.message(),
          1,
          finding.members().stream().map(Subject::toString).toList());
    }

    /** Returns this entry for what {@code other}, of the same fingerprint, is for as well. */
    Entry and(Entry other) {
      List<String> both = new ArrayList<>(members);
      both.addAll(other.members);
      return new Entry(fingerprint, rule, source, subject, message, count + other.count, both);
    }

    Entry times(int number) {
      return new Entry(fingerprint, rule, source, subject, message, number, members);
    }
  }

  private Baseline(String rules, List<Entry> entries) {
    this.rules = rules;
    this.entries = entries;
  }

  /** Returns the baseline that knows nothing. */
  public static Baseline none() {
    return NONE;
  }

  /**
   * Returns a baseline of {@code entries}, sorted.
   *
   * @param rules the {@linkplain RuleSet#fingerprint() fingerprint} of the rules that found them
   * @throws IllegalArgumentException if two entries have the same fingerprint
   */
  public static Baseline of(String rules, Collection<Entry> entries) {
    TreeMap<String, Entry> known = new TreeMap<>();
    for (Entry entry : entries) {
      if (known.put(entry.fingerprint(), entry) != null) {
        throw new IllegalArgumentException(
            "fingerprint must be listed once but %s was already".formatted(entry.fingerprint()));
      }
    }
    return new Baseline(rules, known.values().stream().sorted(ORDER).toList());
  }

  /**
   * Returns the baseline that knows all that {@code decision} is about, save for what is waived: a
   * waiver ends, and what it covered is then to be told.
   */
  public static Baseline of(Decision decision) {
    TreeMap<String, Entry> known = new TreeMap<>();
    decision.rulings().stream()
        .filter(ruling -> !(ruling instanceof Ruling.Waived))
        .map(ruling -> Entry.of(ruling.finding()))
        .forEach(entry -> known.merge(entry.fingerprint(), entry, Entry::and));
    return of(decision.evaluation().ruleSet().fingerprint(), known.values());
  }

  /**
   * Returns this baseline without what {@code decision}, which was made against it, no longer
   * found. What is new is not taken in; what was not judged stays.
   */
  public Baseline without(Decision decision) {
    List<Entry> left = new ArrayList<>();
    for (BaselineUse use : decision.baseline()) {
      boolean judged = use.state() != BaselineUse.State.NOT_JUDGED;
      int count = judged ? use.entry().count() - use.missing() : use.entry().count();
      if (count > 0) {
        left.add(use.entry().times(count));
      }
    }
    return of(decision.evaluation().ruleSet().fingerprint(), left);
  }

  /** Returns the fingerprint of the rules by which it was made, as a policy sets them. */
  public String rules() {
    return rules;
  }

  /** Returns what is known, sorted by source, rule, subject and message. */
  public List<Entry> entries() {
    return entries;
  }

  /** Returns how many findings it knows, those that are known twice counted twice. */
  public int size() {
    return entries.stream().mapToInt(Entry::count).sum();
  }

  /** Returns whether it was made by {@code set}, so that nothing it lists is missing for that. */
  public boolean isOf(RuleSet set) {
    return rules.equals(set.fingerprint());
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Baseline that
        && rules.equals(that.rules)
        && entries.equals(that.entries);
  }

  @Override
  public int hashCode() {
    return 31 * rules.hashCode() + entries.hashCode();
  }

  /** Returns how many findings it knows. */
  @Override
  public String toString() {
    return size() + (size() == 1 ? " known finding" : " known findings");
  }
}
