package dev.avow.policy.scan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.avow.policy.BaseImage;
import dev.avow.policy.SecurityPolicy;
import dev.avow.policy.Strength;
import dev.avow.policy.commitment.Commitment;
import dev.avow.policy.commitment.Milestone;
import dev.avow.policy.commitment.Period;
import dev.avow.policy.commitment.SeverityCondition;
import dev.avow.policy.finding.Decision.Outcome;
import dev.avow.policy.finding.Evaluation;
import dev.avow.policy.finding.Finding;
import dev.avow.policy.finding.Gate;
import dev.avow.policy.finding.Location;
import dev.avow.policy.finding.Severity;
import dev.avow.policy.finding.Subject;
import dev.avow.policy.finding.Verdict;
import dev.avow.policy.image.ParsedImage;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScanEvaluatorTest {

  private static final Instant NOW = Instant.parse("2026-11-22T09:00:00Z");
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);
  private static final SecurityPolicy POLICY =
      SecurityPolicy.named("app").failOn(Severity.HIGH).build();
  private static final String DIGEST = "sha256:" + "a".repeat(64);

  private static ScanReport trivy(String results) {
    return trivy("app:1", "[]", results);
  }

  private static ScanReport trivy(String name, String digests, String results) {
    return ScanReport.parse(
        "trivy.json",
        """
        {"SchemaVersion": 2, "CreatedAt": "2026-11-20T09:00:00Z", "ArtifactName": "%s",
         "ArtifactType": "container_image", "Metadata": {"RepoDigests": %s}, "Results": [%s]}
        """
            .formatted(name, digests, results));
  }

  private static String found(String id, String severity, String more) {
    return """
    {"Target": "t", "Class": "os-pkgs", "Vulnerabilities": [{"VulnerabilityID": "%s",
      "PkgName": "zlib", "InstalledVersion": "1", "Severity": "%s",
      "PkgIdentifier": {"PURL": "pkg:deb/debian/zlib@1?arch=amd64"} %s}]}
    """
        .formatted(id, severity, more);
  }

  private static ScanReport grype(String id, String related, String severity) {
    return ScanReport.parse(
        "grype.json",
        """
        {"matches": [{"vulnerability": {"id": "%s", "severity": "%s", "fix": {"state": "fixed"}},
          "relatedVulnerabilities": [{"id": "%s"}], "artifact": {"name": "zlib", "version": "1",
          "purl": "pkg:deb/debian/zlib@1"}}], "source": {"type": "image", "target":
          {"userInput": "app:1"}}, "descriptor": {"timestamp": "2026-11-21T00:00:00Z"}}
        """
            .formatted(id, severity, related));
  }

  private static Evaluation evaluate(ScanReport... reports) {
    return evaluate(ScanEvaluator.builder(POLICY), reports);
  }

  private static Evaluation evaluate(ScanEvaluator.Builder builder, ScanReport... reports) {
    return builder.scanned(Severity.values()).build().evaluate(ScanEvidence.of(reports), NOW);
  }

  private static List<String> rules(Evaluation evaluation) {
    return evaluation.findings().stream()
        .map(it -> it.verdict() + " " + it.severity() + " " + it.rule())
        .toList();
  }

  @Nested
  class Folding {

    @Test
    void theSameUnderAnAliasIsOneFindingOfTheHighestSeverity() {
      Evaluation evaluation =
          evaluate(trivy(found("CVE-1", "MEDIUM", "")), grype("GHSA-1", "CVE-1", "High"));

      assertThat(evaluation.findings()).hasSize(1);
      Finding finding = evaluation.findings().get(0);
      assertThat(finding.severity()).isEqualTo(Severity.HIGH);
      assertThat(finding.subject().values("id")).containsExactly("CVE-1", "GHSA-1");
      assertThat(finding.trail())
          .singleElement()
          .satisfies(hop -> assertThat(hop.text()).isEqualTo("Grype reports it as HIGH"));
    }

    @Test
    void aPreferredScannerDecidesTheSeverity() {
      ScanEvaluator.Builder builder =
          ScanEvaluator.builder(POLICY).preferring(ScanFormat.TRIVY, ScanFormat.GRYPE);

      Evaluation evaluation =
          evaluate(builder, trivy(found("CVE-1", "MEDIUM", "")), grype("GHSA-1", "CVE-1", "High"));

      assertThat(evaluation.findings().get(0).severity()).isEqualTo(Severity.MEDIUM);
    }

    @Test
    void theSameInTwoPackagesOrInTwoArtifactsIsTwoFindings() {
      String other = found("CVE-1", "HIGH", "").replace("zlib", "bash");

      assertThat(evaluate(trivy(found("CVE-1", "HIGH", "") + "," + other)).findings()).hasSize(2);
      assertThat(
              evaluate(
                      trivy(found("CVE-1", "HIGH", "")),
                      trivy("web:1", "[]", found("CVE-1", "HIGH", "")))
                  .findings())
          .hasSize(2);
    }
  }

  @Nested
  class Filters {

    @ParameterizedTest
    @CsvSource({"fixed,1", "affected,0", "will_not_fix,0", "end_of_life,0", "odd,0"})
    void unfixedOnesArePassedOver(String status, int count) {
      ScanReport report = trivy(found("C", "HIGH", ", \"Status\": \"%s\"".formatted(status)));

      assertThat(evaluate(ScanEvaluator.builder(POLICY).ignoringUnfixed(), report).findings())
          .hasSize(count);
    }

    @Test
    void statusesThatAreNamedWinOverUnfixed() {
      ScanReport report = trivy(found("C", "HIGH", ", \"Status\": \"affected\""));
      ScanEvaluator.Builder builder =
          ScanEvaluator.builder(POLICY).ignoring(FixStatus.WILL_NOT_FIX).ignoringUnfixed();

      assertThat(evaluate(builder, report).findings()).hasSize(1);
    }

    @Test
    void kindsThatAreNotAskedForAreNotJudged() {
      ScanEvaluator.Builder builder = ScanEvaluator.builder(POLICY).kinds(ScanKind.SECRET);

      assertThat(evaluate(builder, trivy(found("C", "HIGH", ""))).findings()).isEmpty();
    }

    @Test
    void whatAVexDocumentStatesNotToConcernIsNotApplicable() {
      ScanReport vex =
          ScanReport.parse(
              "vex.json",
              """
              {"bomFormat": "CycloneDX", "vulnerabilities": [{"id": "CVE-1",
                "analysis": {"state": "not_affected"},
                "affects": [{"ref": "urn:cdx:3e671687/1#pkg:deb/debian/zlib@1"}]}]}
              """);
      ScanReport report = trivy(found("CVE-1", "HIGH", ""));

      assertThat(evaluate(report, vex).findings()).isEmpty();
      assertThat(evaluate(report, vex).counts()).containsEntry(Verdict.NOT_APPLICABLE, 2L);
      assertThat(
              evaluate(ScanEvaluator.builder(POLICY).withoutStatements(), report, vex).findings())
          .hasSize(1);
      assertThat(evaluate(trivy(found("CVE-2", "HIGH", "")), vex).findings()).hasSize(1);
    }

    @Test
    void whatIsDismissedIsWaivedByTheWaiversOfTheReport() {
      ScanReport alerts =
          ScanReport.parse(
                  "alerts.json",
                  """
                  [{"state": "dismissed", "dismissed_reason": "tolerable_risk",
                    "dependency": {"package": {"ecosystem": "npm", "name": "@a/b"}},
                    "security_advisory": {"ghsa_id": "GHSA-1"},
                    "security_vulnerability": {"severity": "high"}}]
                  """)
              .madeAt(NOW);
      Gate gate = Gate.failingAt(Severity.HIGH);

      assertThat(gate.decide(evaluate(alerts), TODAY).outcome()).isEqualTo(Outcome.BROKEN);
      assertThat(gate.with(alerts.waivers()).decide(evaluate(alerts), TODAY).outcome())
          .isEqualTo(Outcome.KEPT);
    }
  }

  @Nested
  class Evidence {

    @Test
    void aCleanReportIsAPassThatCanBeSeen() {
      Evaluation evaluation = evaluate(trivy("{\"Target\": \"t\", \"Class\": \"os-pkgs\"}"));

      assertThat(evaluation.findings()).isEmpty();
      assertThat(evaluation.judged(ScanRules.of(ScanKind.VULNERABILITY))).isTrue();
      assertThat(evaluation.judged(ScanRules.of(ScanKind.SECRET)))
          .as("a report that shows no search for secrets")
          .isFalse();
    }

    @Test
    void aReportWithoutTargetsIsInconclusive() {
      assertThat(rules(evaluate(trivy("")))).containsExactly("INCONCLUSIVE HIGH scan-has-looked");
    }

    @Test
    void aReportThatMayBeFilteredProvesOnlyWhatItHolds() {
      ScanEvaluator evaluator = ScanEvaluator.of(POLICY);

      assertThat(
              evaluator
                  .evaluate(ScanEvidence.of(trivy(found("C", "CRITICAL", ""))), NOW)
                  .findings())
          .extracting(Finding::message)
          .anyMatch(it -> it.endsWith("knowing that the scanner was asked for HIGH"));
      assertThat(rules(evaluator.evaluate(ScanEvidence.of(grype("G", "C", "Critical")), NOW)))
          .containsExactly("FAIL CRITICAL has-no-known-vulnerability");
    }

    @ParameterizedTest
    @CsvSource({"2,true", "1,false"})
    void anOldReportIsInconclusive(int days, boolean recent) {
      ScanEvaluator.Builder builder = ScanEvaluator.builder(POLICY).maxAge(Duration.ofDays(days));
      Evaluation evaluation =
          evaluate(builder, trivy("{\"Target\": \"t\", \"Class\": \"os-pkgs\"}"));

      assertThat(evaluation.findings().isEmpty()).isEqualTo(recent);
    }

    @Test
    void aReportOfTomorrowOrWithoutATimeIsInconclusive() {
      ScanReport report = trivy("{\"Target\": \"t\", \"Class\": \"os-pkgs\"}");
      ScanReport timeless =
          ScanReport.parse("t.json", "{\"SchemaVersion\": 2, \"Results\": [{\"Target\": \"t\"}]}");

      assertThat(rules(evaluate(report.madeAt(NOW.plusSeconds(1)))))
          .containsExactly("INCONCLUSIVE HIGH scan-is-recent");
      assertThat(rules(evaluate(timeless))).containsExactly("INCONCLUSIVE HIGH scan-is-recent");
    }

    @Test
    void anErrorInSarifIsUndecidedWhereOnlyCriticalOnesBlock() {
      SecurityPolicy policy = SecurityPolicy.named("app").failOn(Severity.CRITICAL).build();
      ScanReport sarif =
          ScanReport.parse(
                  "r.sarif",
                  """
                  {"version": "2.1.0", "runs": [{"tool": {"driver": {"name": "t"}}, "results": [
                    {"ruleId": "R", "level": "error"}]}]}
                  """)
              .madeAt(NOW);

      assertThat(rules(evaluate(ScanEvaluator.builder(policy), sarif)))
          .containsExactly("FAIL UNKNOWN has-no-code-weakness");
      assertThat(rules(evaluate(sarif))).containsExactly("FAIL HIGH has-no-code-weakness");
    }
  }

  @Nested
  class DeployedImages {

    private static List<String> missing(String deployed, ScanReport... reports) {
      DeployedImage image =
          new DeployedImage(
              Subject.of("Pod").with("name", "p"),
              Location.at("pod.yaml", 6, 27),
              ParsedImage.of(deployed).reference());
      return ScanEvaluator.builder(POLICY)
          .scanned(Severity.values())
          .build()
          .evaluate(ScanEvidence.of(reports).deployed(List.of(image)), NOW)
          .findings()
          .stream()
          .filter(it -> it.rule().equals(ScanRules.DEPLOYED_IS_SCANNED.id()))
          .map(Finding::message)
          .toList();
    }

    private static final String CLEAN = "{\"Target\": \"t\", \"Class\": \"os-pkgs\"}";

    @ParameterizedTest
    @CsvSource({
      "app:1",
      "docker.io/library/app:1",
      "app:1@sha256:" + A,
      "mirror.example/app@sha256:" + A
    })
    void areScannedWhereNameOrDigestIsTheSame(String deployed) {
      String digests = "[\"app@%s\"]".formatted(DIGEST);

      assertThat(missing(deployed, trivy("app:1", digests, CLEAN))).isEmpty();
    }

    private static final String A =
        "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa";
    private static final String B =
        "bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb";

    @ParameterizedTest
    @CsvSource(
        delimiter = '|',
        value = {
          "app:2|the one at trivy.json:1:1 is about app:1",
          "app|the one at trivy.json:1:1 is about app:1",
          "app:1@sha256:" + B + "|is about app:1 with sha256:aaa",
          "web:1|a scan report about web:1",
          "App|the name of the image: it is not known here"
        })
    void areNotWhereAnotherIs(String deployed, String message) {
      String digests = "[\"app@%s\"]".formatted(DIGEST);

      assertThat(missing(deployed, trivy("app:1", digests, CLEAN)))
          .singleElement()
          .asString()
          .contains(message);
    }

    @Test
    void areNotWhereTheReportDoesNotTellTheDigest() {
      assertThat(missing("app:1@" + DIGEST, trivy(CLEAN)))
          .singleElement()
          .asString()
          .endsWith("is about app:1, and does not tell its digest");
    }

    @Test
    void areScannedInTheRegistryWhereItsReportSaysSo() {
      SecurityPolicy policy =
          SecurityPolicy.named("app")
              .check(checks -> checks.scannedInRegistry(Strength.RECOMMENDED))
              .build();
      DeployedImage image =
          new DeployedImage(
              Subject.of("Pod"), Location.in("pod.yaml"), ParsedImage.of("app:1").reference());
      ScanEvidence evidence = ScanEvidence.of(trivy(CLEAN)).deployed(List.of(image));
      ScanEvaluator evaluator = ScanEvaluator.builder(policy).scanned(Severity.values()).build();

      assertThat(rules(evaluator.evaluate(evidence, NOW)))
          .containsExactly("INCONCLUSIVE LOW image-is-scanned-in-registry");
      assertThat(rules(evaluator.evaluate(evidence.inRegistry(List.of(trivy(CLEAN))), NOW)))
          .isEmpty();
    }
  }

  @Test
  void packagesShowAShellAndAPackageManager() {
    SecurityPolicy policy =
        SecurityPolicy.named("app")
            .check(
                checks ->
                    checks.baseImage(BaseImage.oneOf("x").withoutShell().withoutPackageManager()))
            .build();
    String packages =
        """
        {"Target": "t", "Class": "os-pkgs", "Packages": [
          {"Name": "busybox", "Version": "1", "Identifier": {"PURL": "pkg:apk/alpine/busybox@1"}},
          {"Name": "dash", "Version": "1", "Identifier": {"PURL": "pkg:npm/dash@1"}},
          {"Name": "base-files", "Version": "1"}]}
        """;

    assertThat(rules(evaluate(ScanEvaluator.builder(policy), trivy(packages))))
        .containsExactly("FAIL HIGH image-has-no-shell");
    assertThat(
            rules(
                evaluate(
                    ScanEvaluator.builder(policy),
                    trivy("{\"Target\": \"t\", \"Class\": \"os-pkgs\"}"))))
        .containsExactly(
            "INCONCLUSIVE HIGH image-has-no-package-manager",
            "INCONCLUSIVE HIGH image-has-no-shell");
  }

  @Test
  void librariesAloneDoNotShowThatThereIsNoShell() {
    SecurityPolicy policy =
        SecurityPolicy.named("app")
            .check(checks -> checks.baseImage(BaseImage.oneOf("x").withoutShell()))
            .build();
    String libraries =
        """
        {"Target": "app", "Class": "lang-pkgs", "Packages": [
          {"Name": "left-pad", "Version": "1"},
          {"Name": "dash", "Version": "1", "Identifier": {"PURL": "pkg:npm/dash@1"}}]}
        """;

    assertThat(rules(evaluate(ScanEvaluator.builder(policy), trivy(libraries))))
        .containsExactly("INCONCLUSIVE HIGH image-has-no-shell");
  }

  @ParameterizedTest
  @CsvSource({"2026-11-15T09:00:00Z,false", "2026-11-15T08:59:59Z,true"})
  void anAlertThatIsOpenForLongerThanThePolicyGivesIsLate(String since, boolean late) {
    SecurityPolicy policy =
        SecurityPolicy.named("app")
            .commitTo(
                Commitment.to(Milestone.FIX_RELEASED)
                    .within(Period.days(7))
                    .when(SeverityCondition.atLeast(Severity.HIGH)))
            .build();
    ScanReport alerts =
        ScanReport.parse(
                "alerts.json",
                """
                [{"state": "open", "created_at": "%s", "security_advisory": {"ghsa_id": "G"},
                  "security_vulnerability": {"severity": "high", "package":
                   {"ecosystem": "npm", "name": "x"}}}]
                """
                    .formatted(since))
            .madeAt(NOW);

    Evaluation evaluation = evaluate(ScanEvaluator.builder(policy), alerts);

    assertThat(rules(evaluation).contains("FAIL HIGH alert-is-closed-in-time")).isEqualTo(late);
    assertThat(evaluation.judged(ScanRules.ALERT_CLOSED_IN_TIME.id())).isTrue();
  }

  @Test
  void aSystemWithoutFixesIsTold() {
    ScanReport report =
        ScanReport.parse(
            "trivy.json",
            """
            {"SchemaVersion": 2, "CreatedAt": "2026-11-20T09:00:00Z", "Metadata": {"OS":
              {"EOSL": true, "Name": "3.9", "Family": "alpine"}}, "Results": [{"Target": "t"}]}
            """);

    assertThat(
            evaluate(ScanEvaluator.builder(POLICY).endOfLifeIs(Severity.HIGH), report).findings())
        .singleElement()
        .satisfies(it -> assertThat(it.message()).contains("alpine 3.9"))
        .satisfies(it -> assertThat(it.severity()).isEqualTo(Severity.HIGH));
  }
}
