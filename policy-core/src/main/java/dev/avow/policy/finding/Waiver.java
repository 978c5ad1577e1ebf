package dev.avow.policy.finding;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A promise knowingly not kept: which rule, for which subjects, why, and until when.
 *
 * <pre>{@code
 * Waiver.of("image-tag-is-specific")
 *     .on(where("namespace", "dev"))
 *     .because("preview builds")
 *     .until(LocalDate.of(2027, 1, 31));
 * }</pre>
 *
 * <p>The last day is included. One that is written {@linkplain #beside beside} what it is for
 * covers only that, and only where the policy heeds such waivers. A final class, since it will
 * grow.
 */
public final class Waiver implements Comparable<Waiver>, Serializable {

  private static final long serialVersionUID = 1;
  private static final Location IN_CODE = Location.in("(code)");
  private static final Comparator<Waiver> ORDER =
      Comparator.comparing(Waiver::declaredAt)
          .thenComparing(waiver -> waiver.rule.pattern())
          .thenComparing(Waiver::toString)
          .thenComparing(waiver -> String.valueOf(waiver.owner))
          .thenComparing(waiver -> waiver.beside, Comparator.nullsFirst(Comparator.naturalOrder()));

  private final Glob rule;
  private final Selector subject;
  private final String reason;
  private final @Nullable String owner;
  private final @Nullable LocalDate lastDay;
  private final Location declaredAt;
  private final @Nullable Subject beside;

  private Waiver(
      Glob rule,
      Selector subject,
      String reason,
      @Nullable String owner,
      @Nullable LocalDate lastDay,
      Location declaredAt,
      @Nullable Subject beside) {
    this.rule = rule;
    this.subject = subject;
    this.reason = reason;
    this.owner = owner;
    this.lastDay = lastDay;
    this.declaredAt = declaredAt;
    this.beside = beside;
  }

  /** Starts a waiver of the rules whose id matches {@code ruleGlob}. */
  public static Draft of(String ruleGlob) {
    return new Draft(Glob.of(ruleGlob), Selector.everything());
  }

  /** Returns this waiver, ending with {@code day}, which is still covered. */
  public Waiver until(LocalDate day) {
    return new Waiver(rule, subject, reason, owner, day, declaredAt, beside);
  }

  /** Returns this waiver with the person or team that answers for it. */
  public Waiver by(String person) {
    return new Waiver(rule, subject, reason, person, lastDay, declaredAt, beside);
  }

  /** Returns this waiver with the place where it is written. */
  public Waiver at(Location place) {
    return new Waiver(rule, subject, reason, owner, lastDay, place, beside);
  }

  /**
   * Returns this waiver as one that is written at {@code place}, beside {@code thing}: it covers
   * {@code thing} and what is inside it, as far as it comes from the source of {@code place}, and
   * only at a gate that {@linkplain Gate#heedingWaiversBeside() heeds} such waivers.
   *
   * @throws IllegalArgumentException if its rule is a pattern
   */
  public Waiver beside(Subject thing, Location place) {
    if (!rule.isLiteral()) {
      throw new IllegalArgumentException(
          "a waiver beside %s must name one rule but names %s".formatted(thing, rule));
    }
    return new Waiver(rule, Selector.exactly(thing), reason, owner, lastDay, place, thing);
  }

  /** Returns the pattern of rule ids. */
  public Glob rule() {
    return rule;
  }

  /** Returns which subjects it is for. */
  public Selector subject() {
    return subject;
  }

  /** Returns why. */
  public String reason() {
    return reason;
  }

  /** Returns who answers for it, if it says so. */
  public Optional<String> owner() {
    return Optional.ofNullable(owner);
  }

  /** Returns the last day on which it covers anything; nothing if it does not end. */
  public Optional<LocalDate> lastDay() {
    return Optional.ofNullable(lastDay);
  }

  /** Returns what it is written beside; nothing if it is the policy's own. */
  public Optional<Subject> beside() {
    return Optional.ofNullable(beside);
  }

  /**
   * Returns where it is written; this counts in {@link #equals} only if it is written beside
   * something.
   */
  public Location declaredAt() {
    return declaredAt;
  }

  /** Returns whether its last day lies before {@code day}. */
  public boolean isExpired(LocalDate day) {
    return lastDay != null && day.isAfter(lastDay);
  }

  /** Returns whether it is about {@code finding}, be it still in force or not. */
  public boolean concerns(Finding finding) {
    return rule.matches(finding.rule().value())
        && chooses(finding.subject(), finding.location().source());
  }

  /**
   * Returns whether it is about {@code judged}.
   *
   * @param source where that is written; null if that may be anywhere
   */
  boolean chooses(Subject judged, @Nullable String source) {
    if (beside == null) {
      return subject.matches(judged);
    }
    return beside.holds(judged) && (source == null || declaredAt.source().equals(source));
  }

  /** Returns whether it is about {@code finding} and in force on {@code day}. */
  public boolean covers(Finding finding, LocalDate day) {
    return !isExpired(day) && concerns(finding);
  }

  /** Waivers sort by where they are written. */
  @Override
  public int compareTo(Waiver other) {
    return ORDER.compare(this, other);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Waiver that
        && rule.equals(that.rule)
        && subject.equals(that.subject)
        && reason.equals(that.reason)
        && Objects.equals(owner, that.owner)
        && Objects.equals(lastDay, that.lastDay)
        && Objects.equals(beside, that.beside)
        && (beside == null || declaredAt.equals(that.declaredAt));
  }

  @Override
  public int hashCode() {
    return Objects.hash(rule, subject, reason, owner, lastDay);
  }

  @Override
  public String toString() {
    return "waiver of %s on %s%s: %s"
        .formatted(rule, subject, lastDay == null ? "" : " until " + lastDay, reason);
  }

  /** A waiver that does not yet say why. */
  public static final class Draft {

    private final Glob rule;
    private final Selector subject;

    private Draft(Glob rule, Selector subject) {
      this.rule = rule;
      this.subject = subject;
    }

    /** Returns this draft, for the subjects that {@code selector} chooses; all, unless set. */
    public Draft on(Selector selector) {
      return new Draft(rule, selector);
    }

    /** Returns the waiver; a blank reason is refused. */
    public Waiver because(String reason) {
      if (reason.isBlank()) {
        throw new IllegalArgumentException("a waiver of %s must say why".formatted(rule));
      }
      return new Waiver(rule, subject, reason, null, null, IN_CODE, null);
    }
  }
}
