package dev.avow.policy.finding;

import dev.avow.policy.finding.WaiverUse.State;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What a gate made of an evaluation on a day: an outcome, and a ruling on every finding.
 *
 * <p>This is what report writers write. Decisions are equal if gate, evaluation and day are.
 */
public final class Decision implements Serializable {

  private static final long serialVersionUID = 1;

  /** What a decision comes to, in one word. */
  public enum Outcome {
    /** Nothing blocks. */
    KEPT,
    /** Nothing is known to block, but something that matters could not be decided. */
    INCONCLUSIVE,
    /** At least one finding blocks. */
    BROKEN
  }

  /** What the gate made of one finding. */
  public sealed interface Ruling extends Serializable {
    /** Returns the finding. */
    Finding finding();

    /** Returns the waivers that would cover the finding, had they not ended; usually none. */
    default List<Waiver> ended() {
      return List.of();
    }

    /**
     * A broken promise that blocks.
     *
     * @param finding the finding
     * @param ended the waivers that would cover it, had they not ended
     */
    record Blocks(Finding finding, List<Waiver> ended) implements Ruling {
      /** Creates a ruling; the list is copied. */
      public Blocks {
        ended = List.copyOf(ended);
      }
    }

    /**
     * Worth telling, but it blocks nothing.
     *
     * @param finding the finding
     */
    record Reported(Finding finding) implements Ruling {}

    /**
     * It might block: it could not be decided, or nobody said how much it matters.
     *
     * @param finding the finding
     * @param ended the waivers that would cover it, had they not ended
     */
    record Undecided(Finding finding, List<Waiver> ended) implements Ruling {
      /** Creates a ruling; the list is copied. */
      public Undecided {
        ended = List.copyOf(ended);
      }
    }

    /**
     * Covered by a waiver in force.
     *
     * @param finding the finding
     * @param by the first waiver that covers it
     */
    record Waived(Finding finding, Waiver by) implements Ruling {}

    /**
     * Below what the gate reports.
     *
     * @param finding the finding
     */
    record Hidden(Finding finding) implements Ruling {}
  }

  private final Gate gate;
  private final Evaluation evaluation;
  private final LocalDate day;
  private final Outcome outcome;
  private final List<Ruling> rulings;
  private final List<WaiverUse> waivers;

  private Decision(Gate gate, Evaluation evaluation, LocalDate day) {
    this.gate = gate;
    this.evaluation = evaluation;
    this.day = day;
    WaiverBook book = new WaiverBook(gate.waivers(), day);
    Represented represented = new Represented(evaluation);
    this.rulings =
        evaluation.findings().stream()
            .flatMap(finding -> rule(finding, represented.by(finding), book))
            .toList();
    this.waivers = book.uses(evaluation.rules().keySet(), evaluation.judgedRules());
    this.outcome = decide();
  }

  static Decision of(Gate gate, Evaluation evaluation, LocalDate day) {
    return new Decision(gate, evaluation, day);
  }

  private Stream<Ruling> rule(Finding finding, List<Subject> represented, WaiverBook book) {
    WaiverBook.Entry entry = book.enter(finding.rule(), finding.subject());
    return entry.covering().isPresent() || represented.isEmpty()
        ? Stream.of(rule(finding, entry))
        : ruleGroup(finding, represented, entry.ended(), book);
  }

  /** Members that are waived leave the group, each with a ruling of its own. */
  private Stream<Ruling> ruleGroup(
      Finding group, List<Subject> represented, List<Waiver> ended, WaiverBook book) {
    List<Waiver> allEnded = new ArrayList<>(ended);
    List<Ruling> waived = new ArrayList<>();
    Set<Subject> left = new LinkedHashSet<>(group.members());
    for (Subject member : represented) {
      WaiverBook.Entry entry = book.enter(group.rule(), member);
      allEnded.addAll(entry.ended());
      if (entry.covering().isPresent()) {
        left.remove(member);
        waived.add(new Ruling.Waived(group.with(List.of(member)), entry.covering().get()));
      }
    }
    if (waived.size() == represented.size()) {
      return waived.stream();
    }
    List<Waiver> distinct = allEnded.stream().distinct().toList();
    Finding rest = group.with(List.copyOf(left));
    Ruling ofRest = rule(rest, new WaiverBook.Entry(Optional.empty(), distinct));
    return Stream.concat(Stream.of(ofRest), waived.stream());
  }

