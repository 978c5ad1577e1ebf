package dev.avow.policy.version.line;

import dev.avow.policy.version.ask.Missing;
import java.util.Optional;

/**
 * Words that are not understood.
 *
 * @param text the words
 */
record Unreadable(String text) implements Coverage {

  @Override
  public Match covers(Inquiry inquiry) {
    return Match.unknown(Missing.Kind.MEANING, "what \"" + text + "\" means");
  }

  @Override
  public Closeness closeness() {
    return Closeness.OTHERS;
  }

  @Override
  public Optional<String> unreadable() {
    return Optional.of(text);
  }
}
