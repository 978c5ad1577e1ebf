package dev.avow.examples.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What runs unsupported, by manifests, lock files and bills of materials. */
class CheckVersionsTest {

  private static final String RULE = "version-in-use-is-supported";

  @TempDir private Path folder;

  private Path write(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text);
  }

  private Path policy() throws IOException {
    return write(
        "policy.yaml",
        """
        apiVersion: avow.dev/v1
        kind: SecurityPolicy
        name: viewer
        supported-versions:
          rows:
            - 2.x
            - {line: 1.x, status: unsupported}
          packages: [ghcr.io/acme/viewer, "pkg:npm/%40acme/viewer"]
        hardening:
          profile: baseline
        """);
  }

  private Path pod(String image) throws IOException {
    return write(
        "pod.yaml",
        """
        apiVersion: v1
        kind: Pod
        metadata: {name: p}
        spec:
          initContainers:
            - name: init
              image: ghcr.io/acme/other:1.0.0
          containers:
            - name: api
              image: %s
        """
            .formatted(image));
  }

  @Test
  void anImageOfAnUnsupportedLineIsFoundWhereItIsWritten() throws IOException {
    Run run = Run.of("check", "--policy", policy(), "--versions", pod("ghcr.io/acme/viewer:1.4.0"));

    assertThat(run.out())
        .contains("pod.yaml:10:14", RULE)
        .contains("container api: image tag 1.4.0 of viewer is unsupported: row \"1.x\" says so");
    assertThat(run.code()).isEqualTo(1);
  }

  @Test
  void aPolicyThatPromisesNothingElseIsEnough() throws IOException {
    Path policy = policy();
    Files.writeString(
        policy, Files.readString(policy).replace("hardening:\n  profile: baseline\n", ""));
    Path broken = write("broken.yaml", "a: [\n");
    Path pod = pod("ghcr.io/acme/viewer:2.4.0");

    assertThat(Run.of("check", "--policy", policy, "--versions", pod).code()).isZero();
    assertThat(Run.of("check", "--policy", policy, "--versions", pod, broken).code()).isEqualTo(3);
    assertThat(Run.of("check", "--policy", policy, pod).err())
        .contains("hardening must turn a rule on");
  }

  @Test
  void anImageOfASupportedLinePasses() throws IOException {
    Run run =
        Run.of(
            "check",
            "--policy",
            policy(),
            "--versions",
            "--all-results",
            pod("ghcr.io/acme/viewer:v2.1.0-alpine3.20"));

    assertThat(run.out())
        .containsPattern("PASS +" + RULE + " +Pod /?p, container api")
        .containsPattern("NOT_APPLICABLE +" + RULE + " +Pod /?p, container init");
    assertThat(run.code()).isZero();
  }

  @Test
  void aTagThatMovesAndADigestAloneTellNothing() throws IOException {
    Run moving =
        Run.of("check", "--policy", policy(), "--versions", pod("ghcr.io/acme/viewer:main"));
    Run digest =
        Run.of(
            "check",
            "--policy",
            policy(),
            "--versions",
            pod("ghcr.io/acme/viewer@sha256:" + "0".repeat(64)));

    assertThat(moving.out()).contains("cannot be told without which release the tag main names");
    assertThat(digest.out())
        .contains("cannot be told without which release is an image by its digest");
  }

  @Test
  void withoutTheOptionVersionsAreNotAskedAbout() throws IOException {
    Run run = Run.of("check", "--policy", policy(), pod("ghcr.io/acme/viewer:1.4.0"));

    assertThat(run.out()).doesNotContain(RULE);
  }

  @Test
  void aLockFileIsCheckedWithoutAnyManifest() throws IOException {
    Path lock =
        write(
            "package-lock.json",
            """
            {
              "lockfileVersion": 3,
              "packages": {
                "": {"name": "shop", "version": "1.0.0"},
                "node_modules/@acme/viewer": {"version": "1.9.3"},
                "node_modules/left-pad": {"version": "1.3.0"}
              }
            }
            """);

    Run run = Run.of("check", "--policy", policy(), "--inventory", lock);

    assertThat(run.err()).isEmpty();
    assertThat(run.out())
        .contains("package-lock.json:5:46", "1.9.3 of viewer is unsupported")
        .doesNotContain("left-pad");
    assertThat(run.code()).isEqualTo(1);
  }

  @Test
  void productsOfEndOfLifeDateAreAskedAboutTheirPackages() throws IOException {
    Path product =
        write(
            "nodejs.md",
            """
            ---
            permalink: /nodejs
            identifiers:
              - purl: pkg:docker/library/node
            releases:
              - releaseCycle: "22"
                releaseDate: 2024-04-24
                eol: 2027-04-30
                latest: "22.21.1"
              - releaseCycle: "16"
                releaseDate: 2021-04-20
                eol: 2023-09-11
                latest: "16.20.2"
            ---
            # Node
            """);

    Run run =
        Run.of(
            "check",
            "--policy",
            policy(),
            "--versions",
            "--lifecycle",
            product,
            pod("node:16.20.2-bookworm"));

    assertThat(run.out())
        .contains("of nodejs is unsupported: row \"16\" was supported until 2023-09-11");
  }

  @Test
  void anInventoryThatIsNoneIsRefused() throws IOException {
    Run run = Run.of("check", "--policy", policy(), "--inventory", write("x.json", "{}"));

    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err()).contains("x.json:1:1: must be a bill of materials");
  }

  @Test
  void somethingHasToBeChecked() throws IOException {
    Run run = Run.of("check", "--policy", policy(), "--versions");

    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err())
        .contains("there must be manifests (PATH), --inventory, --scan or --repository to judge");
  }
}
