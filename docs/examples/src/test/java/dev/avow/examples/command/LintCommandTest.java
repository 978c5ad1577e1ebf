package dev.avow.examples.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LintCommandTest {

  @TempDir private Path folder;

  private Path document(String place, String text) throws IOException {
    Path file = folder.resolve(place);
    Files.createDirectories(file.getParent());
    return Files.writeString(file, text);
  }

  private Path policy() throws IOException {
    return Files.writeString(
        folder.resolve("policy.yaml"),
        """
        apiVersion: avow.dev/v1
        kind: SecurityPolicy
        name: viewer
        reporting:
          channels:
            - email: security@viewer.dev
        commitments:
          - to: acknowledged
            within: 48h
        """);
  }

  @Test
  void aDocumentWithAPlaceholderBlocks() throws IOException {
    Path file = document("SECURITY.md", "# Security\n\nReport bugs to security@example.com.\n");

    Run run = Run.of("lint", file);

    assertThat(run.out()).contains("SECURITY.md:3", "contact-is-no-placeholder");
    assertThat(run.code()).isEqualTo(1);
  }

  @Test
  void aFolderIsSearchedAtTheUsualPlaces() throws IOException {
    document(
        ".github/SECURITY.md", "# Security\n\nReport vulnerabilities to security@viewer.dev.\n");

    Run run = Run.of("lint", folder);

    assertThat(run.err()).isEmpty();
    assertThat(run.code()).isZero();
  }

  @Test
  void aFolderWithoutDocumentsIsABadCall() {
    Run run = Run.of("lint", folder);

    assertThat(run.err()).contains("holds none of [SECURITY.md, .github/SECURITY.md");
    assertThat(run.code()).isEqualTo(2);
  }

  @Test
  void aDocumentThatPromisesOtherwiseThanItsPolicyBlocks() throws IOException {
    Path file =
        document(
            "SECURITY.md",
            "# Security\n\nReport to security@viewer.dev. We acknowledge within 72 hours.\n");

    Run run = Run.of("lint", "--policy", policy(), file);

    assertThat(run.out()).contains("SECURITY.md:3", "published-promise-matches-policy");
    assertThat(run.code()).isEqualTo(1);
  }

  @Test
  void aPolicyIsLintedToo() throws IOException {
    Run run = Run.of("lint", policy());

    assertThat(run.err()).isEmpty();
    assertThat(run.code()).isZero();
  }

  @Test
  void whatIsNoDocumentIsABadCall() {
    Run run = Run.of("lint", folder.resolve("notes.txt"));

    assertThat(run.err()).contains("notes.txt is no document or policy that is known");
    assertThat(run.code()).isEqualTo(2);
  }

  @Test
  void aDocumentThatIsNotThereIsABadInput() {
    Run run = Run.of("lint", folder.resolve("SECURITY.md"));

    assertThat(run.err()).contains("SECURITY.md: a document must be a file that can be read");
    assertThat(run.code()).isEqualTo(2);
  }

  @Test
  void otherFormatsAreWritten() throws IOException {
    Path file = document("SECURITY.md", "# Security\n\nReport bugs to security@example.com.\n");

    Run run = Run.of("lint", "--format", "json", file);

    assertThat(run.out()).startsWith("{").contains("contact-is-no-placeholder");
  }
}
