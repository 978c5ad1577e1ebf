package dev.avow.policy.scan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.avow.policy.document.DocumentException;
import dev.avow.policy.finding.Severity;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ScanReportTest {

  private static ScanReport read(String text) {
    return ScanReport.parse("r.json", text);
  }

  private static ScanFinding only(String text) {
    ScanReport report = read(text);
    assertThat(report.findings()).hasSize(1);
    return report.findings().get(0);
  }

  @Nested
  class OfTrivy {

    @Test
    void tellsVulnerabilitiesWithTheirPlace() {
      ScanReport report =
          read(
              """
              {"SchemaVersion": 2, "CreatedAt": "2026-11-20T10:00:00.5+01:00",
               "ArtifactName": "app:1", "ArtifactType": "container_image",
               "Metadata": {"OS": {"Family": "alpine", "Name": "3.9.4", "EOSL": true},
                "RepoTags": ["app:1"], "RepoDigests": null},
               "Results": [{"Target": "go.sum", "Class": "lang-pkgs", "Unknown": {"a": [1, 2]},
                "Vulnerabilities": [
                 {"VulnerabilityID": "CVE-1", "VendorIDs": ["GHSA-1"], "PkgName": "a/b",
                  "PkgIdentifier": {"PURL": "pkg:golang/a/b@1"}, "InstalledVersion": "1",
                  "FixedVersion": "2", "Severity": "HIGH", "Title": "T"},
                 {"VulnerabilityID": "CVE-2", "PkgName": "c", "Severity": ""}]}]}
              """);

      ScanFinding first = report.findings().get(0);
      assertThat(report.format()).isEqualTo(ScanFormat.TRIVY);
      assertThat(report.createdAt()).contains(Instant.parse("2026-11-20T09:00:00.5Z"));
      assertThat(report.endOfLife()).contains("alpine 3.9.4");
      assertThat(first.ids()).containsExactly("CVE-1", "GHSA-1");
      assertThat(first.severity()).isEqualTo(Severity.HIGH);
      assertThat(first.status()).isEqualTo(FixStatus.FIXED);
      assertThat(first.path()).isEqualTo("go.sum");
      assertThat(first.location()).hasToString("r.json:7:4");
      assertThat(first.location().path()).isEqualTo("Results[0].Vulnerabilities[0]");
      assertThat(report.findings().get(1).severity()).isEqualTo(Severity.UNKNOWN);
    }

    @Test
    void tellsMisconfigurationsThatFailedSecretsAndLicences() {
      ScanReport report =
          read(
              """
              {"SchemaVersion": 2, "Results": [
                {"Target": "Dockerfile", "Class": "config", "Misconfigurations": [
                  {"ID": "DS-1", "AVDID": "AVD-1", "Severity": "LOW", "Status": "FAIL",
                   "CauseMetadata": {"StartLine": 4}},
                  {"ID": "DS-2", "Severity": "HIGH", "Status": "PASS"}]},
                {"Target": "a.sh", "Class": "secret", "Secrets": [
                  {"RuleID": "aws", "Severity": "CRITICAL", "StartLine": 3, "Match": "***"}]},
                {"Target": "Java", "Class": "license", "Licenses": [
                  {"Name": "GPL-3.0", "PkgName": "x", "Severity": "HIGH"}]}]}
              """);

      assertThat(report.findings())
          .extracting(it -> it.kind() + " " + it.ids() + " " + it.path() + ":" + it.line())
          .containsExactly(
              "MISCONFIGURATION [DS-1, AVD-1] Dockerfile:4",
              "SECRET [aws] a.sh:3",
              "LICENSE [GPL-3.0] Java:0");
    }

    @Test
    void whatStandsBehindItsFindingsCountsAsWell() {
      ScanFinding finding =
          only(
              """
              {"Results": [{"Vulnerabilities": [{"VulnerabilityID": "CVE-1"}],
                "Class": "lang-pkgs", "Target": "pom.xml"}], "SchemaVersion": 2}
              """);

      assertThat(finding.path()).isEqualTo("pom.xml");
    }

    @ParameterizedTest
    @CsvSource({"ignored,true", "not_affected,false", "fixed,false"})
    void whatItLeftOutIsSetAside(String status, boolean concerns) {
      ScanFinding finding =
          only(
              """
              {"SchemaVersion": 2, "Results": [{"Target": "t", "Class": "os-pkgs",
                "ExperimentalModifiedFindings": [{"Type": "vulnerability", "Status": "%s",
                 "Statement": "why", "Source": "vex.json", "Finding": {"VulnerabilityID": "C"}}]}]}
              """
                  .formatted(status));

      assertThat(finding.exemption()).map(Exemption::concerns).contains(concerns);
      assertThat(finding.exemption()).map(Exemption::reason).get().asString().contains("why");
    }
  }

  @Nested
  class OfGrype {

    private static final String MATCH =
        """
        {"vulnerability": {"id": "GHSA-1", "severity": "Negligible",
          "fix": {"state": "wont-fix", "versions": []}},
         "relatedVulnerabilities": [{"id": "CVE-1"}],
         "artifact": {"name": "a", "version": "1", "purl": "pkg:npm/a@1",
          "locations": [{"path": "/a"}, {"path": "/b"}]} %s}
        """;

    @Test
    void tellsMatchesUnderAllTheirNames() {
      ScanReport report =
          read(
              """
              {"matches": [%s], "source": {"type": "image", "target": {"userInput": "app:1",
                "repoDigests": ["app@sha256:%s"]}}, "descriptor": {"name": "grype",
                "timestamp": "2026-11-20T00:00:00Z"}}
              """
                  .formatted(MATCH.formatted(""), "a".repeat(64)));

      ScanFinding finding = report.findings().get(0);
      assertThat(finding.ids()).containsExactly("GHSA-1", "CVE-1");
      assertThat(finding.severity()).isEqualTo(Severity.INFO);
      assertThat(finding.status()).isEqualTo(FixStatus.WILL_NOT_FIX);
      assertThat(finding.path()).isEqualTo("/a");
      assertThat(report.artifact().image()).isTrue();
      assertThat(report.createdAt()).contains(Instant.parse("2026-11-20T00:00:00Z"));
    }

    @Test
    void whatItWasToldToIgnoreBecomesAWaiver() {
      String rules = ", \"appliedIgnoreRules\": [{\"reason\": \"no exploit\", \"package\": {}}]";
      ScanReport report =
          read("{\"matches\": [], \"ignoredMatches\": [%s]}".formatted(MATCH.formatted(rules)));

      assertThat(report.waivers())
          .singleElement()
          .satisfies(it -> assertThat(it.reason()).contains("no exploit", "r.json:1:"));
    }
  }

  @Nested
  class OfSarif {

    private static ScanFinding result(String rule, String result) {
      return only(
          """
          {"version": "2.1.0", "runs": [{"results": [{"ruleId": "R1" %s}],
            "tool": {"driver": {"name": "t", "rules": [{"id": "R1" %s}]}}}]}
          """
              .formatted(result, rule));
    }

    @ParameterizedTest
    @CsvSource({"9.5,CRITICAL", "8.0,HIGH", "5.5,MEDIUM", "2.0,LOW", "0.0,INFO"})
    void weighsByTheScore(String score, Severity severity) {
      String rule = ", \"properties\": {\"security-severity\": \"" + score + "\"}";

      assertThat(result(rule, ", \"level\": \"note\"").severity()).isEqualTo(severity);
    }

    @Test
    void aLevelOfErrorMayBeMoreThanHigh() {
      ScanFinding finding = result("", ", \"level\": \"error\"");

      assertThat(finding.severity()).isEqualTo(Severity.HIGH);
      assertThat(finding.atMost()).isEqualTo(Severity.CRITICAL);
    }

    @Test
    void withoutALevelTheRulesCountsAndElseWarning() {
      String rule = ", \"defaultConfiguration\": {\"level\": \"note\"}";

      assertThat(result(rule, "").severity()).isEqualTo(Severity.LOW);
      assertThat(result("", "").severity()).isEqualTo(Severity.MEDIUM);
    }

    @Test
    void aSuppressionCountsUnlessItWasRefused() {
      String accepted = ", \"suppressions\": [{\"kind\": \"external\", \"justification\": \"x\"}]";
      String refused = ", \"suppressions\": [{\"kind\": \"external\", \"status\": \"rejected\"}]";

      assertThat(result("", accepted).exemption()).isPresent();
      assertThat(result("", refused).exemption()).isEmpty();
    }

    @Test
    void tagsTellTheKind() {
      String rule = ", \"properties\": {\"tags\": [\"secret\", \"security\"]}";

      assertThat(result(rule, "").kind()).isEqualTo(ScanKind.SECRET);
      assertThat(result("", "").kind()).isEqualTo(ScanKind.WEAKNESS);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"kind\": \"pass\"", "\"baselineState\": \"absent\""})
    void whatIsNotWrongAnyMoreIsNoFinding(String said) {
      ScanReport report =
          read(
              """
              {"version": "2.1.0", "runs": [{"tool": {"driver": {"name": "t"}},
                "results": [{"ruleId": "R1", %s}]}]}
              """
                  .formatted(said));

      assertThat(report.findings()).isEmpty();
      assertThat(report.targets()).isEqualTo(1);
    }

    @Test
    void anotherVersionIsRefused() {
      assertThatThrownBy(() -> read("{\"version\": \"2.0.0\", \"runs\": []}"))
          .isInstanceOf(DocumentException.class)
          .hasMessage("r.json:1:1: version must be \"2.1.0\" but is not");
    }
  }

  @Nested
  class OfOsvScanner {

    @ParameterizedTest
    @CsvSource({"7.5,HIGH", "'',MEDIUM"})
    void aGroupIsOneFindingUnderAllNames(String score, Severity severity) {
      ScanFinding finding =
          only(
              """
              {"results": [{"source": {"path": "/go.mod", "type": "lockfile"}, "packages": [
                {"package": {"name": "a/b", "version": "1", "ecosystem": "Go"},
                 "vulnerabilities": [
                  {"id": "GO-1", "aliases": ["CVE-1"], "affected": [{"ranges": [{"events": [
                    {"introduced": "0"}, {"fixed": "2"}]}]}]},
                  {"id": "GHSA-1", "database_specific": {"severity": "MODERATE"}}],
                 "groups": [{"ids": ["GHSA-1", "GO-1"], "max_severity": "%s"}]}]}]}
              """
                  .formatted(score));

      assertThat(finding.ids()).containsExactly("GHSA-1", "GO-1", "CVE-1");
      assertThat(finding.severity()).isEqualTo(severity);
      assertThat(finding.fixedIn()).isEqualTo("2");
      assertThat(finding.scannedPackage().orElseThrow().purl()).isEqualTo("pkg:golang/a/b@1");
    }

    @Test
    void resultsOfAnotherToolAreNotTakenForItsOwn() {
      assertThatThrownBy(() -> read("{\"results\": [{\"check_id\": \"x\"}]}"))
          .hasMessageContaining("results[0] must have packages");
    }
  }

  @Nested
  class OfCycloneDx {

    private static final String BOM =
        """
        {"specVersion": "1.6", "vulnerabilities": [
          {"id": "CVE-1", "ratings": [{"severity": "low"}, {"score": 9.8}], "affects":
            [{"ref": "a"}, {"ref": "b"}], "analysis": {"state": "%s"}}],
         "components": [{"type": "library", "bom-ref": "a", "name": "a", "purl": "pkg:npm/a@1",
           "components": [{"bom-ref": "b", "name": "b", "purl": "pkg:npm/b@1"}]}],
         "bomFormat": "CycloneDX"}
        """;

    @Test
    void aVulnerabilityInTwoComponentsIsTwoFindings() {
      ScanReport report = read(BOM.formatted("exploitable"));

      assertThat(report.findings())
          .extracting(it -> it.scannedPackage().orElseThrow().purl() + " " + it.severity())
          .containsExactly("pkg:npm/a@1 CRITICAL", "pkg:npm/b@1 CRITICAL");
      assertThat(report.isStatements()).isFalse();
      assertThat(report.packages().orElseThrow()).hasSize(2);
    }

    @ParameterizedTest
    @CsvSource({
      "not_affected,true",
      "false_positive,true",
      "resolved,true",
      "resolved_with_pedigree,true",
      "exploitable,false",
      "in_triage,false"
    })
    void aStateMaySayThatItDoesNotConcern(String state, boolean excused) {
      assertThat(read(BOM.formatted(state)).findings().get(0).exemption().isPresent())
          .isEqualTo(excused);
    }
  }

  @Nested
  class OfDependabot {

    private static final String ALERT =
        """
        {"state": "%s", "created_at": "2026-11-01T00:00:00Z", "dismissed_reason": "not_used",
         "dependency": {"package": {"ecosystem": "pip", "name": "x"}, "manifest_path": "r.txt"},
         "security_advisory": {"ghsa_id": "GHSA-1", "cve_id": null},
         "security_vulnerability": {"severity": "medium", "first_patched_version": null}}
        """;

    @Test
    void pagesOfAlertsAreOneReport() {
      ScanReport report = read("[%1$s][[%1$s],[%1$s]]".formatted(ALERT.formatted("open")));

      assertThat(report.format()).isEqualTo(ScanFormat.DEPENDABOT);
      assertThat(report.findings()).hasSize(3);
      assertThat(report.findings().get(0).since()).contains(Instant.parse("2026-11-01T00:00:00Z"));
    }

    @ParameterizedTest
    @CsvSource({"open,''", "fixed,fixed", "dismissed,dismissed: not used"})
    void aStateMaySetItAside(String state, String reason) {
      assertThat(
              only("[" + ALERT.formatted(state) + "]")
                  .exemption()
                  .map(Exemption::reason)
                  .orElse(""))
          .isEqualTo(reason);
    }
  }

  @Nested
  class Refusals {

    @ParameterizedTest
    @CsvSource(
        delimiter = '|',
        value = {
          "{}|r.json:1:1: must be a report of Trivy",
          "''|must be a report but is empty",
          "{\"SchemaVersion\": 1}|r.json:1:19: SchemaVersion must be 2 but is 1",
          "{\"Results\": []}|r.json:1:1: SchemaVersion must be 2 but is not set",
          "{\"SchemaVersion\": 2, \"Results\": {}}|r.json:1:33: Results must be a list but is a"
              + " mapping",
          "{\"SchemaVersion\": 2, \"Results\": [{\"Vulnerabilities\": [7]}]}"
              + "|Results[0].Vulnerabilities[0] must be a mapping but is a number",
          "{\"SchemaVersion\": 2, \"Results\": [{\"Vulnerabilities\": [{}]}]}"
              + "|Results[0].Vulnerabilities[0] must have VulnerabilityID",
          "{\"SchemaVersion\": 2, \"CreatedAt\": \"soon\"}|CreatedAt must be a time such as",
          "{\"SchemaVersion\": 2, \"SchemaVersion\": 2}|r.json:1:22: key must stand once",
          "{\"SchemaVersion\": 2, \"Results\": [{\"Target\"|JSON must be complete but ends here",
          "{\"SchemaVersion\": 2} {\"SchemaVersion\": 2}|must be one report but here begins"
              + " another",
          "{\"vulnerabilities\": [{\"id\": \"SNYK-1\"}]}|bomFormat must be \"CycloneDX\"",
          "[{\"Description\": \"x\", \"RuleID\": \"y\"}]|[0] must have state and security_advisory",
          "[{\"state\": \"odd\", \"security_advisory\": {\"ghsa_id\": \"G\"}}]|auto_dismissed but"
              + " is \"odd\"",
          "{\"matches\": {}}|matches must be a list but is a mapping",
          "{\"ignoredMatches\": []}|matches must be a list but is not set"
        })
    void tellFilePathLineAndColumn(String text, String message) {
      assertThatThrownBy(() -> read(text))
          .isInstanceOf(DocumentException.class)
          .hasMessageContaining(message);
    }

    @Test
    void aTextThatIsTooDeepIsRefused() {
      String deep = "{\"SchemaVersion\": 2, \"Other\": " + "[".repeat(100_000);

      assertThatThrownBy(() -> read(deep)).hasMessageContaining("must be at most 200 levels deep");
    }

    @Test
    void aTextThatIsTooLongIsRefusedWhereItIsWantedAndPassedOverElsewhere() {
      String huge = "x".repeat(3 << 20);

      assertThatThrownBy(() -> read("{\"SchemaVersion\": 2, \"ArtifactName\": \"" + huge + "\"}"))
          .hasMessageContaining("characters long");
      assertThat(read("{\"SchemaVersion\": 2, \"Other\": \"" + huge + "\"}").findings()).isEmpty();
    }

    @Test
    void aByteThatIsNoTextIsRefused() {
      byte[] bytes = "{\"SchemaVersion\": 2, \"a\": \"?\"}".getBytes(StandardCharsets.UTF_8);
      bytes[bytes.length - 3] = (byte) 0xFF;

      assertThatThrownBy(() -> ScanReport.read("r.json", new ByteArrayInputStream(bytes)))
          .hasMessageContaining("must be text in UTF-8");
    }

    @Test
    void columnsAreCountedInCodePointsInUtf16AsWell() {
      String text = "{\"a\": \"😀ü\", \"SchemaVersion\": 2, \"Results\": 7}";
      byte[] bytes = ("\uFEFF" + text).getBytes(StandardCharsets.UTF_16LE);

      assertThatThrownBy(() -> read(text)).hasMessageContaining("r.json:1:44: Results");
      assertThatThrownBy(() -> ScanReport.read("r.json", new ByteArrayInputStream(bytes)))
          .hasMessageContaining("r.json:1:44: Results");
    }
  }
}
