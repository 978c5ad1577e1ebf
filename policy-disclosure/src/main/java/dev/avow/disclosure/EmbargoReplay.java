package dev.avow.disclosure;

import dev.avow.disclosure.embargo.Embargo;
import dev.avow.disclosure.embargo.Terms;
import dev.avow.disclosure.state.EmbargoState;
import dev.avow.policy.commitment.Milestone;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The embargo that facts make up.
 *
 * @param embargo the embargo
 * @param agreed the fact that put its terms in force
 */
record EmbargoReplay(Embargo embargo, @Nullable Fact agreed) {

  private static final EmbargoReplay NONE = new EmbargoReplay(Embargo.none(), null);

  /**
   * Returns the embargo that {@code standing} make up; it ends of itself once the details are
   * public.
   *
   * @throws IllegalArgumentException if one of them cannot follow those before it
   */
  static EmbargoReplay of(List<Fact> standing) {
    EmbargoReplay replay = NONE;
    for (Fact fact : standing) {
      replay = replay.and(fact);
    }
    return replay;
  }

  /** Returns the embargo as it was just before {@code event}. */
  static EmbargoReplay before(List<Fact> standing, Fact event) {
    int place = standing.indexOf(event);
    return of(place < 0 ? standing : standing.subList(0, place));
  }

  private EmbargoReplay and(Fact fact) {
    Milestone what = fact.what();
    if (isPublic(fact)) {
      return embargo.state().isInForce() ? new EmbargoReplay(embargo.end(), agreed) : this;
    }
    if (!EmbargoFacts.ALL.contains(what)) {
      return this;
    }
    Embargo next = next(fact, fact.detail("party").orElse(""));
    boolean other = next.state().isInForce() && !next.terms().equals(embargo.terms());
    return new EmbargoReplay(next, other ? fact : agreed);
  }

  /** Returns whether {@code fact} let everybody know. */
  static boolean isPublic(Fact fact) {
    return Implications.brings(fact, Milestone.PUBLIC)
        || Implications.brings(fact, Milestone.ADVISORY_PUBLISHED);
  }

  private Embargo next(Fact fact, String party) {
    Milestone what = fact.what();
    Optional<Instant> until = fact.detail("until").flatMap(Instants::find);
    if (what.equals(EmbargoFacts.PROPOSED) || what.equals(EmbargoFacts.REVISED)) {
      return embargo.propose(new Terms(party, until.orElseThrow()));
    }
    if (what.equals(EmbargoFacts.ACCEPTED)) {
      return until.map(end -> embargo.accept(party, end)).orElseGet(() -> embargo.accept(party));
    }
    if (what.equals(EmbargoFacts.REJECTED)) {
      return until.map(end -> embargo.reject(party, end)).orElseGet(() -> embargo.reject(party));
    }
    if (what.equals(EmbargoFacts.JOINED)) {
      return embargo.join(party);
    }
    boolean over = embargo.state() == EmbargoState.EXITED;
    return over ? embargo : embargo.end();
  }
}
