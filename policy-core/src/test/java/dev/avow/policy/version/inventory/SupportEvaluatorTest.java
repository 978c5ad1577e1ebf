package dev.avow.policy.version.inventory;

import static dev.avow.policy.finding.Verdict.FAIL;
import static dev.avow.policy.finding.Verdict.INCONCLUSIVE;
import static dev.avow.policy.finding.Verdict.NOT_APPLICABLE;
import static dev.avow.policy.finding.Verdict.PASS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.avow.policy.finding.Evaluation;
import dev.avow.policy.finding.Location;
import dev.avow.policy.finding.RuleId;
import dev.avow.policy.finding.Severity;
import dev.avow.policy.finding.Verdict;
import dev.avow.policy.version.SupportRow;
import dev.avow.policy.version.SupportStatus;
import dev.avow.policy.version.SupportedVersions;
import dev.avow.policy.version.ask.ReleaseCatalog;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SupportEvaluatorTest {

  private static final RuleId RULE = RuleId.of("version-in-use-is-supported");
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 21);
  private static final Location PLACE = Location.at("lock.json", 7, 3);

  private static final SupportedVersions VERSIONS =
      SupportedVersions.none()
          .and(SupportRow.line("3.x").status(SupportStatus.DEVELOPMENT))
          .and(SupportRow.line("2.x"))
          .and(SupportRow.line("1.x").status(SupportStatus.BEST_EFFORT))
          .and(SupportRow.line("0.x").status(SupportStatus.UNSUPPORTED))
          .and(SupportRow.line("Latest release in 5.x"));

  private static Evaluation judge(SupportedVersions versions, String purl, String version) {
    return SupportEvaluator.of(new Product("viewer", versions, ReleaseCatalog.none()))
        .evaluate(List.of(VersionInUse.ofPackage(purl, version, PLACE)), TODAY);
  }

  @ParameterizedTest
  @CsvSource({
    "3.0.0, FAIL, LOW",
    "2.4.0, PASS, ",
    "1.4.0, FAIL, LOW",
    "0.4.0, FAIL, HIGH",
    "4.0.0, INCONCLUSIVE, HIGH",
    "5.0.0, INCONCLUSIVE, HIGH",
  })
  void aVersionIsJudgedByItsAnswer(String version, Verdict verdict, Severity severity) {
    Evaluation evaluation = judge(VERSIONS, "pkg:npm/viewer", version);

    assertThat(evaluation.subjects())
        .singleElement()
        .satisfies(subject -> assertThat(evaluation.verdict(RULE, subject)).contains(verdict));
    assertThat(evaluation.findings())
        .allSatisfy(finding -> assertThat(finding.severity()).isEqualTo(severity));
  }

  @Test
  void aFindingSaysWhatRunsWhereAndWhy() {
    assertThat(judge(VERSIONS, "pkg:npm/viewer", "0.4.0").findings())
        .singleElement()
        .hasToString(
            "lock.json:7:3 HIGH version-in-use-is-supported Package pkg:npm/viewer, version 0.4.0:"
                + " 0.4.0 of viewer is unsupported: row \"0.x\" says so");
  }

  @ParameterizedTest
  @CsvSource({
    "pkg:npm/viewer, FAIL",
    "pkg:npm/%40acme/viewer@0.1.0?x=y, FAIL",
    "ghcr.io/acme/viewer, FAIL",
    "pkg:npm/viewer-plugin, NOT_APPLICABLE",
    "pkg:npm/view, NOT_APPLICABLE",
  })
  void withoutPackagesTheNameTellsWhatIsMeant(String of, Verdict verdict) {
    assertThat(judge(VERSIONS, of, "0.4.0").counts()).containsEntry(verdict, 1L);
  }

  @ParameterizedTest
  @CsvSource({
    "pkg:npm/@acme/viewer, FAIL",
    "pkg:npm/viewer, NOT_APPLICABLE",
    "docker.io/acme/viewer, FAIL",
    "ghcr.io/acme/viewer, NOT_APPLICABLE",
  })
  void withPackagesOnlyTheyAreMeant(String of, Verdict verdict) {
    SupportedVersions versions =
        VERSIONS.ofPackage("pkg:npm/%40acme/viewer").ofPackage("pkg:docker/acme/viewer");

    assertThat(judge(versions, of, "0.4.0").counts()).containsEntry(verdict, 1L);
  }

  @Test
  void everyUseHasAVerdict() {
    Evaluation evaluation =
        SupportEvaluator.of(new Product("viewer", VERSIONS, ReleaseCatalog.none()))
            .and(
                "other",
                SupportedVersions.none().and(SupportRow.line("1.x")),
                ReleaseCatalog.none())
            .evaluate(
                List.of(
                    VersionInUse.ofPackage("pkg:npm/viewer", "2.0.0", PLACE),
                    VersionInUse.ofPackage("pkg:npm/viewer", "0.1.0", PLACE),
                    VersionInUse.ofPackage("pkg:npm/other", "1.0.0", PLACE),
                    VersionInUse.ofPackage("pkg:npm/unheard-of", "1.0.0", PLACE)),
                TODAY);

    assertThat(evaluation.counts())
        .containsEntry(PASS, 2L)
        .containsEntry(FAIL, 1L)
        .containsEntry(NOT_APPLICABLE, 1L)
        .containsEntry(INCONCLUSIVE, 0L);
  }
}
