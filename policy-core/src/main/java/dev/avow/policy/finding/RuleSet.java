package dev.avow.policy.finding;

import java.io.Serializable;
import java.util.ArrayList;
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

  private final ArrayList<RuleDescription> descriptions;
  private final String fingerprint;

  private RuleSet(List<RuleDescription> descriptions) {
    this.descriptions = new ArrayList<>(descriptions);
    this.fingerprint = fingerprint(descriptions);
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
    return new RuleSet(List.copyOf(sorted.values()));
  }

  /** Returns the union of this set and {@code other}, which must agree on the rules they share. */
  public RuleSet or(RuleSet other) {
    if (fingerprint.equals(other.fingerprint)) {
      return this;
    }
    List<RuleDescription> all = new ArrayList<>(descriptions);
    all.addAll(other.descriptions);
    return of(all);
  }

  /** Returns the rules' descriptions by id. */
  public SortedMap<RuleId, RuleDescription> rules() {
    SortedMap<RuleId, RuleDescription> rules = new TreeMap<>();
    descriptions.forEach(rule -> rules.put(rule.id(), rule));
    return Collections.unmodifiableSortedMap(rules);
  }

  /** Returns a text that is equal for equal sets and different for different ones. */
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

  @Override
  public String toString() {
    return descriptions.size() + " rules, " + fingerprint;
  }

  private static String fingerprint(List<RuleDescription> descriptions) {
    Fingerprint fingerprint = new Fingerprint();
    descriptions.forEach(rule -> rule.addTo(fingerprint));
    return fingerprint.hex();
  }
}
