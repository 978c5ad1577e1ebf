package dev.avow.disclosure;

import static dev.avow.disclosure.Policies.at;
import static dev.avow.policy.commitment.Milestone.ACKNOWLEDGED;
import static dev.avow.policy.commitment.Milestone.REPORTED;
import static dev.avow.policy.commitment.Milestone.SEVERITY_ASSESSED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.avow.disclosure.regime.Regimes;
import dev.avow.policy.commitment.Milestone;
import dev.avow.policy.finding.Decision;
import dev.avow.policy.report.JsonStyle;
import dev.avow.policy.report.Reports;
import dev.avow.policy.report.TextStyle;
import java.io.StringWriter;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Nothing is told too early: everything that writes is asked what it says of a secret. */
class ConfidentialityTest {

  private static final String SECRET = "S3CRET";
  private static final Instant NOW = at("2026-11-10T00:00Z");

  private static DisclosureCase secret() {
    return DisclosureCase.open("C-1")
        .title(SECRET + " in the parser")
        .component(SECRET)
        .channel("public-issue " + SECRET)
        .with(Fact.of(REPORTED, at("2026-11-02T15:00Z")).by(SECRET).with("text", SECRET))
        .with(EmbargoFacts.proposed(SECRET, at("2026-12-01T00:00Z"), at("2026-11-03T00:00Z")))
        .with(EmbargoFacts.accepted("v" + SECRET, at("2026-11-03T00:00Z")))
        .with(
            Fact.extended("public", at("2026-12-05T00:00Z"), at("2026-11-04T00:00Z"))
                .because(SECRET))
        .with(Fact.of(Milestone.of("announced-release-notes"), NOW).with("text", SECRET));
  }

  static Stream<Arguments> cases() {
    return Stream.of(
        Arguments.of("under an embargo, unmarked", secret()),
        Arguments.of("marked red", secret().marked(Tlp.RED)),
        Arguments.of("marked clear all the same", secret().marked(Tlp.CLEAR)),
        Arguments.of(
            "after an embargo",
            secret().with(EmbargoFacts.terminated(SECRET, NOW).because(SECRET))),
        Arguments.of(
            "with free texts under known names",
            secret().with(Fact.of(Milestone.of("noted"), NOW).with("severity", SECRET + " x"))),
        Arguments.of("marked green", secret().marked(Tlp.GREEN)),
        Arguments.of("marked later", secret().with(Fact.marked(Tlp.AMBER_STRICT, NOW))));
  }

  private static Plan plan(DisclosureCase theCase) {
    return DisclosurePlanner.of(Policies.typekro())
        .under(Regimes.CERT_CC, Regimes.EU_CRA_VULNERABILITY)
        .plan(theCase, NOW);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("cases")
  void nothingThatWritesTellsIt(String kind, DisclosureCase theCase) {
    assertThat(everyText(theCase))
        .hasSizeGreaterThan(40)
        .allSatisfy(text -> assertThat(text).doesNotContain(SECRET));
  }

  /** Returns what every writer and every {@code toString} says of {@code theCase}. */
  private static List<String> everyText(DisclosureCase theCase) {
    Plan plan = plan(theCase);
    Plan before = plan(DisclosureCase.open("C-1"));
    Portfolio portfolio =
        Portfolio.of(DisclosurePlanner.of(Policies.typekro()), List.of(theCase), NOW);
    Decision decision =
        Policies.typekro().gate().decide(plan.evaluation(), LocalDate.of(2026, 11, 10));
    StringBuilder out = new StringBuilder();
    PlanReport.text(plan, out);
    PlanReport.json(plan, out);
    PlanReport.json(plan, out, Clearance.none());
    Reports.text(decision, out, TextStyle.plain());
    StringWriter json = new StringWriter();
    Reports.json(decision, json, JsonStyle.compact().withAllResults());
    Stream<Object> shown =
        Stream.of(
            out,
            json,
            theCase,
            theCase.toYaml(),
            theCase.toJson(),
            theCase.toYaml(Clearance.none()),
            theCase.toJson(Clearance.none()),
            theCase.head(),
            theCase.embargo(),
            theCase.state(),
            plan,
            plan.evaluation(),
            decision,
            portfolio,
            portfolio.overdue(),
            portfolio.dueWithin(Duration.ofDays(99)),
            portfolio.next(),
            plan.since(before));
    Stream<Object> steps =
        plan.steps().stream()
            .flatMap(step -> Stream.of(step, step.title(), plan.explain(step).sentence()));
    Stream<Object> findings =
        plan.evaluation().findings().stream()
            .flatMap(finding -> Stream.of(finding, finding.sentence(), finding.subject()));
    return Stream.of(shown, steps, findings, theCase.facts().stream().map(fact -> (Object) fact))
        .flatMap(some -> some)
        .map(Object::toString)
        .toList();
  }

  @Test
  void theClearedAreTold() {
    DisclosureCase red = secret().marked(Tlp.RED);
    StringBuilder text = new StringBuilder();
    StringBuilder json = new StringBuilder();
    PlanReport.text(plan(red), text, Clearance.upTo(Tlp.RED));
    PlanReport.json(plan(red), json, Clearance.upTo(Tlp.RED));

    assertThat(text).contains(SECRET + " in the parser (TLP:RED)");
    assertThat(json).contains("\"title\": \"" + SECRET, "\"by\": \"" + SECRET);
    assertThat(DisclosureCase.parse(red.toYaml(Clearance.upTo(Tlp.RED)))).isEqualTo(red);
    assertThat(DisclosureCase.parse(red.toJson(Clearance.upTo(Tlp.RED)))).isEqualTo(red);
  }

  @ParameterizedTest
  @CsvSource({
    "CLEAR, CLEAR, true",
    "GREEN, CLEAR, false",
    "AMBER, GREEN, false",
    "AMBER, AMBER, true",
    "AMBER_STRICT, AMBER, false",
    "RED, AMBER_STRICT, false",
    "RED, RED, true"
  })
  void aClearanceReachesUpToItsMark(Tlp mark, Tlp upTo, boolean covers) {
    DisclosureCase marked = DisclosureCase.open("C-1").marked(mark);

    assertThat(Clearance.upTo(upTo).covers(marked)).isEqualTo(covers);
  }

  @Nested
  class Marks {

    @Test
    void areAmberUnlessSaidAndTheLastOneCounts() {
      DisclosureCase unmarked = DisclosureCase.open("C-1");
      DisclosureCase red = unmarked.with(Fact.marked(Tlp.RED, at("2026-11-02T15:00Z")));

      assertThat(unmarked.mark()).isEqualTo(Tlp.AMBER);
      assertThat(unmarked.marked(Tlp.GREEN).mark()).isEqualTo(Tlp.GREEN);
      assertThat(red.mark()).isEqualTo(Tlp.RED);
      assertThat(red.with(Fact.marked(Tlp.CLEAR, NOW)).mark()).isEqualTo(Tlp.CLEAR);
    }

    @ParameterizedTest
    @CsvSource({"TLP:AMBER+STRICT, AMBER_STRICT", "tlp:red, RED", "Green, GREEN"})
    void areReadAsPeopleWriteThem(String text, Tlp mark) {
      assertThat(Tlp.parse(text)).isEqualTo(mark);
    }

    @Test
    void areKnownOnes() {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> Tlp.parse("TLP:WHITE"))
          .withMessageStartingWith("mark must be one of TLP:CLEAR, TLP:GREEN, TLP:AMBER");
    }
  }

