package dev.avow.policy.finding;

import java.io.Serializable;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * What was judged and what was found: findings, and a verdict for every rule and subject.
 *
 * <p>A value that depends on no date; waivers that were met on the way are data here, and {@link
 * Gate} decides what all of it means. Evaluations of different things sum to one, in any order, and
 * a part counted twice counts once.
 *
 * <pre>{@code
 * Evaluation all = Evaluation.sum(manifests, scans, plan.evaluation());
 * Decision decision = policy.gate().decide(all, today);
 * }</pre>
 */
public final class Evaluation implements Serializable {

  private static final long serialVersionUID = 1;
  private static final Evaluation EMPTY =
      new Evaluation(RuleSet.of(List.of()), new Rows(), List.of(), List.of());

  private final RuleSet ruleSet;
  private final Rows rows;
  private final List<Finding> findings;
  private final List<Waiver> waivers;

  private Evaluation(
      RuleSet ruleSet, Rows rows, List<Finding> findings, Collection<Waiver> waivers) {
    this.ruleSet = ruleSet;
    this.rows = rows;
    this.findings = findings;
    this.waivers = List.copyOf(waivers);
  }

  /** Returns the evaluation that has looked at nothing. */
  public static Evaluation empty() {
    return EMPTY;
  }

  /**
   * Puts parts together, in whatever order they come; one that comes twice counts once.
   *
   * @throws IllegalArgumentException if a part was made under another rule set
   */
  public static Evaluation of(RuleSet rules, Stream<Partial> parts) {
    Pool pool = new Pool();
    Rows rows = new Rows();
    Findings findings = new Findings(pool);
    TreeSet<Waiver> waivers = new TreeSet<>();
    parts.forEachOrdered(
        part -> {
          part.requireUnder(rules);
          rows.putAll(part.rows(), pool);
          findings.addAll(part.findings());
          waivers.addAll(part.waivers());
        });
    return new Evaluation(rules, rows, findings.sorted(), waivers);
  }

  /** Returns the sum of {@code parts}. */
  public static Evaluation sum(Evaluation... parts) {
    return sum(Arrays.stream(parts));
  }

  /**
   * Returns the sum of {@code parts}: all findings once, and for each rule and subject the
   * weightiest verdict.
   *
   * @throws IllegalArgumentException if two parts describe the same rule differently
   */
  public static Evaluation sum(Stream<Evaluation> parts) {
    List<Evaluation> all = parts.toList();
    RuleSet rules = all.stream().map(part -> part.ruleSet).reduce(EMPTY.ruleSet, RuleSet::or);
    Pool pool = new Pool();
    Rows rows = new Rows();
    Findings findings = new Findings(pool);
    TreeSet<Waiver> waivers = new TreeSet<>();
    for (Evaluation part : all) {
      int[] places = part.rules().keySet().stream().mapToInt(rules::indexOf).toArray();
      rows.putAll(part.rows, places, pool);
      findings.addAll(part.findings);
      waivers.addAll(part.waivers);
    }
    return new Evaluation(rules, rows, findings.sorted(), waivers);
  }

  /** Returns what was found, sorted by place. */
  public List<Finding> findings() {
    return findings;
  }

  /**
   * Returns the waivers that are written beside what was judged, sorted by place; a gate says
   * whether they count.
   */
  public List<Waiver> waivers() {
    return waivers;
  }

  /** Returns the rules that were in force, as the policy sets them, under their fingerprint. */
  public RuleSet ruleSet() {
    return ruleSet;
  }

  /** Returns the rules that were in force, whether or not they met a subject. */
  public SortedMap<RuleId, RuleDescription> rules() {
    return ruleSet.rules();
  }

  /** Returns everything that at least one rule looked at. */
  public Set<Subject> subjects() {
    return Collections.unmodifiableSet(rows.bySubject().keySet());
  }

  /** Returns what {@code rule} says of {@code subject}; nothing if it did not look at it. */
  public Optional<Verdict> verdict(RuleId rule, Subject subject) {
    int index = ruleSet.indexOf(rule);
    return index < 0 ? Optional.empty() : Optional.ofNullable(rows.get(subject, index));
  }

  /** Shows {@code visitor} every verdict, by subject, then by rule. */
  public void forEachVerdict(Visitor visitor) {
    rows.forEachSorted(
        (subject, rule, verdict) -> visitor.verdict(ruleSet.rule(rule), subject, verdict));
  }

  /** Returns how many verdicts of each kind there are; every kind is a key. */
  public Map<Verdict, Long> counts() {
    EnumMap<Verdict, Long> counts = new EnumMap<>(Verdict.class);
    Arrays.stream(Verdict.values()).forEach(verdict -> counts.put(verdict, 0L));
    rows.forEach((subject, rule, verdict) -> counts.merge(verdict, 1L, Long::sum));
    return Collections.unmodifiableMap(counts);
  }

  /** Returns whether no rule looked at anything: nothing is promised by such an evaluation. */
  public boolean lookedAtNothing() {
    return rows.bySubject().isEmpty();
  }

  /** Returns whether {@code rule} looked at anything at all. */
  public boolean judged(RuleId rule) {
    int index = ruleSet.indexOf(rule);
    return index >= 0 && rows.rules().get(index);
  }

  /** Returns the rules that looked at anything. */
  List<RuleId> judgedRules() {
    return rows.rules().stream().mapToObj(ruleSet::rule).toList();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Evaluation that
        && ruleSet.equals(that.ruleSet)
        && findings.equals(that.findings)
        && waivers.equals(that.waivers)
        && rows.equals(that.rows);
  }

  @Override
  public int hashCode() {
    return 31 * ruleSet.hashCode() + findings.hashCode();
  }

  /** Returns how many findings, subjects and verdicts there are. */
  @Override
  public String toString() {
    return "%d findings, %d subjects, %s"
        .formatted(findings.size(), rows.bySubject().size(), counts());
  }

  /** Takes the verdicts of an evaluation, one by one. */
  @FunctionalInterface
  public interface Visitor {
    /** Takes what {@code rule} says of {@code subject}. */
    void verdict(RuleId rule, Subject subject, Verdict verdict);
  }
}
