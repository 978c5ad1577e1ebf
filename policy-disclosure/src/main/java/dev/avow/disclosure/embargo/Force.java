package dev.avow.disclosure.embargo;

/** How firmly a rule is meant, in the words of RFC 2119. */
public enum Force {
  /** There is no choice. */
  SHALL,
  /** There must be a good reason not to. */
  SHOULD,
  /** It is open. */
  MAY,
  /** There must be a good reason to. */
  SHOULD_NOT,
  /** It is forbidden. */
  MUST_NOT;

  /** Returns the words: {@code MUST NOT}. */
  public String text() {
    return name().replace('_', ' ');
  }
}
