package dev.avow.disclosure.regime;

import static dev.avow.policy.commitment.Milestone.ACKNOWLEDGED;
import static dev.avow.policy.commitment.Milestone.EXPLOITATION_KNOWN;
import static dev.avow.policy.commitment.Milestone.FIRST_CONTACT;
import static dev.avow.policy.commitment.Milestone.FIX_RELEASED;
import static dev.avow.policy.commitment.Milestone.PUBLIC;
import static dev.avow.policy.commitment.Milestone.REPORTED;
import static dev.avow.policy.commitment.Period.days;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.avow.policy.commitment.Commitment;
import dev.avow.policy.commitment.Deadline;
import dev.avow.policy.commitment.Milestone;
import dev.avow.policy.commitment.Period;
import dev.avow.policy.commitment.WorkingCalendar;
import dev.avow.policy.document.DocumentReader;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class RegimesTest {

  private static final WorkingCalendar UTC = WorkingCalendar.of(ZoneOffset.UTC);

  static Stream<Regime> regimes() {
    return Regimes.all().stream();
  }

  @ParameterizedTest
  @MethodSource("regimes")
  void tellWhereTheyComeFromAndWhen(Regime regime) {
    assertThat(regime.source()).startsWith("https://");
    assertThat(regime.asOf()).isEqualTo(LocalDate.of(2026, 11, 21));
    assertThat(regime.clauses())
        .isNotEmpty()
        .allSatisfy(clause -> assertThat(clause.commitment().source()).isEqualTo(regime.title()));
    assertThat(Regimes.named(regime.name())).contains(regime);
    assertThat(regime)
        .hasToString("%s, %s, as of 2026-11-21".formatted(regime.title(), regime.source()));
  }

  @ParameterizedTest
  @MethodSource("regimes")
  void readBackAsTheyAreWritten(Regime regime) {
    assertThat(Regime.parse("regime.yaml", regime.toYaml())).isEqualTo(regime);
  }

  @Test
  void areKnownByName() {
    assertThat(Regimes.named("no-such-regime")).isEmpty();
    assertThat(Regimes.all()).extracting(Regime::name).isSorted().doesNotHaveDuplicates();
  }

  /** What each asks, as its source has it. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          cert-cc                   | public at most 45 calendar days after first-contact at 12:00
          project-zero              | public at most 90 days after reported
          project-zero              | public at most 30 days after fix-released
          project-zero              | public at most 104 days after reported
          project-zero              | public at most 120 days after reported
          project-zero              | public at most 7 days after reported
          project-zero-transparency | existence-announced at most 7 days after reported
          zdi                       | second-contact about 5 business days after first-contact
          zdi                       | intermediary-contacted about 10 business days after first-contact
          zdi                       | public at least 15 business days after first-contact
          zdi                       | public at most 120 calendar days after first-contact
          linux-distros             | public at most 14 days after distributors-notified
          kubernetes                | acknowledged at most 3 business days after reported
          kubernetes                | fix-team-formed at most 24 hours after reported
          kubernetes                | fix-ready at most 7 days after reported
          kubernetes                | public about 7 days after reported
          kubernetes                | distributors-notified at least 7 days before public
          kubernetes                | distributors-notified at least 24 hours before fix-released
          kubernetes                | retrospective-held on days 1-3 after fix-released
          envoy                     | acknowledged at most 1 business day after reported
          envoy                     | public at most 90 days after reported
          envoy                     | fix-released at most 21 days after fix-ready
          django                    | acknowledged at most 48 hours after reported
          django                    | distributors-notified at least 7 days before public
          openssf                   | acknowledged at most 2 days after reported
          openssf                   | distributors-notified at most 30 business days before public
          openssf                   | distributors-notified at least 1 business day before public
          openssf                   | public at most 90 days after reported
          eu-cra-vulnerability      | early-warning-submitted at most 24 hours after exploitation-known
          eu-cra-vulnerability      | notification-submitted at most 72 hours after exploitation-known
          eu-cra-vulnerability      | final-report-submitted at most 14 days after fix-released
          eu-cra-vulnerability      | final-report-submitted at most 14 days after mitigation-published
          eu-cra-incident           | early-warning-submitted at most 24 hours after severe-incident-known
          eu-cra-incident           | notification-submitted at most 72 hours after severe-incident-known
          eu-cra-incident           | final-report-submitted at most 1 month after notification-submitted
          eu-nis2                   | early-warning-submitted at most 24 hours after significant-incident-known
          eu-nis2                   | notification-submitted at most 72 hours after significant-incident-known
          eu-nis2                   | final-report-submitted at most 1 month after notification-submitted
          eu-nis2                   | final-report-submitted at most 1 month after incident-handled
          """)
  void askWhatTheirSourceAsks(String regime, String clause) {
    assertThat(Regimes.named(regime).orElseThrow().clauses())
        .extracting(Clause::toString)
        .contains(clause);
  }

  @Test
  void apacheHasEighteenStepsInOrderAndNoTimes() {
    assertThat(Regimes.APACHE.isOrdered()).isTrue();
    assertThat(Regimes.APACHE.clauses())
        .hasSize(18)
        .allSatisfy(clause -> assertThat(clause.commitment().period()).isEmpty());
    assertThat(Regimes.APACHE.clauses())
        .extracting(clause -> clause.commitment().promised().name())
        .containsSubsequence(
            "reported",
            "acknowledged",
            "triaged",
            "cve-requested",
            "cve-assigned",
            "fix-ready",
            "draft-shown-to-reporter",
            "schedule-agreed",
            "fix-committed",
            "fix-released",
            "advisory-published",
            "cve-record-ready");
    assertThat(
            Regimes.APACHE.clauses().stream()
                .filter(
                    clause -> clause.commitment().promised().name().equals("advisory-published"))
                .flatMap(clause -> clause.contents().stream()))
        .hasSize(4);
  }

  @Test
  void craListsWhatEachStageContains() {
    assertThat(Regimes.EU_CRA_VULNERABILITY.clauses())
        .filteredOn(clause -> clause.commitment().promised().name().endsWith("-submitted"))
        .filteredOn(clause -> !clause.isConditional())
        .allSatisfy(clause -> assertThat(clause.contents()).isNotEmpty());
    assertThat(Regimes.EU_CRA_VULNERABILITY.clauses())
        .extracting(clause -> clause.commitment().promised().name())
        .contains("users-informed", "status-report-submitted");
  }

  @Nested
  class ReleaseTimes {

    @ParameterizedTest
    @CsvSource({
      "2026-11-19T16:00:00Z, 2026-11-19T16:00:00Z", // a Thursday
      "2026-11-19T16:00:01Z, 2026-11-23T16:00:00Z", // no Friday, no weekend
      "2026-11-20T09:00:00Z, 2026-11-23T16:00:00Z"
    })
    void areFourInTheAfternoonFromMondayToThursdayForKubernetes(Instant earliest, Instant good) {
      assertThat(Regimes.KUBERNETES.release().orElseThrow().next(earliest, UTC)).isEqualTo(good);
    }

    @Test
    void passHolidaysOver() {
      WorkingCalendar thanksgiving = UTC.holidays(List.of(LocalDate.of(2026, 11, 23)));

      assertThat(
              Regimes.OPENSSF
                  .release()
                  .orElseThrow()
                  .next(Instant.parse("2026-11-19T00:00:00Z"), thanksgiving))
          .isEqualTo(Instant.parse("2026-11-24T12:00:00Z"));
    }

    @Test
    void mustExist() {
      WorkingCalendar noMondays = UTC.weekend(DayOfWeek.MONDAY);
      ReleaseWindow mondays = new ReleaseWindow(Set.of(DayOfWeek.MONDAY), LocalTime.NOON);

      assertThatIllegalStateException().isThrownBy(() -> mondays.next(Instant.EPOCH, noMondays));
    }
  }

  @Nested
  class Calendars {

    @Test
    void canBeThoseOfThePlace() {
      Regime berlin =
          Regimes.CERT_CC.in(
              WorkingCalendar.of(ZoneId.of("Europe/Berlin"))
                  .holidays(List.of(LocalDate.of(2026, 10, 19))));
      Clause clause = berlin.clauses().get(0);

      assertThat(
              clause.deadline(
                  Instant.parse("2026-09-02T10:00:00Z"), berlin.calendar(), berlin.counting()))
          .isEqualTo(
              new Deadline.Due(
                  Instant.parse("2026-09-02T10:00:00Z"), Instant.parse("2026-10-20T10:00:00Z")));
    }

    @Test
    void areNotWrittenWhenAFunctionHasTheHolidays() {
      Regime regime = Regimes.ZDI.in(UTC.holidays("DE", day -> false));

      assertThatIllegalStateException().isThrownBy(regime::toYaml).withMessageContaining("DE");
    }
  }

  @Nested
  class Files {

    private static final String HEAD =
        """
        apiVersion: avow.dev/v1
        kind: DisclosureRegime
        name: ours
        title: Ours
        source: https://example.org/policy
        as-of: 2026-11-01
        """;

    private static List<String> problems(String text) {
      try {
        Regime read = Regime.parse("regime.yaml", text);
        throw new AssertionError("was read as " + read);
      } catch (RegimeException refused) {
        return refused.problems().stream()
            .map(problem -> problem.toString().replaceAll(" [(][^)]*[)]:", ":"))
            .toList();
      }
    }

    @Test
    void areReadWithAllTheySay() {
      Regime regime =
          Regime.parse(
              "regime.yaml",
              HEAD
                  + """
                  calendar:
                    zone: Europe/Berlin
                    weekend: [friday, saturday]
                    holidays: [2026-12-25]
                  ordered: true
                  clauses:
                    - to: acknowledged
                      days: 1-2
                    - to: fix-released
                      after: confirmed
                      within: 30d
                      best-effort: true
                      severities: [high, critical]
                    - to: distributors-notified
                      before: public
                      within: 5bd
                      time: "09:30"
                      if-applicable: true
                      if:
                        - happened: fix-ready
                      unless:
                        - happened: public
                          within: 2d
                          of: fix-ready
                      contents: [a draft]
                      note: In private.
                  embargo:
                    minimum: P1D
                    preferred-below: P7D
                    maximum: P14D
                  release:
                    days: [tuesday]
                  notes: [None.]
                  """);

      assertThat(Regime.parse("again.yaml", regime.toYaml())).isEqualTo(regime);
      assertThat(regime.calendar().zone()).isEqualTo(ZoneId.of("Europe/Berlin"));
      Clause clause = regime.clauses().get(2);
      assertThat(clause.isAhead()).isTrue();
      assertThat(clause.isConditional()).isTrue();
      assertThat(clause.note()).contains("In private.");
      assertThat(clause.onlyIf()).extracting(Object::toString).containsExactly("fix-ready");
      assertThat(clause.unless())
          .extracting(Object::toString)
          .containsExactly("public within 2 days after fix-ready");
      assertThat(clause.dependsOn())
          .extracting(Milestone::name)
          .containsExactly("fix-ready", "public");
      assertThat(clause)
          .hasToString("distributors-notified at least 5 business days before public at 09:30");
    }

    @Test
    void areRefusedWithEveryMistakeAndItsPlace() {
      assertThat(
              problems(
                  HEAD.replace("2026-11-01", "soon")
                      + """
                      clauses:
                        - to: Public
                        - to: public
                          within: 5 moons
                        - to: public
                          within: 5d
                          about: 6d
                        - to: public
                          before: fix-released
                        - to: public
                          after: reported
                          before: fix-released
                          within: 1d
                        - to: public
                          within: 1d
                          time: noon
                          if:
                            - happened: public
                              of: reported
                      nots: []
                      """))
          .satisfiesExactly(
              first -> assertThat(first).startsWith("regime.yaml:6:8: date must look like"),
              second -> assertThat(second).startsWith("regime.yaml:8:9: milestone must look like"),
              third -> assertThat(third).startsWith("regime.yaml:10:13: period must look like"),
              fourth ->
                  assertThat(fourth)
                      .isEqualTo(
                          "regime.yaml:11:5: clause must have one of within, about but has all of"
                              + " them"),
              fifth ->
                  assertThat(fifth)
                      .isEqualTo("regime.yaml:14:5: before must stand with a period but has none"),
              sixth -> assertThat(sixth).contains(":16:5: clause must have one of after, before"),
              seventh -> assertThat(seventh).contains("time of day must look like 12:00"),
              eighth -> assertThat(eighth).contains("of must stand with within but stands alone"),
              ninth -> assertThat(ninth).contains("field must be a known one, perhaps \"notes\""));
    }

    @Test
    void mustNameASourceOnTheWeb() {
      assertThat(problems(HEAD.replace("https://", "") + "clauses: []\n"))
          .containsExactly(
              "regime.yaml:1:1: source must be a web address such as https://example.org/policy but"
                  + " was \"example.org/policy\"");
    }

    @Test
    void areToldByNameWhenTheyCannotBeRead(@TempDir Path folder) {
      assertThatExceptionOfType(RegimeException.class)
          .isThrownBy(() -> Regime.read(folder.resolve("no.yaml")))
          .withMessageContaining("no.yaml");
    }

    @Test
    void haveASchemaForEditors() {
      assertThat(
              DocumentReader.yaml12()
                  .readOne("schema", Regime.jsonSchema())
                  .field()
                  .at("title")
                  .text())
          .contains("Disclosure regime");
    }
  }

  @Nested
  class Clauses {

    private static Optional<Instant> known(Map<Milestone, Instant> facts, Milestone milestone) {
      return Optional.ofNullable(facts.get(milestone));
    }

    @ParameterizedTest
    @CsvSource({
      "2026-11-29T10:00:00Z, true",
      "2026-11-30T10:00:00Z, true", // exactly at the end
      "2026-11-30T10:00:01Z, false",
      "2026-08-01T00:00:00Z, true"
    })
    void dependOnHowSoonSomethingHappened(Instant fixed, boolean met) {
      Condition inTime = Condition.happened(FIX_RELEASED).within(days(90), REPORTED);
      Map<Milestone, Instant> facts =
          Map.of(REPORTED, Instant.parse("2026-09-01T10:00:00Z"), FIX_RELEASED, fixed);
      Clause clause = Clause.of(Commitment.to(PUBLIC).within(days(90)));

      assertThat(inTime.isMet(milestone -> known(facts, milestone), UTC)).isEqualTo(met);
      assertThat(clause.onlyIf(inTime).holds(milestone -> known(facts, milestone), UTC))
          .isEqualTo(met);
      assertThat(clause.unless(inTime).holds(milestone -> known(facts, milestone), UTC))
          .isEqualTo(!met);
    }

    @Test
    void areNotMetByWhatHasNotHappened() {
      Condition inTime = Condition.happened(FIX_RELEASED).within(days(90), REPORTED);

      assertThat(inTime.isMet(milestone -> Optional.empty(), UTC)).isFalse();
      assertThat(
              inTime.isMet(milestone -> known(Map.of(FIX_RELEASED, Instant.EPOCH), milestone), UTC))
          .isFalse();
      assertThat(
              Condition.happened(ACKNOWLEDGED)
                  .isMet(milestone -> known(Map.of(ACKNOWLEDGED, Instant.EPOCH), milestone), UTC))
          .isTrue();
      assertThat(Condition.happened(EXPLOITATION_KNOWN).dependsOn())
          .containsExactly(EXPLOITATION_KNOWN);
      assertThat(Clause.of(Commitment.to(PUBLIC).after(FIRST_CONTACT)).dependsOn())
          .containsExactly(FIRST_CONTACT);
    }

    @ParameterizedTest
    @CsvSource({
      "24h, 2026-11-29T18:00:00Z",
      "7d, 2026-11-23T18:00:00Z",
      "7cd, 2026-11-23T23:59:59.999999999Z",
      "1bd, 2026-11-27T23:59:59.999999999Z",
      "1mo, 2026-10-30T18:00:00Z"
    })
    void countBackFromWhatIsPlanned(String period, Instant latest) {
      Clause clause =
          Clause.of(Commitment.to(ACKNOWLEDGED).after(PUBLIC).within(Period.parse(period))).ahead();

      assertThat(
              clause.deadline(Instant.parse("2026-11-30T18:00:00Z"), UTC, Counting.AS_STATED).due())
          .contains(latest);
    }

    @ParameterizedTest
    @CsvSource({
      "24h, 2026-11-29T18:00:00Z",
      "7d, 2026-11-23T18:00:00Z",
      "7cd, 2026-11-23T00:00:00Z",
      "1bd, 2026-11-27T00:00:00Z",
      "1mo, 2026-10-30T18:00:00Z"
    })
    void openNoEarlierBeforeWhatIsPlanned(String period, Instant earliest) {
      Clause clause =
          Clause.of(Commitment.to(ACKNOWLEDGED).after(PUBLIC).notBefore(Period.parse(period)))
              .ahead();

      assertThat(clause.deadline(Instant.parse("2026-11-30T18:00:00Z"), UTC, Counting.AS_STATED))
          .isEqualTo(new Deadline.NotBefore(earliest));
    }
  }
}
