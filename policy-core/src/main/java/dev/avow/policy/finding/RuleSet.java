package dev.avow.policy.finding;

import java.io.Serializable;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The rules that an evaluator judges by, in a fixed order, under a fingerprint.
 *
 * <p>Two workers that hold equal rule sets can exchange {@link Partial} results; with different
 * ones they are told so.
 */
public final class RuleSet implements Serializable {

  private static final long serialVersionUID = 1;

  private final List<RuleDescription> descriptions;
  private final String fingerprint;

  private RuleSet(List<RuleDescription> descriptions, Fingerprint fingerprint) {
    this.descriptions = descriptions;
    descriptions.forEach(rule -> rule.addTo(fingerprint));
    this.fingerprint = fingerprint.hex();
  }

  /**
   * Returns the set of {@code rules}.
   *
   * @throws IllegalArgumentException if two different rules have the same id
   */
  public static RuleSet of(Collection<RuleDescription> rules) {
    TreeMap<RuleId, RuleDescription> sorted = new TreeMap<>();
    for (RuleDescription rule : rules) {
      RuleDescription known = sorted.putIfAbsent(rule.id(), rule);
      if (known != null && !known.equals(rule)) {
        throw new IllegalArgumentException("rule %s is described twice".formatted(rule.id()));
      }
    }
    return new RuleSet(List.copyOf(sorted.values()), new Fingerprint());
  }

  /**
   * Returns this set with {@code terms} in its fingerprint: whatever else verdicts depend on, such
   * as the policy's parameters, as text.
   */
  public RuleSet under(String terms) {
    return new RuleSet(descriptions, new Fingerprint().add(terms));
  }

  /** Returns this set as it is without terms. */
  RuleSet withoutTerms() {
    return new RuleSet(descriptions, new Fingerprint());
  }

  /** Returns the rules' descriptions by id. */
  public SortedMap<RuleId, RuleDescription> rules() {
    SortedMap<RuleId, RuleDescription> rules = new TreeMap<>();
    descriptions.forEach(rule -> rules.put(rule.id(), rule));
    return Collections.unmodifiableSortedMap(rules);
  }

  /** Returns 32 hexadecimal digits, equal for equal rules under equal terms and for no others. */
  public String fingerprint() {
    return fingerprint;
  }

  /** Returns how many rules there are. */
  public int size() {
    return descriptions.size();
  }

  RuleId rule(int index) {
    return descriptions.get(index).id();
  }

  /**
   * Returns the place of {@code rule} in the order, or a negative number if it is not in the set.
   */
  int indexOf(RuleId rule) {
    int low = 0;
    int high = descriptions.size() - 1;
    while (low <= high) {
      int middle = (low + high) >>> 1;
      int order = rule(middle).compareTo(rule);
      if (order == 0) {
        return middle;
      }
      if (order < 0) {
        low = middle + 1;
      } else {
        high = middle - 1;
      }
    }
    return -1;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof RuleSet that && fingerprint.equals(that.fingerprint);
  }

  @Override
  public int hashCode() {
    return fingerprint.hashCode();
  }

  /** Returns how many rules there are, and the fingerprint. */
  @Override
  public String toString() {
    return descriptions.size() + " rules, " + fingerprint;
  }
}
