package dev.avow.examples.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.avow.examples.Checkout;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** docs/overlays.md shows what the command prints. */
class OverlaysPageTest {

  @TempDir private Path folder;
  private Page page = new Page(List.of());

  @BeforeEach
  void writeTheFloor() throws IOException {
    page = Page.of(Checkout.file("docs/overlays.md"));
    Files.createDirectory(folder.resolve("org"));
    Files.writeString(folder.resolve("org/policy.yaml"), page.block("yaml", "name: acme"));
  }

  private Run show(String overlay) throws IOException {
    Path file = Files.writeString(folder.resolve(overlay), page.block("yaml", contents(overlay)));
    Run run = Run.of("policy", "show", "--policy", file);
    String here = folder + "/";
    return new Run(run.code(), run.out().replace(here, ""), run.err().replace(here, ""));
  }

  private static String contents(String overlay) {
    return overlay.equals("team.yaml") ? "within: 48h" : "within: 5d";
  }

  @Test
  void thePolicyThatCountsIsShownWithItsPlaces() throws IOException {
    Run run = show("team.yaml");

    assertThat(run.code()).isZero();
    assertThat(run.out()).isEqualTo(page.block("text", "# team.yaml:1:1"));
  }

  @Test
  void whatPromisesLessIsRefusedWithBothPlaces() throws IOException {
    Run run = show("weaker.yaml");

    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err()).isEqualTo(page.block("text", "avow: weaker.yaml"));
  }
}
