package dev.avow.policy.version.line;

/**
 * A word of a row.
 *
 * @param kind what it is
 * @param text the word in lower case, but a version as it is written
 */
record Token(Kind kind, String text) {

  /** What a word can be. */
  enum Kind {
    /** A version or a line: {@code 1.2}, {@code v1.x}. */
    VERSION,
    /** A comparison: {@code <=}. */
    SIGN,
    /** A comma, or another mark between parts of a list. */
    COMMA,
    /** A dash between two versions. */
    DASH,
    /** A plus behind a version. */
    PLUS,
    /** Anything else. */
    WORD
  }

  boolean is(Kind other) {
    return kind == other;
  }
}
