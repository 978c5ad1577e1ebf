package dev.avow.policy.repository;

import dev.avow.policy.CiScan.Trigger;
import dev.avow.policy.document.Check;
import dev.avow.policy.document.Field;
import dev.avow.policy.finding.Message;
import dev.avow.policy.finding.Parameter;
import dev.avow.policy.finding.Severity;
import dev.avow.policy.rule.Reporter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** How promised scans are looked for in workflows. */
final class ScanSteps {

  static final Parameter<String> MAIN_BRANCH =
      Parameter.text("main-branch", "main", "the branch that releases are made from");

  private ScanSteps() {}

  private static List<Event> events(PromisedScan scan, Reporter report) {
    return scan.events(report.settings().get(MAIN_BRANCH));
  }

  static Check hasRuns(PromisedScan scan) {
    return Check.of(!scan.runs().isEmpty(), scan.place());
  }

  /** Every event on which the scan is promised has a step that makes it. */
  static void runOnEveryChange(PromisedScan scan, Reporter report) {
    Check known = scan.isKnown();
    if (known.isUnknown()) {
      report.missing(known.missing().orElseThrow(), known.at());
    } else if (scan.runs().isEmpty()) {
      noRun(scan, report);
    } else {
      events(scan, report).forEach(event -> runOn(scan, event, report));
    }
  }

  private static void noRun(PromisedScan scan, Reporter report) {
    Optional<Field> call = scan.call();
    Optional<String> unreadable =
        scan.repository().unreadable(path -> Paths.folder(path).equals(Workflow.FOLDER));
    if (unreadable.isPresent()) {
      report.missing(
          "what %s holds, which cannot be read".formatted(unreadable.get()), scan.place());
    } else if (call.isPresent()) {
      report.missing("what is called here, which may scan " + scan.words(), call.get());
    } else if (scan.promise().scanner().isEmpty()) {
      report.missing(
          "a step that scans " + scan.words() + " with a scanner known here", scan.place());
    } else {
      report.fail(scan.place(), Message.of("no step runs Trivy on {what}", mark -> scan.words()));
    }
  }

  private static void runOn(PromisedScan scan, Event event, Reporter report) {
    Check best = null;
    for (TrivyRun run : scan.runs()) {
      Check check = PromisedScan.check(run, event);
      best = best == null ? check : best.or(check);
    }
    if (best == null || best.holds()) {
      return;
    }
    if (best.isUnknown()) {
      report.missing(best.missing().orElseThrow(), best.at());
    } else {
      report.fail(
          best.at(),
          Message.of(
              "is not made on every {event}: {field} {found}",
              new Words(event.words().replaceFirst("^an? ", ""), best.at())::of));
    }
  }

  /** What the marks of a message mean. */
  private record Words(String event, Field at) {
    String of(String mark) {
      return switch (mark) {
        case "event" -> event;
        case "field" -> at.path();
        default -> at.found();
      };
    }
  }

  static void areNotFilteredByPath(PromisedScan scan, Reporter report) {
    Set<String> told = new HashSet<>();
    for (Event event : events(scan, report)) {
      List<TrivyRun> runs = scan.runsOn(event);
      List<Optional<Field>> filters =
          runs.stream()
              .map(run -> run.step().job().workflow().triggers().pathFilter(event))
              .toList();
      if (!filters.isEmpty() && filters.stream().allMatch(Optional::isPresent)) {
        Field at = filters.get(0).orElseThrow();
        if (told.add(at.location().toString())) {
          report.fail(
              at, Message.of("is not made where only other files change: {path}", m -> at.path()));
        }
      }
    }
  }

  /** On every event, one step at least fails the build as promised; else the nearest is told of. */
  static void failTheBuild(PromisedScan scan, Reporter report) {
    Map<String, Problem> told = new LinkedHashMap<>();
    for (Event event : events(scan, report)) {
      scan.runsOn(event).stream()
          .map(run -> problems(run, scan))
          .min(Comparator.comparingInt(List::size))
          .ifPresent(
              problems ->
                  problems.forEach(it -> told.putIfAbsent(it.at().location() + it.text(), it)));
    }
    told.values().forEach(it -> it.addTo(report));
  }

  private record Problem(Field at, String text, boolean unknown) {
    void addTo(Reporter report) {
      if (unknown) {
        report.missing(text, at);
      } else {
        report.fail(at, text);
      }
    }
  }

