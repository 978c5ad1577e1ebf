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
  void aSecurityTxtIsLintedAndHeldAgainstThePolicy() throws IOException {
    Path file =
        document(
            ".well-known/security.txt",
            "Contact: mailto:other@viewer.dev\nExpires: 2026-01-01T00:00:00Z\n");

    Run run = Run.of("lint", "--policy", policy(), folder);

    assertThat(run.out())
        .contains(file + ":2", "security-txt-is-current")
        .contains(file + ":1", "says what the policy does not: email other@viewer.dev")
        .contains("policy.yaml:6", "does not say what the policy does: email security@viewer.dev");
    assertThat(run.code()).isEqualTo(1);
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
