package dev.avow.policy.repository;

import dev.avow.policy.CiScan;
import dev.avow.policy.document.Field;
import dev.avow.policy.finding.Subject;
import dev.avow.policy.rule.Scope;
import dev.avow.policy.rule.Target;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

/** What rules can be asked for each of in a repository. */
public final class RepositoryScopes {

  /** The repository as a whole. */
  public static final Scope<Repository> REPOSITORY =
      Scope.of("repository", Repository.class, Subject.NAME);

  /** Every folder that declares dependencies, once for each way to do so. */
  public static final Scope<Dependencies> DEPENDENCIES =
      Scope.of("dependencies", Dependencies.class, "ecosystem", "folder");

  /** Every entry of an updater of dependencies. */
  public static final Scope<UpdateEntry> UPDATES =
      Scope.of("updates", UpdateEntry.class, "name", "file");

  /** Every scan that the policy promises, once for each sort of thing to be scanned. */
  public static final Scope<PromisedScan> SCAN =
      Scope.of("scan", PromisedScan.class, "scan", "target");

  /** Every action, and every workflow from elsewhere, that a workflow uses. */
  public static final Scope<UsedAction> ACTION =
      Scope.of("action", UsedAction.class, "action", "file", "step");

  /** Every stage of every Dockerfile. */
  public static final Scope<Stage> STAGE = Scope.of("stage", Stage.class, "stage", "file");

  private static final List<Scope<?>> ALL =
      List.of(REPOSITORY, DEPENDENCIES, UPDATES, SCAN, ACTION, STAGE);

  private RepositoryScopes() {}

  /** Returns all of them. */
  public static List<Scope<?>> all() {
    return ALL;
  }

  /** Returns the targets of each scope in {@code repository}. */
  static Map<Scope<?>, List<? extends Target>> targets(Repository repository) {
    return Map.of(
        REPOSITORY,
        List.of(repository),
        DEPENDENCIES,
        Dependencies.in(repository),
        UPDATES,
        updates(repository),
        SCAN,
        scans(repository),
        ACTION,
        actions(repository),
        STAGE,
        repository.dockerfiles().stream().flatMap(it -> it.stages().stream()).toList());
  }

  private static List<UpdateEntry> updates(Repository repository) {
    OptionalLong given =
        repository.promises().updates().flatMap(it -> it.every()).stream()
            .mapToLong(Intervals::of)
            .findFirst();
    return repository.updaters().stream()
        .flatMap(it -> it.entries().stream())
        .map(it -> it.within(given))
        .toList();
  }

  private static List<PromisedScan> scans(Repository repository) {
    List<PromisedScan> scans = new ArrayList<>();
    for (CiScan promise : repository.promises().scans()) {
      promise.targets().stream()
          .sorted()
          .forEach(what -> scans.add(new PromisedScan(promise, what, repository)));
    }
    return scans;
  }

  private static List<UsedAction> actions(Repository repository) {
    List<UsedAction> actions = new ArrayList<>();
    for (Workflow workflow : repository.workflows()) {
      for (Workflow.Job job : workflow.jobs()) {
        List<Field> uses = new ArrayList<>();
        uses.add(job.place().field("uses"));
        job.steps().forEach(step -> uses.add(step.place().field("uses")));
        uses.stream()
            .filter(Field::isPresent)
            .forEach(it -> actions.add(new UsedAction(workflow.path(), it)));
      }
    }
    return actions;
  }
}
