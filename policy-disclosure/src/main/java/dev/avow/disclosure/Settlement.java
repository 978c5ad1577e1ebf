package dev.avow.disclosure;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Whose demand for one submission is met by which fact. A fact that names regimes counts for them.
 * One that names none counts for the only regime that asks for it by then and has not got it; where
 * several do, nobody can say which of them got it.
 */
final class Settlement {

  private final List<Owed> asked;
  private final List<String> regimes;
  private final Attribution facts;
  private final List<Fact> all = new ArrayList<>();
  private final Map<String, Fact> settled = new LinkedHashMap<>();
  private final Map<String, Fact> undecided = new LinkedHashMap<>();

  Settlement(List<Owed> asked, Attribution facts) {
    this.asked = asked;
    this.regimes =
        asked.stream()
            .map(Owed::owner)
            .filter(owner -> !owner.equals(Owed.POLICY))
            .distinct()
            .toList();
    this.facts = facts;
  }

  /** Adds a submission, in the order of time. */
  void add(Fact fact) {
    all.add(fact);
    if (fact.under().isEmpty()) {
      List<String> candidates = candidates(fact);
      Map<String, Fact> into = candidates.size() == 1 ? settled : undecided;
      candidates.forEach(regime -> into.putIfAbsent(regime, fact));
    } else {
      fact.under().forEach(regime -> settled.putIfAbsent(regime, fact));
    }
  }

  /** Returns who may have got {@code fact}: who asks by then; before anybody does, each of them. */
  private List<String> candidates(Fact fact) {
    List<String> asking = regimes.stream().filter(regime -> asks(regime, fact)).toList();
    return (asking.isEmpty() ? regimes : asking)
        .stream().filter(regime -> !settled.containsKey(regime)).toList();
  }

  private boolean asks(String regime, Fact fact) {
    return asked.stream()
        .filter(owed -> owed.owner().equals(regime))
        .flatMap(owed -> Clock.of(owed, facts).stream())
        .flatMap(clock -> Optional.ofNullable(clock.started()).stream())
        .anyMatch(started -> !started.at().isAfter(fact.at()));
  }

  /** Returns what counts for {@code owner}; who does not ask for it takes what names nobody. */
  Optional<Fact> first(String owner) {
    return regimes.contains(owner)
        ? Optional.ofNullable(settled.get(owner))
        : all.stream()
            .filter(fact -> fact.under().isEmpty() || fact.under().contains(owner))
            .findFirst();
  }

  /** Returns the first fact that may have been for {@code owner} and for others as well. */
  Optional<Fact> undecided(String owner) {
    return Optional.ofNullable(undecided.get(owner));
  }
}
