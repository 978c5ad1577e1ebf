package dev.avow.policy.finding;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A part of an evaluation that travels: verdicts, findings and the waivers written beside them,
 * under a rule set's fingerprint.
 *
 * <p>It carries no descriptions, so that thousands of parts stay small. {@link
 * Evaluation#of(RuleSet, java.util.stream.Stream)} puts parts together.
 */
public final class Partial implements Serializable {

  private static final long serialVersionUID = 1;

  private final String ruleSet;
  private final Rows rows;
  private final List<Finding> findings;
  private final List<Waiver> waivers;

  private Partial(String ruleSet, Rows rows, List<Finding> findings, List<Waiver> waivers) {
    this.ruleSet = ruleSet;
    this.rows = rows;
    this.findings = List.copyOf(findings);
    this.waivers = List.copyOf(waivers);
  }

  /** Starts a part under {@code rules}. */
  public static Builder under(RuleSet rules) {
    return new Builder(rules);
  }

  /** Returns the fingerprint of the rule set that it was made under. */
  public String ruleSet() {
    return ruleSet;
  }

  /** Returns what was found, in the order in which it was recorded. */
  public List<Finding> findings() {
    return findings;
  }

  /** Returns the waivers that are written beside what was judged, in the order of recording. */
  public List<Waiver> waivers() {
    return waivers;
  }

  Rows rows() {
    return rows;
  }

  void requireUnder(RuleSet rules) {
    if (!ruleSet.equals(rules.fingerprint())) {
      throw new IllegalArgumentException(
          "a part must be judged by rule set %s but was judged by %s"
              .formatted(rules.fingerprint(), ruleSet));
    }
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Partial that
        && ruleSet.equals(that.ruleSet)
        && rows.equals(that.rows)
        && findings.equals(that.findings)
        && waivers.equals(that.waivers);
  }

  @Override
  public int hashCode() {
    return 31 * rows.hashCode() + findings.hashCode();
  }

  /** Returns how many findings and subjects there are. */
  @Override
  public String toString() {
    return "%d findings, %d subjects".formatted(findings.size(), rows.bySubject().size());
  }

  /** Collects verdicts and findings; not thread-safe. */
  public static final class Builder {

    private final RuleSet rules;
    private final Rows rows = new Rows();
    private final List<Finding> findings = new ArrayList<>();
    private final List<Waiver> waivers = new ArrayList<>();
    private @Nullable Subject last;
    private byte[] row = {};
    private boolean built;

    private Builder(RuleSet rules) {
      this.rules = rules;
    }

    /**
     * Records what {@code rule} says of {@code subject}; of several verdicts the weightiest stays.
     *
     * @throws IllegalArgumentException if the rule is not in the rule set
     * @throws IllegalStateException if the part was built already
     */
    public Builder verdict(RuleId rule, Subject subject, Verdict verdict) {
      requireOpen();
      int index = rules.indexOf(rule);
      if (index < 0) {
        throw new IllegalArgumentException("rule %s is not in the rule set".formatted(rule));
      }
      Rows.set(rowOf(subject), index, verdict);
      return this;
    }

    /** Rules speak of one subject after the other, so that it is rarely looked up. */
    @SuppressWarnings("ReferenceEquality") // an equal subject that is another object is looked up
    private byte[] rowOf(Subject subject) {
      if (subject != last) {
        row = rows.row(subject, rules.size());
        last = subject;
      }
      return row;
    }

    /**
     * Records a finding and its verdict.
     *
     * @throws IllegalArgumentException if its rule is not in the rule set
     * @throws IllegalStateException if the part was built already
     */
    public Builder finding(Finding finding) {
      verdict(finding.rule(), finding.subject(), finding.verdict());
      findings.add(finding);
      return this;
    }

    /**
     * Records a waiver that is written beside what is judged; a gate says whether it counts.
     *
     * @throws IllegalArgumentException if it is not written beside anything
     * @throws IllegalStateException if the part was built already
     */
    public Builder waiver(Waiver waiver) {
      requireOpen();
      if (waiver.beside().isEmpty()) {
        throw new IllegalArgumentException(
            "a waiver that travels must be written beside something but was %s".formatted(waiver));
      }
      waivers.add(waiver);
      return this;
    }

    /**
     * Returns the part, which ends the collection.
     *
     * @throws IllegalStateException if the part was built already
     */
    public Partial build() {
      requireOpen();
      built = true;
      return new Partial(rules.fingerprint(), rows, findings, waivers);
    }

    private void requireOpen() {
      if (built) {
        throw new IllegalStateException("the part was already built");
      }
    }
  }
}
