package dev.avow.policy.version.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.avow.policy.version.Support;
import dev.avow.policy.version.SupportRow;
import dev.avow.policy.version.SupportedVersions;
import dev.avow.policy.version.ask.Release;
import dev.avow.policy.version.ask.SupportQuestion;
import dev.avow.policy.version.scheme.Version;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LifecycleTest {

  private static final String PRODUCT =
      """
      ---
      title: Frob
      permalink: /frob
      identifiers:
        - repology: frob
        - purl: pkg:npm/frob
      releases:
        - releaseCycle: "1.10"
          releaseDate: 2026-01-10
          lts: true
          eol: 2027-01-31
          latest: "1.10.4"
          latestReleaseDate: 2026-06-01
        - releaseCycle: 1.9
          releaseDate: 2025-01-10
          eol: true
          latest: "1.9.30"
        - releaseCycle: "2"
          releaseDate: 2026-10-01
          eol: false
          latest: 2.0.1
          latestReleaseDate: 2026-11-01
      ---

      > A page: with {text} behind it
      """;

  private static final String API_0 =
      """
      [
        {"cycle": "1.10", "releaseDate": "2026-01-10", "lts": true, "eol": "2027-01-31",
         "latest": "1.10.4", "latestReleaseDate": "2026-06-01"},
        {"cycle": "1.9", "releaseDate": "2025-01-10", "eol": true, "latest": "1.9.30"},
        {"cycle": "2", "releaseDate": "2026-10-01", "eol": false, "latest": "2.0.1",
         "latestReleaseDate": "2026-11-01"}
      ]
      """;

  private static final String API_1 =
      """
      {"schema_version": "1.2.0", "result": {"name": "frob",
        "identifiers": [{"id": "pkg:npm/frob", "type": "purl"}, {"id": "frob", "type": "repology"}],
        "releases": [
          {"name": "1.10", "releaseDate": "2026-01-10", "isLts": true, "isEol": false,
           "eolFrom": "2027-01-31", "latest": {"name": "1.10.4", "date": "2026-06-01"}},
          {"name": "1.9", "releaseDate": "2025-01-10", "isLts": false, "isEol": true,
           "eolFrom": null, "latest": {"name": "1.9.30", "date": null}},
          {"name": "2", "releaseDate": "2026-10-01", "isLts": false, "isEol": false,
           "eolFrom": null, "latest": {"name": "2.0.1", "date": "2026-11-01"}}
        ]}}
      """;

  private static Lifecycle read(String form) {
    return switch (form) {
      case "product" -> Lifecycle.parse("products/frob.md", PRODUCT);
      case "api-0" -> Lifecycle.parse("frob.json", API_0);
      default -> Lifecycle.parse("frob-v1.json", API_1);
    };
  }

  @ParameterizedTest
  @CsvSource({
    "product, 1.10.2, 2027-01-31, SUPPORTED",
    "product, 1.10.2, 2027-02-01, UNSUPPORTED",
    "product, 1.9.3, 2025-06-01, UNSUPPORTED",
    "product, 2.4.0, 2040-01-01, SUPPORTED",
    "product, 1.1.0, 2026-11-21, NOT_LISTED",
    "api-0, 1.10.2, 2027-01-31, SUPPORTED",
    "api-0, 1.10.2, 2027-02-01, UNSUPPORTED",
    "api-0, 1.9.3, 2025-06-01, UNSUPPORTED",
    "api-0, 2.4.0, 2040-01-01, SUPPORTED",
    "api-1, 1.10.2, 2027-01-31, SUPPORTED",
    "api-1, 1.10.2, 2027-02-01, UNSUPPORTED",
    "api-1, 1.9.3, 2025-06-01, UNSUPPORTED",
    "api-1, 2.4.0, 2040-01-01, SUPPORTED",
  })
  void linesAreSupportedUntilTheirEnd(String form, String version, LocalDate day, Support answer) {
    assertThat(read(form).versions().ask(Version.of(version), day).support()).isEqualTo(answer);
  }

  @ParameterizedTest
  @CsvSource({"product", "api-0", "api-1"})
  void linesAreACatalogueToo(String form) {
    Lifecycle frob = read(form);
    SupportedVersions latest = SupportedVersions.none().and(SupportRow.line("Latest"));
    SupportQuestion question =
        SupportQuestion.about(Version.of("2.0.1"), LocalDate.of(2026, 11, 21))
            .knowing(frob.releases());

    assertThat(frob.name()).isEqualTo("frob");
    assertThat(frob.releases().isComplete()).isFalse();
    assertThat(latest.ask(question).support()).isEqualTo(Support.SUPPORTED);
    assertThat(frob.releases().releases())
        .filteredOn(Release::hasLongTermSupport)
        .extracting(release -> release.version().toString())
        .containsExactly("1.10.4", "1.10");
  }

  @Test
  void whatWasNewestBeforeTheNewestIsNotKnown() {
    SupportedVersions latest = SupportedVersions.none().and(SupportRow.line("Latest"));
    SupportQuestion before =
        SupportQuestion.about(Version.of("2"), LocalDate.of(2026, 10, 15))
            .knowing(read("product").releases());

    assertThat(latest.ask(before).support()).isEqualTo(Support.UNKNOWN);
  }

  @Test
  void thePackagesAreThoseOfTheFile() {
    assertThat(read("product").versions().packages()).containsExactly("pkg:npm/frob");
    assertThat(read("api-1").versions().packages()).containsExactly("pkg:npm/frob");
  }

  @Test
  void aRowStandsWhereItsLineIsNamed() {
    assertThat(read("product").versions().rows().get(1).declaredAt())
        .hasToString("products/frob.md:14:19");
  }

  @Test
  void aListOfReleasesIsComplete(@TempDir Path folder) throws IOException {
    Path file =
        Files.writeString(
            folder.resolve("mine.yaml"),
            """
            releases:
              - {version: 1.10, date: 2026-09-01, lts: true}
              - {version: 1.9.0}
            """);

    Lifecycle mine = Lifecycle.read(file);

    assertThat(mine.name()).isEqualTo("mine");
    assertThat(mine.versions().isEmpty()).isTrue();
    assertThat(mine.releases().isComplete()).isTrue();
    assertThat(mine.releases().releases())
        .extracting(Release::toString)
        .containsExactly("1.10 of 2026-09-01", "1.9.0");
  }

  @Test
  void allThatIsWrongIsToldWithItsPlace() {
    assertThatExceptionOfType(LifecycleException.class)
        .isThrownBy(
            () ->
                Lifecycle.parse(
                    "frob.yaml",
                    """
                    releases:
                      - cycle: 1.0
                        eol: soon
                      - latest: 1.1
                      - cycle: 1.0
                        eol: false
                    """))
        .satisfies(
            refused ->
                assertThat(refused.problems())
                    .extracting(Object::toString)
                    .containsExactly(
                        "frob.yaml:3:10 (releases[0].eol): eol must be a date such as 2027-01-31,"
                            + " true or false but is \"soon\"",
                        "frob.yaml:4:5 (releases[1].cycle): cycle must be a line such as 1.4 but is"
                            + " not set"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "releases: []; x:1:11",
        "{}; x:1:1",
        "[]; x:1:1",
        "releases: {a: 1}; x:1:11",
        "releases: [{version: 1, date: yesterday}]; x:1:31",
        "'releases: ['; x:1:12",
      })
  void whatIsNoneIsRefused(String text, String place) {
    assertThatExceptionOfType(LifecycleException.class)
        .isThrownBy(() -> Lifecycle.parse("x", text))
        .withMessageStartingWith(place);
  }

  @Test
  void aFileThatIsNotThereIsNamed() {
    assertThatExceptionOfType(LifecycleException.class)
        .isThrownBy(() -> Lifecycle.read(Path.of("nowhere.yaml")))
        .withMessage("nowhere.yaml: file must be a text in UTF-8 but cannot be read");
  }
}
