package dev.avow.disclosure;

import dev.avow.policy.commitment.Milestone;
import dev.avow.policy.commitment.WorkingCalendar;
import dev.avow.policy.finding.Partial;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * All that is promised about a case, step by step in the order in which they usually happen.
 *
 * @param owner the name of the policy
 * @param calendar the calendar in which it counts
 * @param steps the steps
 * @param announcements the announcements among them
 * @param lint what is wrong with the promises themselves, whatever the case
 */
record Promises(
    String owner,
    WorkingCalendar calendar,
    List<StepPromise> steps,
    List<Announced> announcements,
    Partial lint) {

  private static final List<Milestone> USUAL_ORDER =
      List.of(
          Milestone.FIRST_CONTACT,
          Milestone.REPORTED,
          Milestone.ACKNOWLEDGED,
          Milestone.TRIAGED,
          Milestone.SEVERITY_ASSESSED,
          Milestone.CONFIRMED,
          Milestone.ACCEPTED,
          Milestone.DEFERRED,
          Milestone.PLAN_SHARED,
          Milestone.EXPLOITATION_KNOWN,
          Milestone.EARLY_WARNING_SUBMITTED,
          Milestone.NOTIFICATION_SUBMITTED,
          Milestone.USERS_INFORMED,
          Milestone.FIX_READY,
          Milestone.DISTRIBUTORS_NOTIFIED,
          Milestone.FIX_RELEASED,
          Milestone.FIX_DEPLOYED,
          Milestone.FIX_BACKPORTED,
          Milestone.CVE_ASSIGNED,
          Milestone.ADVISORY_PUBLISHED,
          Milestone.MITIGATION_PUBLISHED,
          Milestone.FINAL_REPORT_SUBMITTED);

  /** What comes behind everything of which no order is known. */
  private static final List<Milestone> LAST = List.of(Milestone.PUBLIC, Milestone.CLOSED);

  Promises {
    steps =
        steps.stream().sorted(Comparator.comparingInt(step -> place(step.milestone()))).toList();
    announcements = List.copyOf(announcements);
  }

  private static int place(Milestone milestone) {
    int place = USUAL_ORDER.indexOf(milestone);
    return place >= 0 ? place : USUAL_ORDER.size() + 1 + LAST.indexOf(milestone);
  }

  /** Returns who asks for {@code milestone}, and how. */
  List<Owed> owed(Milestone milestone) {
    return steps.stream()
        .filter(step -> step.milestone().equals(milestone))
        .flatMap(step -> step.owed().stream())
        .toList();
  }

  /** Returns the milestone that the announcement called {@code id} was made. */
  static Milestone announced(String id) {
    return Milestone.of("announced-" + id);
  }

  /** Collects promises by what they promise; not thread-safe. */
  static final class Draft {

    private final Map<Milestone, Set<Owed>> owed = new LinkedHashMap<>();
    private final Map<Milestone, String> titles = new LinkedHashMap<>();
    private final Map<Milestone, Set<Milestone>> follows = new LinkedHashMap<>();
    private final Set<Milestone> unconditional = new TreeSet<>();
    private final List<Announced> announcements = new ArrayList<>();

    /** Adds a promise that holds in every case. */
    Draft promise(Owed promise) {
      unconditional.add(promise.commitment().promised());
      return promiseIfApplicable(promise);
    }

    /** Adds a promise that holds only where it applies. */
    Draft promiseIfApplicable(Owed promise) {
      owed.computeIfAbsent(promise.commitment().promised(), any -> new LinkedHashSet<>())
          .add(promise);
      return this;
    }

    /** Says what a step is called, unless that was said before. */
    Draft title(Milestone milestone, String title) {
      titles.putIfAbsent(milestone, title);
      return this;
    }

    /** Says that {@code later} comes behind {@code earlier}, if both are promised. */
    Draft order(Milestone earlier, Milestone later) {
      follows.computeIfAbsent(later, any -> new TreeSet<>()).add(earlier);
      return this;
    }

    /** Says how an announcement, which is promised as well, can be judged. */
    Draft announcement(Announced announced) {
      announcements.add(announced);
      return this;
    }

    Promises build(String owner, WorkingCalendar calendar, Partial lint) {
      List<StepPromise> steps = owed.keySet().stream().map(this::step).toList();
      return new Promises(owner, calendar, steps, announcements, lint);
    }

    private StepPromise step(Milestone milestone) {
      Set<Milestone> before = new TreeSet<>(follows.getOrDefault(milestone, Set.of()));
      before.retainAll(owed.keySet());
      return new StepPromise(
          milestone,
          titles.getOrDefault(milestone, inWords(milestone)),
          List.copyOf(owed.getOrDefault(milestone, Set.of())),
          !unconditional.contains(milestone),
          before,
          through(milestone));
    }

    private Set<Milestone> through(Milestone milestone) {
      Set<Milestone> through = new TreeSet<>();
      owed.getOrDefault(milestone, Set.of()).stream()
          .flatMap(one -> one.clause().dependsOn().stream())
          .filter(Submission::is)
          .flatMap(submission -> owed.getOrDefault(submission, Set.of()).stream())
          .forEach(one -> through.addAll(one.dependsOn()));
      return through;
    }

    private static String inWords(Milestone milestone) {
      String words = milestone.name().replace('-', ' ').replace("cve", "CVE");
      return Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }
  }
}
