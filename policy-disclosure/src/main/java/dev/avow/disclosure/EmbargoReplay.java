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
 * @param disclosed whether everybody knows, so that nobody can be bound any more
 */
record EmbargoReplay(Embargo embargo, @Nullable Fact agreed, boolean disclosed) {

  private static final EmbargoReplay NONE = new EmbargoReplay(Embargo.none(), null, false);

  /**
   * Returns the embargo that {@code standing} make up; it ends of itself once everybody knows, and
   * what is agreed behind that binds nobody.
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
    boolean known = disclosed || discloses(fact);
    Embargo next =
        EmbargoFacts.ALL.contains(fact.what())
            ? next(fact, fact.detail("party").orElse(""))
            : embargo;
    boolean other = next.state().isInForce() && !next.terms().equals(embargo.terms());
    Embargo left = known && next.state().isInForce() ? next.end() : next;
    return new EmbargoReplay(left, other ? fact : agreed, known);
  }

  /** Returns whether everybody knows once {@code fact} is there; who has an exploit knows. */
  private static boolean discloses(Fact fact) {
    return isPublic(fact) || Implications.brings(fact, Milestone.EXPLOIT_PUBLIC);
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
