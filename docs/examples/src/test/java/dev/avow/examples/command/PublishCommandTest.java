package dev.avow.examples.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.avow.disclosure.publish.SecurityMarkdown;
import dev.avow.examples.Checkout;
import dev.avow.policy.SecurityPolicy;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PublishCommandTest {

  private static final Path POLICY = Checkout.file("docs/policies/avow.yaml");

  @TempDir private Path folder;

  @Test
  void theDocumentsAreWrittenIntoTheFolder() throws IOException {
    Path out = folder.resolve("site");

    Run run = Run.of("publish", "--policy", POLICY, "--out", out);

    assertThat(run.err()).isEmpty();
    assertThat(run.code()).isZero();
    assertThat(run.out()).isEqualToNormalizingNewlines(out.resolve("SECURITY.md") + "\n");
    assertThat(Files.readString(out.resolve("SECURITY.md")))
        .isEqualTo(SecurityMarkdown.write(SecurityPolicy.read(POLICY)));
  }

  @Test
  void aFileThatCannotBeWrittenIsNamed() throws IOException {
    Path file = Files.writeString(folder.resolve("file"), "");

    Run run = Run.of("publish", "--policy", POLICY, "--out", file);

    assertThat(run.err()).contains("SECURITY.md: cannot be written");
    assertThat(run.code()).isEqualTo(2);
  }

  @Test
  void theProjectPublishesWhatItsOwnPolicySays() throws IOException {
    Path published = Checkout.file("SECURITY.md");
    SecurityPolicy policy = SecurityPolicy.read(POLICY);

    assertThat(SecurityMarkdown.drift(policy, SecurityMarkdown.read(published)).differences())
        .isEmpty();
    assertThat(Files.readString(published))
        .as("avow publish --policy docs/policies/avow.yaml --out . writes it again")
        .isEqualTo(SecurityMarkdown.write(policy));
  }

  @Test
  void nothingIsWrongWithTheProjectsOwnDocument() {
    Run run = Run.of("lint", "--policy", POLICY, Checkout.file("SECURITY.md"));

    assertThat(run.err()).isEmpty();
    assertThat(run.out()).contains(" pass").doesNotContain(" fail", " inconclusive");
    assertThat(run.code()).isZero();
  }
}
