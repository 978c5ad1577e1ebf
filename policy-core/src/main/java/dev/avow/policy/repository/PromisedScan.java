package dev.avow.policy.repository;

import dev.avow.policy.CiScan;
import dev.avow.policy.CiScan.Trigger;
import dev.avow.policy.document.Check;
import dev.avow.policy.document.Field;
import dev.avow.policy.finding.Subject;
import dev.avow.policy.rule.Target;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** A scan that the policy promises of one sort of thing, and the steps that make it. */
public final class PromisedScan implements Target {

  private final CiScan promise;
  private final CiScan.Target what;
  private final Repository repository;
  private final List<TrivyRun> runs = new ArrayList<>();

  PromisedScan(CiScan promise, CiScan.Target what, Repository repository) {
    this.promise = promise;
    this.what = what;
    this.repository = repository;
    for (Workflow workflow : repository.workflows()) {
      for (Workflow.Job job : workflow.jobs()) {
        for (WorkflowStep step : job.steps()) {
          TrivyRun.of(step).stream()
              .filter(run -> run.scans(what, repository.charts()))
              .forEach(runs::add);
        }
      }
    }
  }

  /** Returns what the policy promises. */
  public CiScan promise() {
    return promise;
  }

  /** Returns what is to be scanned. */
  public CiScan.Target what() {
    return what;
  }

  /** Returns whether it is known here how the promised scanner is run. */
  Check isKnown() {
    boolean known = promise.scanner().filter(name -> !name.equalsIgnoreCase("trivy")).isEmpty();
    return known
        ? Check.of(true, place())
        : Check.unknown("knowing how " + promise.scanner().orElse("") + " is run", place());
  }

  /** Returns whether there is anything to scan: charts are, images may be built anywhere. */
  Check isThere() {
    return Check.of(what != CiScan.Target.HELM || !repository.charts().isEmpty(), place());
  }

  List<TrivyRun> runs() {
    return runs;
  }

  /** Returns the runs of which it is not known that they are left out on {@code event}. */
  List<TrivyRun> runsOn(Event event) {
    return runs.stream().filter(run -> !check(run, event).fails()).toList();
  }

  /** Returns a check that {@code run} is made on every {@code event}. */
  static Check check(TrivyRun run, Event event) {
    return run.step().job().workflow().triggers().runsOn(event).and(run.step().runsOn(event));
  }

  /** Returns the events on which the scan is promised; a push to main if the policy says none. */
  List<Event> events(String mainBranch) {
    Set<Trigger> triggers =
        promise.triggers().isEmpty() ? Set.of(Trigger.PUSH_TO_MAIN) : promise.triggers();
    return triggers.stream().sorted().map(it -> Event.of(it, mainBranch)).toList();
  }

  /** Returns what is called and may hold the scan: another workflow, or an action of one's own. */
  Optional<Field> call() {
    return repository.workflows().stream()
        .flatMap(workflow -> workflow.jobs().stream())
        .flatMap(
            job -> {
              List<Field> calls = new ArrayList<>();
              job.call().ifPresent(calls::add);
              job.steps().stream()
                  .map(step -> step.place().field("uses"))
                  .filter(uses -> uses.text().filter(it -> it.startsWith("./")).isPresent())
                  .forEach(calls::add);
              return calls.stream();
            })
        .findFirst();
  }

  Repository repository() {
    return repository;
  }

  /** Returns what is scanned, in a sentence. */
  String words() {
    return switch (what) {
      case IMAGE -> "images";
      case HELM -> "Helm charts";
      case IAC -> "configuration";
    };
  }

  @Override
  public Subject subject() {
    return Subject.of("Scan")
        .with("scan", promise.id())
        .with("target", what.name().toLowerCase(Locale.ROOT));
  }

  /** Returns the jobs of the first workflow, where the scan would be. */
  @Override
  public Field place() {
    return repository.workflows().stream()
        .findFirst()
        .map(workflow -> workflow.root().field("jobs"))
        .orElse(repository.place());
  }

  @Override
  public String toString() {
    return subject().toString();
  }
}
