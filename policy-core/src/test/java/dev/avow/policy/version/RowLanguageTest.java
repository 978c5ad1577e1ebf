package dev.avow.policy.version;

import static org.assertj.core.api.Assertions.assertThat;

import dev.avow.policy.version.ask.Release;
import dev.avow.policy.version.ask.ReleaseCatalog;
import dev.avow.policy.version.ask.SupportQuestion;
import dev.avow.policy.version.scheme.Version;
import dev.avow.policy.version.scheme.VersionScheme;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Rows as projects write them, each alone and supported, asked about versions. */
class RowLanguageTest {

  private static final LocalDate TODAY = LocalDate.of(2026, 11, 21);

  private static final ReleaseCatalog RELEASES =
      ReleaseCatalog.of(
          Release.of("8.1.1", LocalDate.of(2026, 11, 1)),
          Release.of("8.1.0", LocalDate.of(2026, 9, 1)),
          Release.of("8.0.4", LocalDate.of(2026, 6, 1)),
          Release.of("8.0.0", LocalDate.of(2026, 2, 1)),
          Release.of("7.3.2", LocalDate.of(2026, 10, 1)),
          Release.of("7.3.0", LocalDate.of(2025, 1, 1)),
          Release.of("6.0.0", LocalDate.of(2023, 1, 1)),
          Release.of("9.0.0-beta.2", LocalDate.of(2026, 11, 15)),
          Release.of("9.0.0", LocalDate.of(2027, 1, 10)));