  @Nested
  class WithheldTexts {

    @Test
    void keepWhatEverybodyMayKnow() {
      assertThat(secret().toYaml())
          .startsWith("withheld: TLP:AMBER\n")
          .contains("what: embargo-accepted", "until: 2026-12-01T00:00:00Z", "step: public");
    }

    @Test
    void areNoCases() {
      assertThatExceptionOfType(CaseException.class)
          .isThrownBy(() -> DisclosureCase.parse("case.yaml", secret().toYaml()))
          .withMessageContaining(
              "a case must be whole to be read but parts of this one were withheld");
    }
  }

  @Nested
  class Exceptions {

    private static final String HEAD =
        """
        apiVersion: avow.dev/v1
        kind: DisclosureCase
        id: C-1
        tlp: TLP:RED
        """;

    static Stream<String> files() {
      return Stream.of(
          HEAD + "title: [S3CRET]\nfacts: []\n",
          HEAD + "title: S3CRET: in: it\nfacts: []\n",
          HEAD + "title: \"S3CRET\nfacts: []\n",
          HEAD + "title: 'S3CRET' S3CRET\nfacts: []\n",
          HEAD + "title: *S3CRET\nfacts: []\n",
          HEAD + "title: S3CRET\ntitle: S3CRET\nfacts: []\n",
          HEAD + "title: S3CRET\nfacts: S3CRET\n",
          HEAD + "title: S3CRET\nfacts:\n  - S3CRET\n",
          HEAD + "facts:\n  - what: reported\n    at: 2026-11-02T15:00:00Z\n    details: S3CRET\n",
          HEAD
              + "facts:\n  - what: reported\n    at: 2026-11-02T15:00:00Z\n    details:\n"
              + "      text: [S3CRET]\n",
          HEAD
              + "facts:\n  - what: severity-assessed\n    at: 2026-11-02T15:00:00Z\n    details:\n"
              + "      severity: S3CRET\n",
          HEAD + "facts:\n  - what: reported\n    at: 2026-11-02T15:00:00Z\n    by: [S3CRET]\n");
    }

    @ParameterizedTest
    @MethodSource("files")
    void doNotQuoteIt(String file) {
      assertThatExceptionOfType(CaseException.class)
          .isThrownBy(() -> DisclosureCase.parse("case.yaml", file))
          .satisfies(
              refused ->
                  assertThat(refused.getMessage() + refused.problems() + causes(refused))
                      .doesNotContain(SECRET));
    }

    private static String causes(Throwable refused) {
      StringBuilder all = new StringBuilder();
      for (Throwable cause = refused.getCause(); cause != null; cause = cause.getCause()) {
        all.append(cause);
      }
      return all.toString();
    }

    @Test
    void ofFactsDoNotQuoteTheirDetails() {
      assertThatExceptionOfType(CaseException.class)
          .isThrownBy(() -> secret().with(Fact.of(SEVERITY_ASSESSED, NOW).with("severity", SECRET)))
          .withMessage(
              "(code): detail severity of severity-assessed must be unknown, info, low, medium,"
                  + " high or critical but was something else");
      assertThatExceptionOfType(CaseException.class)
          .isThrownBy(() -> secret().with(Fact.of(ACKNOWLEDGED, at("2026-11-01T00:00Z"))))
          .satisfies(refused -> assertThat(refused.getMessage()).doesNotContain(SECRET));
    }
  }
}
