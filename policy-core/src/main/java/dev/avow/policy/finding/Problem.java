package dev.avow.policy.finding;

import java.io.Serializable;

/**
 * Something wrong with an input that was written for Avow: a policy, a case, a parameter.
 *
 * @param at where it stands
 * @param expected the right form, as a sentence part: {@code duration must look like "48h"}
 * @param found what stands there instead, as a sentence part: {@code was "soon"}
 */
public record Problem(Location at, String expected, String found) implements Serializable {

  /**
   * Returns the place, the right form and what came: {@code policy.yaml:4:5: a must b but was c}.
   */
  @Override
  public String toString() {
    String where = at.path().isEmpty() ? at.toString() : at + " (" + at.path() + ")";
    return where + ": " + expected + (found.isEmpty() ? "" : " but " + found);
  }
}
