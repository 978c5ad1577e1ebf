package dev.avow.examples.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Reports and repositories are checked beside manifests, by one gate. */
class EvidenceTest {

  private static final String REPORT =
      """
      {"SchemaVersion": 2, "CreatedAt": "2026-11-20T10:00:00Z",
       "ArtifactName": "ghcr.io/acme/app:1.2.3", "ArtifactType": "container_image",
       "Results": [{"Target": "app", "Class": "os-pkgs", "Vulnerabilities": [
        {"VulnerabilityID": "CVE-2026-1", "PkgName": "zlib", "InstalledVersion": "1.0",
         "Severity": "HIGH", "Status": "fixed", "FixedVersion": "1.1"}]}]}
      """;
  private static final String POD =
      """
      apiVersion: v1
      kind: Pod
      metadata: {name: pod, namespace: a}
      spec:
        containers:
          - {name: main, image: "ghcr.io/acme/app:1.2.3"}
      """;

  @TempDir private Path folder;
  private Path policy = Path.of("");
  private Path report = Path.of("");
  private Path pod = Path.of("");

  @BeforeEach
  void write() throws IOException {
    policy =
        file(
            "policy.yaml",
            """
            apiVersion: avow.dev/v1
            kind: SecurityPolicy
            name: app
            hardening: {rules: {image-tag-is-specific: on, action-is-pinned: on}}
            gate: {fail-on: high}
            """);
    report = file("trivy.json", REPORT);
    pod = file("pod.yaml", POD);
  }

  private Path file(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text);
  }

  @Test
  void aScanBesideManifestsIsDecidedUponWithThem() {
    Run run =
        Run.of("check", "--policy", policy, pod, "--scan", report, "--scanned", "HIGH,CRITICAL");

    assertThat(run.code()).isEqualTo(1);
    assertThat(run.out())
        .contains("trivy.json:4:3", "has-no-known-vulnerability", "id CVE-2026-1")
        .contains("1 blocks")
        .doesNotContain("deployed-image-is-scanned");
  }

  @Test
  void anImageThatNoReportIsAboutIsToldOf() throws IOException {
    Path other = file("other.yaml", POD.replace("1.2.3", "1.2.4"));

    Run run =
        Run.of("check", "--policy", policy, other, "--scan", report, "--scanned", "HIGH,CRITICAL");

    assertThat(run.out())
        .contains("other.yaml:6:27", "deployed-image-is-scanned")
        .contains("is about ghcr.io/acme/app:1.2.3");
  }

  @Test
  void whatIsListedInAnIgnoreFileIsWaivedUntilItsEnd() throws IOException {
    Path ignored = file(".trivyignore", "CVE-2026-1 exp:2026-11-23\n");
    Object[] call = {
      "check",
      "--policy",
      policy,
      "--scanned",
      "HIGH,CRITICAL",
      "--scan",
      report,
      "--ignore-file",
      ignored,
      "--on"
    };

    assertThat(Run.of(with(call, "2026-11-22")).code()).isZero();
    assertThat(Run.of(with(call, "2026-11-22")).out()).contains("listed in " + ignored + ":1:1");
    assertThat(Run.of(with(call, "2026-11-23")).code()).isEqualTo(1);
  }

  private static Object[] with(Object[] call, Object last) {
    Object[] whole = Arrays.copyOf(call, call.length + 1);
    whole[call.length] = last;
    return whole;
  }

  @Test
  void aReportThatMayHideWhatMattersIsInconclusive() throws IOException {
    Path empty = file("empty.json", REPORT.replaceAll("(?s)\\{\"VulnerabilityID.*\"1.1\"}", ""));

    Run run = Run.of("check", "--policy", policy, "--scan", empty);

    assertThat(run.code()).isEqualTo(3);
    assertThat(run.out()).contains("scan-covers-severities", "asked for HIGH and CRITICAL");
  }

  @Test
  void aReportOfAnotherShapeIsABadInputWithItsPlace() throws IOException {
    Path broken = file("broken.json", REPORT.replace("\"Results\": [", "\"Results\": 7, \"x\": ["));

    Run run = Run.of("check", "--policy", policy, "--scan", broken);

    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err()).contains("broken.json:3:13: Results must be a list but is a number");
  }

  @Test
  void aRuleThatNoEvaluatorKnowsIsRefusedWhereOnlyARepositoryIsChecked() throws IOException {
    policy =
        file("typo.yaml", Files.readString(policy).replace("action-is-pinned", "action-is-pined"));

    Run run = Run.of("check", "--policy", policy, "--repository", folder);

    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err()).contains("perhaps \"action-is-pinned\"");
  }

  @Test
  void nothingToCheckIsABadCall() {
    Run run = Run.of("check", "--policy", policy);

    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err()).contains("--scan or --repository");
  }
}
