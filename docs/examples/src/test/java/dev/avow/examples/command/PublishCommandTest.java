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

    assertThat(run.err())
        .contains(
            "security.txt: is not written without a private channel with an address",
            "security-insights.yml: is not written without a file with what no policy says");
    assertThat(run.code()).isZero();
    assertThat(run.out()).isEqualToNormalizingNewlines(out.resolve("SECURITY.md") + "\n");
    assertThat(Files.readString(out.resolve("SECURITY.md")))
        .isEqualTo(SecurityMarkdown.write(SecurityPolicy.read(POLICY)));
  }

  @Test
  void whatNoPolicySaysIsKeptInTheDocumentsThatAreThere() throws IOException {
    Path policy = Checkout.file("docs/policies/typekro.yaml");
    Path txt = folder.resolve(".well-known/security.txt");
    Files.createDirectories(txt.getParent());
    Files.writeString(
        txt,
        """
        Contact: mailto:old@typekro.run
        Expires: 2026-01-01T00:00:00Z
        Canonical: https://typekro.run/.well-known/security.txt
        """);
    Path insights = folder.resolve("security-insights.yml");
    Files.writeString(
        insights,
        """
        header:
          schema-version: 2.2.0
          last-updated: '2025-01-01'
          last-reviewed: '2025-01-01'
          url: https://typekro.run/security-insights.yml
          comment: Ours.
        """);

    Run run = Run.of("publish", "--policy", policy, "--out", folder, "--on", "2026-11-22");

    assertThat(run.err()).isEmpty();
    assertThat(run.code()).isZero();
    assertThat(Files.readString(txt))
        .isEqualTo(
            """
            Contact: mailto:security@typekro.run
            Expires: 2027-05-23T00:00:00Z
            Canonical: https://typekro.run/.well-known/security.txt
            """);
    assertThat(Files.readString(insights))
        .contains("comment: Ours.", "last-updated: 2026-11-22", "security@typekro.run");
    assertThat(Run.of("lint", "--policy", policy, txt, "--on", "2026-11-22").code()).isZero();
    assertThat(Run.of("lint", "--policy", policy, insights, "--on", "2026-11-22").out())
        .doesNotContain("promise-is-published ", "published-promise-is-in-policy ");
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
