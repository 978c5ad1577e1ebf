package dev.avow.policy.scan;

/**
 * That a report itself sets a finding aside, and why.
 *
 * @param concerns whether the thing is there at all: false where somebody states that it does not
 *     concern the artifact or is mended, true where somebody only chose to live with it
 * @param reason who says so and why, as a phrase
 */
public record Exemption(boolean concerns, String reason) {

  /** Returns the statement that a finding does not concern the artifact. */
  static Exemption notConcerned(String reason) {
    return new Exemption(false, reason);
  }

  /** Returns the choice to live with a finding. */
  static Exemption tolerated(String reason) {
    return new Exemption(true, reason);
  }
}
