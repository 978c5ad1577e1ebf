package dev.avow.policy.repository;

import dev.avow.policy.document.Check;
import dev.avow.policy.document.Field;
import dev.avow.policy.document.Node.Scalar;
import dev.avow.policy.repository.Workflow.Job;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** One step of a job: an action that is used, or a script that is run. */
final class WorkflowStep {

  private static final Set<String> SHELLS = Set.of("bash", "sh");

  private final Job job;
  private final int index;
  private final Field place;

  WorkflowStep(Job job, int index, Field place) {
    this.job = job;
    this.index = index;
    this.place = place;
  }

  Job job() {
    return job;
  }

  Field place() {
    return place;
  }

  /** Returns the action that is used, without what is behind the at sign; empty if none is. */
  String action() {
    String uses = place.field("uses").text().orElse("");
    int at = uses.indexOf('@');
    return at < 0 ? uses : uses.substring(0, at);
  }

  Field with(String input) {
    return place.field("with").field(input);
  }

  /** Returns a plain value as it is written; nothing if there is none. */
  static Optional<String> written(Field field) {
    return field
        .node()
        .filter(node -> field.isPresent())
        .map(node -> node instanceof Scalar scalar ? scalar.text() : "");
  }

  /** Returns the variable of the environment, from the step outwards. */
  Field env(String name) {
    Field own = place.field("env").field(name);
    Field ofJob = job.place().field("env").field(name);
    return own.isPresent()
        ? own
        : ofJob.isPresent() ? ofJob : job.workflow().root().field("env").field(name);
  }

  /** Returns the commands that it runs; none if it runs none, or not in a shell known here. */
  List<ShellCommand> commands() {
    String shell = shell();
    String name = shell.split(" ", 2)[0];
    if (!shell.isEmpty() && !SHELLS.contains(name)) {
      return List.of();
    }
    boolean pipesFail = shell.equals("bash") || shell.contains("pipefail");
    // A shell that is spelt out has the options that are spelt out; the others are given -e.
    boolean stops = !shell.contains("{0}") || setsErrexit(shell);
    return place
        .field("run")
        .text()
        .map(script -> ShellScript.commands(script, stops, pipesFail))
        .orElse(List.of());
  }

  private static boolean setsErrexit(String shell) {
    return Arrays.stream(shell.split(" ", -1))
        .anyMatch(
            it ->
                it.equals("errexit")
                    || (it.startsWith("-") && !it.startsWith("--") && it.contains("e")));
  }

  private String shell() {
    Field own = place.field("shell");
    Field ofJob = job.place().at("defaults.run.shell");
    Field ofAll = job.workflow().root().at("defaults.run.shell");
    return own.text().or(ofJob::text).or(ofAll::text).orElse("");
  }

  /** Returns a check that it runs on {@code event}, its workflow running. */
  Check runsOn(Event event) {
    return Condition.check(place.field("if"), event).and(job.runsOn(event));
  }

  /** Returns whether it must have succeeded before {@code other} begins. */
  boolean isBefore(WorkflowStep other) {
    return job.equals(other.job)
        ? index < other.index && !Condition.heedsNoFailure(other.place.field("if"))
        : other.job.waitsFor(job) && !Condition.heedsNoFailure(other.job.place().field("if"));
  }

  /** Returns the field that lets the job, or the workflow, go on when the step fails. */
  Optional<Field> toleration() {
    Field own = place.field("continue-on-error");
    Field ofJob = job.place().field("continue-on-error");
    return List.of(own, ofJob).stream()
        .filter(Field::isPresent)
        .filter(it -> !it.flag().equals(Optional.of(false)))
        .findFirst();
  }
}
