package dev.avow.examples.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.avow.examples.Checkout;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PlanCommandTest {

  private static final Path SEED = Checkout.file("docs/policies/pvc-viewer.yaml");
  private static final Path CASE = Checkout.file("docs/examples/samples/cases/path-traversal.yaml");

  @TempDir private Path folder;

  @Test
  void theSampleCaseIsPlannedAsATable() {
    Run run = Run.of("plan", "--policy", SEED, "--case", CASE, "--now", "2026-11-22T12:00:00Z");

    assertThat(run.err()).isEmpty();
    assertThat(run.code()).isZero();
    assertThat(run.out())
        .contains("case PVC-2026-1 under pvc-viewer")
        .containsPattern("plan-shared +2026-11-19 to 2026-11-22 +.* in 6 h 30 min +due soon");
  }

  @Test
  void whatIsLateBlocks() {
    Run run = Run.of("plan", "--policy", SEED, "--case", CASE, "--now", "2026-11-23T09:00:00Z");

    assertThat(run.code()).isEqualTo(1);
    assertThat(run.out()).contains("overdue: plan-shared, 14 h 30 min late");
  }

  @Test
  void thePresentIsTheClocks() {
    assertThat(Run.of("plan", "--policy", SEED, "--case", CASE).out())
        .contains("at 2026-11-22T09:00:00Z");
  }

  @Test
  void thePlanIsJsonWhereThatIsAskedFor() {
    Run run = Run.of("plan", "--policy", SEED, "--case", CASE, "--format", "json");

    assertThat(run.out()).startsWith("{").contains("\"acknowledged\"");
  }

  @Test
  void whatIsWrongWithACaseIsSaidWithItsPlace() throws IOException {
    Path wrong = Files.writeString(folder.resolve("case.yaml"), "id: C-1\nfakts: []\n");

    Run run = Run.of("plan", "--policy", SEED, "--case", wrong);

    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err()).contains("case.yaml:2:1", "fakts");
  }

  @Test
  void aCaseThatIsNotThereIsNamed() {
    Run run = Run.of("plan", "--policy", SEED, "--case", folder.resolve("no.yaml"));

    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err()).contains("no.yaml");
  }
}
