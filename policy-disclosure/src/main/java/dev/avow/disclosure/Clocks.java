package dev.avow.disclosure;

import dev.avow.policy.commitment.Deadline;
import dev.avow.policy.commitment.WorkingCalendar;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * All promises about one step in one case, whoever gave them: the earliest date of any owner binds,
 * a firm one before one that is only to be expected. The lower bounds of one owner do not put off
 * the date of another; an embargo puts off all.
 */
final class Clocks {

  private static final String OTHER_SEVERITIES = "it was promised for other severities only";
  private static final String OTHER_CASES = "nothing asks for it as the case stands";

  private final List<Clock> all;
  private final @Nullable OwnerClocks decides;
  private final Deadline deadline;
  private final String none;

  private Clocks(List<Clock> all, @Nullable OwnerClocks decides, String none) {
    this.all = all;
    this.decides = decides;
    this.deadline = decides == null ? new Deadline.None(none) : decides.deadline();
    this.none = none;
  }

  static Clocks of(StepPromise promise, Attribution facts, WorkingCalendar calendar) {
    DisclosureCase theCase = facts.theCase();
    List<Clock> promised =
        promise.owed().stream().flatMap(owed -> Clock.of(owed, facts).stream()).toList();
    if (promised.isEmpty()) {
      boolean held = promise.owed().stream().anyMatch(owed -> owed.holds(facts));
      return new Clocks(promised, null, held ? OTHER_SEVERITIES : OTHER_CASES);
    }
    Optional<Clock> embargo = Clock.embargo(promise, theCase, calendar);
    List<Clock> all = Stream.concat(promised.stream(), embargo.stream()).toList();
    return new Clocks(all, decides(all, extensions(promise, theCase)), "");
  }

  /** Returns the agreements about {@code promise}, the last one first. */
  private static List<Fact> extensions(StepPromise promise, DisclosureCase theCase) {
    List<Fact> agreed = new ArrayList<>();
    for (Fact fact : theCase.standing()) {
      if (fact.what().equals(Fact.EXTENSION_AGREED)
          && fact.detail("step").equals(Optional.of(promise.id()))) {
        agreed.add(0, fact);
      }
    }
    return agreed;
  }

  /** Returns the owner with the earliest date; where nobody has one, all of them together. */
  private static OwnerClocks decides(List<Clock> all, List<Fact> extensions) {
    List<String> owners =
        all.stream()
            .map(clock -> clock.owed().owner())
            .filter(owner -> !owner.equals(Owed.EMBARGO))
            .distinct()
            .toList();
    if (owners.size() == 1) {
      return new OwnerClocks(all, extension(extensions, owners.get(0)));
    }
    Comparator<OwnerClocks> byDate =
        Comparator.comparing(OwnerClocks::looseness)
            .thenComparing(owner -> owner.deadline().due().orElse(Instant.MAX));
    return owners.stream()
        .map(owner -> new OwnerClocks(of(owner, all), extension(extensions, owner)))
        .filter(owner -> owner.deadline().due().isPresent())
        .min(byDate)
        .orElseGet(() -> new OwnerClocks(all, extension(extensions, Owed.POLICY)));
  }

  private static List<Clock> of(String owner, List<Clock> all) {
    return all.stream()
        .filter(clock -> List.of(owner, Owed.EMBARGO).contains(clock.owed().owner()))
        .toList();
  }

  private static @Nullable Fact extension(List<Fact> extensions, String owner) {
    return extensions.stream()
        .filter(fact -> fact.detail("of").orElse(Owed.POLICY).equals(owner))
        .findFirst()
        .orElse(null);
  }

  /** Returns the same promises, of which those of {@code owner} decide. */
  Clocks decidedBy(Clocks owner) {
    return new Clocks(all, owner.decides, owner.none);
  }

  /** Returns how little is lost when the date is missed. */
  int looseness() {
    return decides == null ? 0 : decides.looseness();
  }

  /** Returns whether no promise holds in the case. */
  boolean isEmpty() {
    return all.isEmpty();
  }

  /** Returns why no promise holds in the case. */
  String none() {
    return none;
  }

  /** Returns whether promises were left out for the case's severity. */
  boolean isForOtherSeverities() {
    return none.equals(OTHER_SEVERITIES);
  }

  List<Clock> all() {
    return all;
  }

  /** Returns the agreement that moved the deadline, if one did. */
  Optional<Fact> extension() {
    return decides == null ? Optional.empty() : decides.moved();
  }

  /** Returns the clock that decides; nothing if no promise holds in the case. */
  Optional<Clock> binding() {
    return decides == null ? Optional.empty() : decides.binding();
  }

  /** Returns the deadline, extensions counted. */
  Deadline deadline() {
    return deadline;
  }

  /** Returns the promises that set a lower bound. */
  List<Clock> lowerBounds() {
    return all.stream().filter(Clock::isLowerBound).toList();
  }
}
