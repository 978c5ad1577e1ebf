package dev.avow.policy.finding;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What a gate made of an evaluation on a day: an outcome, and a ruling on every finding.
 *
 * <p>This is what report writers write.
 */
public final class Decision implements Serializable {

  private static final long serialVersionUID = 1;

  /** The whole, in one word. */
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

    /** A broken promise that blocks. */
    record Blocks(Finding finding) implements Ruling {}

    /** Worth telling, but it blocks nothing. */
    record Reported(Finding finding) implements Ruling {}

    /** It would block if it were broken, and it could not be decided. */
    record Undecided(Finding finding) implements Ruling {}

    /** Covered by a waiver in force. */
    record Waived(Finding finding, Waiver by) implements Ruling {}

    /** Below what the gate reports. */
    record Hidden(Finding finding) implements Ruling {}
  }

  private final Gate gate;
  private final Evaluation evaluation;
  private final LocalDate day;
  private final Outcome outcome;
  private final ArrayList<Ruling> rulings;
  private final ArrayList<Waiver> expired;
  private final ArrayList<Waiver> unused;
  private final ArrayList<Waiver> redundant;

  private Decision(Gate gate, Evaluation evaluation, LocalDate day) {
    this.gate = gate;
    this.evaluation = evaluation;
    this.day = day;
    this.rulings = new ArrayList<>();
    Set<Waiver> used = new HashSet<>();
    Set<Waiver> needed = new HashSet<>();
    for (Finding finding : evaluation.findings()) {
      List<Waiver> covering =
          gate.waivers().stream().filter(waiver -> waiver.covers(finding, day)).toList();
      used.addAll(covering);
      covering.stream().findFirst().ifPresent(needed::add);
      rulings.add(rule(finding, covering));
    }
    List<Waiver> inForce =
        gate.waivers().stream().filter(waiver -> !waiver.isExpired(day)).toList();
    this.expired = new ArrayList<>(gate.waivers());
    this.expired.removeAll(inForce);
    this.unused = new ArrayList<>(inForce);
    this.unused.removeIf(waiver -> used.contains(waiver) || !judged(waiver));
    this.redundant = new ArrayList<>(inForce);
    this.redundant.removeIf(waiver -> !used.contains(waiver) || needed.contains(waiver));
    this.outcome = decide();
  }

  static Decision of(Gate gate, Evaluation evaluation, LocalDate day) {
    return new Decision(gate, evaluation, day);
  }

  private Ruling rule(Finding finding, List<Waiver> covering) {
    if (!covering.isEmpty()) {
      return new Ruling.Waived(finding, covering.get(0));
    }
    Severity severity =
        finding.severity() == Severity.UNKNOWN ? gate.unknownAs() : finding.severity();
    if (severity.atLeast(gate.failAt())) {
      return finding.verdict() == Verdict.FAIL
          ? new Ruling.Blocks(finding)
          : new Ruling.Undecided(finding);
    }
    return severity.atLeast(gate.reportFrom())
        ? new Ruling.Reported(finding)
        : new Ruling.Hidden(finding);
  }

  private boolean judged(Waiver waiver) {
    return evaluation.rules().keySet().stream()
        .anyMatch(rule -> waiver.rule().matches(rule.value()) && evaluation.judged(rule));
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

  /** Returns the whole, in one word. */
  public Outcome outcome() {
    return outcome;
  }

  /** Returns whether to stop: BROKEN, or INCONCLUSIVE where the gate does not accept that. */
  public boolean blocks() {
    return outcome == Outcome.BROKEN
        || (outcome == Outcome.INCONCLUSIVE && !gate.acceptsInconclusive());
  }

  /** Returns a ruling for every finding, in the order of the findings. */
  public List<Ruling> rulings() {
    return List.copyOf(rulings);
  }

  /** Returns the waivers whose last day has passed. */
  public List<Waiver> expired() {
    return List.copyOf(expired);
  }

  /** Returns the waivers in force that cover nothing, though their rule was judged. */
  public List<Waiver> unused() {
    return List.copyOf(unused);
  }

  /** Returns the waivers in force that cover only what an earlier one covers already. */
  public List<Waiver> redundant() {
    return List.copyOf(redundant);
  }

  @Override
  public String toString() {
    return outcome + ", " + rulings.size() + " findings";
  }
}
