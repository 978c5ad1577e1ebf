package dev.avow.k8s.network;

import dev.avow.policy.finding.Location;
import dev.avow.policy.finding.Subject;
import java.io.Serializable;

/**
 * A policy that decides an answer, and where it does.
 *
 * @param direction whether it decides of what comes in or of what goes out
 * @param policy the policy
 * @param at the rule that lets through; the policy as a whole where it isolates or is not analysed
 */
public record DecidingPolicy(Direction direction, Subject policy, Location at)
    implements Serializable {

  @Override
  public String toString() {
    return policy + " at " + at;
  }
}
