package dev.avow.disclosure;

import dev.avow.policy.commitment.Milestone;
import java.time.Instant;
import java.util.List;

/** The facts that make up an embargo, each the doing of a party. */
public final class EmbargoFacts {

  /** Terms were proposed: the detail {@code until} says how long, {@code party} by whom. */
  public static final Milestone PROPOSED = Milestone.of("embargo-proposed");

  /** Other terms were proposed while an embargo is in force. */
  public static final Milestone REVISED = Milestone.of("embargo-revised");

  /** A {@code party} accepted terms: those that end {@code until} then, or the first to end. */
  public static final Milestone ACCEPTED = Milestone.of("embargo-accepted");

  /** A {@code party} turned terms down: those that end {@code until} then, or the first to end. */
  public static final Milestone REJECTED = Milestone.of("embargo-rejected");

  /** A {@code party} was asked to join. */
  public static final Milestone JOINED = Milestone.of("embargo-joined");

  /** The embargo was ended early, by a {@code party} and for a {@code reason}. */
  public static final Milestone TERMINATED = Milestone.of("embargo-terminated");

  static final List<Milestone> ALL =
      List.of(PROPOSED, REVISED, ACCEPTED, REJECTED, JOINED, TERMINATED);

  private EmbargoFacts() {}

  /** Returns the fact that {@code party} proposed at {@code at} to be silent until an instant. */
  public static Fact proposed(String party, Instant until, Instant at) {
    return of(PROPOSED, party, at).with("until", until.toString());
  }

  /** Returns the fact that {@code party} proposed at {@code at} another end. */
  public static Fact revised(String party, Instant until, Instant at) {
    return of(REVISED, party, at).with("until", until.toString());
  }

  /** Returns the fact that {@code party} accepted at {@code at} the terms that end first. */
  public static Fact accepted(String party, Instant at) {
    return of(ACCEPTED, party, at);
  }

  /**
   * Returns the fact that {@code party} accepted at {@code at} the terms that end at an instant.
   */
  public static Fact accepted(String party, Instant until, Instant at) {
    return accepted(party, at).with("until", until.toString());
  }

  /** Returns the fact that {@code party} turned down at {@code at} the terms that end first. */
  public static Fact rejected(String party, Instant at) {
    return of(REJECTED, party, at);
  }

  /** Returns the fact that {@code party} turned down at {@code at} the terms that end then. */
  public static Fact rejected(String party, Instant until, Instant at) {
    return rejected(party, at).with("until", until.toString());
  }

  /** Returns the fact that {@code party} was asked at {@code at} to join. */
  public static Fact joined(String party, Instant at) {
    return of(JOINED, party, at);
  }

  /** Returns the fact that {@code party} ended it at {@code at}. */
  public static Fact terminated(String party, Instant at) {
    return of(TERMINATED, party, at);
  }

  private static Fact of(Milestone what, String party, Instant at) {
    return Fact.of(what, at).with("party", party);
  }
}
