package dev.avow.policy.repository;

import dev.avow.policy.DependencyUpdates.Tool;
import dev.avow.policy.document.Field;
import dev.avow.policy.finding.Glob;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The configuration of Renovate.
 *
 * @see <a href="https://docs.renovatebot.com/configuration-options/">options</a>
 */
final class RenovateConfig implements Updater {

  /** Where Renovate looks for its configuration, in this order. */
  static final List<String> FILES =
      List.of(
          "renovate.json",
          "renovate.jsonc",
          "renovate.json5",
          ".github/renovate.json",
          ".github/renovate.jsonc",
          ".github/renovate.json5",
          ".gitlab/renovate.json",
          ".gitlab/renovate.jsonc",
          ".gitlab/renovate.json5",
          ".renovaterc",
          ".renovaterc.json",
          ".renovaterc.jsonc",
          ".renovaterc.json5");

  /** Presets that pin digests, and what the last of them leaves out. */
  private static final Set<String> PINNING = Set.of("docker:pinDigests", "config:best-practices");

  private static final Set<String> WITH_IGNORED_FOLDERS =
      Set.of(
          "config:recommended", "config:base", "config:best-practices", ":ignoreModulesAndTests");

  private static final List<String> IGNORED_FOLDERS =
      List.of(
          "**/node_modules/**",
          "**/bower_components/**",
          "**/vendor/**",
          "**/examples/**",
          "**/__tests__/**",
          "**/test/**",
          "**/tests/**",
          "**/__fixtures__/**");

  private static final List<String> DOCKERFILES = List.of("dockerfile");

  private static final List<String> UPDATE_TYPES = List.of("major", "minor", "patch");

  private static final List<String> NARROWING =
      List.of(
          "matchPackageNames",
          "matchPackagePatterns",
          "matchDepNames",
          "matchDepPatterns",
          "matchDepTypes",
          "matchFileNames",
          "matchPaths",
          "matchCurrentVersion",
          "matchDatasources",
          "matchCategories",
          "matchSourceUrls",
          "excludePackageNames");

  private final String file;
  private final Field root;

  /**
   * @param file where it is in the repository
   * @param root what it says
   */
  RenovateConfig(String file, Field root) {
    this.file = file;
    this.root = root;
  }

  @Override
  public Tool tool() {
    return Tool.RENOVATE;
  }

  private Stream<Field> presets() {
    Field presets = root.field("extends");
    return presets.isList() ? presets.items().stream() : Stream.of(presets);
  }

  /** Returns a preset that is kept elsewhere, so that it is not known what it says. */
  private Optional<Field> foreign() {
    return presets()
        .filter(it -> it.text().filter(RenovateConfig::isForeign).isPresent())
        .findFirst();
  }

  private static boolean isForeign(String preset) {
    return preset.contains(">") || preset.startsWith("@") || preset.contains("://");
  }

  @Override
  public Coverage covers(Dependencies dependencies) {
    Field off = off(dependencies);
    if (off != null) {
      return Coverage.uncovered(
          off,
          "Renovate does not look after %s in /%s: %s"
              .formatted(dependencies.ecosystem().label(), dependencies.folder(), off.path()));
    }
    return foreign()
        .map(it -> Coverage.unknown(it, "what the preset says that is kept elsewhere"))
        .orElseGet(() -> Coverage.covered(root));
  }

  private @Nullable Field off(Dependencies dependencies) {
    List<String> managers = dependencies.ecosystem().renovate();
    Field only = root.field("enabledManagers");
    if (isOff(root)) {
      return root.field("enabled");
    }
    boolean others =
        only.isList()
            && only.items().stream()
                .noneMatch(it -> it.text().filter(managers::contains).isPresent());
    if (managers.isEmpty() || others) {
      return only;
    }
    if (managers.stream().allMatch(it -> isOff(root.field(it)))) {
      return root.field(managers.get(0)).field("enabled");
    }
    return ignored(dependencies)
        .or(() -> switchedOff(managers))
        .or(() -> dockerOff(dependencies))
        .or(this::presetOff)
        .orElse(null);
  }

  private static boolean isOff(Field options) {
    return options.field("enabled").flag().equals(Optional.of(false));
  }

  private Optional<Field> presetOff() {
    return presets()
        .filter(it -> it.text().filter(":disableRenovate"::equals).isPresent())
        .findFirst();
  }

  private Optional<Field> dockerOff(Dependencies dependencies) {
    return dependencies.ecosystem() == Ecosystem.DOCKER
        ? presets().filter(it -> it.text().filter("docker:disable"::equals).isPresent()).findFirst()
        : Optional.empty();
  }

