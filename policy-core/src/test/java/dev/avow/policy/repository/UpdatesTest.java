package dev.avow.policy.repository;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UpdatesTest {

  private static final String PROMISE = "ci: {dependency-updates: {tool: any, every: 7d}}\n";

  @TempDir private Path folder;

  private Checkout files() {
    return new Checkout(folder);
  }

  private static final String ENTRY =
      """
      version: 2
      updates:
        - package-ecosystem: %s
          directory: %s
          schedule: {interval: weekly}
      """;

  @Test
  void withoutAnUpdaterEveryEcosystemIsToldOf() {
    List<String> found =
        files()
            .with("go.mod", "")
            .with("app/pom.xml", "")
            .with("app/core/pom.xml", "")
            .with("node_modules/x/package.json", "")
            .found(PROMISE, "dependencies-are-updated");

    assertThat(found)
        .containsExactly(
            "app/pom.xml:1:1 FAIL are looked after by no updater: none is configured",
            "go.mod:1:1 FAIL are looked after by no updater: none is configured");
  }

  @Nested
  class OfDependabot {

    private List<String> found(String file, String config) {
      return files()
          .with(file, "")
          .with(".github/dependabot.yml", config)
          .found(PROMISE, "dependencies-are-updated");
    }

    @ParameterizedTest
    @CsvSource({
      "go.mod,gomod,/,true",
      "a/go.mod,gomod,/a,true",
      "a/go.mod,gomod,a/,true",
      "a/go.mod,gomod,/,false",
      "a/b/go.mod,gomod,/a/*,true",
      "a/b/go.mod,gomod,/**,true",
      "go.mod,npm,/,false",
      ".github/workflows/x.yml,github-actions,/,true",
      ".github/workflows/x.yml,github-actions,/.github/workflows,true",
      "action.yaml,github-actions,/x,false",
      ".devcontainer/devcontainer.json,devcontainers,/,true",
      "a/.devcontainer/devcontainer.json,devcontainers,/a,true",
      "a/.devcontainer/devcontainer.json,devcontainers,/,false",
      "Dockerfile.prod,docker,/,true",
      "Dockerfile-dev,docker,/a,false",
      "api.dockerfile,docker,/a,false",
      "charts/x/Chart.yaml,helm,/charts/x,true",
      "compose.yaml,docker-compose,/,true"
    })
    void anEntryIsForAnEcosystemInAFolder(String file, String name, String dir, boolean covers) {
      assertThat(found(file, ENTRY.formatted(name, dir)).isEmpty()).isEqualTo(covers);
    }

    @Test
    void severalDirectoriesAreLookedAt() {
      assertThat(
              found(
                  "b/go.mod",
                  ENTRY.formatted("gomod", "/").replace("directory: /", "directories: [/a, /b]")))
          .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
        delimiter = '|',
        value = {
          "open-pull-requests-limit: 0|6:31 FAIL are not updated: version updates are switched off",
          "ignore: [{dependency-name: '*'}]|6:14 FAIL are not updated: version updates of all",
        })
    void anEntryMayBeSwitchedOff(String more, String expected) {
      assertThat(found("go.mod", ENTRY.formatted("gomod", "/") + "    " + more + "\n"))
          .singleElement()
          .asString()
          .contains(expected);
    }

    @Test
    void ignoringSomeVersionsIsNotIgnoringAll() {
      String some =
          "    ignore: [{dependency-name: '*', update-types: [major]}, {dependency-name: x}]\n";

      assertThat(found("go.mod", ENTRY.formatted("gomod", "/") + some)).isEmpty();
    }

    @Test
    void anotherVersionConfiguresNothing() {
      assertThat(found("go.mod", ENTRY.formatted("gomod", "/").replace("2", "1")))
          .singleElement()
          .asString()
          .contains("dependabot.yml:1:10 FAIL", "version must be 2");
    }

    @Test
    void anNpmEntryDoesNotCoverTheLockFileOfBun() {
      Checkout files =
          files()
              .with("package.json", "{}")
              .with("bun.lock", "")
              .with(".github/dependabot.yml", ENTRY.formatted("npm", "/"));

      assertThat(files.found(PROMISE, "dependencies-are-updated")).isEmpty();
      assertThat(files.found(PROMISE, "update-entry-fits-lock-file"))
          .containsExactly(
              ".github/dependabot.yml:3:24 FAIL have an entry that does not cover the lock file"
                  + " found: bun.lock");
    }

    @ParameterizedTest
    @CsvSource({
      "interval: daily,0",
      "interval: weekly,0",
      "interval: monthly,1",
      "interval: odd,1",
      "'interval: cron, cronjob: \"0 9 * * 1\"',0",
      "'interval: cron, cronjob: \"0 9 1 * *\"',1",
      "'interval: cron, cronjob: \"0 9 * * mon-fri\"',0",
      "'interval: cron, cronjob: \"0 9 1/5 * *\"',0",
      "'interval: cron, cronjob: \"0 9 * * 1#1\"',1",
      "'interval: cron, cronjob: \"0 9 1,2 * *\"',1",
      "'interval: cron, cronjob: \"0 9 */14 * *\"',1",
      "'interval: cron, cronjob: \"0 9 * 1-6 *\"',1",
      "'interval: cron, cronjob: \"0 9 1 * 7\"',0",
      "'interval: cron, cronjob: \"0 9 * * L\"',1",
      "'interval: cron, cronjob: \"0 9 * * 8\"',1"
    })
    void looksAsOftenAsThePolicyPromises(String schedule, int count) {
      String config = ENTRY.formatted("gomod", "/").replace("interval: weekly", schedule);

      assertThat(
              files()
                  .with("go.mod", "")
                  .with(".github/dependabot.yml", config)
                  .found(PROMISE, "updates-are-frequent"))
          .hasSize(count);
    }

    @Test
    void namesEntriesByTheirFoldersAndTheFileWhereverTheCheckoutLies() {
      String config =
          """
          version: 2
          updates:
            - {package-ecosystem: gomod, directories: [/a, /b], schedule: {interval: monthly}}
            - {package-ecosystem: gomod, directories: [/c], schedule: {interval: monthly}}
          """;

      assertThat(
              files().with(".github/dependabot.yml", config).evaluate(PROMISE).findings().stream()
                  .map(finding -> finding.subject().toString())
                  .filter(subject -> subject.startsWith("Updates")))
          .containsExactly(
              "Updates gomod in /a /b, file .github/dependabot.yml",
              "Updates gomod in /c, file .github/dependabot.yml");
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "update-types: ['version-update:semver-major', 'version-update:semver-minor',"
            + " 'version-update:semver-patch'] | 1",
        "update-types: ['version-update:semver-major'] | 0",
        "versions: ['>= 0'] | 1",
        "versions: ['>= 5'] | 0"
      })
  void whatIgnoresEveryUpdateIsNoEntry(String limit, int count) {
    String ignore = "    ignore: [{dependency-name: '*', %s}]\n".formatted(limit);

    assertThat(
            files()
                .with("go.mod", "")
                .with(".github/dependabot.yml", ENTRY.formatted("gomod", "/") + ignore)
                .found(PROMISE, "dependencies-are-updated"))
        .hasSize(count);
  }

  @Test
  void aGroupOfSeveralEcosystemsHasTheScheduleOfItsEntries() {
    String config =
        """
        version: 2
        multi-ecosystem-groups:
          all: {schedule: {interval: %s}}
        updates:
          - {package-ecosystem: gomod, directory: /, patterns: ['*'], multi-ecosystem-group: all}
        """;

    assertThat(
            files()
                .with(".github/dependabot.yml", config.formatted("weekly"))
                .found(PROMISE, "updates-are-frequent"))
        .isEmpty();
    assertThat(
            files()
                .with(".github/dependabot.yml", config.formatted("monthly"))
                .found(PROMISE, "updates-are-frequent"))
        .containsExactly(
            ".github/dependabot.yml:3:30 FAIL"
                + " are looked for every 31 days, and must be every 7");
  }

  @Test
  void anUpdaterThatCannotBeReadMayLookAfterAll() {
    assertThat(
            files()
                .with("go.mod", "")
                .with(".github/dependabot.yml", "version: [2\nupdates: x\n")
                .found(PROMISE, "dependencies-are-updated"))
        .containsExactly(
            "go.mod:1:1 INCONCLUSIVE cannot be decided without what .github/dependabot.yml says,"
                + " which cannot be read");
  }

  @Nested
  class OfRenovate {

    private List<String> found(String config, String rule) {
      return files()
          .with("go.mod", "")
          .with("Dockerfile", "FROM scratch\n")
          .with("renovate.json5", config)
          .found(PROMISE + "hardening: {profile: production}\n", rule);
    }

    @ParameterizedTest
    @CsvSource(
        delimiter = '|',
        value = {
          "{}|",
          "{extends: ['config:recommended'], /* all */ 'enabled': true,} // fine|",
          "{enabled: false}|renovate.json5:1:11 FAIL",
          "{enabledManagers: ['dockerfile', 'npm']}|renovate.json5:1:19 FAIL",
          "{packageRules: [{matchManagers: ['gomod'], enabled: false}]}|renovate.json5:1:53 FAIL",
          "{packageRules: [{matchManagers: ['gomod'], matchDepNames: ['x'], enabled: false}]}|",
          "{packageRules: [{matchManagers: ['npm'], enabled: false}]}|",
          "{packageRules: [{matchManagers: ['gomod'], matchUpdateTypes: ['major'],"
              + " enabled: false}]}|",
          "{packageRules: [{matchManagers: ['gomod'],"
              + " matchUpdateTypes: ['major', 'minor', 'patch'], enabled: false}]}|renovate.json5",
          "{packageRules: [{matchPackageNames: ['*'], enabled: false},"
              + " {matchManagers: ['gomod', 'dockerfile'], enabled: true}]}|",
          "{extends: [':disableRenovate']}|renovate.json5:1:12 FAIL",
          "{gomod: {enabled: false}}|renovate.json5:1:19 FAIL",
          "{ignorePaths: ['**/go.mod']}|renovate.json5:1:16 FAIL",
          "{extends: ['github>acme/renovate']}|renovate.json5:1:12 INCONCLUSIVE",
          "{'$schema': 'https://docs.renovatebot.com/x.json', extends: ['local>a/b', 'x:y']}"
              + "|renovate.json5:1:62 INCONCLUSIVE"
        })
    void looksAfterWhatIsNotSwitchedOff(String config, String expected) {
      List<String> found =
          found(config, "dependencies-are-updated").stream()
              .filter(it -> expected == null || it.startsWith(expected))
              .toList();

      assertThat(found.isEmpty()).isEqualTo(expected == null);
    }

    @ParameterizedTest
    @CsvSource(
        delimiter = '|',
        value = {
          "{}|0",
          "{schedule: ['before 4am on monday']}|0",
          "{schedule: ['* 0-3 * * 1']}|0",
          "{extends: ['schedule:monthly']}|1",
          "{schedule: ['every 2 weeks on monday']}|1",
          "{schedule: ['every 5 days']}|0",
          "{schedule: ['on the first day of the month']}|1",
          "{extends: ['github>acme/renovate']}|1"
        })
    void looksAsOftenAsThePolicyPromises(String config, int count) {
      assertThat(found(config, "updates-are-frequent")).hasSize(count);
    }

    @ParameterizedTest
    @CsvSource(
        delimiter = '|',
        value = {
          "{extends: ['config:best-practices']}|0",
          "{extends: ['docker:pinDigests']}|0",
          "{pinDigests: true}|0",
          "{packageRules: [{matchDatasources: ['docker'], pinDigests: true}]}|0",
          "{extends: ['config:best-practices'], pinDigests: false}|1",
          "{extends: ['config:best-practices'], dockerfile: {pinDigests: false}}|1",
          "{extends: ['config:best-practices'], ignorePresets: ['docker:pinDigests']}|1",
          "{packageRules: [{matchManagers: ['github-actions'], pinDigests: true}]}|1",
          "{packageRules: [{matchManagers: ['dockerfile'], pinDigests: true}]}|0",
          "{extends: ['config:recommended']}|1"
        })
    void pinsDigests(String config, int count) {
      assertThat(found(config, "updater-pins-digests")).hasSize(count);
    }

    @Test
    void isConfiguredInPackageJsonAsWell() {
      assertThat(
              files()
                  .with("package.json", "{\"renovate\": {\"enabled\": false}}")
                  .found(PROMISE, "dependencies-are-updated"))
          .singleElement()
          .asString()
          .startsWith("package.json:1:26 FAIL");
    }

    @ParameterizedTest
    @CsvSource({
      "'{a: 1',1:6",
      "'{a: 1, a: 2}',1:9",
      "'{\n  a 1}',2:5",
      "'/* x',1:1",
      "'{a: b}',1:6"
    })
    void isRefusedWithItsPlaceWhereItIsTorn(String config, String place) {
      assertThat(found(config, "repository-file-is-readable"))
          .singleElement()
          .asString()
          .startsWith("renovate.json5:" + place + " INCONCLUSIVE");
    }

    @Test
    void isNoneWhereThePolicyPromisesDependabot() {
      assertThat(
              files()
                  .with("go.mod", "")
                  .with("renovate.json", "{}")
                  .found(PROMISE.replace("any", "dependabot"), "dependencies-are-updated"))
          .hasSize(1);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{security_and_analysis: {dependabot_security_updates: {status: enabled}}}|",
        "{enabled: true, paused: false}|",
        "{security_and_analysis: {dependabot_security_updates: {status: disabled}}}|FAIL",
        "{name: x}|INCONCLUSIVE"
      })
  void securityUpdatesAreAnAnswerOfTheirOwn(String settings, String verdict) {
    Checkout files =
        files()
            .with("go.mod", "")
            .with(
                ".github/dependabot.yml",
                ENTRY.formatted("gomod", "/") + "    open-pull-requests-limit: 0\n")
            .settings(settings);

    List<String> found = files.found(PROMISE, "security-updates-are-on");

    assertThat(found.isEmpty()).isEqualTo(verdict == null);
    assertThat(found).allMatch(it -> it.contains(verdict));
  }

  @Test
  void withoutSettingsSecurityUpdatesAreInconclusive() {
    assertThat(files().with("go.mod", "").found(PROMISE, "security-updates-are-on"))
        .singleElement()
        .asString()
        .contains("INCONCLUSIVE");
  }
}