  private static Support alone(String row, String version, ReleaseCatalog releases) {
    return SupportedVersions.none()
        .and(SupportRow.line(row))
        .ask(SupportQuestion.about(Version.of(version), TODAY).knowing(releases))
        .support();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '¦',
      quoteCharacter = '"',
      textBlock =
          """
          0.1.x                ¦ 0.1.7          ¦ 0.2.0
          5.x                  ¦ 5.11.2         ¦ 50.1.0
          3.x.x                ¦ 3.8.0          ¦ 4.0.0
          5.0.x                ¦ 5.0.9          ¦ 5.1.0
          2.18.x               ¦ 2.18.0         ¦ 2.1.8
          3.10.x               ¦ 3.10.4         ¦ 3.1.0
          4.9                  ¦ 4.9.3          ¦ 4.90.0
          1.20                 ¦ 1.20.1         ¦ 1.2.0
          v0.28                ¦ 0.28.1         ¦ 0.29.0
          `3.6.x`              ¦ v3.6.2         ¦ 3.7.0
          `< 2.11.x`           ¦ 2.10.5         ¦ 2.11.0
          < 1.0                ¦ 0.9.9          ¦ 1.0.0
          < 0.12.0             ¦ 0.11.5         ¦ 0.12.0
          <= 10.4.0            ¦ 10.4.0         ¦ 10.4.1
          <= 7.5.x             ¦ 7.5.8          ¦ 7.6.0
          >= 1.12.6            ¦ 1.12.6         ¦ 1.12.5
          > 1.0                ¦ 1.0.1          ¦ 1.0.0
          7.x, 8.x             ¦ 8.9.1          ¦ 9.0.0
          7.x (alpha)          ¦ 7.0.0-alpha.40 ¦ 6.0.0
          <1.0                 ¦ 0.3            ¦ 1.0
          &lt; 1.0             ¦ 0.3            ¦ 1.0
          ≥ 2.1                ¦ 2.1.0          ¦ 2.0.9
          1.x.x                ¦ 1.0.0          ¦ 2.0.0
          0.1.x (current)      ¦ 0.1.2          ¦ 0.2.0
          1.5.0 (LTS)          ¦ 1.5.0          ¦ 1.5.1
          1.4 (LTS)            ¦ 1.4.9          ¦ 1.5.0
          < v1.0.0             ¦ 0.9.0          ¦ 1.0.0
          **v1.0.0-RC**        ¦ 1.0.0-RC       ¦ 1.0.0
          1.0 - 1.4            ¦ 1.4.9          ¦ 1.5.0
          1.0 – 1.4            ¦ 1.0.0          ¦ 0.9.9
          1.0 to 1.4           ¦ 1.2.0          ¦ 1.5.0
          1.0 through 1.4      ¦ 1.4.2          ¦ 1.5.0
          from 1.0 to 1.4      ¦ 1.4.2          ¦ 1.5.0
          >= 1.2, < 2.0        ¦ 1.9.0          ¦ 2.0.0
          >= 1.2 < 2.0         ¦ 1.2.0          ¦ 1.1.0
          < 1.0, >= 2.0        ¦ 2.1.0          ¦ 1.5.0
          1.2 and later        ¦ 2.0.0          ¦ 1.1.9
          1.2 or newer         ¦ 1.2.0          ¦ 1.1.9
          1.2+                 ¦ 3.0.0          ¦ 1.1.9
          1.2 and older        ¦ 1.2.9          ¦ 1.3.0
          older than 1.2       ¦ 1.1.9          ¦ 1.2.0
          Versions before 1.2  ¦ 1.1.9          ¦ 1.2.0
          Up to 1.4            ¦ 1.4.2          ¦ 1.5.0
          up to and including 1.4.2 ¦ 1.4.2     ¦ 1.4.3
          pre-1.0              ¦ 0.9.0          ¦ 1.0.0
          post 1.0             ¦ 1.1.0          ¦ 1.0.0
          1.0.0-1.4.0          ¦ 1.2.0          ¦ 1.5.0
          1.x-2.x              ¦ 2.5.0          ¦ 3.0.0
          1.0 ≤ x < 2.0        ¦ 1.5.0          ¦ 2.0.0
          < 2.0, >= 1.0        ¦ 1.5.0          ¦ 2.1.0
          1.x.y                ¦ 1.5.0          ¦ 2.0.0
          prior to 1.2         ¦ 1.1.9          ¦ 1.2.0
          newer than 1.2       ¦ 1.2.1          ¦ 1.2.0
          5.0.x, 5.1.x and 5.2.x ¦ 5.2.7        ¦ 5.3.0
          1.x / 2.x            ¦ 2.0.0          ¦ 3.0.0
          Version 1.x          ¦ 1.3.0          ¦ 2.0.0
          1.2 series           ¦ 1.2.3          ¦ 1.3.0
          [1.0,2.0)            ¦ 1.9.9          ¦ 2.0.0
          ^1.2.3               ¦ 1.9.0          ¦ 2.0.0
          ~1.2.3               ¦ 1.2.9          ¦ 1.3.0
          ^1.2 || ^3.0         ¦ 3.4.0          ¦ 2.0.0
          vers:npm/>=1.0.0|<2.0.0 ¦ 1.5.0      ¦ 2.0.0
          vers:pypi/>=1.0|!=1.5|<2.0 ¦ 1.6    ¦ 1.5
          *                    ¦ 0.0.1          ¦
          2024.04              ¦ 2024.04.3      ¦ 2024.10
          All other releases   ¦ 6.4.0          ¦
          [1.x](https://example.org/1.x) ¦ 1.2.0 ¦ 2.0.0
          """)
  void coversSomeVersionsAndNoOthers(String row, String in, String out) {
    assertThat(alone(row, in, ReleaseCatalog.none())).isEqualTo(Support.SUPPORTED);
    if (out != null) {
      assertThat(alone(row, out, ReleaseCatalog.none())).isEqualTo(Support.NOT_LISTED);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "Latest, 8.1.1, 8.1.0",
    "LATEST only, 8.1.1, 7.3.2",
    "Latest published release, 8.1.1, 8.1.0",
    "Most recent release, 8.1.1, 8.1.0",
    "latest released version, 8.1.1, 8.1.0",
    "Latest (`main`), 8.1.1, 8.1.0",
    "7.latest, 7.3.2, 7.3.0",
    "Latest release in 8.x, 8.1.1, 8.0.4",
    "latest `8.0.x`, 8.0.4, 8.0.0",
    "Latest `7.x` patch, 7.3.2, 7.3.0",
    "current beta release, 9.0.0-beta.2, 8.1.1",
    "< Latest, 8.1.0, 8.1.1",
    "< 7.latest, 7.3.0, 7.3.2",
    "older than the latest release, 6.0.0, 8.1.1",
    "Latest major version, 8.0.0, 7.3.2",
    "Older major versions, 7.3.2, 8.0.0",
    "previous major version, 7.3.2, 6.0.0",
    "Previous, 8.1.0, 8.0.4",
    "previous release, 8.1.0, 8.1.1",
    "last 3 minor versions, 7.3.0, 6.0.0",
    "three most recent minor releases, 8.0.0, 6.0.0",
    "most recent two minor releases, 8.0.0, 7.3.2",
    "current release series and the next most recent one, 8.0.4, 7.3.2",
    "last 2 major versions, 7.3.0, 6.0.0",
    "last two releases, 8.1.0, 8.0.4",
    "Releases within the previous three months, 8.1.0, 8.0.4",
    "released in the last year, 8.0.0, 7.3.0",
    "2 years since the line's first release, 7.3.2, 6.0.0",
  })
  void phrasesNeedTheReleasesThatAreKnown(String row, String in, String out) {
    assertThat(alone(row, in, RELEASES)).isEqualTo(Support.SUPPORTED);
    assertThat(alone(row, out, RELEASES)).isEqualTo(Support.NOT_LISTED);
    assertThat(alone(row, in, ReleaseCatalog.none())).isEqualTo(Support.UNKNOWN);
  }