  private static List<Problem> problems(TrivyRun run, PromisedScan scan) {
    List<Problem> problems = new ArrayList<>();
    Field severity = run.severities().at();
    Set<Severity> missing = copy(scan.promise().failOn());
    missing.removeAll(run.severities().value().orElse(missing));
    if (run.severities().value().isEmpty()) {
      problems.add(new Problem(severity, "the severities that Trivy is asked for", true));
    } else if (!missing.isEmpty()) {
      problems.add(new Problem(severity, "does not ask Trivy for " + names(missing), false));
    }
    Field code = run.failing().at();
    if (run.failing().value().isEmpty()) {
      problems.add(new Problem(code, "the exit code that Trivy is given", true));
    } else if (!run.failing().value().get()) {
      problems.add(new Problem(code, "does not make Trivy fail: the exit code is 0", false));
    }
    run.taken()
        .map(
            it ->
                it.surely()
                    ? new Problem(it.at(), "goes on where Trivy fails", false)
                    : new Problem(it.at(), "how the script ends where Trivy fails", true))
        .ifPresent(problems::add);
    run.step()
        .toleration()
        .ifPresent(
            at ->
                problems.add(
                    at.isUnresolved()
                        ? new Problem(at, "the value of " + at.path(), true)
                        : new Problem(
                            at, "does not fail the build: " + at.name() + " is set", false)));
    return problems;
  }

  private static Set<Severity> copy(Set<Severity> severities) {
    Set<Severity> copy = EnumSet.noneOf(Severity.class);
    copy.addAll(severities);
    return copy;
  }

  private static String names(Set<Severity> severities) {
    return severities.stream().map(Enum::name).collect(Collectors.joining(" and "));
  }

  /** On every event, the steps together report what is only to be reported. */
  static void reportTheRest(PromisedScan scan, Reporter report) {
    for (Event event : events(scan, report)) {
      Set<Severity> missing = copy(scan.promise().report());
      Field unknown = null;
      List<TrivyRun> runs = scan.runsOn(event);
      for (TrivyRun run : runs) {
        unknown = run.severities().value().isEmpty() ? run.severities().at() : unknown;
        missing.removeAll(run.severities().value().orElse(Set.of()));
      }
      if (missing.isEmpty() || runs.isEmpty()) {
        continue;
      }
      if (unknown != null) {
        report.missing("the severities that Trivy is asked for", unknown);
      } else {
        report.fail(runs.get(0).severities().at(), "does not report " + names(missing));
      }
      return;
    }
  }

  /** Whatever pushes an image waits for a scan that stops it. */
  static void precedePush(PromisedScan scan, Reporter report) {
    Event push = Event.of(Trigger.PUSH_TO_MAIN, report.settings().get(MAIN_BRANCH));
    for (Workflow workflow : scan.repository().workflows()) {
      List<TrivyRun> runs =
          scan.runs().stream().filter(it -> it.step().job().workflow() == workflow).toList();
      if (runs.isEmpty() && workflow.triggers().runsOn(push).fails()) {
        continue;
      }
      // Where none stops what is behind it, another rule tells that.
      Predicate<TrivyRun> stops = runs.stream().anyMatch(stops(scan)) ? stops(scan) : any -> true;
      workflow.jobs().stream()
          .flatMap(job -> job.steps().stream())
          .filter(step -> !waits(step, runs.stream().filter(stops).toList(), push))
          .filter(step -> !ImagePush.followsIn(step, scanning(step, scan, stops)))
          .flatMap(step -> ImagePush.of(step).stream())
          .forEach(at -> report.fail(at, "does not precede the push of an image"));
    }
  }

  /** Returns whether a run stops what is behind it, as far as that can be told. */
  private static Predicate<TrivyRun> stops(PromisedScan scan) {
    return run ->
        scan.promise().failOn().isEmpty()
            || problems(run, scan).stream().allMatch(Problem::unknown);
  }

  private static Predicate<ShellCommand> scanning(
      WorkflowStep step, PromisedScan scan, Predicate<TrivyRun> stops) {
    return command ->
        TrivyCommand.run(step, command)
            .filter(run -> run.scans(scan.what(), scan.repository().charts()))
            .filter(stops)
            .isPresent();
  }

  private static boolean waits(WorkflowStep step, List<TrivyRun> runs, Event push) {
    boolean onPush = !step.runsOn(push).fails();
    return runs.stream()
        .map(TrivyRun::step)
        .filter(it -> !onPush || !it.runsOn(push).fails())
        .anyMatch(it -> it.isBefore(step));
  }
}
