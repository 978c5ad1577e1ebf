package dev.avow.policy.finding;

import java.io.Serializable;

/**
 * What became of a known finding.
 *
 * @param entry what is known
 * @param state what became of it
 * @param missing how many of the entry's findings were not found again
 */
public record BaselineUse(Baseline.Entry entry, State state, int missing) implements Serializable {

  /** What became of a known finding. */
  public enum State {
    /** It was found again, as often as it is known. */
    FOUND,
    /** The rule looked at the subject and found less: it is mended. */
    FIXED,
    /** Nothing was judged that is called as its subject is: it is gone, or was not looked at. */
    GONE,
    /** Its rule is off, or looked at nothing. */
    NOT_JUDGED
  }
}
