package dev.avow.disclosure;

import dev.avow.policy.commitment.Milestone;
import dev.avow.policy.finding.Location;
import dev.avow.policy.finding.Severity;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
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

  /** A step may take until the instant of the detail {@code until}; {@code step} names it. */
  public static final Milestone EXTENSION_AGREED = Milestone.of("extension-agreed");

  /**
   * Somebody tried the address of an announcement: the detail {@code announcement} names it, and
   * {@code works} says {@code true} or {@code false}.
   */
  public static final Milestone ADDRESS_CHECKED = Milestone.of("address-checked");

  /** The milestones that say something about steps or announcements. */
  static final List<Milestone> ABOUT_STEPS =
      List.of(STEP_APPLIES, STEP_DOES_NOT_APPLY, EXTENSION_AGREED, ADDRESS_CHECKED);

  /** Where facts stand that are stated in Java. */
  private static final Location IN_CODE = Location.in("(code)");

  private final Milestone what;
  private final Instant at;
  private final @Nullable String actor;
  private final SortedMap<String, String> details;
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

  /** Returns the fact that it was agreed at {@code at} that a step may take until {@code until}. */
  public static Fact extended(String step, Instant until, Instant at) {
    return of(EXTENSION_AGREED, at).with("step", step).with("until", until.toString());
  }

  /** Returns the fact that the address of an announcement was tried at {@code at}. */
  public static Fact addressChecked(String announcement, boolean works, Instant at) {
    return of(ADDRESS_CHECKED, at)
        .with("announcement", announcement)
        .with("works", String.valueOf(works));
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
