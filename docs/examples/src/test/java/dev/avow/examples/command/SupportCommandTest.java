package dev.avow.examples.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SupportCommandTest {

  @TempDir private Path folder;
  private Path policy;

  @BeforeEach
  void writePolicy() throws IOException {
    policy =
        Files.writeString(
            folder.resolve("policy.yaml"),
            """
            apiVersion: avow.dev/v1
            kind: SecurityPolicy
            name: viewer
            supported-versions:
              rows:
                - Latest release in 8.x
                - {line: 7.x, status: best-effort, until: 2026-11-21}
                - {line: 6.x, severities: [critical]}
                - {line: 5.x, status: unsupported}
            """);
  }

  @ParameterizedTest
  @CsvSource({
    "7.2.0, 2026-11-21, BEST_EFFORT, 0",
    "7.2.0, 2026-11-22, UNSUPPORTED, 1",
    "5.0.0, 2026-11-21, UNSUPPORTED, 1",
    "8.1.0, 2026-11-21, UNKNOWN, 3",
    "6.1.0, 2026-11-21, UNKNOWN, 3",
    "4.0.0, 2026-11-21, NOT_LISTED, 3",
  })
  void theAnswerAndItsReasonArePrinted(String version, String day, String answer, int code) {
    Run run = Run.of("support", "--policy", policy, "--version", version, "--on", day);

    assertThat(run.err()).isEmpty();
    assertThat(run.out()).startsWith("viewer " + version + " on " + day + ": " + answer + "\n  ");
    assertThat(run.code()).isEqualTo(code);
  }

  @Test
  void theRowIsNamedWithItsPlace() {
    Run run = Run.of("support", "--policy", policy, "--version", "5.0.0");

    assertThat(run.out())
        .contains("on 2026-11-22: UNSUPPORTED", "row \"5.x\" says so, ", "policy.yaml:9:7");
  }

  @Test
  void theSeverityCountsWhereRowsDependOnIt() {
    Run grave =
        Run.of("support", "--policy", policy, "--version", "6.1.0", "--severity", "critical");
    Run slight = Run.of("support", "--policy", policy, "--version", "6.1.0", "--severity", "low");

    assertThat(grave.out()).contains(": SUPPORTED");
    assertThat(slight.out()).contains(": NOT_LISTED");
  }

  @Test
  void aCatalogueTellsWhichReleaseIsTheNewest() throws IOException {
    Path catalog =
        Files.writeString(
            folder.resolve("releases.yaml"),
            """
            releases:
              - {version: 8.1.0, date: 2026-09-01}
              - {version: 8.0.0, date: 2026-03-01}
            """);

    Run newest = Run.of("support", "--policy", policy, "--version", "8.1.0", "--catalog", catalog);
    Run older = Run.of("support", "--policy", policy, "--version", "8.0.0", "--catalog", catalog);

    assertThat(newest.out()).contains(": SUPPORTED");
    assertThat(older.out()).contains(": NOT_LISTED");
  }

  @Test
  void aBadCatalogueIsToldWithItsPlace() throws IOException {
    Path catalog = Files.writeString(folder.resolve("c.yaml"), "releases:\n  - {version: }\n");

    Run run = Run.of("support", "--policy", policy, "--version", "8.1.0", "--catalog", catalog);

    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err()).contains("c.yaml:2:5", "cycle must be a line such as 1.4");
  }

  @Test
  void withoutAVersionTheRowsThemselvesAreJudged() {
    Run run = Run.of("support", "--policy", policy);

    assertThat(run.out())
        .contains("support-mark-is-up-to-date", "is marked as best-effort but ended")
        .contains("newest-release-is-listed", "cannot be decided without the releases");
    assertThat(run.code()).isEqualTo(3);
  }
}