  private Optional<Field> ignored(Dependencies dependencies) {
    Field ignored = root.field("ignorePaths");
    if (ignored.isList()) {
      return ignored.items().stream()
          .filter(it -> it.text().filter(glob -> matches(glob, dependencies)).isPresent())
          .findFirst();
    }
    Field included = root.field("includePaths");
    boolean left =
        included.isList()
            && !included.items().isEmpty()
            && included.items().stream()
                .noneMatch(it -> it.text().filter(glob -> matches(glob, dependencies)).isPresent());
    if (left) {
      return Optional.of(included);
    }
    boolean preset = IGNORED_FOLDERS.stream().anyMatch(glob -> matches(glob, dependencies));
    return preset
        ? presets()
            .filter(it -> it.text().filter(WITH_IGNORED_FOLDERS::contains).isPresent())
            .findFirst()
        : Optional.empty();
  }

  private static boolean matches(String glob, Dependencies dependencies) {
    try {
      return glob.equals(dependencies.file())
          || Paths.isIn(dependencies.file(), Paths.normal(glob))
          || Glob.of(glob).matches(dependencies.file());
    } catch (IllegalArgumentException malformed) {
      return false;
    }
  }

  /** Returns the rule that switches all of these managers off, and not only some packages. */
  private Optional<Field> switchedOff(List<String> managers) {
    return root.field("packageRules").items().stream()
        .filter(rule -> isAbout(rule, managers))
        .map(rule -> rule.field("enabled"))
        .filter(Field::isPresent)
        .reduce((earlier, later) -> later)
        .filter(it -> it.flag().equals(Optional.of(false)));
  }

  private static boolean isAbout(Field rule, List<String> managers) {
    Field matched = rule.field("matchManagers");
    boolean named =
        !matched.isPresent() || managers.stream().allMatch(it -> matched.contains(it).holds());
    boolean any = matched.isPresent() || rule.field("matchPackageNames").isPresent();
    return named && any && !isNarrow(rule, "") && !isLimited(rule.field("matchUpdateTypes"));
  }

  private static boolean isAboutImages(Field rule) {
    Field managers = rule.field("matchManagers");
    Field sources = rule.field("matchDatasources");
    boolean ofDockerfiles = !managers.isPresent() || managers.contains("dockerfile").holds();
    return sources.contains("docker").holds()
        ? ofDockerfiles && !isNarrow(rule, "matchDatasources")
        : isAbout(rule, DOCKERFILES);
  }

  private static boolean isNarrow(Field rule, String except) {
    return NARROWING.stream()
        .filter(name -> !name.equals(except))
        .map(rule::field)
        .filter(Field::isPresent)
        .anyMatch(it -> !it.contains("*").holds() && !it.contains("**").holds());
  }

  /** A rule about all types of updates is limited to none. */
  private static boolean isLimited(Field types) {
    return types.isPresent()
        && !UPDATE_TYPES.stream().allMatch(type -> types.contains(type).holds());
  }

  /** Returns the field that has digests pinned and kept up to date, if one does. */
  Optional<Field> pinsDigests() {
    Stream<Field> rules =
        root.field("packageRules").items().stream().filter(RenovateConfig::isAboutImages);
    Stream<Field> options =
        Stream.concat(Stream.of(root, root.field("docker"), root.field("dockerfile")), rules);
    // The last word counts: options of a manager over those of all, and rules over both.
    Optional<Field> said =
        options
            .map(it -> it.field("pinDigests"))
            .filter(Field::isPresent)
            .reduce((earlier, later) -> later);
    return said.isPresent() ? said.filter(it -> it.flag().orElse(false)) : pinningPreset();
  }

  private Optional<Field> pinningPreset() {
    Field ignored = root.field("ignorePresets");
    boolean pins =
        presets()
            .flatMap(it -> it.text().stream())
            .anyMatch(it -> PINNING.contains(it) && !ignored.contains(it).holds());
    return pins && !ignored.contains("docker:pinDigests").holds()
        ? Optional.of(root.field("extends"))
        : Optional.empty();
  }

  Field root() {
    return root;
  }

  /** Without a schedule, Renovate looks at any time. */
  @Override
  public List<UpdateEntry> entries() {
    List<UpdateEntry> entries = new ArrayList<>();
    Field schedule = root.field("schedule");
    List<Field> written = schedule.isList() ? schedule.items() : List.of(schedule);
    Stream<Field> presets =
        presets().filter(it -> it.text().filter(text -> text.startsWith("schedule:")).isPresent());
    List<Field> all =
        Stream.concat(written.stream(), presets).filter(it -> it.text().isPresent()).toList();
    OptionalLong days =
        all.stream()
            .map(it -> Intervals.renovate(it.text().orElse("")))
            .flatMapToLong(OptionalLong::stream)
            .min();
    Field place = all.isEmpty() ? root : all.get(0);
    boolean unknown = all.isEmpty() && foreign().isPresent();
    OptionalLong told = unknown ? OptionalLong.empty() : OptionalLong.of(days.orElse(1));
    entries.add(new UpdateEntry("renovate", file, place, told));
    return entries;
  }
}
