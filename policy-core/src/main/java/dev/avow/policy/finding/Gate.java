package dev.avow.policy.finding;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Decides what findings mean: from which severity they block, and which are waived on a day.
 *
 * <p>A finding that is INCONCLUSIVE at or above the blocking severity leaves the outcome
 * INCONCLUSIVE, as does one of unknown severity and an evaluation that looked at nothing; all of
 * them block unless {@link #acceptingInconclusive()}.
 */
public final class Gate implements Serializable {

  private static final long serialVersionUID = 1;

  private final Severity failAt;
  private final Severity reportFrom;
  private final boolean acceptsInconclusive;
  private final @Nullable Severity unknownAs;
  private final List<Waiver> waivers;
  private final WaiverTerms terms;
  private final Baseline baseline;

  private Gate(Draft draft) {
    this.failAt = draft.failAt;
    this.reportFrom = draft.reportFrom;
    this.acceptsInconclusive = draft.acceptsInconclusive;
    this.unknownAs = draft.unknownAs;
    this.waivers = List.copyOf(draft.waivers);
    this.terms = draft.terms;
    this.baseline = draft.baseline;
  }

  private Gate with(Consumer<Draft> change) {
    Draft draft = new Draft(failAt);
    draft.reportFrom = reportFrom;
    draft.acceptsInconclusive = acceptsInconclusive;
    draft.unknownAs = unknownAs;
    draft.waivers = waivers;
    draft.terms = terms;
    draft.baseline = baseline;
    change.accept(draft);
    return new Gate(draft);
  }

  /** What a gate is made of, while it changes. */
  private static final class Draft {

    private final Severity failAt;
    private Severity reportFrom = Severity.INFO;
    private boolean acceptsInconclusive;
    private @Nullable Severity unknownAs;
    private List<Waiver> waivers = List.of();
    private WaiverTerms terms = WaiverTerms.standard();
    private Baseline baseline = Baseline.none();

    private Draft(Severity failAt) {
      this.failAt = failAt;
    }
  }

  /**
   * Returns a gate at which findings of {@code severity} and above block; all are reported.
   *
   * @throws IllegalArgumentException if it is UNKNOWN
   */
  public static Gate failingAt(Severity severity) {
    requireKnown("fail at", severity);
    return new Gate(new Draft(severity));
  }

  private static void requireKnown(String what, Severity severity) {
    if (severity == Severity.UNKNOWN) {
      throw new IllegalArgumentException(
          "a gate must %s a known severity but was UNKNOWN".formatted(what));
    }
  }

  /**
   * Returns this gate, hiding what is below {@code severity}.
   *
   * @throws IllegalArgumentException if it is UNKNOWN or above the one that blocks
   */
  public Gate reportingFrom(Severity severity) {
    requireKnown("report from", severity);
    if (severity.compareTo(failAt) > 0) {
      throw new IllegalArgumentException(
          "a gate that fails at %s must report it but was to report from %s"
              .formatted(failAt, severity));
    }
    return with(draft -> draft.reportFrom = severity);
  }

  /** Returns this gate, letting through what could not be decided. */
  public Gate acceptingInconclusive() {
    return with(draft -> draft.acceptsInconclusive = true);
  }

  /**
   * Returns this gate, taking an unknown severity for {@code severity}; without this a finding of
   * unknown severity is undecided.
   *
   * @throws IllegalArgumentException if it is UNKNOWN
   */
  public Gate treatingUnknownAs(Severity severity) {
    requireKnown("treat unknown as", severity);
    return with(draft -> draft.unknownAs = severity);
  }

  /** Returns this gate with {@code more} waivers behind those that it has. */
  public Gate with(Collection<Waiver> more) {
    List<Waiver> all = new ArrayList<>(waivers);
    all.addAll(more);
    return with(draft -> draft.waivers = all);
  }

  /** Returns this gate, heeding waivers that are written beside what they are for. */
  public Gate heedingWaiversBeside() {
    return with(draft -> draft.terms = terms.heedingThoseBeside());
  }

  /**
   * Returns this gate, at which {@code rules} cannot be waived, neither by its own waivers nor by
   * others, in addition to those that cannot be already.
   */
  public Gate neverWaiving(Collection<RuleId> rules) {
    return with(draft -> draft.terms = terms.neverWaiving(rules));
  }

  /** Returns this gate, at which what {@code known} lists does not block. */
  public Gate against(Baseline known) {
    return with(draft -> draft.baseline = known);
  }

  /** Returns the severity from which findings block. */
  public Severity failAt() {
    return failAt;
  }

  /** Returns the severity from which findings are reported. */
  public Severity reportFrom() {
    return reportFrom;
  }

  /** Returns whether what could not be decided is let through. */
  public boolean acceptsInconclusive() {
    return acceptsInconclusive;
  }

  /** Returns what an unknown severity is taken for; nothing if such findings are undecided. */
  public Optional<Severity> unknownAs() {
    return Optional.ofNullable(unknownAs);
  }

  /** Returns what {@code severity} counts for at this gate. */
  Severity weight(Severity severity) {
    return severity == Severity.UNKNOWN && unknownAs != null ? unknownAs : severity;
  }

  /** Returns the waivers, in order. */
  public List<Waiver> waivers() {
    return waivers;
  }

  /** Returns which waivers count at all. */
  public WaiverTerms waiverTerms() {
    return terms;
  }

  /** Returns what is known and does not block. */
  public Baseline baseline() {
    return baseline;
  }

  /** Returns what this gate makes of {@code evaluation} on {@code day}. */
  public Decision decide(Evaluation evaluation, LocalDate day) {
    return Decision.of(this, evaluation, day);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Gate that
        && failAt == that.failAt
        && reportFrom == that.reportFrom
        && acceptsInconclusive == that.acceptsInconclusive
        && unknownAs == that.unknownAs
        && waivers.equals(that.waivers)
        && terms.equals(that.terms)
        && baseline.equals(that.baseline);
  }

  @Override
  public int hashCode() {
    return Objects.hash(
        failAt, reportFrom, acceptsInconclusive, unknownAs, waivers, terms, baseline);
  }

  @Override
  public String toString() {
    return "fails at %s, reports from %s, %d waivers".formatted(failAt, reportFrom, waivers.size());
  }
}
