package dev.avow.policy.version.ask;

/**
 * What is missing for an answer.
 *
 * @param kind what kind of thing it is
 * @param text which one, as a phrase: {@code the releases of 8.x}
 */
public record Missing(Kind kind, String text) {

  /** What can be missing. */
  public enum Kind {
    /** The releases of the project, or enough of them. */
    RELEASES,
    /** The day of a release. */
    RELEASE_DATE,
    /** The severity of the vulnerability, or its CVSS score. */
    SEVERITY,
    /** Which release or commit a tag, a digest or a branch stands for. */
    IDENTITY,
    /** The meaning of a row, which is in no words that are known here. */
    MEANING
  }

  /** Returns the phrase. */
  @Override
  public String toString() {
    return text;
  }
}
