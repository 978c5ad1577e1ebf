package dev.avow.disclosure.publish;

import dev.avow.policy.finding.Location;

/**
 * Something that a document leaves to another place.
 *
 * @param kind what is found there
 * @param target a web address, a path, or {@value #HERE} for what the document holds itself
 * @param at where it stands
 */
public record Reference(Kind kind, String target, Location at) {

  /** The target of what is in the document itself. */
  public static final String HERE = "(in the document)";

  /** What a document leaves to another place. */
  public enum Kind {
    /** The whole policy. */
    POLICY,
    /** Which versions are supported. */
    SUPPORTED_VERSIONS,
    /** A key by which reports can be encrypted. */
    ENCRYPTION_KEY
  }
}
