package dev.avow.disclosure.publish.words;

import dev.avow.policy.commitment.Period;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A length of time among the words of a sentence.
 *
 * @param start the index of its first word
 * @param end the index behind its last word
 * @param length how long; null if it is vague, as in "a few days"
 */
public record TimeSpan(int start, int end, @Nullable Period length) {

  /** Returns how long; nothing if it is vague. */
  public Optional<Period> period() {
    return Optional.ofNullable(length);
  }
}
