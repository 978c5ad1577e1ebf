package dev.avow.policy.version;

import static dev.avow.policy.version.SupportStatus.UNSUPPORTED;
import static org.assertj.core.api.Assertions.assertThat;

import dev.avow.policy.finding.Evaluation;
import dev.avow.policy.finding.Finding;
import dev.avow.policy.finding.Location;
import dev.avow.policy.finding.Severity;
import dev.avow.policy.finding.Verdict;
import dev.avow.policy.version.ask.Release;
import dev.avow.policy.version.ask.ReleaseCatalog;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SupportLintTest {

  private static final LocalDate TODAY = LocalDate.of(2026, 11, 21);

  private static SupportedVersions rows(SupportRow... rows) {
    return Stream.of(rows)
        .reduce(SupportedVersions.none(), SupportedVersions::and, (one, other) -> one);
  }

  private static SupportRow no(String line) {
    return SupportRow.line(line).status(UNSUPPORTED);
  }

  private static List<String> found(String rule, SupportedVersions versions, String... releases) {
    Evaluation evaluation =
        versions.lint(
            TODAY,
            ReleaseCatalog.of(
                Stream.of(releases)
                    .map(text -> Release.of(text, LocalDate.of(2026, 1, 1)))
                    .toList()));
    return evaluation.findings().stream()
        .filter(finding -> finding.rule().value().equals(rule))
        .map(finding -> finding.verdict() + " " + finding.sentence())
        .toList();
  }

  @Test
  void rowsWithoutAFaultPass() {
    SupportedVersions versions = rows(SupportRow.line("2.x"), no("< 2.0")).others(UNSUPPORTED);

    Evaluation evaluation =
        versions.lint(TODAY, ReleaseCatalog.of(Release.of("2.1.0", LocalDate.of(2026, 1, 1))));

    assertThat(evaluation.findings()).isEmpty();
    assertThat(evaluation.counts()).containsEntry(Verdict.PASS, 8L);
  }

  @Test
  void whatCannotBeReadIsTold() {
    assertThat(
            found(
                "support-row-is-readable",
                rows(SupportRow.line("see the wiki"), SupportRow.line("1.x").until("soon"))))
        .containsExactly(
            "FAIL SupportedVersions line 1.x: is in words that are not understood: \"soon\"",
            "FAIL SupportedVersions line see the wiki: is in words that are not understood:"
                + " \"see the wiki\"");
  }

  @Test
  void rowsThatContradictEachOtherAreBothTold() {
    assertThat(found("support-rows-agree", rows(SupportRow.line("7.5.x"), no("<= 7.5.x"))))
        .containsExactly(
            "FAIL SupportedVersions line 7.5.x: says supported of 7.5, of which row \"<= 7.5.x\""
                + " says unsupported",
            "FAIL SupportedVersions line <= 7.5.x: says unsupported of 7.5, of which row \"7.5.x\""
                + " says supported");
  }

  @Test
  void aBoundThatCutsALineIsToldToo() {
    assertThat(found("support-rows-agree", rows(SupportRow.line("1.4.x"), no("< 1.4.3"))))
        .hasSize(2);
  }

  @Test
  void aMarkPastItsEndIsTold() {
    assertThat(
            found(
                "support-mark-is-up-to-date",
                rows(
                    SupportRow.line("4.5").until("09 Sep 2026"),
                    no("4.4").until("2026-01-01"),
                    SupportRow.line("4.6").until("2026-11-21"),
                    SupportRow.line("5.0").until("The release of 5.2"))))
        .containsExactly(
            "FAIL SupportedVersions line 4.5: is marked as supported but ended: until 09 Sep 2026",
            "INCONCLUSIVE SupportedVersions line 5.0: cannot be decided without whether 5.2 is"
                + " released, and when");
  }

  @Test
  void aRowThatNeverDecidesIsTold() {
    assertThat(
            found(
                "support-row-decides-something",
                rows(SupportRow.line("1.x"), SupportRow.line("v1"), no("All other releases"))))
        .containsExactly(
            "FAIL SupportedVersions line v1: never decides: rows that are closer cover all of it");
  }

  @Test
  void aCatchAllBesideARowThatNeedsReleasesIsNotCalledUseless() {
    assertThat(
            found(
                "support-row-decides-something",
                rows(SupportRow.line("Latest"), no("All other releases"))))
        .isEmpty();
  }

  @Test
  void versionsOnNoRowAreTold() {
    SupportedVersions versions =
        rows(SupportRow.line("4.x"), SupportRow.line("2.4.x"), no("< 2.4.0"));

    assertThat(found("supported-lines-leave-no-gap", versions))
        .containsExactly(
            "FAIL SupportedVersions: no row is about versions such as 2.5.0, which come between"
                + " 2.4.1 and 4",
            "FAIL SupportedVersions: no row is about versions such as 5.0.0, which come after all"
                + " rows");
    assertThat(found("supported-lines-leave-no-gap", versions.others(UNSUPPORTED))).isEmpty();
  }

  @Test
  void aGapBetweenRowsMattersMoreThanOneAtTheEnd() {
    Evaluation evaluation =
        rows(SupportRow.line("> 1.0"), no("< 1.0")).lint(TODAY, ReleaseCatalog.none());

    assertThat(evaluation.findings())
        .filteredOn(finding -> finding.rule().value().equals("supported-lines-leave-no-gap"))
        .singleElement()
        .satisfies(gap -> assertThat(gap.severity()).isEqualTo(Severity.LOW))
        .extracting(Finding::message)
        .asString()
        .contains("such as 1.0");
  }

  @Test
  void theNewestReleaseOnNoRowIsToldWithWhatToDo() {
    Location place = Location.at("policy.yaml", 6, 7);
    Evaluation evaluation =
        rows(SupportRow.line("0.1.x").at(place))
            .lint(TODAY, ReleaseCatalog.of(Release.of("0.33.7", LocalDate.of(2026, 11, 1))));

    assertThat(evaluation.findings())
        .filteredOn(finding -> finding.rule().value().equals("newest-release-is-listed"))
        .singleElement()
        .satisfies(
            finding -> {
              assertThat(finding.location()).isEqualTo(place);
              assertThat(finding.message())
                  .isEqualTo("version 0.33.7 is the newest release but no row is about it");
              assertThat(finding.fix().orElseThrow().advice())
                  .isEqualTo("Add a row 0.33.x, or say what other versions can expect.");
            });
  }

  @Test
  void withoutReleasesItIsNotKnownWhetherTheNewestIsListed() {
    assertThat(found("newest-release-is-listed", rows(SupportRow.line("0.1.x"))))
        .containsExactly("INCONCLUSIVE SupportedVersions: cannot be decided without the releases");
  }

  @Test
  void rowsAboutImagesAreNoneAboutVersions() {
    SupportedVersions images = rows(SupportRow.images("1.x"), SupportRow.branch("main"));

    assertThat(found("support-row-decides-something", images)).isEmpty();
    assertThat(found("supported-lines-leave-no-gap", images)).isEmpty();
  }

  @Test
  void aPolicyWithoutRowsHasNothingToJudge() {
    assertThat(SupportedVersions.none().lint(TODAY, ReleaseCatalog.none()).lookedAtNothing())
        .isTrue();
  }
}