  private Ruling rule(Finding finding, WaiverBook.Entry entry) {
    if (entry.covering().isPresent()) {
      return new Ruling.Waived(finding, entry.covering().get());
    }
    Severity severity = gate.weight(finding.severity());
    if (severity == Severity.UNKNOWN) {
      return new Ruling.Undecided(finding, entry.ended());
    }
    if (severity.atLeast(gate.failAt())) {
      return finding.verdict() == Verdict.FAIL
          ? new Ruling.Blocks(finding, entry.ended())
          : new Ruling.Undecided(finding, entry.ended());
    }
    return severity.atLeast(gate.reportFrom())
        ? new Ruling.Reported(finding)
        : new Ruling.Hidden(finding);
  }

  private Outcome decide() {
    if (rulings.stream().anyMatch(Ruling.Blocks.class::isInstance)) {
      return Outcome.BROKEN;
    }
    boolean open =
        evaluation.lookedAtNothing()
            || rulings.stream().anyMatch(Ruling.Undecided.class::isInstance);
    return open ? Outcome.INCONCLUSIVE : Outcome.KEPT;
  }

  /** Returns the gate that decided. */
  public Gate gate() {
    return gate;
  }

  /** Returns what was decided upon. */
  public Evaluation evaluation() {
    return evaluation;
  }

  /** Returns the day for which waivers were judged. */
  public LocalDate day() {
    return day;
  }

  /** Returns what the decision comes to, in one word. */
  public Outcome outcome() {
    return outcome;
  }

  /** Returns whether to stop: BROKEN, or INCONCLUSIVE where the gate does not accept that. */
  public boolean blocks() {
    return outcome == Outcome.BROKEN
        || (outcome == Outcome.INCONCLUSIVE && !gate.acceptsInconclusive());
  }

  /**
   * Returns a ruling for every finding, in the order of the findings. A member of a group that has
   * a waiver of its own has a ruling of its own, too, behind that on the group without it.
   */
  public List<Ruling> rulings() {
    return rulings;
  }

  /** Returns what became of each of the gate's waivers, in order. */
  public List<WaiverUse> waivers() {
    return waivers;
  }

  /** Returns the waivers whose last day has passed, whether or not they would cover anything. */
  public List<Waiver> expired() {
    return waivers(State.EXPIRED);
  }

  /** Returns the waivers in force that cover nothing, though a rule that they name was judged. */
  public List<Waiver> unused() {
    return waivers(State.UNUSED);
  }

  /**
   * Returns the waivers in force whose rule matches no rule of the evaluation: misspelt, or meant
   * for another check under the same gate. They block nothing.
   */
  public List<Waiver> unmatched() {
    return waivers(State.UNMATCHED);
  }

  /** Returns the waivers in force that cover only what earlier ones cover already. */
  public List<Waiver> redundant() {
    return waivers(State.REDUNDANT);
  }

  private List<Waiver> waivers(State state) {
    return waivers.stream().filter(use -> use.state() == state).map(WaiverUse::waiver).toList();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Decision that
        && gate.equals(that.gate)
        && evaluation.equals(that.evaluation)
        && day.equals(that.day);
  }

  @Override
  public int hashCode() {
    return Objects.hash(gate, evaluation, day);
  }

  /** Returns the outcome and how many findings there are. */
  @Override
  public String toString() {
    return outcome + ", " + rulings.size() + " findings";
  }
}
