package dev.avow.disclosure;

import dev.avow.policy.commitment.Milestone;
import dev.avow.policy.finding.Location;
import dev.avow.policy.finding.Severity;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Something that happened in a case, and when.
 *
 * <pre>{@code
 * Fact.of(REPORTED, at).by("alice@example.org");
 * Fact.severity(HIGH, at);
 * }</pre>
 *
 * <p>Immutable. The place where it is written does not count in {@link #equals}.
 */
public final class Fact {

  /** A step that is owed only where it applies does; the detail {@code step} names it. */
  public static final Milestone STEP_APPLIES = Milestone.of("step-applies");

  /** A step that is owed only where it applies does not; the detail {@code step} names it. */
  public static final Milestone STEP_DOES_NOT_APPLY = Milestone.of("step-does-not-apply");

  /**
   * A step may take until the instant of the detail {@code until}; {@code step} names it. What was
   * agreed moves the policy's own promise or, with the detail {@code of}, that of the regime which
   * it names, such as {@code cert-cc}.
   */
  public static final Milestone EXTENSION_AGREED = Milestone.of("extension-agreed");

  /**
   * Somebody tried the address of an announcement: the detail {@code announcement} names it, and
   * {@code works} says {@code true} or {@code false}.
   */
  public static final Milestone ADDRESS_CHECKED = Milestone.of("address-checked");

  /** A step is planned for the instant of the detail {@code for}; {@code step} names it. */
  public static final Milestone DATE_PLANNED = Milestone.of("date-planned");

  /** The case is marked anew; the detail {@code tlp} says how. */
  public static final Milestone TLP_MARKED = Milestone.of("tlp-marked");

  /**
   * An earlier fact is wrong: the details {@code fact} and {@code was-at} name it, {@code
   * was-under} too where there are several; {@code is-at} says when it happened, {@code is-under}
   * under which regimes, or {@code withdrawn} that it did not.
   */
  public static final Milestone CORRECTED = Milestone.of("corrected");

  /** The milestones that say something about steps, announcements or facts. */
  static final List<Milestone> ABOUT_OTHERS =
      List.of(
          STEP_APPLIES,
          STEP_DOES_NOT_APPLY,
          EXTENSION_AGREED,
          ADDRESS_CHECKED,
          DATE_PLANNED,
          TLP_MARKED,
          CORRECTED);

  /** Where facts stand that are stated in Java. */
  private static final Location IN_CODE = Location.in("(code)");

  private final Milestone what;
  private final Instant at;
  private final @Nullable String actor;
  private final SortedMap<String, String> details;
  private final Set<Milestone> also;
  private final Set<String> under;
  private final Location declaredAt;

  private Fact(
      Milestone what,
      Instant at,
      @Nullable String actor,
      Map<String, String> details,
      Location declaredAt) {
    this.what = what;
    this.at = at;
    this.actor = actor;
    this.details = Collections.unmodifiableSortedMap(new TreeMap<>(details));
    this.also = Also.in(details);
    this.under = Submission.regimes(details, "under");
    this.declaredAt = declaredAt;
  }

  /** Returns the fact that {@code what} happened at {@code at}. */
  public static Fact of(Milestone what, Instant at) {
    return new Fact(what, at, null, Map.of(), IN_CODE);
  }

  /** Returns the fact that {@code severity} was assessed at {@code at}. */
  public static Fact severity(Severity severity, Instant at) {
    return of(Milestone.SEVERITY_ASSESSED, at).with("severity", label(severity));
  }

  static String label(Severity severity) {
    return Instants.lower(severity.name());
  }

  /** Returns the fact that it was decided at {@code at} that a conditional step is owed. */
  public static Fact applies(String step, Instant at) {
    return of(STEP_APPLIES, at).with("step", step);
  }

  /** Returns the fact that it was decided at {@code at} that a conditional step is not owed. */
  public static Fact doesNotApply(String step, Instant at) {
    return of(STEP_DOES_NOT_APPLY, at).with("step", step);
  }

  /**
   * Returns the fact that it was agreed at {@code at} that a step may take until {@code until}, by
   * the policy's own promise; {@code with("of", "cert-cc")} moves that of a regime instead.
   */
  public static Fact extended(String step, Instant until, Instant at) {
    return of(EXTENSION_AGREED, at).with("step", step).with("until", until.toString());
  }

  /** Returns the fact that the address of an announcement was tried at {@code at}. */
  public static Fact addressChecked(String announcement, boolean works, Instant at) {
    return of(ADDRESS_CHECKED, at)
        .with("announcement", announcement)
        .with("works", String.valueOf(works));
  }

  /** Returns the fact that it was planned at {@code at} to do a step at {@code planned}. */
  public static Fact planned(String step, Instant planned, Instant at) {
    return of(DATE_PLANNED, at).with("step", step).with("for", planned.toString());
  }

  /** Returns the fact that the case was marked at {@code at}. */
  public static Fact marked(Tlp mark, Instant at) {
    return of(TLP_MARKED, at).with("tlp", mark.label());
  }

  /** Returns the fact, learnt at {@code at}, that {@code wrong} happened at {@code right}. */
  public static Fact corrected(Fact wrong, Instant right, Instant at) {
    return about(wrong, at).with("is-at", right.toString());
  }

  /** Returns the fact, learnt at {@code at}, that {@code wrong} did not happen. */
  public static Fact withdrawn(Fact wrong, Instant at) {
    return about(wrong, at).with("withdrawn", "true");
  }

  /**
   * Returns the fact, learnt at {@code at}, that {@code submitted} was done under {@code regimes},
   * whatever it says itself.
   */
  public static Fact attributed(Fact submitted, Instant at, String... regimes) {
    return about(submitted, at).with("is-under", String.join(", ", regimes));
  }

  private static Fact about(Fact wrong, Instant at) {
    Fact about =
        of(CORRECTED, at).with("fact", wrong.what().name()).with("was-at", wrong.at().toString());
    boolean named = Submission.is(wrong) && !wrong.under().isEmpty();
    return named ? about.with("was-under", String.join(", ", wrong.under())) : about;
  }

  /** Returns this fact with its reason. */
  public Fact because(String reason) {
    return with("reason", reason);
  }

  /**
   * Returns this fact as one that did more: an early warning that already contained all of the
   * notification is also the notification.
   */
  public Fact also(Milestone... milestones) {
    return with(
        "also", Arrays.stream(milestones).map(Milestone::name).collect(Collectors.joining(", ")));
  }

  /**
   * Returns this fact as one that was done under {@code regimes}, such as {@code eu-nis2}: what
   * went to the authority of one settles nothing for another one.
   */
  public Fact under(String... regimes) {
    return with("under", String.join(", ", regimes));
  }

  /** Returns this fact as the doing of {@code actor}. */
  public Fact by(String actor) {
    return new Fact(what, at, actor, details, declaredAt);
  }

  /** Returns this fact with one more detail; a detail of the same name is replaced. */
  public Fact with(String name, String value) {
    Map<String, String> more = new TreeMap<>(details);
    more.put(name, value);
    return new Fact(what, at, actor, more, declaredAt);
  }

  /** Returns this fact at another time. */
  Fact movedTo(Instant time) {
    return new Fact(what, time, actor, details, declaredAt);
  }

  /** Returns this fact as written at {@code place}. */
  public Fact declaredAt(Location place) {
    return new Fact(what, at, actor, details, place);
  }

  /** Returns what happened. */
  public Milestone what() {
    return what;
  }

  /** Returns when it happened. */
  public Instant at() {
    return at;
  }

  /** Returns what it did as well. */
  Set<Milestone> also() {
    return also;
  }

  /** Returns under which regimes it was done; none if it does not say. */
  Set<String> under() {
    return under;
  }

  /** Returns who did it, if that is known. */
  public Optional<String> actor() {
    return Optional.ofNullable(actor);
  }

  /** Returns what else is known of it, by name. */
  public SortedMap<String, String> details() {
    return details;
  }

  /** Returns the detail called {@code name}. */
  public Optional<String> detail(String name) {
    return Optional.ofNullable(details.get(name));
  }

  /** Returns where it is written; {@code (code)} if it was stated in Java. */
  public Location declaredAt() {
    return declaredAt;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Fact that && parts().equals(that.parts());
  }

  @Override
  public int hashCode() {
    return parts().hashCode();
  }

  private List<Object> parts() {
    return List.of(what, at, actor(), details);
  }

  /** Returns what happened and when: {@code reported at 2026-11-20T10:00:00Z}. */
  @Override
  public String toString() {
    return what + " at " + at;
  }
}
