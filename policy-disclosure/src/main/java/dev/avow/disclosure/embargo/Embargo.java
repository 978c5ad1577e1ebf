package dev.avow.disclosure.embargo;

import dev.avow.disclosure.state.EmbargoState;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * An agreement to keep a vulnerability secret until an instant, and how it came about.
 *
 * <pre>{@code
 * Embargo.none()
 *     .propose(new Terms("finder", until))
 *     .accept("vendor");
 * }</pre>
 *
 * <p>Who proposes terms consents to them; they are in force once another party accepts them. Every
 * party consents for itself and to certain terms: other terms that are accepted ask everybody anew.
 * Immutable.
 */
public final class Embargo {

  private static final Embargo NONE =
      new Embargo(Set.of(), List.of(), null, Set.of(), EmbargoState.NONE);

  private final Set<String> parties;
  private final List<Proposal> proposals;
  private final @Nullable Terms terms;
  private final Set<String> consenting;
  private final EmbargoState base;

  private Embargo(
      Set<String> parties,
      List<Proposal> proposals,
      @Nullable Terms terms,
      Set<String> consenting,
      EmbargoState base) {
    this.parties = Collections.unmodifiableSet(new TreeSet<>(parties));
    this.proposals = List.copyOf(proposals);
    this.terms = terms;
    this.consenting = Collections.unmodifiableSet(new TreeSet<>(consenting));
    this.base = base;
  }

  /** Returns the embargo that nobody has proposed. */
  public static Embargo none() {
    return NONE;
  }

  /** Returns how far the parties have come. */
  public EmbargoState state() {
    if (proposals.isEmpty() || base == EmbargoState.EXITED) {
      return base;
    }
    return base == EmbargoState.ACTIVE ? EmbargoState.REVISE : EmbargoState.PROPOSED;
  }

  /** Returns the state as of {@code now}: past its end an embargo is over. */
  public EmbargoState stateAt(Instant now) {
    return state().isInForce() && !isInForceAt(now) ? EmbargoState.EXITED : state();
  }

  /** Returns whether the parties are bound at {@code now}; at its end they no longer are. */
  public boolean isInForceAt(Instant now) {
    return state().isInForce() && until().filter(now::isBefore).isPresent();
  }

  /** Returns the terms that are, or were, in force. */
  public Optional<Terms> terms() {
    return Optional.ofNullable(terms);
  }

  /** Returns when it ends, or was to end; nothing if no terms have been accepted. */
  public Optional<Instant> until() {
    return terms().map(Terms::until);
  }

  /** Returns the terms on the table, the ones that end first at the head. */
  public List<Terms> proposals() {
    return proposals.stream().map(Proposal::terms).sorted().toList();
  }

  /** Returns everybody who takes part. */
  public Set<String> parties() {
    return parties;
  }

  /** Returns who has consented to the terms in force. */
  public Set<String> consenting() {
    return consenting;
  }

  /** Returns who takes part and has not consented to the terms in force. */
  public Set<String> awaited() {
    Set<String> awaited = new TreeSet<>(parties);
    awaited.removeAll(consenting);
    return state().isInForce() ? awaited : Set.of();
  }

  /**
   * Returns whether the report can be shown to {@code party}: somebody new hears of it only once
   * they have consented to the embargo in force.
   */
  public boolean mayShareWith(String party) {
    return !state().isInForce() || consenting.contains(party);
  }

  /** Returns this embargo with one more party, to whom it is thereby proposed. */
  public Embargo join(String party) {
    return new Embargo(and(parties, party), proposals, terms, consenting, base);
  }

  /**
   * Returns this embargo with terms on the table; where one is in force these revise it.
   *
   * @throws IllegalArgumentException if it is over
   */
  public Embargo propose(Terms proposed) {
    refuse(base == EmbargoState.EXITED, "embargo must not be over to be proposed but is");
    List<Proposal> more =
        Stream.concat(proposals.stream(), Stream.of(Proposal.of(proposed))).toList();
    return new Embargo(and(parties, proposed.by()), more, terms, consenting, base);
  }

  /**
   * Returns this embargo once {@code party} has accepted the terms on the table that end first or,
   * where there are none, those in force.
   *
   * @throws IllegalArgumentException if there are no terms, or they are the party's own
   */
  public Embargo accept(String party) {
    return accept(party, firstOf(party));
  }

  /**
   * Returns this embargo once {@code party} has accepted the terms that end at {@code until}.
   *
   * @throws IllegalArgumentException if there are no such terms, or they are the party's own
   */
  public Embargo accept(String party, Instant until) {
    Optional<Proposal> proposal = proposal(party, until);
    if (proposal.isEmpty()) {
      boolean inForce = state().isInForce() && until().filter(until::equals).isPresent();
      refuse(!inForce, "terms must be proposed by another party to be accepted but are not");
      return new Embargo(
          and(parties, party), proposals, terms, and(consenting, party), EmbargoState.ACTIVE);
    }
    Terms agreed = proposal.get().terms();
    List<Proposal> left = without(proposal.get());
    Set<String> both = and(Set.of(agreed.by()), party);
    return new Embargo(and(parties, party), left, agreed, both, EmbargoState.ACTIVE);
  }

