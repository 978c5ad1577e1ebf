package dev.avow.disclosure.regime;

import dev.avow.disclosure.embargo.EmbargoLimits;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a regime says beside its clauses.
 *
 * @param ordered whether the clauses stand in the order in which they are to be met
 * @param embargo which embargoes it agrees to
 * @param release when releases are best made
 * @param notes notes for people
 */
record RegimeExtras(
    boolean ordered,
    @Nullable EmbargoLimits embargo,
    @Nullable ReleaseWindow release,
    List<String> notes) {

  RegimeExtras {
    notes = List.copyOf(notes);
  }
}
