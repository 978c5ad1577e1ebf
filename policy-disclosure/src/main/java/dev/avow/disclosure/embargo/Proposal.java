package dev.avow.disclosure.embargo;

import java.util.Set;
import java.util.TreeSet;

/**
 * Terms on the table.
 *
 * @param terms the terms
 * @param rejectedBy who has turned them down
 */
record Proposal(Terms terms, Set<String> rejectedBy) {

  Proposal {
    rejectedBy = Set.copyOf(rejectedBy);
  }

  static Proposal of(Terms terms) {
    return new Proposal(terms, Set.of());
  }

  Proposal rejected(String party) {
    Set<String> more = new TreeSet<>(rejectedBy);
    more.add(party);
    return new Proposal(terms, more);
  }

  /** Returns whether one of {@code parties}, other than who proposed it, can still accept it. */
  boolean isOpen(Set<String> parties) {
    return parties.stream()
        .anyMatch(party -> !party.equals(terms.by()) && !rejectedBy.contains(party));
  }
}
