package dev.avow.examples.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.avow.examples.Checkout;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One repository keeps what the policy of PVC Viewer promises, and one breaks each of it once. */
class RepositorySamplesTest {

  private static final Path POLICY = Checkout.file("docs/policies/pvc-viewer.yaml");
  private static final Path KEPT = Checkout.file("docs/examples/samples/repository-kept");
  private static final Path BROKEN = Checkout.file("docs/examples/samples/repository-broken");
  private static final Path SETTINGS =
      Checkout.file("docs/examples/samples/repository-kept-settings.json");

  @TempDir private Path folder;

  @Test
  void theOneKeepsAllOfThem() {
    Run run =
        Run.of(
            "check", "--policy", POLICY, "--repository", KEPT, "--repository-settings", SETTINGS);

    assertThat(run.err()).isEmpty();
    assertThat(findings(run, KEPT)).isEmpty();
    assertThat(run.code()).isZero();
  }

  @Test
  void theOneKeepsThemInProductionToo() throws IOException {
    Run run =
        Run.of(
            "check",
            "--policy",
            inProduction(),
            "--repository",
            KEPT,
            "--repository-settings",
            SETTINGS);

    assertThat(findings(run, KEPT)).isEmpty();
    assertThat(run.code()).isZero();
  }

  @Test
  void theOtherBreaksEachOfThemOnce() {
    Run run = Run.of("check", "--policy", POLICY, "--repository", BROKEN);

    assertThat(run.err()).isEmpty();
    assertThat(run.code()).isEqualTo(1);
    assertThat(findings(run, BROKEN))
        .containsExactly(
            "MEDIUM secrets-are-scanned-for",
            "MEDIUM security-updates-are-on",
            ".github/dependabot.yml:3:3 MEDIUM dependencies-are-updated",
            ".github/dependabot.yml:13:31 MEDIUM dependencies-are-updated",
            ".github/dependabot.yml:15:17 LOW updates-are-frequent",
            ".github/workflows/charts.yml:4:12 LOW scan-is-not-filtered-by-path",
            ".github/workflows/charts.yml:6:15 HIGH scan-runs-on-every-change",
            ".github/workflows/charts.yml:12:14 HIGH scan-fails-the-build",
            ".github/workflows/images.yml:4:12 HIGH scan-runs-on-every-change",
            ".github/workflows/images.yml:11:15 LOW action-is-pinned",
            ".github/workflows/images.yml:13:14 HIGH scan-precedes-push",
            ".github/workflows/images.yml:20:21 HIGH scan-fails-the-build",
            ".github/workflows/images.yml:20:21 MEDIUM scan-reports-the-rest",
            "Dockerfile:6:1 HIGH base-image-is-allowed",
            "Dockerfile:6:1 HIGH stage-brings-no-shell",
            "Dockerfile:8:1 HIGH stage-brings-no-package-manager",
            "Dockerfile:9:1 HIGH image-runs-as-non-root");
    assertThat(run.out())
        .contains(
            "does not ask Trivy for HIGH",
            "goes on where Trivy fails",
            "on.push.branches is [\"develop\"]",
            "no entry of Dependabot is for docker in /",
            "open-pull-requests-limit is 0",
            "gcr.io/distroless/static-debian12:debug");
  }

  @Test
  void theOtherPinsNoBaseImageInProduction() throws IOException {
    Run run = Run.of("check", "--policy", inProduction(), "--repository", BROKEN);

    assertThat(findings(run, BROKEN))
        .contains(
            "Dockerfile:2:1 LOW build-stage-is-pinned",
            "Dockerfile:6:1 MEDIUM base-image-is-pinned");
  }

  private Path inProduction() throws IOException {
    Path policy = folder.resolve("policy.yaml");
    String text = Files.readString(POLICY);
    Files.writeString(policy, text.replace("profile: restricted", "profile: production"));
    return policy;
  }

  private static List<String> findings(Run run, Path root) {
    return run.out()
        .lines()
        .filter(line -> line.startsWith(root.toString()))
        .map(line -> line.substring(root.toString().length()).replace("!", ""))
        .map(line -> line.strip().split(" +"))
        .map(words -> words[0].startsWith("/") ? shown(words, 1) : words[0] + " " + words[1])
        .toList();
  }

  private static String shown(String[] words, int from) {
    return words[0].substring(1) + " " + words[from] + " " + words[from + 1];
  }
}
