package dev.avow.disclosure;

import static dev.avow.disclosure.Policies.at;
import static dev.avow.policy.commitment.Milestone.ACKNOWLEDGED;
import static dev.avow.policy.commitment.Milestone.CONFIRMED;
import static dev.avow.policy.commitment.Milestone.EXPLOITATION_KNOWN;
import static dev.avow.policy.commitment.Milestone.REPORTED;
import static dev.avow.policy.commitment.Milestone.SEVERITY_ASSESSED;
import static dev.avow.policy.commitment.Milestone.TRIAGED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.avow.policy.commitment.Milestone;
import dev.avow.policy.finding.Location;
import dev.avow.policy.finding.Severity;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class DisclosureCaseTest {

  private static final DisclosureCase REPORTED_CASE =
      DisclosureCase.open("C-1").with(Fact.of(REPORTED, at("2026-11-02T15:00Z")));

  @Test
  void keepsItsFactsInOrder() {
    DisclosureCase theCase =
        REPORTED_CASE
            .with(Fact.of(ACKNOWLEDGED, at("2026-11-03T15:00Z")).by("bob"))
            .with(Fact.of(TRIAGED, at("2026-11-03T15:00Z")).with("by", "phone"));

    assertThat(theCase.facts())
        .extracting(Fact::toString)
        .containsExactly(
            "reported at 2026-11-02T15:00:00Z",
            "acknowledged at 2026-11-03T15:00:00Z",
            "triaged at 2026-11-03T15:00:00Z");
    assertThat(theCase.facts().get(1).actor()).contains("bob");
    assertThat(theCase.facts().get(2).details()).containsEntry("by", "phone");
    assertThat(REPORTED_CASE.facts()).hasSize(1);
  }

  @Test
  void knowsTheFirstFactThatBroughtSomethingAbout() {
    DisclosureCase twice =
        REPORTED_CASE
            .with(Fact.of(CONFIRMED, at("2026-11-03T15:00Z")))
            .with(Fact.of(TRIAGED, at("2026-11-04T15:00Z")))
            .with(Fact.of(CONFIRMED, at("2026-11-05T15:00Z")));

    assertThat(twice.first(CONFIRMED)).map(Fact::at).contains(at("2026-11-03T15:00Z"));
    assertThat(twice.first(TRIAGED)).map(Fact::what).contains(CONFIRMED);
    assertThat(twice.first(ACKNOWLEDGED)).isEmpty();
  }

  @Test
  void hasTheSeverityThatWasAssessedLast() {
    DisclosureCase opened = REPORTED_CASE.severity(Severity.LOW);
    DisclosureCase assessed =
        opened
            .with(Fact.severity(Severity.HIGH, at("2026-11-03T15:00Z")))
            .with(Fact.severity(Severity.CRITICAL, at("2026-11-04T15:00Z")));

    assertThat(REPORTED_CASE.severity()).isEqualTo(Severity.UNKNOWN);
    assertThat(opened.severity()).isEqualTo(Severity.LOW);
    assertThat(assessed.severity()).isEqualTo(Severity.CRITICAL);
  }

  @Test
  void remembersWhatItIsAboutAndHowItCameIn() {
    DisclosureCase theCase = REPORTED_CASE.component("backend").channel("mail");

    assertThat(theCase.component()).contains("backend");
    assertThat(theCase.channel()).contains("mail");
    assertThat(theCase.id()).isEqualTo("C-1");
    assertThat(REPORTED_CASE.component()).isEmpty();
    assertThat(REPORTED_CASE.channel()).isEmpty();
  }

  @Test
  void isEqualWhereverItIsWritten() {
    DisclosureCase elsewhere =
        DisclosureCase.open("C-1")
            .with(Fact.of(REPORTED, at("2026-11-02T16:00+01:00")).declaredAt(Location.in("a.yaml")))
            .declaredAt(Location.in("a.yaml"));

    assertThat(elsewhere).isEqualTo(REPORTED_CASE).hasSameHashCodeAs(REPORTED_CASE);
    assertThat(elsewhere.declaredAt()).isEqualTo(Location.in("a.yaml"));
    assertThat(elsewhere).isNotEqualTo(REPORTED_CASE.severity(Severity.LOW));
    assertThat(REPORTED_CASE.facts().get(0))
        .isNotEqualTo(Fact.of(REPORTED, at("2026-11-03T15:00Z")));
    assertThat(REPORTED_CASE).hasToString("case C-1 [reported at 2026-11-02T15:00:00Z]");
  }

  @Test
  void mayBeginWithSomethingElseThanAReport() {
    DisclosureCase exploited =
        DisclosureCase.open("C-2")
            .with(Fact.of(EXPLOITATION_KNOWN, at("2026-11-01T00:00Z")))
            .with(Fact.of(REPORTED, at("2026-11-02T15:00Z")));

    assertThat(exploited.facts()).hasSize(2);
  }

  @Nested
  class Refuses {

    static Stream<Arguments> facts() {
      return Stream.of(
          Arguments.of(
              Fact.of(ACKNOWLEDGED, at("2026-11-02T14:59:59Z")),
              "(code): acknowledged must not be before reported at 2026-11-02T15:00:00Z but was at"
                  + " 2026-11-02T14:59:59Z"),
          Arguments.of(
              Fact.of(REPORTED, at("2026-11-03T15:00Z")),
              "(code): a case must have one report but has another at 2026-11-02T15:00:00Z"),
          Arguments.of(
              Fact.of(SEVERITY_ASSESSED, at("2026-11-03T15:00Z")),
              "(code): detail severity of severity-assessed must be unknown, info, low, medium,"
                  + " high or critical but is not set"),
          Arguments.of(
              Fact.of(SEVERITY_ASSESSED, at("2026-11-03T15:00Z")).with("severity", "HIGH"),
              "(code): detail severity of severity-assessed must be unknown, info, low, medium,"
                  + " high or critical but was \"HIGH\""),
          Arguments.of(
              Fact.of(Fact.STEP_APPLIES, at("2026-11-03T15:00Z")).with("step", "CVE assigned"),
              "(code): detail step of step-applies must be the id of a step but was"
                  + " \"CVE assigned\""),
          Arguments.of(
              Fact.of(Fact.EXTENSION_AGREED, at("2026-11-03T15:00Z"))
                  .with("step", "public")
                  .with("until", "2026-12-01"),
              "(code): detail until of extension-agreed must be an instant such as"
                  + " 2026-11-20T10:00:00Z but was \"2026-12-01\""),
          Arguments.of(
              Fact.of(Fact.ADDRESS_CHECKED, at("2026-11-03T15:00Z"))
                  .with("announcement", "chat")
                  .with("works", "yes"),
              "(code): detail works of address-checked must be true or false but was \"yes\""));
    }

    @ParameterizedTest
    @MethodSource
    void facts(Fact fact, String message) {
      assertThatExceptionOfType(CaseException.class)
          .isThrownBy(() -> REPORTED_CASE.with(fact))
          .withMessage(message)
          .satisfies(refused -> assertThat(refused.problems()).hasSize(1));
    }

    @Test
    void anAnswerBeforeTheReport() {
      DisclosureCase empty = DisclosureCase.open("C-1");

      assertThatExceptionOfType(CaseException.class)
          .isThrownBy(() -> empty.with(Fact.of(ACKNOWLEDGED, at("2026-11-02T15:00Z"))))
          .withMessage("(code): acknowledged must come after reported but comes before it");
    }

    @Test
    void factsFromTheFuture() {
      DisclosurePlanner planner = DisclosurePlanner.of(Policies.pvcViewer());
      DisclosureCase early = REPORTED_CASE.with(Fact.of(ACKNOWLEDGED, at("2026-11-03T15:00Z")));

      assertThatExceptionOfType(CaseException.class)
          .isThrownBy(() -> planner.plan(early, at("2026-11-03T14:00Z")))
          .withMessage(
              "(code): acknowledged must not be after 2026-11-03T14:00:00Z, which is now, but was"
                  + " at 2026-11-03T15:00:00Z");
      assertThat(planner.plan(early, at("2026-11-03T15:00Z")).step("acknowledged")).isPresent();
    }

    @Test
    void factsAboutStepsThatNobodyPromised() {
      DisclosurePlanner planner = DisclosurePlanner.of(Policies.pvcViewer());
      DisclosureCase typo =
          REPORTED_CASE
              .with(Fact.applies("cve-asigned", at("2026-11-03T15:00Z")))
              .with(Fact.extended("public", at("2026-12-01T00:00Z"), at("2026-11-03T15:00Z")));

      assertThatExceptionOfType(CaseException.class)
          .isThrownBy(() -> planner.plan(typo, at("2026-11-03T15:00Z")))
          .satisfies(
              refused ->
                  assertThat(refused.problems())
                      .extracting(Object::toString)
                      .containsExactly(
                          "(code): detail step of step-applies must be a step that is owed only"
                              + " where it applies, one of [cve-assigned], perhaps"
                              + " \"cve-assigned\", but was \"cve-asigned\"",
                          "(code): detail step of extension-agreed must be a step of the policy,"
                              + " one of [acknowledged, plan-shared, fix-released, fix-backported,"
                              + " cve-assigned, advisory-published, mitigation-published] but was"
                              + " \"public\""));
    }

    @Test
    void aCaseWithoutAName() {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> DisclosureCase.open(" "))
          .withMessage("case must be named but was blank");
    }

    @Test
    void milestonesThatAreNoNames() {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> Fact.of(Milestone.of("Fix released"), at("2026-11-02T15:00Z")))
          .withMessage("milestone must look like \"fix-released\" but was \"Fix released\"");
    }
  }
}
