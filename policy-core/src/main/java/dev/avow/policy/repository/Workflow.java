package dev.avow.policy.repository;

import dev.avow.policy.document.Check;
import dev.avow.policy.document.Document;
import dev.avow.policy.document.Field;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A workflow of GitHub Actions: when it runs, and what its jobs do. */
final class Workflow {

  /** Where workflows are. */
  static final String FOLDER = ".github/workflows";

  private final String path;
  private final Field root;
  private final Triggers triggers;
  private final List<Job> jobs = new ArrayList<>();

  /** One job, with its steps. */
  record Job(Workflow workflow, String id, Field place, List<WorkflowStep> steps) {

    /** Two jobs are one only if they are the same object: their steps lead back to them. */
    @Override
    public boolean equals(Object other) {
      return this == other;
    }

    @Override
    public int hashCode() {
      return System.identityHashCode(this);
    }

    @Override
    public String toString() {
      return id;
    }

    /** Returns whether {@code other} must have succeeded before this one begins. */
    boolean waitsFor(Job other) {
      return workflow.before(this).contains(other);
    }

    /** Returns the workflow that is called instead of steps, if one is. */
    Optional<Field> call() {
      return Optional.of(place.field("uses")).filter(Field::isPresent);
    }

    /** Returns a check that it runs on {@code event}: its own condition and those it waits for. */
    Check runsOn(Event event) {
      Check runs = Condition.check(place.field("if"), event);
      for (Job other : workflow.before(this)) {
        runs = runs.and(Condition.check(other.place.field("if"), event));
      }
      return runs;
    }
  }

  private Workflow(String path, Field root) {
    this.path = path;
    this.root = root;
    this.triggers = new Triggers(root.field("on"));
  }

  static Workflow of(String path, Document document) {
    Workflow workflow = new Workflow(path, document.field());
    for (Field job : document.field().field("jobs").fields()) {
      List<WorkflowStep> steps = new ArrayList<>();
      Job made = new Job(workflow, job.name(), job, steps);
      List<Field> fields = job.field("steps").items();
      for (int i = 0; i < fields.size(); i++) {
        steps.add(new WorkflowStep(made, i, fields.get(i)));
      }
      workflow.jobs.add(made);
    }
    return workflow;
  }

  /** Returns the jobs that {@code job} waits for, directly or not. */
  private Set<Job> before(Job job) {
    Set<Job> found = new HashSet<>();
    List<Job> open = new ArrayList<>(List.of(job));
    while (!open.isEmpty()) {
      Field needs = open.remove(open.size() - 1).place().field("needs");
      List<Field> names = needs.isList() ? needs.items() : List.of(needs);
      for (Job other : jobs) {
        boolean named =
            names.stream().anyMatch(it -> it.text().filter(other.id()::equals).isPresent());
        if (named && found.add(other)) {
          open.add(other);
        }
      }
    }
    found.remove(job);
    return found;
  }

  String path() {
    return path;
  }

  Field root() {
    return root;
  }

  Triggers triggers() {
    return triggers;
  }

  List<Job> jobs() {
    return jobs;
  }
}
