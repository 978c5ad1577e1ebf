package dev.avow.policy.finding;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;

/**
 * A part of an evaluation that travels: verdicts and findings under a rule set's fingerprint.
 *
 * <p>It carries no descriptions, so that thousands of parts stay small. {@link
 * Evaluation#of(RuleSet, java.util.stream.Stream)} puts parts together.
 */
public final class Partial implements Serializable {

  private static final long serialVersionUID = 1;

  private final String ruleSet;
  private final Rows rows;
  private final ArrayList<Finding> findings;

  private Partial(String ruleSet, Rows rows, List<Finding> findings) {
    this.ruleSet = ruleSet;
    this.rows = rows;
    this.findings = new ArrayList<>(findings);
  }

  /** Starts a part under {@code rules}. */
  public static Builder under(RuleSet rules) {
    return new Builder(rules);
  }

  /** Returns the fingerprint of the rule set that it was made under. */
  public String ruleSet() {
    return ruleSet;
  }

  /** Returns what was found. */
  public List<Finding> findings() {
    return List.copyOf(findings);
  }

  Rows rows() {
    return rows;
  }

  /** Collects verdicts and findings; not thread-safe. */
  public static final class Builder {

    private final RuleSet rules;
    private final Rows rows = new Rows();
    private final List<Finding> findings = new ArrayList<>();

    private Builder(RuleSet rules) {
      this.rules = rules;
    }

    /**
     * Records what {@code rule} says of {@code subject}.
     *
     * @throws IllegalArgumentException if the rule is not in the rule set
     */
    public Builder verdict(RuleId rule, Subject subject, Verdict verdict) {
      int index = rules.indexOf(rule);
      if (index < 0) {
        throw new IllegalArgumentException("rule %s is not in the rule set".formatted(rule));
      }
      rows.put(subject, index, verdict);
      return this;
    }

    /** Records a finding and its verdict. */
    public Builder finding(Finding finding) {
      verdict(finding.rule(), finding.subject(), finding.verdict());
      findings.add(finding);
      return this;
    }

    /** Returns the part; the builder must not be used afterwards. */
    public Partial build() {
      return new Partial(rules.fingerprint(), rows, findings);
    }
  }
}