  /**
   * Returns this embargo once {@code party} has turned down the terms on the table that end first;
   * they are off it when nobody is left to accept them. What is in force stays so.
   *
   * @throws IllegalArgumentException if there are no terms of another party on the table
   */
  public Embargo reject(String party) {
    return reject(party, firstOf(party));
  }

  /**
   * Returns this embargo once {@code party} has turned down the terms that end at {@code until}.
   *
   * @throws IllegalArgumentException if there are no such terms of another party on the table
   */
  public Embargo reject(String party, Instant until) {
    Optional<Proposal> proposal = proposal(party, until);
    refuse(
        proposal.isEmpty(), "terms must be proposed by another party to be rejected but are not");
    Proposal rejected = proposal.orElseThrow().rejected(party);
    Set<String> all = and(parties, party);
    Stream<Proposal> left = without(proposal.get()).stream();
    return new Embargo(
        all,
        (rejected.isOpen(all) ? Stream.concat(left, Stream.of(rejected)) : left).toList(),
        terms,
        consenting,
        base);
  }

  /**
   * Returns this embargo at its end, which obliges nobody to publish; one that is over stays so.
   *
   * @throws IllegalArgumentException if none was ever in force
   */
  public Embargo end() {
    refuse(terms == null, "embargo must be in force to be ended but is not");
    return new Embargo(parties, List.of(), terms, Set.of(), EmbargoState.EXITED);
  }

  /**
   * Returns this embargo with all that is on the table settled: {@code accepts} is asked from the
   * terms that end first on, and no further once it has said no. Of those accepted the last come
   * into force; without one all stays as it was.
   */
  public Embargo settle(Predicate<Terms> accepts) {
    Optional<Terms> agreed =
        proposals().stream().takeWhile(accepts).reduce((earlier, later) -> later);
    Embargo cleared = new Embargo(parties, List.of(), terms, consenting, base);
    return agreed
        .map(now -> new Embargo(parties, List.of(), now, parties, EmbargoState.ACTIVE))
        .orElse(cleared);
  }

  /**
   * Returns the embargo of two cases that turn out to be one: of the ends in force the earliest
   * holds, everybody takes part, and what was on either table still is. Who has consented to
   * another end is asked anew.
   */
  public Embargo merge(Embargo other) {
    Set<String> all = new TreeSet<>(parties);
    all.addAll(other.parties);
    List<Proposal> tables =
        Stream.concat(proposals.stream(), other.proposals.stream()).distinct().toList();
    Optional<Embargo> holds =
        Stream.of(this, other)
            .filter(embargo -> embargo.state().isInForce())
            .min(
                (left, right) -> left.until().orElseThrow().compareTo(right.until().orElseThrow()));
    if (holds.isEmpty()) {
      boolean over = base == EmbargoState.EXITED || other.base == EmbargoState.EXITED;
      Terms last = terms != null ? terms : other.terms;
      return over
          ? new Embargo(all, List.of(), last, Set.of(), EmbargoState.EXITED)
          : new Embargo(all, tables, null, Set.of(), EmbargoState.NONE);
    }
    Set<String> consent = new TreeSet<>();
    Stream.of(this, other)
        .filter(embargo -> embargo.until().equals(holds.get().until()))
        .forEach(embargo -> consent.addAll(embargo.consenting));
    return new Embargo(all, tables, holds.get().terms, consent, EmbargoState.ACTIVE);
  }

  /** Returns the embargo of each of the cases that one is split into: the same. */
  public Embargo split() {
    return this;
  }

  private Instant firstOf(String party) {
    return proposals.stream()
        .map(Proposal::terms)
        .filter(open -> !open.by().equals(party))
        .sorted()
        .map(Terms::until)
        .findFirst()
        .or(() -> state().isInForce() ? until() : Optional.empty())
        .orElseThrow(
            () -> new IllegalArgumentException("terms must be proposed first but there are none"));
  }

  private Optional<Proposal> proposal(String party, Instant until) {
    return proposals.stream()
        .filter(open -> open.terms().until().equals(until) && !open.terms().by().equals(party))
        .findFirst();
  }

  private List<Proposal> without(Proposal settled) {
    return proposals.stream().filter(open -> !open.equals(settled)).toList();
  }

  private static Set<String> and(Set<String> some, String party) {
    Set<String> more = new TreeSet<>(some);
    more.add(party);
    return more;
  }

  private static void refuse(boolean wrong, String message) {
    if (wrong) {
      throw new IllegalArgumentException(message);
    }
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Embargo that && parts().equals(that.parts());
  }

  @Override
  public int hashCode() {
    return parts().hashCode();
  }

  private List<Object> parts() {
    return List.of(parties, proposals, terms(), consenting, base);
  }

  /** Returns state and end: {@code ACTIVE until 2026-12-01T00:00:00Z}. */
  @Override
  public String toString() {
    return state() + until().map(end -> " until " + end).orElse("");
  }
}
