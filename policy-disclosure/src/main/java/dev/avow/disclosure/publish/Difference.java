package dev.avow.disclosure.publish;

import dev.avow.policy.PolicySection;
import dev.avow.policy.finding.Location;
import java.util.Locale;

/**
 * Something that a policy and a document say differently.
 *
 * @param section the part of the policy
 * @param kind how they differ
 * @param what what they speak of, such as {@code email security@example.org}
 * @param promised what the policy says of it; empty if it does not speak of it
 * @param stated what the document says of it; empty if it does not speak of it
 * @param at where the document says it or, where it does not, where the policy does
 */
public record Difference(
    PolicySection section, Kind kind, String what, String promised, String stated, Location at) {

  /** How a document differs from a policy. */
  public enum Kind {
    /** It does not say what the policy promises. */
    MISSING,
    /** It says what the policy does not. */
    ADDED,
    /** It says otherwise. */
    CHANGED;

    /** Returns the name in small letters. */
    public String label() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** Returns the place, and what is said where. */
  @Override
  public String toString() {
    return "%s: %s: %s".formatted(at, section.label(), words());
  }

  /** Returns what differs as a predicate of the document. */
  String words() {
    return switch (kind) {
      case MISSING -> "does not say what the policy does: %s, %s".formatted(what, promised);
      case ADDED -> "says what the policy does not: %s, %s".formatted(what, stated);
      case CHANGED ->
          "says \"%s\" of %s, of which the policy says \"%s\"".formatted(stated, what, promised);
    };
  }
}
