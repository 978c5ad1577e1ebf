package dev.avow.policy.document;

import dev.avow.policy.finding.Location;

/**
 * A document, or a whole source, that could not be read; the documents behind it are not affected.
 *
 * @param location where reading failed
 * @param cause what kind of failure it is
 * @param reason what is wrong, for a person: the right form, then what came; never a value of the
 *     input
 */
public record Unreadable(Location location, Cause cause, String reason) implements Reading {

  /** Why something could not be read. */
  public enum Cause {
    /** The file or stream could not be opened or broke off. */
    UNAVAILABLE,
    /** It holds no text. */
    NOT_TEXT,
    /** It breaks the rules of YAML or JSON, or repeats a key. */
    MALFORMED,
    /** It is no document yet but what one is made from, and must be rendered first. */
    TEMPLATE,
    /** It is larger, deeper or more entangled than the limits allow. */
    TOO_LARGE
  }
}
