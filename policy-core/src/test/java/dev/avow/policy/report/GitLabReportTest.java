package dev.avow.policy.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.avow.policy.document.Field;
import dev.avow.policy.finding.Decision;
import dev.avow.policy.finding.Finding;
import dev.avow.policy.finding.Location;
import dev.avow.policy.finding.Severity;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GitLabReportTest {

  private static final ReportStyle STYLE = ReportStyle.standard();

  private static Field report(Decision decision) {
    return Written.read(Written.gitLab(decision, STYLE));
  }

  @Test
  void everyFindingIsAnEntrySaveWhatTheGateHides() {
    assertThat(Written.gitLab(Written.decision(Written.GATE, Written.root("web")), STYLE))
        .isEqualTo(
            """
            [
              {
                "type": "issue",
                "check_name": "runs-as-non-root",
                "description": "Pod a/web: may run as root",
                "categories": [
                  "Security"
                ],
                "severity": "critical",
                "fingerprint": "%s:1",
                "location": {
                  "path": "web.yaml",
                  "lines": {
                    "begin": 3
                  }
                }
              }
            ]
            """
                .formatted(Written.root("web").fingerprint()));
    assertThat(report(Sample.decision()).items()).hasSize(8);
  }

  @ParameterizedTest
  @CsvSource({
    "CRITICAL, blocker",
    "HIGH, critical",
    "MEDIUM, major",
    "LOW, minor",
    "INFO, info",
    "UNKNOWN, info"
  })
  void severitiesHaveTheNamesOfGitLab(Severity severity, String name) {
    Finding finding = Written.root("web", Location.in("a")).severity(severity).build();

    assertThat(report(Written.decision(Written.GATE, finding)).at("[0].severity").text())
        .contains(name);
  }

  @Test
  void whatIsWaivedIsInformationWithTheReason() {
    Field waived =
        report(Sample.decision()).items().stream()
            .filter(entry -> entry.at("description").text().orElse("").contains("dev/preview"))
            .findFirst()
            .orElseThrow();

    assertThat(waived.at("severity").text()).contains("info");
    assertThat(waived.at("description").text().orElseThrow())
        .endsWith("(waived until 2027-01-31: preview builds, says team-web)");
  }

  @Test
  void fingerprintsAreUniqueAndDoNotDependOnLines() {
    Finding again = Written.root("web", Location.at("web.yaml", 70, 1)).build();

    List<String> prints =
        Written.texts(
            report(Written.decision(Written.GATE, Written.root("web"), again)), "fingerprint");

    assertThat(prints).doesNotHaveDuplicates().hasSize(2);
    assertThat(prints)
        .containsAll(Written.texts(report(Written.decision(Written.GATE, again)), "fingerprint"));
  }

  @Test
  void aPlaceWithoutALineStandsAtTheFirst() {
    Finding finding = Written.root("web", Location.in("./deploy//a b.yaml")).build();

    Field place = report(Written.decision(Written.GATE, finding)).at("[0].location");

    assertThat(place.at("path").text()).contains("deploy/a b.yaml");
    assertThat(place.at("lines.begin").integer()).hasValue(1);
  }

  @Test
  void whatIsNotToldIsOneEntryOfItsRule() {
    Decision decision = Written.decision(Written.GATE, Written.roots(12));

    Field report = Written.read(Written.gitLab(decision, STYLE.showingPerRule(2)));

    assertThat(report.items()).hasSize(3);
    assertThat(report.at("[2].description").text())
        .contains("… and 10 more of runs-as-non-root: 10 blocks");
    assertThat(report.at("[2].severity").text()).contains("critical");
  }

  @Test
  void hostileNamesStayWithinTheirTexts() {
    String report = Written.gitLab(Written.hostile(), STYLE);

    assertThat(report)
        .contains(
            "Pod a/</script><img src=x onerror=alert(1)>\\\"'`|@octocat", "\\\\u0000", "\\\\u202e");
  }
}
