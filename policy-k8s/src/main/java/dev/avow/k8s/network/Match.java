package dev.avow.k8s.network;

import dev.avow.policy.document.Check.Answer;
import java.io.Serializable;

/**
 * Whether a selector selects something; where that is unknown, what would decide it.
 *
 * @param answer holds where it selects
 * @param missing a noun phrase such as {@code the value of the label app}; empty unless unknown
 */
public record Match(Answer answer, String missing) implements Serializable {

  private static final Match YES = new Match(Answer.HOLDS, "");
  private static final Match NO = new Match(Answer.FAILS, "");

  /** Returns that it selects, or that it does not. */
  public static Match of(boolean selects) {
    return selects ? YES : NO;
  }

  /** Returns that {@code missing}, a noun phrase, would decide. */
  public static Match unknown(String missing) {
    return new Match(Answer.UNKNOWN, missing);
  }

  /** Returns whether it selects for certain. */
  public boolean holds() {
    return answer == Answer.HOLDS;
  }

  /** Returns whether it certainly does not select. */
  public boolean fails() {
    return answer == Answer.FAILS;
  }

  /** Returns whether it cannot be told. */
  public boolean isUnknown() {
    return answer == Answer.UNKNOWN;
  }

  /** Returns whether both select: certainly not where one does not, whatever is unknown. */
  public Match and(Match other) {
    return fails() || (isUnknown() && !other.fails()) ? this : other;
  }

  /** Returns whether one of them selects: certainly where one does, whatever is unknown. */
  public Match or(Match other) {
    return holds() || (isUnknown() && !other.holds()) ? this : other;
  }

  /** Returns the opposite; unknown stays unknown. */
  public Match not() {
    return isUnknown() ? this : of(fails());
  }
}
