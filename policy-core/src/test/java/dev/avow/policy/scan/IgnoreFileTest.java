package dev.avow.policy.scan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.avow.policy.finding.Finding;
import dev.avow.policy.finding.Location;
import dev.avow.policy.finding.Subject;
import dev.avow.policy.finding.Verdict;
import dev.avow.policy.finding.Waiver;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IgnoreFileTest {

  private static Finding finding(ScanKind kind, String id, String purl, String path) {
    Subject subject = Subject.of(kind.label()).with("path", path).with("package", purl);
    return Finding.of(
            ScanRules.of(kind), Verdict.FAIL, subject.with("id", id), Location.in("r.json"))
        .build();
  }

  @Test
  void linesOfTrivyAreWaiversOfAllKindsUntilTheDayBeforeTheirEnd() {
    IgnoreFile file =
        IgnoreFile.parse(
            ".trivyignore",
            """
            # why
            CVE-1

              DS-1 exp:2026-01-31 # soon
            CVE-2 exp:2026-1-31
            CVE-3 exp:never
            """);

    assertThat(file.waivers()).hasSize(2);
    Waiver ended = file.waivers().get(1);
    assertThat(ended.lastDay()).contains(LocalDate.of(2026, 1, 30));
    assertThat(ended.reason()).isEqualTo("listed in .trivyignore:4:3");
    assertThat(ended.concerns(finding(ScanKind.MISCONFIGURATION, "DS-1", "", ""))).isTrue();
    assertThat(ended.concerns(finding(ScanKind.VULNERABILITY, "DS-1", "", ""))).isTrue();
    assertThat(ended.concerns(finding(ScanKind.VULNERABILITY, "DS-10", "", ""))).isFalse();
    assertThat(file.skipped())
        .extracting(Object::toString)
        .containsExactly(
            ".trivyignore:5:1: end must look like \"exp:2026-01-31\" but was \"exp:2026-1-31\"",
            ".trivyignore:6:1: end must look like \"exp:2026-01-31\" but was \"exp:never\"");
  }

  @Test
  void entriesInYamlHaveKindsPathsPackagesAndStatements() {
    IgnoreFile file =
        IgnoreFile.parse(
            ".trivyignore.yaml",
            """
            vulnerabilities:
              - id: CVE-1
                paths: ["usr/**/METADATA", lib/*.jar]
                purls: ["pkg:deb/debian/zlib"]
                expired_at: 2026-01-31
                statement: not reached
            secrets:
              - id: aws
            """);

    Waiver first = file.waivers().get(0);
    String purl = "pkg:deb/debian/zlib@1?arch=amd64";
    assertThat(file.waivers()).hasSize(3);
    assertThat(first.lastDay()).contains(LocalDate.of(2026, 1, 30));
    assertThat(first.reason()).isEqualTo("listed in .trivyignore.yaml:2:9: not reached");
    assertThat(first.concerns(finding(ScanKind.VULNERABILITY, "CVE-1", purl, "usr/a/b/METADATA")))
        .isTrue();
    assertThat(first.concerns(finding(ScanKind.VULNERABILITY, "CVE-1", purl, "lib/a.jar")))
        .isFalse();
    assertThat(
            file.waivers()
                .get(1)
                .concerns(finding(ScanKind.VULNERABILITY, "CVE-1", purl, "lib/a.jar")))
        .isTrue();
    assertThat(first.concerns(finding(ScanKind.SECRET, "CVE-1", purl, "usr/x/METADATA"))).isFalse();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "pkg:npm/a|pkg:npm/a@1|true",
        "pkg:npm/a|pkg:npm/ab@1|false",
        "pkg:npm/a@1|pkg:npm/a@1?x=y|true",
        "pkg:npm/a@1|pkg:npm/a@1.0|false",
        "pkg:npm/%40s/a@1|pkg:npm/%40s/a@1|true",
        "pkg:deb/debian/a?arch=amd64|pkg:deb/debian/a@1?arch=amd64&distro=d|true",
        "pkg:deb/debian/a?distro=d&arch=amd64|pkg:deb/debian/a@1?arch=amd64&distro=d|true",
        "pkg:deb/debian/a?arch=arm64|pkg:deb/debian/a@1?arch=amd64|false",
        "pkg:golang/g.org/x|pkg:golang/g.org/x@1#a/b|true",
        "pkg:golang/g.org/x#a|pkg:golang/g.org/x@1#a/b|false",
      })
  void aPackageIsMatchedAsPackageUrlsAre(String listed, String found, boolean matches) {
    Waiver waiver =
        IgnoreFile.parse("i.yaml", "vulnerabilities: [{id: C, purls: [\"%s\"]}]".formatted(listed))
            .waivers()
            .get(0);

    assertThat(waiver.concerns(finding(ScanKind.VULNERABILITY, "C", found, ""))).isEqualTo(matches);
  }

  @Test
  void aConfigurationOfOsvScannerIsReadAsToml() {
    IgnoreFile file =
        IgnoreFile.parse(
            "osv-scanner.toml",
            """
            GoVersionOverride = "1.21.0" # a comment
            [[IgnoredVulns]]
            id = "GO-1"
            ignoreUntil = 2026-01-31 # optional
            reason = 'no "ssh" servers'
            [[IgnoredVulns]]
            id = "GO-2"
            ignoreUntil = 2026-01-31T23:30:00-05:00
            [[PackageOverrides]]
            name = "@a/b"
            ecosystem = "npm"
            version = "1.0"
            vulnerability.ignore = true
            license = { override = ["MIT", "X"] }
            [[PackageOverrides]]
            name = "other"
            license.override = ["MIT"]
            """);

    assertThat(file.skipped()).isEmpty();
    assertThat(file.waivers()).hasSize(3);
    assertThat(file.waivers().get(0).lastDay()).contains(LocalDate.of(2026, 1, 30));
    assertThat(file.waivers().get(0).reason())
        .isEqualTo("listed in osv-scanner.toml:2:1: no \"ssh\" servers");
    assertThat(file.waivers().get(1).lastDay()).contains(LocalDate.of(2026, 1, 31));
    assertThat(
            file.waivers()
                .get(2)
                .concerns(finding(ScanKind.VULNERABILITY, "X", "pkg:npm/%40a/b@1.0", "")))
        .isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "id",
        "id = ",
        "id = \"open",
        "[[IgnoredVulns]",
        "a = [1, 2",
        "a = 1\na = 2",
        "a = \"x\" b",
        "= 1"
      })
  void whatIsNoTomlIsRefusedWithItsPlace(String text) {
    assertThatThrownBy(() -> IgnoreFile.parse("osv-scanner.toml", text))
        .hasMessageMatching("(?s)osv-scanner.toml:[12]:[0-9]+: .*");
  }

  @Test
  void anEntryOfAnotherShapeIsRefusedWithItsPlace() {
    assertThatThrownBy(() -> IgnoreFile.parse("i.yaml", "vulnerabilities: {id: C}"))
        .hasMessage("i.yaml:1:18: vulnerabilities must be a list but is a mapping");
    assertThatThrownBy(() -> IgnoreFile.parse("i.yaml", "vulnerabilities: [{paths: [a]}]"))
        .hasMessageContaining("vulnerabilities[0].id must be a text but is not set");
  }
}
