package dev.avow.k8s.rbac;

import dev.avow.k8s.network.Match;
import java.util.List;

/**
 * Whether a role gives a power.
 *
 * @param given whether it does
 * @param rules the rules by which it does, or may
 */
public record Held(Match given, List<PolicyRule> rules) {

  /** Creates the answer; the list is copied. */
  public Held {
    rules = List.copyOf(rules);
  }
}
