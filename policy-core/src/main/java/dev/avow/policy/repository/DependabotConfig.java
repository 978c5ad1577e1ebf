package dev.avow.policy.repository;

import dev.avow.policy.DependencyUpdates.Tool;
import dev.avow.policy.document.Field;
import dev.avow.policy.finding.Glob;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The configuration of Dependabot's version updates.
 *
 * @see <a
 *     href="https://docs.github.com/en/code-security/dependabot/working-with-dependabot/dependabot-options-reference">options</a>
 */
final class DependabotConfig implements Updater {

  private static final long VERSION = 2;

  /** What "ignore" can be limited to; all three together limit nothing. */
  private static final List<String> UPDATE_TYPES =
      List.of(
          "version-update:semver-major",
          "version-update:semver-minor",
          "version-update:semver-patch");

  private static final Set<String> EVERY_VERSION = Set.of("*", ">=0", ">0", ">=0.0.0");

  private final String file;
  private final Field root;

  /**
   * @param file where it is in the repository
   * @param root what it says
   */
  DependabotConfig(String file, Field root) {
    this.file = file;
    this.root = root;
  }

  @Override
  public Tool tool() {
    return Tool.DEPENDABOT;
  }

  @Override
  public Coverage covers(Dependencies dependencies) {
    Field version = root.field("version");
    if (version.integer().orElse(0) != VERSION) {
      return Coverage.uncovered(version, "Dependabot is not configured: version must be 2");
    }
    Coverage best =
        Coverage.uncovered(
            root.field("updates"),
            "no entry of Dependabot is for %s in /%s"
                .formatted(dependencies.ecosystem().label(), dependencies.folder()));
    boolean named = false;
    for (Field entry : root.field("updates").items()) {
      if (isFor(entry, dependencies.ecosystem().dependabot(), dependencies)) {
        Coverage coverage = coverage(entry);
        if (coverage.state() == Coverage.State.COVERED) {
          return coverage;
        }
        best = named ? best : coverage;
        named = true;
      }
    }
    return best;
  }

  private static boolean isFor(Field entry, List<String> names, Dependencies dependencies) {
    Optional<String> ecosystem = entry.field("package-ecosystem").text();
    return ecosystem.filter(names::contains).isPresent()
        && folders(entry)
            .anyMatch(
                directory ->
                    dependencies.homes().stream().anyMatch(home -> matches(directory, home)));
  }

  private static Stream<String> folders(Field entry) {
    return Stream.concat(
            Stream.of(entry.field("directory")), entry.field("directories").items().stream())
        .flatMap(field -> field.text().stream());
  }

  private static boolean matches(String directory, String folder) {
    try {
      return Glob.of(Paths.normal(directory)).matches(folder);
    } catch (IllegalArgumentException malformed) {
      return false;
    }
  }

  private static Coverage coverage(Field entry) {
    Field limit = entry.field("open-pull-requests-limit");
    if (limit.integer().orElse(1) == 0) {
      return Coverage.uncovered(
          limit, "version updates are switched off: open-pull-requests-limit is 0");
    }
    for (Field ignored : entry.field("ignore").items()) {
      boolean everything =
          ignored.field("dependency-name").text().filter("*"::equals).isPresent()
              && (isEveryVersion(ignored.field("versions"))
                  || isEveryType(ignored.field("update-types"))
                  || !(ignored.field("versions").isPresent()
                      || ignored.field("update-types").isPresent()));
      if (everything) {
        return Coverage.uncovered(ignored, "version updates of all dependencies are ignored");
      }
    }
    return Coverage.covered(entry);
  }

  private static boolean isEveryType(Field types) {
    return UPDATE_TYPES.stream().allMatch(it -> types.contains(it).holds());
  }

  private static boolean isEveryVersion(Field versions) {
    return Stream.concat(Stream.of(versions), versions.items().stream())
        .flatMap(it -> it.text().stream())
        .anyMatch(it -> EVERY_VERSION.contains(it.replace(" ", "")));
  }

  /** Returns the entry that looks at other lock files than the one that is there, if one does. */
  Optional<Field> misfit(Dependencies dependencies) {
    List<String> own = dependencies.ecosystem().dependabot().subList(0, 1);
    List<Field> entries = root.field("updates").items();
    boolean fits = entries.stream().anyMatch(it -> isFor(it, own, dependencies));
    return fits
        ? Optional.empty()
        : entries.stream()
            .filter(it -> isFor(it, dependencies.ecosystem().dependabot(), dependencies))
            .map(it -> it.field("package-ecosystem"))
            .findFirst();
  }

  /** An entry of a group of several ecosystems has the schedule of the group. */
  private Field schedule(Field entry) {
    Field own = entry.field("schedule");
    Optional<String> group = entry.field("multi-ecosystem-group").text();
    return own.isPresent() || group.isEmpty()
        ? own
        : root.field("multi-ecosystem-groups").field(group.get()).field("schedule");
  }

  @Override
  public List<UpdateEntry> entries() {
    List<UpdateEntry> entries = new ArrayList<>();
    for (Field entry : root.field("updates").items()) {
      String name =
          entry.field("package-ecosystem").text().orElse(entry.label())
              + " in "
              + folders(entry).collect(Collectors.joining(" "));
      Field schedule = schedule(entry);
      Field interval = schedule.field("interval");
      Field cron = schedule.field("cronjob");
      boolean byCron = interval.text().filter("cron"::equals).isPresent();
      OptionalLong days =
          byCron
              ? CronDays.most(cron.text().orElse(""))
              : Intervals.dependabot(interval.text().orElse(""));
      entries.add(new UpdateEntry(name, file, byCron ? cron : interval, days));
    }
    return entries;
  }
}
