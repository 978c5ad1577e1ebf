package dev.avow.disclosure;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Applies corrections: of several about one fact the last counts, for each thing that they say. */
final class Corrections {

  private Corrections() {}

  /** Returns the facts of {@code record} that stand, at the times that stand, in order. */
  static List<Fact> standing(List<Fact> record) {
    List<Fact> corrections = record.stream().filter(Corrections::is).toList();
    if (corrections.isEmpty()) {
      return record;
    }
    Map<String, List<Fact>> byTarget =
        corrections.stream().collect(Collectors.groupingBy(Corrections::target));
    List<Fact> standing = new ArrayList<>();
    for (Fact fact : record) {
      if (!is(fact)) {
        corrected(fact, byTarget.getOrDefault(key(fact), List.of())).ifPresent(standing::add);
      }
    }
    standing.sort(Comparator.comparing(Fact::at));
    return List.copyOf(standing);
  }

  static boolean is(Fact fact) {
    return fact.what().equals(Fact.CORRECTED);
  }

  private static Optional<Fact> corrected(Fact fact, List<Fact> corrections) {
    Fact right = fact;
    boolean withdrawn = false;
    for (Fact correction : corrections) {
      if (isAbout(correction, fact)) {
        withdrawn = withdraws(correction);
        right = time(correction).map(right::movedTo).orElse(right);
        right = correction.detail("is-under").map(right::under).orElse(right);
      }
    }
    return withdrawn ? Optional.empty() : Optional.of(right);
  }

  static boolean withdraws(Fact correction) {
    return correction.detail("withdrawn").filter("true"::equals).isPresent();
  }

  /** Returns the time that {@code correction} gives, if it gives one. */
  static Optional<Instant> time(Fact correction) {
    return correction.detail("is-at").flatMap(Instants::find);
  }

  /** Returns which of {@code record} are the facts that {@code correction} is about. */
  static List<Fact> targets(List<Fact> record, Fact correction) {
    String target = target(correction);
    return record.stream()
        .filter(fact -> !is(fact) && key(fact).equals(target) && isAbout(correction, fact))
        .toList();
  }

  /** Two authorities can be told at one time: then the regimes say which fact is meant. */
  private static boolean isAbout(Fact correction, Fact fact) {
    Set<String> regimes = Submission.regimes(correction.details(), "was-under");
    return regimes.isEmpty() || regimes.equals(fact.under());
  }

  private static String target(Fact correction) {
    return correction.detail("fact").orElse("")
        + " "
        + correction.detail("was-at").flatMap(Instants::find).map(Instant::toString).orElse("");
  }

  private static String key(Fact fact) {
    return fact.what() + " " + fact.at();
  }
}
