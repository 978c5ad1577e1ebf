package dev.avow.policy.finding;

import java.io.Serializable;

/**
 * What became of one waiver on a day.
 *
 * @param waiver the waiver
 * @param state what became of it
 * @param covered how many findings it was charged with: those that no earlier waiver covers
 */
public record WaiverUse(Waiver waiver, State state, int covered) implements Serializable {

  /** What became of a waiver. */
  public enum State {
    /** It is in force and covers what no earlier one covers. */
    USED,
    /** It is in force and covers only what earlier ones cover already. */
    REDUNDANT,
    /** It is in force and covers nothing, though a rule that it names was judged. */
    UNUSED,
    /** The gate lets it cover nothing: it heeds no waivers of its sort, or none of the rule. */
    NOT_ALLOWED,
    /** It is in force, and rules that it names were asked, but had nothing to judge. */
    NOT_JUDGED,
    /** It is in force, and names no rule that was asked: misspelt, or meant for another check. */
    UNMATCHED,
    /** Its last day has passed, whether or not it would cover anything. */
    EXPIRED
  }
}
