package dev.avow.policy.repository;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WorkflowTest {

  private static final String PROMISE =
      """
      ci:
        scans:
          - id: trivy
            scanner: trivy
            targets: [image]
            triggers: [pull-request, push-to-main]
            fail-on: [high, critical]
            report: [low, medium]
      """;

  @TempDir private Path folder;

  private Checkout workflow(String text) {
    return new Checkout(folder).with(".github/workflows/ci.yml", text);
  }

  private List<String> found(String workflow, String rule) {
    return workflow(workflow).found(PROMISE, rule);
  }

  private static String job(String steps) {
    return "jobs:\n  scan:\n    runs-on: x\n    steps:\n" + steps.indent(6);
  }

  private static final String SCAN = "- run: trivy image --exit-code 1 app:1\n";

  @Nested
  class Triggers {

    @ParameterizedTest
    @ValueSource(
        strings = {
          "[push, pull_request]",
          "{push: , pull_request: }",
          "{push: {branches: [main, 'release/**']}, pull_request: {types: [opened, synchronize]}}",
          "{push: {branches: ['**', '!docs']}, pull_request: {branches-ignore: [docs]}}",
          "{push: {branches: ['m?ain']}, pull_request: {branches: '[a-m]ai+n'}}",
          "{push: {tags: [v1], branches: [main]}, pull_request: {paths: [a]}}"
        })
    void reachEveryChange(String on) {
      assertThat(found("on: " + on + "\n" + job(SCAN), "scan-runs-on-every-change")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
        delimiter = '|',
        value = {
          "push|every pull request",
          "pull_request|every push to main",
          "[pull_request_target, push]|every pull request",
          "{pull_request: , push: {branches: [develop]}}|on.push.branches is [\"develop\"]",
          "{pull_request: , push: {branches-ignore: [main]}}|on.push.branches-ignore",
          "{pull_request: , push: {tags: [v1]}}|every push to main: on.push",
          "{pull_request: , push: {branches: [main, '!m*']}}|every push to main",
          "{push: , pull_request: {types: [closed]}}|on.pull_request.types is [\"closed\"]",
          "{push: , pull_request: {branches: [develop]}}|on.pull_request.branches"
        })
    void missSomeChanges(String on, String message) {
      assertThat(found("on: " + on + "\n" + job(SCAN), "scan-runs-on-every-change"))
          .singleElement()
          .asString()
          .contains(".github/workflows/ci.yml:1:", "FAIL", message);
    }

    @Test
    void onIsATextAndNotTrue() {
      String text = "\"on\": [push, pull_request]\n" + job(SCAN);

      assertThat(found(text, "scan-runs-on-every-change")).isEmpty();
    }

    @Test
    void byPathAreWarnedOf() {
      String text = "on:\n  push:\n  pull_request:\n    paths-ignore: ['**.md']\n" + job(SCAN);

      assertThat(found(text, "scan-is-not-filtered-by-path"))
          .containsExactly(
              ".github/workflows/ci.yml:4:19 FAIL is not made where only other files change:"
                  + " on.pull_request.paths-ignore");
    }
  }

  private static final String ON = "on: [push, pull_request]\n";

  @Nested
  class Conditions {

    @ParameterizedTest
    @ValueSource(
        strings = {
          "always()",
          "${{ !cancelled() }}",
          "true",
          "github.event_name == 'push' || github.event_name == 'pull_request'",
          "${{ github.event_name != 'schedule' && (success()) }}"
        })
    void holdOnEveryChange(String condition) {
      assertThat(
              found(
                  ON + job("- if: " + q(condition) + "\n  run: trivy image x\n"),
                  "scan-runs-on-every-change"))
          .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
      "false,FAIL",
      "github.event_name == 'push',FAIL",
      "github.ref == 'refs/heads/main',INCONCLUSIVE",
      "vars.SCAN == 'yes',INCONCLUSIVE",
      "contains(github.actor),INCONCLUSIVE"
    })
    void keepItFromSome(String condition, String verdict) {
      assertThat(
              found(
                  ON + job("- if: " + q(condition) + "\n  run: trivy image x\n"),
                  "scan-runs-on-every-change"))
          .isNotEmpty()
          .allMatch(it -> it.contains(".github/workflows/ci.yml:6:13 " + verdict));
    }

    private static String q(String condition) {
      return "\"" + condition + "\"";
    }

    @Test
    void ofJobsThatAreWaitedForCountAsWell() {
      String text =
          ON
              + """
              jobs:
                off: {runs-on: x, if: false, steps: []}
                scan:
                  needs: [off]
                  steps:
                    - run: trivy image x
              """;

      assertThat(found(text, "scan-runs-on-every-change"))
          .hasSize(2)
          .allMatch(it -> it.startsWith(".github/workflows/ci.yml:3:25 FAIL"));
    }

    @Test
    void nestedTooDeepAreUnknown() {
      String condition = "(".repeat(5000) + "true" + ")".repeat(5000);

      assertThat(
              found(
                  ON + job("- if: \"" + condition + "\"\n  run: trivy image x\n"),
                  "scan-runs-on-every-change"))
          .allMatch(it -> it.contains("INCONCLUSIVE"));
    }
  }

  @Nested
  class Steps {

    @ParameterizedTest
    @ValueSource(
        strings = {
          "- run: trivy image --exit-code 1 x",
          "- run: trivy -q i --severity=CRITICAL,HIGH --exit-code=1 x",
          "- run: TRIVY_EXIT_CODE=2 trivy image x",
          "- {run: trivy image x, env: {TRIVY_EXIT_CODE: 1, TRIVY_SEVERITY: 'HIGH,CRITICAL'}}",
          "- run: docker run --rm aquasec/trivy:0.58 image -s HIGH,CRITICAL --exit-code 1 x",
          "- {uses: aquasecurity/trivy-action@v1, with: {image-ref: x, exit-code: 1}}",
          "- {uses: aquasecurity/trivy-action@v1, with: {exit-code: '1', severity: 'CRITICAL,"
              + " HIGH'}}",
          "- {uses: aquasecurity/trivy-action@v1, with: {exit-code: 1, severity: LOW, format:"
              + " sarif}}",
          "- {shell: bash, run: trivy image --exit-code 1 x | tee log}",
          "- {run: trivy image --exit-code 1 x, continue-on-error: false}"
        })
    void failTheBuild(String step) {
      assertThat(found(ON + job(step + "\n"), "scan-runs-on-every-change")).isEmpty();
      assertThat(found(ON + job(step + "\n"), "scan-fails-the-build")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
        delimiter = '^',
        value = {
          "- run: trivy image x^6:14 FAIL does not make Trivy fail: the exit code is 0",
          "- run: trivy image --exit-code 0 x^6:14 FAIL does not make Trivy fail",
          "- run: trivy image --exit-code 1 -s CRITICAL x^6:14 FAIL does not ask Trivy for HIGH",
          "- run: trivy image --exit-code 1 x || true^6:14 FAIL goes on where Trivy fails",
          "- run: trivy image --exit-code 1 x | tee log^6:14 FAIL goes on where Trivy fails",
          "- run: trivy image --exit-code ${{ vars.X }} x^6:14 INCONCLUSIVE",
          "- run: trivy image --exit-code 1 -c trivy.yaml x^6:14 INCONCLUSIVE",
          "- {run: trivy image --exit-code 1 x, continue-on-error: true}^FAIL does not fail the"
              + " build",
          "- {uses: aquasecurity/trivy-action@v1, with: {exit-code: 0}}^FAIL does not make Trivy"
              + " fail",
          "- {uses: aquasecurity/trivy-action@v1, with: {exit-code: 1, severity: '${{ env.S }}'}}"
              + "^INCONCLUSIVE cannot be decided without the severities"
        })
    void doNotFailTheBuild(String step, String expected) {
      List<String> found = found(ON + job(step + "\n"), "scan-fails-the-build");

      assertThat(found).singleElement().asString().contains(expected);
    }

    @Test
    void ofWhichOneFailsTheBuildAreEnough() {
      String steps = "- run: trivy image x\n" + SCAN;

      assertThat(found(ON + job(steps), "scan-fails-the-build")).isEmpty();
    }

    @Test
    void togetherReportTheRest() {
      String serious = "- run: trivy image -s HIGH,CRITICAL --exit-code 1 x\n";
      String rest = "- run: trivy image -s LOW,MEDIUM x\n";

      assertThat(found(ON + job(serious + rest), "scan-reports-the-rest")).isEmpty();
      assertThat(found(ON + job(serious), "scan-reports-the-rest"))
          .containsExactly(".github/workflows/ci.yml:6:14 FAIL does not report LOW and MEDIUM");
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "- {uses: docker/build-push-action@v6, with: {push: true}}",
          "- {uses: docker/build-push-action@v6, with: {push: '${{ x }}'}}",
          "- {uses: docker/build-push-action@v6, with: {outputs: 'type=image,push=true'}}",
          "- run: docker buildx build --push .",
          "- run: docker build . && docker push x"
        })
    void comeBeforeAPush(String push) {
      String text = push + "\n";

      assertThat(found(ON + job(SCAN + text), "scan-precedes-push")).isEmpty();
      assertThat(found(ON + job(text + SCAN), "scan-precedes-push"))
          .singleElement()
          .asString()
          .contains("FAIL does not precede the push of an image");
    }

    @Test
    void inAnotherJobComeBeforeAPushOnlyIfItWaits() {
      String jobs =
          """
          jobs:
            scan: {steps: [{run: trivy image --exit-code 1 x}]}
            push: {needs: %s, steps: [{run: docker push x}]}
          """;

      assertThat(found(ON + jobs.formatted("[scan]"), "scan-precedes-push")).isEmpty();
      assertThat(found(ON + jobs.formatted("[]"), "scan-precedes-push")).hasSize(1);
    }

    @Test
    void ofAnotherWorkflowOrActionMayHoldTheScan() {
      String called = ON + "jobs:\n  scan:\n    uses: a/b/.github/workflows/scan.yml@v1\n";

      assertThat(found(called, "scan-runs-on-every-change"))
          .singleElement()
          .asString()
          .startsWith(".github/workflows/ci.yml:4:11 INCONCLUSIVE");
      assertThat(found(ON + job("- uses: ./.github/actions/scan\n"), "scan-runs-on-every-change"))
          .singleElement()
          .asString()
          .contains(":6:15 INCONCLUSIVE");
    }

    @Test
    void thatAreMissingAreToldOf() {
      assertThat(found(ON + job("- run: make\n"), "scan-runs-on-every-change"))
          .containsExactly(".github/workflows/ci.yml:3:3 FAIL no step runs Trivy on images");
      assertThat(
              new Checkout(folder.resolve("empty"))
                  .with("a", "")
                  .found(PROMISE, "scan-runs-on-every-change"))
          .singleElement()
          .asString()
          .contains("FAIL no step runs Trivy on images");
    }

    @Test
    void ofAScannerThatIsNotKnownAreInconclusive() {
      assertThat(
              workflow(ON + job(SCAN))
                  .found(
                      PROMISE.replace("scanner: trivy", "scanner: snyk"),
                      "scan-runs-on-every-change"))
          .singleElement()
          .asString()
          .contains("INCONCLUSIVE", "how snyk is run");
    }

    @ParameterizedTest
    @CsvSource({
      "trivy config charts,0",
      "trivy config .,0",
      "trivy config deploy,1",
      "trivy fs --scanners misconfig charts/app,0",
      "trivy fs charts/app,1"
    })
    void ofHelmAreMadeWhereAChartIs(String command, int count) {
      Checkout files =
          workflow(ON + job("- run: " + command + "\n")).with("charts/app/Chart.yaml", "name: x");
      String promise = PROMISE.replace("[image]", "[helm]");

      assertThat(files.found(promise, "scan-runs-on-every-change")).hasSize(count);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "a/b@11bd71901bbe5b1630ceea73d27597364c9af683,0",
    "./.github/actions/x,0",
    "docker://alpine@sha256:1,0",
    "a/b@v4,1",
    "a/b@11bd719,1",
    "docker://alpine:3,1"
  })
  void actionsArePinnedToACommit(String uses, int count) {
    List<String> found =
        workflow(ON + job("- uses: " + uses + "\n"))
            .found("hardening: {profile: restricted}", "action-is-pinned");

    assertThat(found)
        .hasSize(count)
        .allMatch(it -> it.startsWith(".github/workflows/ci.yml:6:15 FAIL"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "- uses: gitleaks/gitleaks-action@v2|0",
        "- run: trivy fs .|0",
        "- run: trivy fs --scanners vuln .|1",
        "- run: trivy image x|1",
        "- {run: gitleaks detect, if: false}|1"
      })
  void secretsAreScannedForByAStep(String step, int count) {
    List<String> found =
        workflow(ON + job(step + "\n"))
            .found("hardening: {profile: restricted}", "secrets-are-scanned-for");

    assertThat(found).hasSize(count).allMatch(it -> it.contains("INCONCLUSIVE"));
  }

  @ParameterizedTest
  @CsvSource({"enabled,0", "disabled,1"})
  void secretsAreScannedForByTheHost(String status, int count) {
    Checkout files =
        workflow(ON + job("- run: make\n"))
            .settings("{security_and_analysis: {secret_scanning: {status: %s}}}".formatted(status));

    assertThat(files.found("hardening: {profile: restricted}", "secrets-are-scanned-for"))
        .hasSize(count)
        .allMatch(it -> it.startsWith("settings:1:") && it.contains("FAIL"));
  }

  @ParameterizedTest
  @CsvSource({
    "main,main,true", "m*,main,true", "*,a/b,false", "**,a/b,true", "a/**,a/b/c,true",
    "v[12].*,v1.x,true", "ma?in,min,true", "ma+in,maaain,true", "ma+in,min,false", "\\*,*,true"
  })
  void branchesAreChosenByPatterns(String pattern, String branch, boolean matches) {
    assertThat(BranchFilter.matches(pattern, branch)).isEqualTo(matches);
  }

  /** Where a scan must stand to keep an image from the registry. */
  @Nested
  class APush {

    private static final String REPORT = "- run: trivy image app:1\n";
    private static final String PUSH = "- run: docker push app:1\n";

    private List<String> precede(String steps) {
      return found(ON + job(steps), "scan-precedes-push");
    }

    @Test
    void isNotHeldBackByAReport() {
      assertThat(precede(REPORT + PUSH + SCAN))
          .containsExactly(
              ".github/workflows/ci.yml:7:14 FAIL does not precede the push of an image");
      assertThat(precede(REPORT + SCAN + PUSH)).isEmpty();
    }

    @Test
    void isNotHeldBackByAScanOfPullRequestsAlone() {
      String onlyThere = SCAN + "  if: github.event_name == 'pull_request'\n";

      assertThat(precede(onlyThere + PUSH + SCAN)).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"always()", "${{ !cancelled() }}", "failure() || success()"})
    void thatIsMadeWhateverFailedIsNotHeldBack(String condition) {
      assertThat(precede(SCAN + PUSH + "  if: \"" + condition + "\"\n")).hasSize(1);
    }

    @Test
    void mayAskItselfHowTheScanEnded() {
      String asks = "  if: always() && steps.scan.outcome == 'success'\n";

      assertThat(precede(SCAN + PUSH + asks)).isEmpty();
    }

    @Test
    void mayFollowInTheSameScript() {
      String script = "- run: |\n    %s\n    %s\n";
      String scan = "trivy image --exit-code 1 app:1";

      assertThat(precede(script.formatted(scan, "docker push app:1"))).isEmpty();
      assertThat(precede(script.formatted("docker push app:1", scan))).hasSize(1);
      assertThat(precede(script.formatted("trivy image app:1", "docker push app:1") + SCAN))
          .hasSize(1);
    }
  }

  /** The many ways to run Trivy, and what comes of each. */
  @Nested
  class ARun {

    private List<String> fails(String steps) {
      List<String> all = new ArrayList<>();
      all.addAll(found(ON + job(steps), "scan-runs-on-every-change"));
      all.addAll(found(ON + job(steps), "scan-fails-the-build"));
      return all;
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "- run: timeout -k 5 10m trivy image --exit-code 1 a",
          "- run: env -u X TRIVY_EXIT_CODE=1 trivy image a",
          "- run: sudo -E -u root trivy image --exit-code=1 a",
          "- run: export TRIVY_EXIT_CODE=1; trivy image a",
          "- run: trivy image --severity HIGH --severity CRITICAL --exit-code 1 a",
          "- run: trivy image --exit-code 0 --exit-code 1 a",
          "- run: trivy image --scanners secret --scanners vuln --exit-code 1 a",
          "- run: docker run --rm -e TRIVY_EXIT_CODE=1 aquasec/trivy image a",
          "- {run: docker run -e TRIVY_EXIT_CODE aquasec/trivy image a, env: {TRIVY_EXIT_CODE: 1}}",
          "- {uses: 'docker://aquasec/trivy:0.58', with: {args: image --exit-code 1 a}}",
          "- {uses: AquaSecurity/trivy-action@v1, with: {image-ref: a, exit-code: 1}}",
          "- {run: 'trivy image --exit-code 1 a', shell: 'bash -l {0}'}",
          "- {run: 'trivy image --exit-code 1 a; echo', shell: 'bash -leo pipefail {0}'}",
          "- run: \"trivy image --exit-code 1 a || { echo bad; exit 1; }\""
        })
    void failsTheBuild(String step) {
      assertThat(fails(step + "\n")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
        delimiter = '|',
        value = {
          "- run: trivy image --scanners secret --exit-code 1 a | FAIL no step runs Trivy on"
              + " images",
          "- {uses: aquasecurity/trivy-action@v1, with: {scanners: secret, exit-code: 1}}"
              + " | FAIL no step runs Trivy on images",
          "- run: trivy image --exit-code 1 --exit-code 0 a | FAIL does not make Trivy fail",
          "- {run: docker run aquasec/trivy image a, env: {TRIVY_EXIT_CODE: 1}}"
              + " | FAIL does not make Trivy fail",
          "- {run: 'trivy image --exit-code 1 a; echo', shell: 'bash -l {0}'}"
              + " | FAIL goes on where Trivy fails",
          "- run: docker run --env-file .env aquasec/trivy image a"
              + " | INCONCLUSIVE cannot be decided without the exit code"
        })
    void doesNot(String step, String expected) {
      assertThat(fails(step + "\n").get(0)).contains(expected);
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "if ! trivy image --exit-code 1 a; then echo; exit 1; fi",
          "trivy image --exit-code 1 a \\|\\| rc=$?; cat out; exit $rc",
          "set +e; trivy image --exit-code 1 a; rc=$?; exit $rc"
        })
    void mayGiveItsFailureBackLater(String script) {
      String step = "- run: '" + script.replace("\\", "") + "'\n";

      assertThat(fails(step))
          .singleElement()
          .asString()
          .endsWith("INCONCLUSIVE cannot be decided without how the script ends where Trivy fails");
    }
  }

  @Test
  void whatCannotBeReadMayHoldTheScan() {
    assertThat(found("on: [push\njobs: {}\n", "scan-runs-on-every-change"))
        .singleElement()
        .asString()
        .contains("INCONCLUSIVE", "what .github/workflows/ci.yml holds, which cannot be read");
  }

  @Test
  void aCommitMayBeWrittenInCapitals() {
    String step = "- uses: a/b@11BD71901BBE5B1630CEEA73D27597364C9AF683\n";

    assertThat(
            workflow(ON + job(step)).found("hardening: {profile: restricted}", "action-is-pinned"))
        .isEmpty();
  }
}
