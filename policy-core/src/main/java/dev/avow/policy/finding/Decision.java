package dev.avow.policy.finding;

import dev.avow.policy.finding.WaiverUse.State;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;

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
     * Listed in the gate's baseline, and no more often than there: it is not new.
     *
     * @param finding the finding
     */
    record Known(Finding finding) implements Ruling {}

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
  private final List<BaselineUse> baseline;

  private Decision(Gate gate, Evaluation evaluation, LocalDate day) {
    this.gate = gate;
    this.evaluation = evaluation;
    this.day = day;
    WaiverBook book = new WaiverBook(gate, evaluation.waivers(), day);
    BaselineBook known = new BaselineBook(gate.baseline());
    Ruler ruler = new Ruler(gate, new Represented(evaluation), book, known);
    this.rulings =
        evaluation.findings().stream().flatMap(finding -> ruler.rule(finding).stream()).toList();
    this.waivers = book.uses(evaluation.rules().keySet(), evaluation.judgedRules());
    this.baseline = known.uses(evaluation);
    this.outcome = decide();
  }

  static Decision of(Gate gate, Evaluation evaluation, LocalDate day) {
    return new Decision(gate, evaluation, day);
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

  /**
   * Returns what became of each waiver: those of the gate in their order, then those that are
   * written beside what was judged, by place.
   */
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

  /** Returns the waivers that the gate lets cover nothing. */
  public List<Waiver> notAllowed() {
    return waivers(State.NOT_ALLOWED);
  }

  /** Returns what became of each known finding, in the order of the gate's baseline. */
  public List<BaselineUse> baseline() {
    return baseline;
  }

  /**
   * Returns whether the gate's baseline was made by the rules of the evaluation, as its policy sets
   * them; one that knows nothing fits all.
   */
  public boolean baselineFits() {
    return baseline.isEmpty() || gate.baseline().isOf(evaluation.ruleSet());
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
