package dev.avow.policy.version;

import static dev.avow.policy.version.SupportStatus.BEST_EFFORT;
import static dev.avow.policy.version.SupportStatus.DEVELOPMENT;
import static dev.avow.policy.version.SupportStatus.UNSUPPORTED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.avow.policy.finding.Severity;
import dev.avow.policy.version.SupportAnswer.Reason;
import dev.avow.policy.version.ask.Missing;
import dev.avow.policy.version.ask.PreReleases;
import dev.avow.policy.version.ask.Release;
import dev.avow.policy.version.ask.ReleaseCatalog;
import dev.avow.policy.version.ask.SupportQuestion;
import dev.avow.policy.version.scheme.Version;
import dev.avow.policy.version.scheme.VersionScheme;
import java.time.LocalDate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SupportAnswerTest {

  private static final LocalDate TODAY = LocalDate.of(2026, 11, 21);

  private static SupportedVersions rows(SupportRow... rows) {
    return Stream.of(rows)
        .reduce(SupportedVersions.none(), SupportedVersions::and, (one, other) -> one);
  }

  private static SupportRow yes(String line) {
    return SupportRow.line(line);
  }

  private static SupportRow no(String line) {
    return SupportRow.line(line).status(UNSUPPORTED);
  }

  private static Support ask(SupportedVersions versions, String version) {
    return versions.ask(Version.of(version), TODAY).support();
  }

  @Nested
  class TheMostSpecificRow {

    @ParameterizedTest
    @CsvSource({
      "6.2.x, < 7.2.x, 6.2.9, SUPPORTED",
      "6.2.x, < 7.2.x, 6.1.0, UNSUPPORTED",
      "0.12.x, < 0.12.0, 0.13.0, NOT_LISTED",
      "2.4.x, < 2.4.0, 2.5.0, NOT_LISTED",
      "> 1.0, < 1.0, 1.0.0, NOT_LISTED",
      "7.5.x, <= 7.5.x, 7.5.3, CONTRADICTORY",
      "7.5.x, <= 7.5.x, 7.4.0, UNSUPPORTED",
      "7.5.x, >= 7.5.x, 7.5.3, CONTRADICTORY",
      "1.4 (LTS), 1.4.1, 1.4.1, UNSUPPORTED",
      "1.4 (LTS), 1.4.1, 1.4.2, SUPPORTED",
      "1.x, 1.4, 1.4.2, UNSUPPORTED",
      "v1.4, 1.4.x, 1.4.2, CONTRADICTORY",
      ">= 2.0, < 3.0, 2.5.0, CONTRADICTORY",
      ">= 3.0, >= 2.0, 3.5.0, SUPPORTED",
      ">= 3.0, >= 2.0, 2.5.0, UNSUPPORTED",
      "1.x, < 1.4.3, 1.4.1, CONTRADICTORY",
      "2.x, All other releases, 2.1.0, SUPPORTED",
      "2.x, All other releases, 3.1.0, UNSUPPORTED",
      "1.0 - 1.4, 1.2.x, 1.2.3, UNSUPPORTED",
    })
    void wins(String supported, String unsupported, String version, Support answer) {
      assertThat(ask(rows(yes(supported), no(unsupported)), version)).isEqualTo(answer);
      assertThat(ask(rows(no(unsupported), yes(supported)), version)).isEqualTo(answer);
    }

    @Test
    void isNamedWithTheReason() {
      SupportAnswer answer = rows(yes("0.1.x"), no("< 0.1")).ask(Version.of("v0.1.7"), TODAY);

      assertThat(answer.reason()).isEqualTo(Reason.ROW);
      assertThat(answer.row()).contains(yes("0.1.x"));
      assertThat(answer).hasToString("SUPPORTED: row \"0.1.x\" says so");
    }

    @Test
    void areSeveralWhereTheyDisagree() {
      SupportAnswer answer = rows(yes("7.5.x"), no("<= 7.5.x")).ask(Version.of("7.5.0"), TODAY);

      assertThat(answer.rows()).containsExactly(yes("7.5.x"), no("<= 7.5.x"));
      assertThat(answer.explanation())
          .isEqualTo("row \"7.5.x\" says supported, row \"<= 7.5.x\" says unsupported");
    }

    @Test
    void isNotNeededWhereAllThatMayApplySayTheSame() {
      assertThat(ask(rows(yes("Latest"), yes("1.x")), "1.5.0")).isEqualTo(Support.SUPPORTED);
      assertThat(ask(rows(yes("Latest"), no("1.x")), "1.5.0")).isEqualTo(Support.UNKNOWN);
    }

    @Test
    void isNotOvertakenByWordsThatNobodyUnderstands() {
      SupportedVersions versions = rows(yes("2.x"), no("whatever is cursed"));

      assertThat(ask(versions, "2.1.0")).isEqualTo(Support.SUPPORTED);
      assertThat(ask(versions, "1.1.0")).isEqualTo(Support.UNKNOWN);
    }
  }

  @Nested
  class WithoutARow {

    @Test
    void nothingIsGuessed() {
      SupportAnswer answer = rows(yes("0.1.x")).ask(Version.of("0.2.0"), TODAY);

      assertThat(answer.support()).isEqualTo(Support.NOT_LISTED);
      assertThat(answer.reason()).isEqualTo(Reason.NO_ROW);
      assertThat(answer.row()).isEmpty();
    }

    @Test
    void thePolicyMaySayWhatItMeans() {
      SupportAnswer answer = rows(yes("0.1.x")).others(UNSUPPORTED).ask(Version.of("0.2.0"), TODAY);

      assertThat(answer)
          .hasToString("UNSUPPORTED: no row is about it, and all others are unsupported");
    }

    @Test
    void theEmptyPolicyListsNothing() {
      assertThat(ask(SupportedVersions.none(), "1.0")).isEqualTo(Support.NOT_LISTED);
    }
  }

  @Nested
  class AnEnd {

    @ParameterizedTest
    @CsvSource({
      "2027-05-18, 2027-05-18, SUPPORTED",
      "2027-05-18, 2027-05-19, UNSUPPORTED",
      "23.05.2026, 2026-05-23, SUPPORTED",
      "23.05.2026, 2026-05-24, UNSUPPORTED",
      "15 June 2020, 2020-06-16, UNSUPPORTED",
      "'June 15, 2020', 2020-06-15, SUPPORTED",
      "2027-02, 2027-02-28, SUPPORTED",
      "2027-02, 2027-03-01, UNSUPPORTED",
      "June 2027, 2027-06-30, SUPPORTED",
      "June 2027, 2027-07-01, UNSUPPORTED",
      "Q1 2027, 2027-03-31, SUPPORTED",
      "2027, 2027-12-31, SUPPORTED",
      "EOL 23.05.2026, 2026-05-24, UNSUPPORTED",
      "12/31/2026, 2027-01-01, UNSUPPORTED",
      "36 Months after the release of 5.0 (09 Sep 2026), 2026-09-09, SUPPORTED",
      "36 Months after the release of 5.0 (09 Sep 2026), 2026-11-21, UNSUPPORTED",
      "Already EOL, 2026-01-01, UNSUPPORTED",
      "No longer supported, 2026-01-01, UNSUPPORTED",
      "N/A, 2099-01-01, SUPPORTED",
      "TBD, 2099-01-01, SUPPORTED",
      "The release of 5.2, 2026-01-01, UNKNOWN",
      "01/02/2027, 2026-01-01, UNKNOWN",
      "sooner or later, 2026-01-01, UNKNOWN",
    })
    void isItselfStillSupported(String until, LocalDate day, Support answer) {
      SupportedVersions versions = rows(yes("5.x").until(until));

      assertThat(versions.ask(Version.of("5.0.3"), day).support()).isEqualTo(answer);
    }

    @Test
    void beatsTheMarkAndSaysSo() {
      SupportAnswer answer = rows(yes("4.5").until("2026-09-09")).ask(Version.of("4.5.2"), TODAY);

      assertThat(answer.reason()).isEqualTo(Reason.ROW_ENDED);
      assertThat(answer.explanation()).isEqualTo("row \"4.5\" was supported until 2026-09-09");
    }

    @Test
    void thatLiesAheadDoesNotReviveWhatIsMarkedAsUnsupported() {
      assertThat(ask(rows(no("1.x").until("2099-01-01")), "1.8.1")).isEqualTo(Support.UNSUPPORTED);
    }

    @Test
    void canBeARelease() {
      ReleaseCatalog before = ReleaseCatalog.of(Release.of("5.1.0", LocalDate.of(2026, 1, 1)));
      ReleaseCatalog after =
          ReleaseCatalog.of(
              Release.of("5.2.0-RC1", LocalDate.of(2026, 2, 1)),
              Release.of("5.2.0", LocalDate.of(2026, 11, 20)));
      SupportedVersions versions = rows(yes("5.0").until("The release of 5.2"));

      assertThat(ends(versions, before, TODAY)).isEqualTo(Support.SUPPORTED);
      assertThat(ends(versions, after, LocalDate.of(2026, 11, 20))).isEqualTo(Support.SUPPORTED);
      assertThat(ends(versions, after, TODAY)).isEqualTo(Support.UNSUPPORTED);
    }

    @Test
    void isTheReleaseItselfEvenIfHigherOnesCameBefore() {
      ReleaseCatalog releases =
          ReleaseCatalog.of(
              Release.of("7.3.1", LocalDate.of(2026, 6, 1)),
              Release.of("5.2.0", LocalDate.of(2026, 10, 1)));
      SupportedVersions versions = rows(yes("5.0").until("The release of 5.2"));

      assertThat(ends(versions, releases, LocalDate.of(2026, 9, 30))).isEqualTo(Support.SUPPORTED);
      assertThat(ends(versions, releases, LocalDate.of(2026, 10, 2)))
          .isEqualTo(Support.UNSUPPORTED);
    }

    @Test
    void isOutWithAHigherReleaseIfItWasSkipped() {
      ReleaseCatalog releases = ReleaseCatalog.of(Release.of("6.0.0", LocalDate.of(2026, 6, 1)));

      assertThat(ends(rows(yes("5.0").until("The release of 5.2")), releases, TODAY))
          .isEqualTo(Support.UNSUPPORTED);
      assertThat(
              ends(rows(yes("5.0").until("36 months after the release of 5.2")), releases, TODAY))
          .isEqualTo(Support.UNKNOWN);
    }

    @Test
    void canComeSomeTimeAfterARelease() {
      ReleaseCatalog releases = ReleaseCatalog.of(Release.of("5.0.0", LocalDate.of(2023, 9, 9)));
      SupportedVersions versions = rows(yes("5.x").until("36 months after the release of 5.0"));

      assertThat(ends(versions, releases, LocalDate.of(2026, 9, 9))).isEqualTo(Support.SUPPORTED);
      assertThat(ends(versions, releases, LocalDate.of(2026, 9, 10)))
          .isEqualTo(Support.UNSUPPORTED);
    }

    private Support ends(SupportedVersions versions, ReleaseCatalog releases, LocalDate day) {
      return versions
          .ask(SupportQuestion.about(Version.of("5.0.3"), day).knowing(releases))
          .support();
    }
  }

  @Nested
  class ACondition {

    private final SupportedVersions bands =
        rows(
            yes("1.x").when(SupportCondition.cvss("9.0-10.0")),
            yes("2.x").when(SupportCondition.cvss("4.0-8.9")));

    @ParameterizedTest
    @CsvSource({
      "1.0.0, CRITICAL, SUPPORTED",
      "1.0.0, HIGH, NOT_LISTED",
      "2.0.0, HIGH, SUPPORTED",
      "2.0.0, MEDIUM, SUPPORTED",
      "2.0.0, LOW, NOT_LISTED",
    })
    void ofScoresIsMetBySeverities(String version, Severity severity, Support answer) {
      SupportQuestion question = SupportQuestion.about(Version.of(version), TODAY);

      assertThat(bands.ask(question.severity(severity)).support()).isEqualTo(answer);
    }

    @Test
    void asksForTheSeverityWhereItIsNotStated() {
      SupportAnswer answer = bands.ask(Version.of("1.0.0"), TODAY);

      assertThat(answer.support()).isEqualTo(Support.UNKNOWN);
      assertThat(answer.missing().orElseThrow().kind()).isEqualTo(Missing.Kind.SEVERITY);
    }

    @Test
    void thatASeverityMeetsInPartAsksForTheScore() {
      SupportedVersions half = rows(yes("1.x").when(SupportCondition.cvss(">= 8.0")));
      SupportQuestion question = SupportQuestion.about(Version.of("1.0"), TODAY);

      assertThat(half.ask(question.severity(Severity.HIGH)).support()).isEqualTo(Support.UNKNOWN);
      assertThat(half.ask(question.cvss(8.0)).support()).isEqualTo(Support.SUPPORTED);
      assertThat(half.ask(question.cvss(7.9)).support()).isEqualTo(Support.NOT_LISTED);
    }

    @Test
    void isMoreSpecificThanNone() {
      SupportedVersions versions =
          rows(no("1.x"), yes("1.x").when(SupportCondition.severities(Severity.CRITICAL)));
      SupportQuestion question = SupportQuestion.about(Version.of("1.0"), TODAY);

      assertThat(versions.ask(question.severity(Severity.CRITICAL)).support())
          .isEqualTo(Support.SUPPORTED);
      assertThat(versions.ask(question.cvss(5)).support()).isEqualTo(Support.UNSUPPORTED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "high", "11", "8.0-7.0", "-1", "7.00"})
    void isRefusedIfItIsNone(String band) {
      assertThatExceptionOfType(IllegalArgumentException.class)
          .isThrownBy(() -> SupportCondition.cvss(band))
          .withMessage("scores must look like 4.0-8.9 but were \"" + band + "\"");
    }
  }

  @Nested
  class PreReleasesOfALine {

    private final SupportedVersions versions = rows(yes("3.27.x"), no("< 3.27"));

    @ParameterizedTest
    @CsvSource({
      "WITH_THEIR_LINE, 3.27.0-RC1, SUPPORTED",
      "WITH_THEIR_LINE, 3.27.1-SNAPSHOT, SUPPORTED",
      "BEFORE_THEIR_LINE, 3.27.0-RC1, UNSUPPORTED",
      "BEFORE_THEIR_LINE, 3.27.1-RC1, SUPPORTED",
      "UNSUPPORTED, 3.27.1-RC1, UNSUPPORTED",
      "UNSUPPORTED, 3.27.1, SUPPORTED",
    })
    void belongWhereThePolicySays(PreReleases where, String version, Support answer) {
      assertThat(ask(versions.preReleases(where), version)).isEqualTo(answer);
    }

    @Test
    void areSupportedWhereARowNamesThem() {
      SupportedVersions none = rows(yes("7.x (alpha)"), yes("6.x"));

      assertThat(ask(none.preReleases(PreReleases.UNSUPPORTED), "7.0.0-alpha.40"))
          .isEqualTo(Support.SUPPORTED);
      assertThat(ask(none.preReleases(PreReleases.UNSUPPORTED), "6.0.0-alpha.1"))
          .isEqualTo(Support.UNSUPPORTED);
    }

    @Test
    void areReadByTheSchemeOfThePolicy() {
      SupportedVersions python =
          rows(yes("1.2.x")).scheme(VersionScheme.PYPI).preReleases(PreReleases.UNSUPPORTED);

      assertThat(ask(python, "1.2.dev3")).isEqualTo(Support.UNSUPPORTED);
      assertThat(ask(python, "1.2.post3")).isEqualTo(Support.SUPPORTED);
    }
  }

  /** The head of main and images that are released get fixes; others as far as possible. */
  @Nested
  class TheLatestMainAndReleasedImages {

    private final SupportedVersions versions =
        rows(SupportRow.branch("main"), SupportRow.images("released")).others(BEST_EFFORT);

    private final ReleaseCatalog releases =
        ReleaseCatalog.of(
            Release.of("1.3.0", LocalDate.of(2026, 10, 1)),
            Release.of("1.2.0", LocalDate.of(2026, 1, 1)));

    private Support image(String tag) {
      return versions.ask(SupportQuestion.aboutImage(tag, TODAY).knowing(releases)).support();
    }

    @Test
    void theHeadOfMainIsSupported() {
      assertThat(versions.ask(SupportQuestion.aboutHead("main", TODAY)).support())
          .isEqualTo(Support.SUPPORTED);
    }

    @Test
    void anotherBranchGetsWhatIsPossible() {
      assertThat(versions.ask(SupportQuestion.aboutHead("release-1.2", TODAY)).support())
          .isEqualTo(Support.BEST_EFFORT);
    }

    @Test
    void ofACommitBehindMainItIsNotKnown() {
      SupportAnswer answer = versions.ask(SupportQuestion.aboutCommitBehind("main", TODAY));

      assertThat(answer.support()).isEqualTo(Support.UNKNOWN);
      assertThat(answer.missing().orElseThrow().kind()).isEqualTo(Missing.Kind.IDENTITY);
    }

    @ParameterizedTest
    @CsvSource({
      "1.3.0, SUPPORTED",
      "v1.3.0, SUPPORTED",
      "1.3.0-alpine3.20, SUPPORTED",
      "1.2.0, BEST_EFFORT",
      "1.3.0-rc.1, BEST_EFFORT",
      "1.3, UNKNOWN",
      "latest, UNKNOWN",
      "main, UNKNOWN",
      "3f2a9bc, UNKNOWN",
    })
    void aTagIsSupportedIfItIsTheNewestRelease(String tag, Support answer) {
      assertThat(image(tag)).isEqualTo(answer);
    }

    @Test
    void aDigestAloneNamesNoRelease() {
      SupportAnswer answer = versions.ask(SupportQuestion.aboutImageByDigest(TODAY));

      assertThat(answer.support()).isEqualTo(Support.UNKNOWN);
      assertThat(answer.explanation())
          .isEqualTo("cannot be told without which release is an image by its digest");
    }

    @Test
    void withoutReleasesATagCannotBeJudged() {
      SupportAnswer answer = versions.ask(SupportQuestion.aboutImage("1.3.0", TODAY));

      assertThat(answer.missing().orElseThrow().kind()).isEqualTo(Missing.Kind.RELEASES);
    }
  }

  @Test
  void whatIsBeingWorkedOnIsSaidToBe() {
    assertThat(ask(rows(SupportRow.line("1.21").status(DEVELOPMENT)), "1.21.0"))
        .isEqualTo(Support.DEVELOPMENT);
  }

  @ParameterizedTest
  @CsvSource({
    ":white_check_mark:, SUPPORTED",
    "✅, SUPPORTED",
    "✔️, SUPPORTED",
    "yes, SUPPORTED",
    "Security patches only, SUPPORTED",
    "Bug fixes and security patches, SUPPORTED",
    "✅ Active, SUPPORTED",
    "⚠️ Security fixes only, SUPPORTED",
    ":x:, UNSUPPORTED",
    "❌, UNSUPPORTED",
    "No, UNSUPPORTED",
    "Not supported, UNSUPPORTED",
    "not maintained, UNSUPPORTED",
    "Inactive, UNSUPPORTED",
    "Security support ended, UNSUPPORTED",
    "Unsupported, UNSUPPORTED",
    "Deprecated, UNSUPPORTED",
    "EOL, UNSUPPORTED",
    "—, UNSUPPORTED",
    "⚠️ Limited, BEST_EFFORT",
    "Critical fixes only, BEST_EFFORT",
    "Best effort, BEST_EFFORT",
    "Development, DEVELOPMENT",
  })
  void cellsSayWhatAVersionCanExpect(String cell, SupportStatus status) {
    assertThat(SupportStatus.said(cell)).contains(status);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "?", "see below"})
  void cellsMaySayNothing(String cell) {
    assertThat(SupportStatus.said(cell)).isEmpty();
  }

  /** Tags such as 16 and 1.27, which name the newest release of a line. */
  @Nested
  class ATagThatMoves {

    private static final ReleaseCatalog RELEASES =
        ReleaseCatalog.of(Release.of("7.4.1", TODAY.minusDays(9)));

    @ParameterizedTest
    @CsvSource({
      "7, 7.x, SUPPORTED",
      "7.4, 7.x, SUPPORTED",
      "7.4-alpine, 7.4, SUPPORTED",
      "7, 7.4.x, UNKNOWN",
      "7, 8.x, NOT_LISTED",
      "7.4, 7.4.1, UNKNOWN",
      "7, >= 7.2.0, UNKNOWN",
      "8, >= 7.2.0, SUPPORTED"
    })
    void isAnsweredOnlyIfItsWholeLineFaresAlike(String tag, String row, Support expected) {
      SupportedVersions versions = rows(yes(row));

      assertThat(versions.ask(SupportQuestion.aboutImage(tag, TODAY)).support())
          .isEqualTo(expected);
    }

    @Test
    void isNotTakenForTheOldestOfItsLine() {
      SupportAnswer answer =
          rows(no("< 7.2.x"), yes("7.2.x")).ask(SupportQuestion.aboutImage("7", TODAY));

      assertThat(answer)
          .hasToString("UNKNOWN: cannot be told without which release the tag 7 names now");
    }

    @Test
    void mayBeTheNewestRelease() {
      SupportQuestion question = SupportQuestion.aboutImage("7", TODAY).knowing(RELEASES);

      assertThat(rows(yes("Latest"), no("< Latest")).ask(question).support())
          .isEqualTo(Support.UNKNOWN);
    }
  }
}
