package dev.avow.policy.report;

import dev.avow.policy.finding.Decision;
import dev.avow.policy.finding.Decision.Ruling;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/**
 * A name for each finding that no other has: its fingerprint, and which of those that share it.
 *
 * <p>All findings count, also those that a report leaves out, so that none takes the name of
 * another.
 */
final class Identities {

  private final IdentityHashMap<Ruling, String> names = new IdentityHashMap<>();

  Identities(Decision decision) {
    this(decision.rulings());
  }

  private Identities(List<Ruling> rulings) {
    Map<String, Integer> seen = new HashMap<>();
    for (Ruling ruling : rulings) {
      String fingerprint = ruling.finding().fingerprint();
      names.put(ruling, fingerprint + ":" + seen.merge(fingerprint, 1, Integer::sum));
    }
  }

  /** Returns the name of {@code ruling}, which is one of the decision's own. */
  String of(Ruling ruling) {
    return names.getOrDefault(ruling, "");
  }
}
