package dev.avow.policy.repository;

import dev.avow.policy.document.Document;
import dev.avow.policy.document.Field;
import dev.avow.policy.document.Node.Mapping;
import dev.avow.policy.document.Node.Span;
import dev.avow.policy.finding.Glob;
import dev.avow.policy.finding.Subject;
import dev.avow.policy.rule.Target;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The dependencies that a folder of a repository declares in one way. */
public final class Dependencies implements Target {

  private final Ecosystem ecosystem;
  private final String folder;
  private final String file;
  private final Repository repository;

  private Dependencies(Ecosystem ecosystem, String folder, String file, Repository repository) {
    this.ecosystem = ecosystem;
    this.folder = folder;
    this.file = file;
    this.repository = repository;
  }

  /** Returns the dependencies of {@code repository}; modules belong to the folder above them. */
  static List<Dependencies> in(Repository repository) {
    Map<Ecosystem, Map<String, String>> found = new TreeMap<>();
    for (String path : repository.files()) {
      Ecosystem.of(path)
          .ifPresent(
              it ->
                  found
                      .computeIfAbsent(it, none -> new TreeMap<>())
                      .putIfAbsent(folder(it, path), path));
    }
    // Bun's lock file tells whose package.json that is; so does uv's.
    preferred(found, Ecosystem.BUN, Ecosystem.NPM);
    preferred(found, Ecosystem.UV, Ecosystem.PIP);
    List<Dependencies> all = new ArrayList<>();
    found.forEach(
        (ecosystem, files) ->
            files.forEach(
                (folder, file) -> {
                  if (!isModule(ecosystem, folder, files)) {
                    all.add(new Dependencies(ecosystem, folder, file, repository));
                  }
                }));
    return all;
  }

  private static void preferred(
      Map<Ecosystem, Map<String, String>> found, Ecosystem one, Ecosystem other) {
    Map<String, String> kept = found.getOrDefault(one, Map.of());
    Map<String, String> rest = found.get(other);
    if (rest != null) {
      rest.keySet()
          .removeIf(folder -> kept.keySet().stream().anyMatch(it -> Paths.isIn(folder, it)));
    }
  }

  private static String folder(Ecosystem ecosystem, String path) {
    return ecosystem == Ecosystem.GITHUB_ACTIONS && path.startsWith(".github/workflows/")
        ? ""
        : Paths.folder(path);
  }

  private static boolean isModule(Ecosystem ecosystem, String folder, Map<String, String> all) {
    return ecosystem.hasModules()
        && all.keySet().stream()
            .anyMatch(other -> !other.equals(folder) && Paths.isIn(folder, other));
  }

  Ecosystem ecosystem() {
    return ecosystem;
  }

  /** Returns the folder, from the top of the repository; the top itself is empty. */
  public String folder() {
    return folder;
  }

  /** Returns the folders that an updater may be pointed at to find them. */
  List<String> homes() {
    return switch (ecosystem) {
      case GITHUB_ACTIONS -> folder.isEmpty() ? List.of("", Workflow.FOLDER) : List.of(folder);
      // Tools look for .devcontainer below the folder of the project.
      case DEVCONTAINERS -> List.of(folder, Paths.folder("/" + folder).replaceFirst("^/", ""));
      default -> List.of(folder);
    };
  }

  /** Returns the file that declares them. */
  public String file() {
    return file;
  }

  Repository repository() {
    return repository;
  }

  boolean isAmong(List<Glob> paths) {
    return paths.stream().anyMatch(glob -> glob.matches(file));
  }

  @Override
  public Subject subject() {
    return Subject.of("Dependencies")
        .with("ecosystem", ecosystem.label())
        .with("folder", "/" + folder);
  }

  /** Returns the beginning of the file that declares them. */
  @Override
  public Field place() {
    Mapping nothing = Mapping.of(List.of(), new Span(1, 1, 1, 1));
    return new Document(repository.source(file), 0, nothing).field();
  }

  @Override
  public String toString() {
    return subject().toString();
  }
}
