package dev.avow.policy.finding;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The rules that an evaluator judges by, in a fixed order, under a fingerprint.
 *
 * <p>The fingerprint tells apart what rules say of themselves and what a policy says to them.
 *
 * <p>Two workers that hold equal rule sets can exchange {@link Partial} results; with different
 * ones they are told so.
 */
public final class RuleSet implements Serializable {

  private static final long serialVersionUID = 1;

  private final ArrayList<RuleDescription> descriptions;
  private final HashMap<RuleId, Integer> places = new HashMap<>();
  private final TreeSet<String> settings;
  private final String fingerprint;

  private RuleSet(Collection<RuleDescription> descriptions, Collection<String> settings) {
    this.descriptions = new ArrayList<>(descriptions);
    this.descriptions.forEach(rule -> places.put(rule.id(), places.size()));
    this.settings = new TreeSet<>(settings);
    this.fingerprint = fingerprint(descriptions, this.settings);
  }

  /**
   * Returns the set of {@code rules}, to which no policy says anything.
   *
   * @throws IllegalArgumentException if two different rules have the same id
   */
  public static RuleSet of(Collection<RuleDescription> rules) {
    return of(rules, List.of());
  }

  /**
   * Returns the same rules under what a policy says to them, in a text equal for equal policies.
   */
  public RuleSet under(String policy) {
    return new RuleSet(descriptions, List.of(new Fingerprint().add(policy).hex()));
  }

  private static RuleSet of(Collection<RuleDescription> rules, Collection<String> settings) {
    TreeMap<RuleId, RuleDescription> sorted = new TreeMap<>();
    for (RuleDescription rule : rules) {
      RuleDescription known = sorted.putIfAbsent(rule.id(), rule);
      if (known != null && !known.equals(rule)) {
        throw new IllegalArgumentException("rule %s is described twice".formatted(rule.id()));
      }
    }
    return new RuleSet(sorted.values(), settings);
  }

  /** Returns the union of this set and {@code other}, which must agree on the rules they share. */
  public RuleSet or(RuleSet other) {
    if (fingerprint.equals(other.fingerprint)) {
      return this;
    }
    List<RuleDescription> all = new ArrayList<>(descriptions);
    all.addAll(other.descriptions);
    Set<String> both = new TreeSet<>(settings);
    both.addAll(other.settings);
    return of(all, both);
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
    return places.getOrDefault(rule, -1);
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

  private static String fingerprint(
      Collection<RuleDescription> descriptions, Collection<String> settings) {
    Fingerprint fingerprint = new Fingerprint();
    descriptions.forEach(rule -> rule.addTo(fingerprint));
    return fingerprint.addAll(settings).hex();
  }
}
