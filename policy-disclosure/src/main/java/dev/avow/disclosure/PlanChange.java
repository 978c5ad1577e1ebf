package dev.avow.disclosure;

import dev.avow.policy.commitment.Deadline;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * How a step differs between two plans of one case, and why: because of facts that are new, because
 * of another policy or regime, or because time has passed.
 */
public final class PlanChange {

  private final String step;
  private final @Nullable Step before;
  private final @Nullable Step after;
  private final List<Fact> because;
  private final ZoneId zone;

  private PlanChange(
      String step, @Nullable Step before, @Nullable Step after, List<Fact> because, ZoneId zone) {
    this.step = step;
    this.before = before;
    this.after = after;
    this.because = List.copyOf(because);
    this.zone = zone;
  }

  static List<PlanChange> between(Plan earlier, Plan later) {
    List<Fact> fresh = new ArrayList<>(later.disclosureCase().facts());
    fresh.removeAll(earlier.disclosureCase().facts());
    ZoneId zone = later.calendar().zone();
    List<PlanChange> changes = new ArrayList<>();
    for (Step step : later.steps()) {
      Optional<Step> before = earlier.step(step.id());
      if (before.isEmpty() || differs(before.get(), step)) {
        List<Fact> because = before.isEmpty() ? List.of() : because(step, fresh);
        changes.add(new PlanChange(step.id(), before.orElse(null), step, because, zone));
      }
    }
    earlier.steps().stream()
        .filter(step -> later.step(step.id()).isEmpty())
        .forEach(step -> changes.add(new PlanChange(step.id(), step, null, List.of(), zone)));
    return List.copyOf(changes);
  }

  private static boolean differs(Step before, Step after) {
    return before.state() != after.state()
        || !before.deadline().equals(after.deadline())
        || !shares(before, after).isEmpty();
  }

  /** Returns, whose part of the step has come how far from where. */
  private static List<String> shares(Step before, Step after) {
    List<String> changed = new ArrayList<>();
    for (Step now : after.apart()) {
      before.apart().stream()
          .filter(old -> old.promise().owners().equals(now.promise().owners()))
          .filter(old -> old.state() != now.state())
          .map(old -> "%s to %s".formatted(old.state().text(), now.state().text()))
          .forEach(change -> changed.add("for %s from %s".formatted(source(now), change)));
    }
    return changed;
  }

  private static String source(Step share) {
    return share.promises().get(0).source();
  }

  private static List<Fact> because(Step step, List<Fact> fresh) {
    return fresh.stream().filter(fact -> concerns(step, fact)).toList();
  }

  private static boolean concerns(Step step, Fact fact) {
    if (Implications.brings(fact, step.milestone()) || Assessment.ENDS.contains(fact.what())) {
      return true;
    }
    boolean aboutOther = fact.detail("step").filter(named -> !named.equals(step.id())).isPresent();
    if (aboutOther && !fact.what().equals(Fact.DATE_PLANNED)) {
      return false;
    }
    return CaseChecks.isDecision(fact)
        || step.dependsOn().contains(fact.what())
        || fact.also().stream().anyMatch(step.dependsOn()::contains);
  }

  /** Returns the id of the step. */
  public String step() {
    return step;
  }

  /** Returns the step as it was; nothing if it is new. */
  public Optional<Step> before() {
    return Optional.ofNullable(before);
  }

  /** Returns the step as it is; nothing if nobody promises it any more. */
  public Optional<Step> after() {
    return Optional.ofNullable(after);
  }

  /** Returns the new facts that changed it; none if time or the promises did. */
  public List<Fact> because() {
    return because;
  }

  /** Returns all of it in words. */
  public String sentence() {
    if (before == null || after == null) {
      return step + (before == null ? " is newly promised" : " is no longer promised");
    }
    List<String> parts = new ArrayList<>();
    if (!before.deadline().equals(after.deadline())) {
      parts.add("from %s to %s".formatted(show(before.deadline()), show(after.deadline())));
    }
    if (before.state() != after.state()) {
      parts.add("from %s to %s".formatted(before.state().text(), after.state().text()));
    }
    parts.addAll(shares(before, after));
    return "%s went %s%s".formatted(step, String.join(" and ", parts), why(before, after));
  }

  private String why(Step old, Step now) {
    if (!because.isEmpty()) {
      return because.stream()
          .map(fact -> fact.what() + " at " + Instants.show(fact.at(), zone))
          .collect(Collectors.joining(", ", ", because of ", ""));
    }
    boolean same = old.promise().equals(now.promise());
    return same ? ", as time has passed" : ", because other things are promised";
  }

  private String show(Deadline deadline) {
    if (deadline instanceof Deadline.Due due) {
      return "due " + Instants.show(due.at(), zone);
    }
    if (deadline instanceof Deadline.NotBefore window) {
      return "not before " + Instants.show(window.from(), zone);
    }
    return deadline.waitsFor().map(on -> "waiting for " + on).orElse("no date");
  }

  @Override
  public String toString() {
    return sentence();
  }
}
