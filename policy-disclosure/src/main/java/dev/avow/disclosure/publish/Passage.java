package dev.avow.disclosure.publish;

import dev.avow.policy.finding.Location;
import java.util.Locale;

/**
 * A passage of a document that is in no policy, or not as it stands.
 *
 * @param kind why not
 * @param at where it stands
 * @param text the passage in its own words
 * @param reason why not, for a person
 */
public record Passage(Kind kind, Location at, String text, String reason) {

  /** Why a passage is not in the policy that was read. */
  public enum Kind {
    /** What it says is not understood. */
    NOT_UNDERSTOOD,
    /** It says otherwise than a passage before it, which was taken. */
    CONTRADICTION,
    /** It promises something without a number that could be kept or missed. */
    VAGUE,
    /** It was left over from a template. */
    PLACEHOLDER;

    /** Returns the name in small letters: {@code not-understood}. */
    public String label() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  /** Returns where it stands, why it is here, and its words. */
  @Override
  public String toString() {
    return "%s: %s: %s: \"%s\"".formatted(at, kind.label(), reason, text);
  }
}
