package dev.avow.disclosure;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Applies corrections: of several about one fact the last counts. */
final class Corrections {

  private Corrections() {}

  /** Returns the facts of {@code record} that stand, at the times that stand, in order. */
  static List<Fact> standing(List<Fact> record) {
    Map<String, Fact> corrections = new HashMap<>();
    record.stream()
        .filter(Corrections::is)
        .forEach(correction -> corrections.put(target(correction), correction));
    if (corrections.isEmpty()) {
      return record;
    }
    List<Fact> standing = new ArrayList<>();
    for (Fact fact : record) {
      corrected(fact, corrections.get(key(fact))).ifPresent(standing::add);
    }
    standing.sort(Comparator.comparing(Fact::at));
    return List.copyOf(standing);
  }

  static boolean is(Fact fact) {
    return fact.what().equals(Fact.CORRECTED);
  }

  private static Optional<Fact> corrected(Fact fact, @Nullable Fact correction) {
    if (is(fact)) {
      return Optional.empty();
    }
    if (correction == null) {
      return Optional.of(fact);
    }
    return time(correction).map(fact::movedTo);
  }

  /** Returns the time that {@code correction} gives; nothing if it withdraws the fact. */
  static Optional<Instant> time(Fact correction) {
    return correction.detail("is-at").flatMap(Instants::find);
  }

  /** Returns which of {@code record} are the facts that {@code correction} is about. */
  static List<Fact> targets(List<Fact> record, Fact correction) {
    String target = target(correction);
    return record.stream().filter(fact -> !is(fact) && key(fact).equals(target)).toList();
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
