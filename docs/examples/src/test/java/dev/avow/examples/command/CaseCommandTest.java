package dev.avow.examples.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.avow.examples.Checkout;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CaseCommandTest {

  private static final Path SAMPLE =
      Checkout.file("docs/examples/samples/cases/path-traversal.yaml");

  @TempDir private Path folder;
  private Path file;

  @BeforeEach
  void openCase() {
    file = folder.resolve("case.yaml");
    Run run =
        Run.of(
            "case",
            "new",
            file,
            "--id",
            "PVC-2026-2",
            "--title",
            "Symlinks leave the volume",
            "--component",
            "backend",
            "--channel",
            "private-advisory",
            "--tlp",
            "TLP:RED",
            "--reported",
            "2026-11-20T10:00:00Z",
            "--by",
            "alice@example.org");
    assertThat(run.err()).isEmpty();
    assertThat(run.code()).isZero();
  }

  @Test
  void aNewCaseHoldsWhatWasSaid() throws IOException {
    assertThat(file)
        .hasContent(
            """
            apiVersion: avow.dev/v1
            kind: DisclosureCase
            id: PVC-2026-2
            title: Symlinks leave the volume
            tlp: TLP:RED
            component: backend
            channel: private-advisory
            facts:
              - what: reported
                at: 2026-11-20T10:00:00Z
                by: alice@example.org
            """);
    onlyTheCaseIsThere();
  }

  @Test
  void aNewCaseNeverReplacesAFile() throws IOException {
    String before = Files.readString(file);

    Run run = Run.of("case", "new", file, "--id", "OTHER");

    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err()).contains("case.yaml cannot be written: it is there already");
    assertThat(file).hasContent(before);
  }

  @Test
  void factsAreAddedAtTheEnd() throws IOException {
    String before = Files.readString(file);

    Run run =
        Run.of(
            "case",
            "add",
            "severity-assessed",
            file,
            "--at",
            "2026-11-21T10:00:00Z",
            "--by",
            "bob",
            "--detail",
            "severity=high");

    assertThat(run.err()).isEmpty();
    assertThat(run.code()).isZero();
    assertThat(file)
        .hasContent(
            before
                + """
                  - what: severity-assessed
                    at: 2026-11-21T10:00:00Z
                    by: bob
                    details:
                      severity: high
                """);
  }

  @Test
  void aSubmissionSaysUnderWhichRegimes() throws IOException {
    Run run =
        Run.of(
            "case", "add", "early-warning-submitted", file, "--under", "eu-nis2,eu-cra-incident");

    assertThat(run.err()).isEmpty();
    assertThat(Files.readString(file)).contains("under: eu-nis2, eu-cra-incident");

    Run wrong = Run.of("case", "add", "notification-submitted", file, "--under", "NIS 2");

    assertThat(wrong.code()).isEqualTo(2);
    assertThat(wrong.err()).contains("detail under of notification-submitted must be names of");
  }

  @Test
  void aFactIsOfNowUnlessSaid() throws IOException {
    assertThat(Run.of("case", "add", "acknowledged", file).code()).isZero();
    assertThat(Files.readString(file)).contains("at: " + Run.NOW);
  }

  @Test
  void commentsStay() throws IOException {
    String before = Files.readString(SAMPLE);
    Files.writeString(file, before);

    assertThat(Run.of("case", "add", "plan-shared", file).code()).isZero();
    assertThat(Files.readString(file)).startsWith(before).contains("what: plan-shared");
  }

  @Test
  void whatCannotBeAddedLeavesTheFileAsItIs() throws IOException {
    String before = Files.readString(file);

    Run early = Run.of("case", "add", "acknowledged", file, "--at", "2026-11-19T10:00:00Z");
    Run nameless = Run.of("case", "add", "Not A Fact", file);
    Run bare = Run.of("case", "add", "embargo-accepted", file, "--detail", "party=vendor");

    assertThat(early.code()).isEqualTo(2);
    assertThat(early.err()).contains("acknowledged must not be before reported");
    assertThat(nameless.code()).isEqualTo(2);
    assertThat(nameless.err()).contains("milestone must look like \"fix-released\"");
    assertThat(bare.code()).isEqualTo(2);
    assertThat(bare.err()).contains("terms must be proposed first but there are none");
    assertThat(file).hasContent(before);
    onlyTheCaseIsThere();
  }

  private void onlyTheCaseIsThere() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      assertThat(files).containsExactly(file);
    }
  }

  @Test
  void showTellsTheStatesAndNothingConfidential() {
    Run run = Run.of("case", "show", file);

    assertThat(run.code()).isZero();
    assertThat(run.out())
        .startsWith("PVC-2026-2, TLP:RED: report RECEIVED, case Vfdpxa, embargo NONE\n")
        .contains("withheld: TLP:RED", "what: reported")
        .doesNotContain("Symlinks", "alice", "backend", "private-advisory");
  }

  @Test
  void showTellsAllToTheCleared() {
    assertThat(Run.of("case", "show", file, "--clearance", "red").out())
        .contains("Symlinks leave the volume", "alice@example.org");
    assertThat(Run.of("case", "show", file, "--clearance", "amber").out())
        .doesNotContain("Symlinks");
    assertThat(Run.of("case", "show", file, "--clearance", "red", "--format", "json").out())
        .startsWith("{")
        .contains("Symlinks leave the volume");
    assertThat(Run.of("case", "show", file, "--clearance", "pink").err())
        .contains("mark must be one of TLP:CLEAR");
  }

  @Test
  void aCaseIsPlannedUnderRegimes() {
    Run run =
        Run.of(
            "plan",
            "--case",
            file,
            "--regime",
            "cert-cc",
            "--regime",
            "project-zero",
            "--now",
            "2026-11-22T12:00:00Z");

    assertThat(run.err()).isEmpty();
    assertThat(run.code()).isZero();
    assertThat(run.out())
        .contains("under no policy, CERT/CC, Project Zero")
        .contains("CERT/CC: at most 45 calendar days after first-contact at 12:00")
        .doesNotContain("Symlinks");
    assertThat(Run.of("plan", "--case", file, "--regime", "zdi", "--clearance", "red").out())
        .contains("Symlinks leave the volume (TLP:RED)");
  }

  @Test
  void regimesCanBeFiles() throws IOException {
    Path ours =
        Files.writeString(
            folder.resolve("ours.yaml"),
            """
            apiVersion: avow.dev/v1
            kind: DisclosureRegime
            name: ours
            title: Our customers
            source: https://example.org/contract
            as-of: 2026-11-01
            clauses:
              - to: users-informed
                within: 3d
            """);

    assertThat(Run.of("plan", "--case", file, "--regime", ours).out())
        .contains("Our customers: at most 3 days after reported");
  }

  @Test
  void whatIsWrongWithTheCallIsSaid() throws IOException {
    Path broken = Files.writeString(folder.resolve("broken.yaml"), "name: x\n");

    assertThat(Run.of("plan", "--case", file).err()).contains("--policy or --regime");
    assertThat(Run.of("plan", "--case", file, "--regime", "cert-dd").err())
        .contains("regime must be a file or one of apache, cert-cc");
    assertThat(Run.of("plan", "--case", file, "--regime", broken).code()).isEqualTo(2);
    assertThat(Run.of("plan", "--case", file, "--regime", broken).err())
        .contains("broken.yaml:1:1");
    assertThat(Run.of("case", "show", folder.resolve("no.yaml")).code()).isEqualTo(2);
  }
}
