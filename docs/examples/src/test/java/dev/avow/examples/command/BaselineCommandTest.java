package dev.avow.examples.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.avow.examples.Checkout;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BaselineCommandTest {

  private static final String POLICY =
      """
      apiVersion: avow.dev/v1
      kind: SecurityPolicy
      name: test
      hardening: {rules: {image-tag-is-specific: on}}
      """;
  private static final String BAD =
      """
      apiVersion: v1
      kind: Pod
      metadata: {name: bad, namespace: a}
      spec:
        containers:
          - {name: main, image: ghcr.io/acme/app}
      """;

  @TempDir private Path folder;
  private Path policy = Path.of("");
  private Path known = Path.of("");
  private Path manifests = Path.of("");

  @BeforeEach
  void switchItOnInAnOldRepository() throws IOException {
    policy = Files.writeString(folder.resolve("policy.yaml"), POLICY);
    known = folder.resolve("known.yaml");
    manifests = Files.createDirectory(folder.resolve("deploy"));
    manifest("bad.yaml", BAD);

    assertThat(write().code()).isZero();
  }

  @Nested
  class Checking {

    @Test
    void letsThroughWhatIsKnownThoughItMoves() throws IOException {
      manifest("bad.yaml", "# moved\n\n" + BAD);

      Run run = check();

      assertThat(run.code()).isZero();
      assertThat(run.out()).contains("1 finding by ruling: 1 known", "KEPT on 2026-11-22");
    }

    @Test
    void stopsWhatIsNewAndShowsOnlyThat() throws IOException {
      manifest("new.yaml", BAD.replace("name: bad", "name: new"));

      Run run = check();

      assertThat(run.code()).isEqualTo(1);
      assertThat(run.out()).contains("Pod a/new").doesNotContain("Pod a/bad");
    }

    @Test
    void tellsWhatIsFixed() throws IOException {
      manifest("bad.yaml", BAD.replace("acme/app", "acme/app:1.2.3"));

      Run run = check();

      assertThat(run.code()).isZero();
      assertThat(run.out())
          .contains(
              "fixed      1 finding: fixed, and can leave the baseline",
              "image-tag-is-specific  Pod a/bad, container main: ");
    }

    @Test
    void worksAsAnOptionOfTheOtherCheck() {
      assertThat(Run.of("check", "--policy", policy, "--baseline", known, manifests).code())
          .isZero();
      assertThat(Run.of("check", "--policy", policy, manifests).code()).isEqualTo(1);
    }

    @Test
    void tellsThatThePolicyIsAnother() throws IOException {
      Files.writeString(policy, POLICY.replace("{image-tag", "{is-not-privileged: on, image-tag"));

      assertThat(check().out()).contains("baseline   was made by other rules");
    }

    @Test
    void isABadCallWithoutAReadableBaseline() throws IOException {
      Files.writeString(known, Files.readString(known).replace("rule: image", "rul: image"));

      Run run = check();

      assertThat(run.code()).isEqualTo(2);
      assertThat(run.out()).isEmpty();
      assertThat(run.err()).contains("known.yaml:6:5 (findings[0].rul)", "perhaps \"rule\"");
    }
  }

  @Nested
  class Writing {

    @Test
    void takesInWhatIsNewAndDropsWhatIsFixed() throws IOException {
      manifest("bad.yaml", BAD.replace("acme/app", "acme/app:1.2.3"));
      manifest("new.yaml", BAD.replace("name: bad", "name: new"));

      Run run = write();

      assertThat(run.code()).isZero();
      assertThat(run.out())
          .contains("known.yaml: 1 known finding (1 new, 1 fixed or gone; 0 waived");
      assertThat(known).content().contains("Pod a/new").doesNotContain("Pod a/bad");
    }

    @Test
    void onlyDropsWhereThatIsAskedFor() throws IOException {
      manifest("new.yaml", BAD.replace("name: bad", "name: new"));

      Run run = write("--drop-only");

      assertThat(run.out()).contains("1 known finding (0 new, 0 fixed");
      assertThat(known).content().contains("Pod a/bad").doesNotContain("Pod a/new");
      assertThat(check().code()).isEqualTo(1);
    }

    @Test
    void leavesTheFileAsItWasWhereAnInputIsUnusableOrNothingIsThere() throws IOException {
      String before = Files.readString(known);

      Files.write(manifests.resolve("binary.yaml"), new byte[] {0, 1, 2});
      assertThat(write().code()).isEqualTo(2);
      Path empty = Files.createDirectory(folder.resolve("empty"));
      Run nothing = Run.of("baseline", "write", "--policy", policy, "--baseline", known, empty);

      assertThat(nothing.code()).isEqualTo(3);
      assertThat(nothing.err()).contains("no baseline is written");
      assertThat(known).hasContent(before);
    }

    @Test
    void doesNotReplaceAFileThatIsNoBaseline() throws IOException {
      Files.writeString(known, "precious");

      assertThat(write().code()).isEqualTo(2);
      assertThat(known).hasContent("precious");
    }

    @Test
    void namesTheFileThatCannotBeWritten() {
      Path nowhere = folder.resolve("nowhere/known.yaml");

      Run run = Run.of("baseline", "write", "--policy", policy, "--baseline", nowhere, manifests);

      assertThat(run.code()).isEqualTo(2);
      assertThat(run.err()).contains("nowhere/known.yaml: baseline cannot be written");
    }
  }

  @Test
  void saysHowItIsCalled() {
    Run run = Run.of("baseline");

    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err()).contains("Missing required subcommand", "avow baseline --help");
    assertThat(Run.of("baseline", "help", "write").out()).startsWith("Usage: avow baseline write");
    assertThat(Run.of("policy", "help", "show").out()).startsWith("Usage: avow policy show");
    assertThat(Run.of("bassline").err()).contains("Try \"avow --help\"");
  }

  @Test
  void knowsAFileByOneNameHoweverTheCallNamesIt() {
    Path whole = Checkout.file("docs/examples/samples/storage-viewer");
    Path sample = Path.of("").toAbsolutePath().relativize(whole);
    Object[] write = {"baseline", "write", "--policy", policy, "--baseline", known, sample};

    assertThat(Run.of(write).code()).isZero();
    Run run = Run.of("check", "--policy", policy, "--baseline", known, whole);

    assertThat(known).content().contains("source: " + sample + "/backend.yaml");
    assertThat(run.out()).contains("2 findings by ruling: 2 known");
    assertThat(run.code()).isZero();
  }

  private Run write(Object... more) {
    return run("write", more);
  }

  private Run check() {
    return run("check");
  }

  private Run run(String command, Object... more) {
    Object[] words = new Object[7 + more.length];
    System.arraycopy(
        new Object[] {"baseline", command, "--policy", policy, "--baseline", known, manifests},
        0,
        words,
        0,
        7);
    System.arraycopy(more, 0, words, 7, more.length);
    return Run.of(words);
  }

  private void manifest(String name, String text) throws IOException {
    Files.writeString(manifests.resolve(name), text);
  }
}