  @ParameterizedTest
  @CsvSource({
    "Latest, 8.2.0",
    "Latest release in 8.x, 8.1.2",
    "last 3 minor versions, 8.2.0",
    "Releases within the previous three months, 8.1.2"
  })
  void whatTheListOfReleasesDoesNotKnowIsNotGuessed(String row, String version) {
    assertThat(alone(row, version, RELEASES)).isEqualTo(Support.UNKNOWN);
  }

  @ParameterizedTest
  @ValueSource(strings = {"Latest", "Latest release in 9.x", "last 3 minor versions"})
  void whatIsReleasedOnlyLaterIsNotTheNewest(String row) {
    assertThat(alone(row, "9.0.0", RELEASES)).isNotEqualTo(Support.SUPPORTED);
  }

  @ParameterizedTest
  @ValueSource(strings = {"Latest release in 8.x", "2.latest", "latest 0.x release"})
  void outsideItsLineANewestReleaseNeedsNoReleasesToBeKnown(String row) {
    assertThat(alone(row, "6.4.0", ReleaseCatalog.none())).isEqualTo(Support.NOT_LISTED);
  }

  @ParameterizedTest
  @ValueSource(strings = {"-", "N/A", "None", "None, yet.", "—", "TBD"})
  void someRowsAreAboutNothing(String row) {
    assertThat(alone(row, "1.0.0", RELEASES)).isEqualTo(Support.NOT_LISTED);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Whatever the moon says",
        "see the wiki",
        "1.x except on Tuesdays",
        "[1.0,2.0",
        "vers:frobnicate/1.0",
        "2.0.0-beta.x",
        "<= x",
        "N",
        "N-1",
        "1.x < 2.0",
        "Spring 5.x with extended licence",
        "?"
      })
  void whatIsNotUnderstoodIsNotGuessed(String row) {
    SupportAnswer answer =
        SupportedVersions.none().and(SupportRow.line(row)).ask(Version.of("1.0.0"), TODAY);

    assertThat(answer.support()).isEqualTo(Support.UNKNOWN);
    assertThat(answer.missing().orElseThrow()).hasToString("what \"" + row + "\" means");
  }

  @ParameterizedTest
  @CsvSource({
    "Feature branches, feature/x, main",
    "`main`, main, develop",
    "latest main branch, main, other",
    "default branch, master, other",
    "Unreleased branch builds and snapshots, topic, main",
  })
  void branchesAreCoveredByTheirHeads(String row, String in, String out) {
    SupportedVersions versions = SupportedVersions.none().and(SupportRow.line(row));

    assertThat(versions.ask(SupportQuestion.aboutHead(in, TODAY)).support())
        .isEqualTo(Support.SUPPORTED);
    assertThat(versions.ask(SupportQuestion.aboutHead(out, TODAY)).support())
        .isEqualTo(Support.NOT_LISTED);
  }

  @ParameterizedTest
  @CsvSource({
    "snapshots, 1.0-SNAPSHOT, 1.0-RC1",
    "Release candidates, 1.0-RC1, 1.0-beta1",
    "milestones, 1.0-M3, 1.0",
    "Pre-releases, 1.0-beta1, 1.0",
    "Unreleased branch builds and snapshots, 2.0-SNAPSHOT, 2.0",
  })
  void kindsOfPreReleasesAreCovered(String row, String in, String out) {
    assertThat(alone(row, in, ReleaseCatalog.none())).isEqualTo(Support.SUPPORTED);
    assertThat(alone(row, out, ReleaseCatalog.none())).isEqualTo(Support.NOT_LISTED);
  }

  @ParameterizedTest
  @ValueSource(strings = {"All prior tags", "older commits", "Earlier or modified builds"})
  void whatIsOlderIsOlderThanTheOtherRows(String row) {
    SupportedVersions versions =
        SupportedVersions.none()
            .and(SupportRow.line("2.x"))
            .and(SupportRow.line(row).status(SupportStatus.UNSUPPORTED));

    assertThat(versions.ask(Version.of("1.9.0"), TODAY).support()).isEqualTo(Support.UNSUPPORTED);
    assertThat(versions.ask(Version.of("2.0.0"), TODAY).support()).isEqualTo(Support.SUPPORTED);
    assertThat(versions.ask(Version.of("3.0.0"), TODAY).support()).isEqualTo(Support.NOT_LISTED);
  }

  @ParameterizedTest
  @ValueSource(strings = {"1.", "(", "[x](", "a ", "1 - ", "< "})
  void anEndlessTextIsNoTrouble(String bit) {
    String text = "1" + bit.repeat(50_000);

    assertThat(alone(text, "1.2.3", RELEASES)).isNotNull();
    assertThat(SupportEnd.of(text).isReadable()).isFalse();
    assertThat(
            SupportedVersions.none()
                .and(SupportRow.line("1.x"))
                .ask(SupportQuestion.aboutImage(text, TODAY))
                .support())
        .isEqualTo(Support.UNKNOWN);
  }

  @Test
  void whatIsOlderThanNothingIsNotKnown() {
    assertThat(alone("Older versions", "1.0", RELEASES)).isEqualTo(Support.UNKNOWN);
  }

  @Test
  void allThatIsReleasedIsOlderThanABranch() {
    SupportedVersions versions =
        SupportedVersions.none()
            .and(SupportRow.branch("main"))
            .and(SupportRow.line("Older versions").status(SupportStatus.BEST_EFFORT));

    assertThat(versions.ask(Version.of("1.0"), TODAY).support()).isEqualTo(Support.BEST_EFFORT);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8})
  void noTextBreaksTheReader(int seed) {
    Random random = new Random(seed);
    String[] bits = {
      "latest",
      " ",
      "1.x",
      "<",
      ">=",
      ",",
      "(",
      ")",
      "[",
      "vers:npm/",
      "||",
      "^",
      "-",
      "x",
      "*",
      "last",
      "3",
      "minor",
      "and",
      "older",
      "until",
      "9999999999999999999999",
      "v",
      "é",
      "🙂",
      "%",
      "main",
      "\n",
      "]",
      "(",
      "&lt;",
      "|",
      "months",
      "."
    };
    for (int i = 0; i < 4000; i++) {
      StringBuilder row = new StringBuilder("1");
      for (int n = random.nextInt(8); n >= 0; n--) {
        row.append(random.nextBoolean() ? " " : "").append(bits[random.nextInt(bits.length)]);
      }
      String text = row.substring(random.nextInt(2));

      assertThat(alone(text.isBlank() ? "x" : text, "1.2.3", RELEASES)).isNotNull();
      assertThat(SupportEnd.of(text).text()).isEqualTo(text.strip());
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1.x (except 1.4)",
        "1.x (not 1.4)",
        "1.x (without 1.4)",
        "1.x (1.2+)",
        "1.x (1.2 and later)",
        "1.x (>= 1.2)",
        "1.x (since 1.2)",
        "1.x (latest patch only)",
        "1.x !1.4",
        "1.x until 2026-01-01",
        "1.x until 2026",
        "1.x 2026-01-01",
        "1.x from 1.4 on",
        "1.x >= 1.4"
      })
  void whatTakesSomethingAwayFromALineIsNotPassedOver(String row) {
    assertThat(alone(row, "1.1.0", ReleaseCatalog.none())).isEqualTo(Support.UNKNOWN);
    assertThat(alone(row, "2026.5", ReleaseCatalog.none())).isEqualTo(Support.UNKNOWN);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1.x (current)",
        "1.x (Java 17+)",
        "1.x (requires Node >= 20)",
        "1.x (security fixes only)",
        "1.x (released in 2024)",
        "1.x (not yet final)",
        "1.x, 2023.x"
      })
  void whatTakesNothingAwayIs(String row) {
    assertThat(alone(row, "1.1.0", ReleaseCatalog.none())).isEqualTo(Support.SUPPORTED);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "1.x (until 2026-11-21)               | SUPPORTED",
        "1.x (until 2026-11-20)               | UNSUPPORTED",
        "1.x (security fixes until Oct 2026)  | UNSUPPORTED",
        "`1.x` (EOL 2027-01-01)               | SUPPORTED",
        "1.x (end of life)                    | UNSUPPORTED",
        "1.x (LTS, until 8.1 is out)          | UNSUPPORTED",
        "1.x (until further notice)           | UNKNOWN"
      })
  void anEndInBracketsIsTheEndOfTheRow(String row, Support expected) {
    assertThat(alone(row, "1.1.0", RELEASES)).isEqualTo(expected);
  }

  @Test
  void anEndThatIsSetCountsMoreThanTheOneInBrackets() {
    SupportRow row = SupportRow.line("1.x (until 2025-01-01)").until("2027-01-01");

    assertThat(SupportedVersions.none().and(row).ask(Version.of("1.1.0"), TODAY).support())
        .isEqualTo(Support.SUPPORTED);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        ">=1.0,<2.0,!=1.5   | 1.5   | NOT_LISTED",
        ">=1.0,<2.0,!=1.5   | 1.5.1 | SUPPORTED",
        ">=1.0, !=1.5.*     | 1.5.1 | NOT_LISTED",
        ">=1.0, !=1.5.*     | 1.6   | SUPPORTED",
        "!=1.5              | 1.5   | NOT_LISTED",
        "!=1.5              | 1.4   | SUPPORTED"
      })
  void whatPythonLeavesOutIsLeftOut(String row, String version, Support expected) {
    for (VersionScheme scheme : List.of(VersionScheme.PYPI, VersionScheme.PLAIN)) {
      SupportedVersions versions =
          SupportedVersions.none().scheme(scheme).and(SupportRow.line(row));

      assertThat(versions.ask(Version.of(version), TODAY).support()).isEqualTo(expected);
    }
  }
}
