package dev.avow.disclosure.embargo;

/**
 * What a rule says, why, and where it stands.
 *
 * @param force how firmly it is meant
 * @param reason the reason, as a phrase
 * @param source the page that says so
 */
public record Advice(Force force, String reason, String source) {

  /** Returns whether it leaves a choice to go ahead. */
  public boolean allows() {
    return force != Force.MUST_NOT;
  }

  /** Returns force and reason: {@code MUST NOT: it is being exploited}. */
  @Override
  public String toString() {
    return force.text() + ": " + reason;
  }
}
