package dev.avow.policy.repository;

import dev.avow.policy.BaseImage;
import dev.avow.policy.CiChecks;
import dev.avow.policy.DependencyUpdates.Tool;
import dev.avow.policy.document.Document;
import dev.avow.policy.document.DocumentException;
import dev.avow.policy.document.DocumentReader;
import dev.avow.policy.document.Field;
import dev.avow.policy.document.Node.Mapping;
import dev.avow.policy.document.Node.Span;
import dev.avow.policy.document.TextFile;
import dev.avow.policy.document.Unreadable;
import dev.avow.policy.finding.Subject;
import dev.avow.policy.rule.Target;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** A checkout of a source repository, as far as promises can be seen in it. */
public final class Repository implements Target {

  private static final List<String> DEPENDABOT =
      List.of(".github/dependabot.yml", ".github/dependabot.yaml");

  private final Path root;
  private final List<String> files;
  private final CiChecks promises;
  private final @Nullable RepositorySettings settings;
  private final List<Workflow> workflows = new ArrayList<>();
  private final List<Dockerfile> dockerfiles = new ArrayList<>();
  private final List<Updater> updaters = new ArrayList<>();
  private final Map<String, Optional<Unreadable>> read = new LinkedHashMap<>();

  private Repository(Path root, CiChecks promises, @Nullable RepositorySettings settings) {
    this.root = root;
    this.files = RepositoryFiles.below(root);
    this.promises = promises;
    this.settings = settings;
  }

  /**
   * Reads the files below {@code root} that promises can be seen in.
   *
   * @throws DocumentException if it is no folder that can be listed
   */
  static Repository read(Path root, CiChecks promises, @Nullable RepositorySettings settings) {
    Repository repository = new Repository(root, promises, settings);
    repository.files.forEach(repository::take);
    repository.renovate();
    return repository;
  }

  private void take(String path) {
    boolean yaml = path.endsWith(".yml") || path.endsWith(".yaml");
    if (DEPENDABOT.contains(path)) {
      read(path, this::yaml).ifPresent(it -> updaters.add(new DependabotConfig(path, it.field())));
    } else if (Paths.folder(path).equals(Workflow.FOLDER) && yaml) {
      read(path, this::yaml).ifPresent(it -> workflows.add(Workflow.of(path, it)));
    } else if (Ecosystem.of(path).filter(Ecosystem.DOCKER::equals).isPresent()) {
      Optional<BaseImage> base = promises.baseImage();
      read(path, it -> Dockerfile.parse(source(it), it, text(it), base))
          .ifPresent(dockerfiles::add);
    }
  }

  private void renovate() {
    Optional<String> file = RenovateConfig.FILES.stream().filter(files::contains).findFirst();
    if (file.isPresent()) {
      read(file.get(), it -> Json5Reader.read(source(it), text(it)))
          .ifPresent(it -> updaters.add(new RenovateConfig(file.get(), it.field())));
    } else if (files.contains("package.json")) {
      read("package.json", it -> Json5Reader.read(source(it), text(it)))
          .map(it -> it.field().field("renovate"))
          .filter(Field::isMapping)
          .ifPresent(it -> updaters.add(new RenovateConfig("package.json", it)));
    }
  }

  private <T> Optional<T> read(String path, Function<String, T> reader) {
    try {
      T value = reader.apply(path);
      read.put(path, Optional.empty());
      return Optional.of(value);
    } catch (DocumentException broken) {
      read.put(path, Optional.of(broken.unreadable()));
      return Optional.empty();
    }
  }

  private Document yaml(String path) {
    return DocumentReader.yaml12().readOne(source(path), text(path));
  }

  private String text(String path) {
    return TextFile.read(root.resolve(path));
  }

  /** Returns the name under which places in the file at {@code path} are given. */
  String source(String path) {
    return TextFile.source(root.resolve(path));
  }

  /** Returns the files by their paths, each with what is wrong if it could not be read. */
  Map<String, Optional<Unreadable>> read() {
    return read;
  }

  /** Returns the path of a file among {@code those} that could not be read, if there is one. */
  Optional<String> unreadable(Predicate<String> those) {
    return read.entrySet().stream()
        .filter(it -> it.getValue().isPresent())
        .map(Map.Entry::getKey)
        .filter(those)
        .findFirst();
  }

  /** Returns the path of the configuration of an updater that could not be read, if one is. */
  Optional<String> unreadableUpdater() {
    return unreadable(path -> DEPENDABOT.contains(path) || RenovateConfig.FILES.contains(path));
  }

  /** Returns the paths of all files from the top, sorted. */
  public List<String> files() {
    return files;
  }

  CiChecks promises() {
    return promises;
  }

  Optional<RepositorySettings> settings() {
    return Optional.ofNullable(settings);
  }

  List<Workflow> workflows() {
    return workflows;
  }

  List<Dockerfile> dockerfiles() {
    return dockerfiles;
  }

  /** Returns the updaters that are configured and that the policy means. */
  List<Updater> updaters() {
    return updaters.stream()
        .filter(
            it ->
                promises
                    .updates()
                    .map(promise -> promise.tool())
                    .filter(tool -> tool != Tool.ANY)
                    .filter(tool -> tool != it.tool())
                    .isEmpty())
        .toList();
  }

  /** Returns the folders of Helm charts. */
  List<String> charts() {
    return files.stream()
        .filter(path -> Paths.name(path).equals("Chart.yaml"))
        .map(Paths::folder)
        .toList();
  }

  @Override
  public Subject subject() {
    return Subject.of("Repository").with(Subject.NAME, name());
  }

  private String name() {
    String source = TextFile.source(root);
    return source.isEmpty() ? "." : source;
  }

  /** Returns the repository as a whole, which has no line. */
  @Override
  public Field place() {
    return new Document(name(), 0, Mapping.of(List.of(), new Span(0, 0, 0, 0))).field();
  }

  @Override
  public String toString() {
    return subject().toString();
  }
}
