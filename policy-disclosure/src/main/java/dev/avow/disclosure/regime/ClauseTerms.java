package dev.avow.disclosure.regime;

import java.time.LocalTime;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a clause says beside its commitment and its conditions.
 *
 * @param time the time of day of its deadline
 * @param ahead whether its period is counted back
 * @param conditional whether it is owed only where it applies
 * @param contents what the step must contain
 * @param note a note for people
 */
record ClauseTerms(
    @Nullable LocalTime time,
    boolean ahead,
    boolean conditional,
    List<String> contents,
    @Nullable String note) {

  static final ClauseTerms PLAIN = new ClauseTerms(null, false, false, List.of(), null);

  ClauseTerms atTime(LocalTime other) {
    return new ClauseTerms(other, ahead, conditional, contents, note);
  }

  ClauseTerms asAhead() {
    return new ClauseTerms(time, true, conditional, contents, note);
  }

  ClauseTerms asConditional() {
    return new ClauseTerms(time, ahead, true, contents, note);
  }

  ClauseTerms contents(Collection<String> items) {
    return new ClauseTerms(time, ahead, conditional, List.copyOf(items), note);
  }

  ClauseTerms note(String text) {
    return new ClauseTerms(time, ahead, conditional, contents, text);
  }
}
