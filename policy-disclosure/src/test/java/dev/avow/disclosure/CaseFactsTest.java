package dev.avow.disclosure;

import static dev.avow.disclosure.Policies.at;
import static dev.avow.policy.commitment.Milestone.ACCEPTED;
import static dev.avow.policy.commitment.Milestone.ACKNOWLEDGED;
import static dev.avow.policy.commitment.Milestone.ADVISORY_PUBLISHED;
import static dev.avow.policy.commitment.Milestone.CLOSED;
import static dev.avow.policy.commitment.Milestone.CONFIRMED;
import static dev.avow.policy.commitment.Milestone.DEFERRED;
import static dev.avow.policy.commitment.Milestone.DUPLICATE;
import static dev.avow.policy.commitment.Milestone.EXPLOITATION_KNOWN;
import static dev.avow.policy.commitment.Milestone.EXPLOIT_PUBLIC;
import static dev.avow.policy.commitment.Milestone.FIX_DEPLOYED;
import static dev.avow.policy.commitment.Milestone.FIX_RELEASED;
import static dev.avow.policy.commitment.Milestone.NOTIFICATION_SUBMITTED;
import static dev.avow.policy.commitment.Milestone.PUBLIC;
import static dev.avow.policy.commitment.Milestone.REJECTED;
import static dev.avow.policy.commitment.Milestone.REPORTED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.avow.disclosure.state.EmbargoState;
import dev.avow.disclosure.state.ReportState;
import dev.avow.policy.SecurityPolicy;
import dev.avow.policy.commitment.Commitment;
import dev.avow.policy.commitment.Milestone;
import dev.avow.policy.commitment.Period;
import dev.avow.policy.finding.Finding;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What facts say together: corrections, states, and the embargo. */
class CaseFactsTest {

  private static final Fact REPORT = Fact.of(REPORTED, at("2026-11-02T15:00Z"));
  private static final DisclosureCase CASE = DisclosureCase.open("C-1").with(REPORT);
  private static final Instant END = at("2026-12-01T00:00Z");

  private static DisclosureCase facts(Milestone... all) {
    DisclosureCase theCase = CASE;
    for (int day = 0; day < all.length; day++) {
      theCase = theCase.with(Fact.of(all[day], REPORT.at().plusSeconds(86_400L * (day + 1))));
    }
    return theCase;
  }

  private static List<String> findings(DisclosureCase theCase, String now) {
    return DisclosurePlanner.of(SecurityPolicy.named("p").build())
        .plan(theCase, at(now))
        .evaluation()
        .findings()
        .stream()
        .map(finding -> finding.rule() + ": " + finding.sentence())
        .toList();
  }

  @Nested
  class Corrections {

    private final Fact wrong = Fact.of(ACKNOWLEDGED, at("2026-11-05T15:00Z"));
    private final DisclosureCase acknowledged = CASE.with(wrong);

    @Test
    void moveAFactAndKeepTheRecord() {
      DisclosureCase corrected =
          acknowledged.with(
              Fact.corrected(wrong, at("2026-11-03T15:00Z"), at("2026-11-06T15:00Z"))
                  .because("the clock of the mail server"));

      assertThat(corrected.first(ACKNOWLEDGED)).map(Fact::at).contains(at("2026-11-03T15:00Z"));
      assertThat(corrected.facts()).hasSize(3).contains(wrong);
      assertThat(corrected.standing())
          .extracting(Fact::what)
          .containsExactly(REPORTED, ACKNOWLEDGED);
      assertThat(DisclosureCase.parse(corrected.toYaml())).isEqualTo(corrected);
    }

    @Test
    void withdrawAFact() {
      DisclosureCase withdrawn = acknowledged.with(Fact.withdrawn(wrong, at("2026-11-06T15:00Z")));

      assertThat(withdrawn.first(ACKNOWLEDGED)).isEmpty();
      assertThat(
              DisclosurePlanner.of(Policies.pvcViewer())
                  .plan(withdrawn, at("2026-11-06T15:00Z"))
                  .overdue())
          .extracting(Step::id)
          .contains("acknowledged");
    }

    @Test
    void canBeCorrectedThemselves() {
      DisclosureCase twice =
          acknowledged
              .with(Fact.withdrawn(wrong, at("2026-11-06T15:00Z")))
              .with(Fact.corrected(wrong, wrong.at(), at("2026-11-07T15:00Z")));

      assertThat(twice.first(ACKNOWLEDGED)).contains(wrong);
    }

    @Test
    void canMoveTheReportItself() {
      DisclosureCase moved =
          acknowledged.with(
              Fact.corrected(REPORT, at("2026-11-01T15:00Z"), at("2026-11-06T15:00Z")));

      assertThat(moved.first(REPORTED)).map(Fact::at).contains(at("2026-11-01T15:00Z"));
    }

    @Test
    void tellWhenSomethingHappenedThatIsLearntLate() {
      Fact learnt = Fact.of(EXPLOITATION_KNOWN, at("2026-11-05T00:00Z"));
      DisclosureCase theCase =
          CASE.with(Fact.of(Milestone.ACKNOWLEDGED, at("2026-11-04T00:00Z")))
              .with(learnt)
              .with(Fact.corrected(learnt, at("2026-11-03T00:00Z"), learnt.at()));

      assertThat(theCase.standing())
          .extracting(Fact::what)
          .containsExactly(Milestone.REPORTED, EXPLOITATION_KNOWN, Milestone.ACKNOWLEDGED);
    }

    private void refused(Fact fact, String message) {
      assertThatExceptionOfType(CaseException.class)
          .isThrownBy(() -> acknowledged.with(fact))
          .withMessage("(code): " + message);
    }

    @Test
    void mustNameOneFactAndSayOneThing() {
      Instant now = at("2026-11-06T15:00Z");
      refused(
          Fact.withdrawn(Fact.of(CONFIRMED, wrong.at()), now),
          "fact and was-at must name one earlier fact but name 0");
      refused(
          Fact.withdrawn(wrong, now).with("is-at", wrong.at().toString()),
          "one of is-at and withdrawn: true must be set but both are");
      refused(
          Fact.of(Fact.CORRECTED, now)
              .with("fact", "acknowledged")
              .with("was-at", "2026-11-05T15:00:00Z"),
          "one of is-at and withdrawn: true must be set but neither is");
      refused(
          Fact.corrected(wrong, at("2026-12-01T00:00Z"), now),
          "is-at must not be after the correction but was at 2026-12-01T00:00:00Z");
      refused(
          Fact.corrected(wrong, at("2026-11-01T00:00Z"), now),
          "acknowledged must come after reported but with this correction comes before it");
      refused(
          Fact.withdrawn(REPORT, now),
          "acknowledged must come after reported but with this correction comes before it");
      refused(
          Fact.of(Fact.CORRECTED, now).with("fact", "acknowledged").with("was-at", "Monday"),
          "detail was-at of corrected must be an instant such as 2026-11-20T10:00:00Z but was"
              + " \"Monday\"");
    }
  }

  @Test
  void factsOfOnesOwnHaveDetailsOfOnesOwn() {
    Fact call = Fact.of(Milestone.of("called"), END).with("until", "noon").with("of", "the list");

    assertThat(CASE.with(call).facts()).hasSize(2);
  }

  @Test
  void whatIsAcceptedIsConfirmed() {
    assertThat(facts(ACCEPTED).first(CONFIRMED)).isPresent();
  }

  @Nested
  class OneFactForTwo {

    @Test
    void satisfiesBoth() {
      DisclosureCase theCase =
          CASE.with(
              Fact.of(Milestone.EARLY_WARNING_SUBMITTED, at("2026-11-03T00:00Z"))
                  .also(NOTIFICATION_SUBMITTED));

      assertThat(theCase.first(NOTIFICATION_SUBMITTED)).isPresent();
      assertThat(DisclosureCase.parse(theCase.toYaml())).isEqualTo(theCase);
    }

    @Test
    void movesTheReportAsTwoWould() {
      DisclosureCase theCase =
          CASE.with(
              Fact.of(Milestone.ADVISORY_PUBLISHED, at("2026-11-03T00:00Z")).also(FIX_RELEASED));

      assertThat(theCase.reportState()).isEqualTo(ReportState.ACCEPTED);
      assertThat(findings(theCase, "2026-11-04T00:00Z")).isEmpty();
    }

    @Test
    void namesMilestones() {
      assertThatExceptionOfType(CaseException.class)
          .isThrownBy(() -> CASE.with(Fact.of(CONFIRMED, END).with("also", "The Fix")))
          .withMessageContaining("detail also of confirmed must be milestones such as");
    }
  }

  @Nested
  class Reports {

    @Test
    void goThroughTheirStates() {
      assertThat(DisclosureCase.open("C-2").reportState()).isEqualTo(ReportState.START);
      assertThat(CASE.reportState()).isEqualTo(ReportState.RECEIVED);
      assertThat(facts(CONFIRMED).reportState()).isEqualTo(ReportState.VALID);
      assertThat(facts(REJECTED).reportState()).isEqualTo(ReportState.INVALID);
      assertThat(facts(DUPLICATE).reportState()).isEqualTo(ReportState.INVALID);
      assertThat(facts(REJECTED, CONFIRMED).reportState()).isEqualTo(ReportState.VALID);
      assertThat(facts(CONFIRMED, ACCEPTED).reportState()).isEqualTo(ReportState.ACCEPTED);
      assertThat(facts(CONFIRMED, DEFERRED).reportState()).isEqualTo(ReportState.DEFERRED);
      assertThat(facts(CONFIRMED, DEFERRED, ACCEPTED).reportState())
          .isEqualTo(ReportState.ACCEPTED);
      assertThat(facts(ACCEPTED, CLOSED).reportState()).isEqualTo(ReportState.CLOSED);
      assertThat(facts(FIX_RELEASED, CLOSED).reportState()).isEqualTo(ReportState.CLOSED);
    }

    @Test
    void areToldWhenAFactDoesNotFollow() {
      assertThat(findings(facts(CONFIRMED, CLOSED), "2026-11-09T00:00Z"))
          .containsExactly(
              "fact-follows-from-others: Case C-1: closed does not follow from what happened"
                  + " before");
      assertThat(findings(facts(CONFIRMED, ACCEPTED, CLOSED), "2026-11-09T00:00Z")).isEmpty();
    }

    @Test
    void haveAFixOnlyWhenAccepted() {
      assertThat(findings(facts(REJECTED, FIX_RELEASED), "2026-11-09T00:00Z"))
          .anySatisfy(
              finding -> assertThat(finding).startsWith("fix-is-of-accepted-report: Case C-1"));
    }
  }

  @Nested
  class Cases {

    @Test
    void knowWhatHasHappened() {
      assertThat(CASE.state()).hasToString("Vfdpxa");
      assertThat(facts(FIX_RELEASED).state()).hasToString("VFdpxa");
      assertThat(facts(FIX_DEPLOYED).state()).hasToString("VFDpxa");
      assertThat(facts(ADVISORY_PUBLISHED, EXPLOIT_PUBLIC).state()).hasToString("VfdPXa");
      assertThat(facts(PUBLIC, EXPLOITATION_KNOWN).state()).hasToString("VfdPxA");
    }
  }

  @Nested
  class Embargoes {

    private final DisclosureCase agreed =
        CASE.with(EmbargoFacts.proposed("finder", END, at("2026-11-03T00:00Z")))
            .with(EmbargoFacts.accepted("vendor", at("2026-11-04T00:00Z")));

    @Test
    void followFromFacts() {
      assertThat(CASE.embargo().state()).isEqualTo(EmbargoState.NONE);
      assertThat(agreed.embargo()).hasToString("ACTIVE until 2026-12-01T00:00:00Z");
      assertThat(DisclosureCase.parse(agreed.toYaml(Clearance.upTo(Tlp.RED)))).isEqualTo(agreed);

      DisclosureCase revised =
          agreed
              .with(EmbargoFacts.joined("list", at("2026-11-05T00:00Z")))
              .with(
                  EmbargoFacts.revised("vendor", at("2026-12-20T00:00Z"), at("2026-11-05T00:00Z")));
      assertThat(revised.embargo().state()).isEqualTo(EmbargoState.REVISE);
      assertThat(revised.with(EmbargoFacts.rejected("finder", at("2026-11-06T00:00Z"))).embargo())
          .hasToString("REVISE until 2026-12-01T00:00:00Z");
      assertThat(
              revised
                  .with(
                      EmbargoFacts.accepted(
                          "list", at("2026-12-20T00:00Z"), at("2026-11-06T00:00Z")))
                  .embargo()
                  .awaited())
          .containsExactly("finder");
      assertThat(
              revised
                  .with(EmbargoFacts.rejected("finder", at("2026-11-06T00:00Z")))
                  .with(
                      EmbargoFacts.rejected(
                          "list", at("2026-12-20T00:00Z"), at("2026-11-06T00:00Z")))
                  .embargo()
                  .state())
          .isEqualTo(EmbargoState.ACTIVE);
    }

    @Test
    void refuseFactsThatCannotFollow() {
      assertThatExceptionOfType(CaseException.class)
          .isThrownBy(() -> CASE.with(EmbargoFacts.accepted("vendor", END)))
          .withMessage("(code): terms must be proposed first but there are none");
      assertThatExceptionOfType(CaseException.class)
          .isThrownBy(
              () ->
                  agreed
                      .with(EmbargoFacts.terminated("vendor", at("2026-11-05T00:00Z")))
                      .with(EmbargoFacts.proposed("vendor", END, at("2026-11-06T00:00Z"))))
          .withMessage("(code): embargo must not be over to be proposed but is");
      assertThatExceptionOfType(CaseException.class)
          .isThrownBy(() -> CASE.with(Fact.of(EmbargoFacts.PROPOSED, END).with("party", "x")))
          .withMessageContaining("detail until of embargo-proposed must be an instant");
    }

    @Test
    void endOfThemselvesOnceTheDetailsArePublic() {
      DisclosureCase leaked = agreed.with(Fact.of(PUBLIC, at("2026-11-05T00:00Z")));

      assertThat(leaked.embargo().state()).isEqualTo(EmbargoState.EXITED);
      assertThat(findings(leaked, "2026-11-06T00:00Z"))
          .containsExactly(
              "embargo-is-kept: Case C-1: public was at 2026-11-05T00:00:00Z, under an embargo"
                  + " until 2026-12-01T00:00:00Z");
      assertThat(findings(agreed.with(Fact.of(PUBLIC, END)), "2026-12-02T00:00Z")).isEmpty();
    }

    @Test
    void endOfThemselvesOnceAnExploitIsPublic() {
      DisclosureCase exploit =
          agreed.with(Fact.of(Milestone.EXPLOIT_PUBLIC, at("2026-11-05T00:00Z")));

      assertThat(exploit.embargo().state()).isEqualTo(EmbargoState.EXITED);
      assertThat(exploit.marked(Tlp.CLEAR).mark()).isEqualTo(Tlp.CLEAR);
      assertThat(findings(exploit, "2026-11-06T00:00Z")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"public", "advisory-published", "exploit-public"})
    void bindNobodyWhenTheyAreAgreedTooLate(String event) {
      DisclosureCase pending =
          CASE.with(EmbargoFacts.proposed("finder", END, at("2026-11-03T00:00Z")))
              .with(Fact.of(Milestone.of(event), at("2026-11-04T00:00Z")));
      DisclosureCase late = pending.with(EmbargoFacts.accepted("vendor", at("2026-11-05T00:00Z")));

      assertThat(pending.marked(Tlp.CLEAR).mark()).isEqualTo(Tlp.CLEAR);
      assertThat(late.embargo().state()).isEqualTo(EmbargoState.EXITED);
      assertThat(findings(late, "2026-11-06T00:00Z"))
          .singleElement()
          .asString()
          .contains("embargo-accepted MUST NOT be");
    }

    @Test
    void putNothingOffWhenTheyAreAgreedTooLate() {
      SecurityPolicy policy =
          Policies.promising(
              "UTC", Commitment.to(Milestone.ADVISORY_PUBLISHED).within(Period.days(10)));
      DisclosureCase late =
          CASE.with(Fact.of(PUBLIC, at("2026-11-03T00:00Z")))
              .with(EmbargoFacts.proposed("finder", END, at("2026-11-04T00:00Z")))
              .with(EmbargoFacts.accepted("vendor", at("2026-11-05T00:00Z")));

      Step advisory =
          DisclosurePlanner.of(policy)
              .plan(late, at("2026-11-06T00:00Z"))
              .step("advisory-published")
              .orElseThrow();

      assertThat(advisory.state()).isEqualTo(Step.State.OPEN);
      assertThat(advisory.due()).isPresent().get().isNotEqualTo(END);
    }

    @Test
    void shouldEndOnceItIsExploited() {
      DisclosureCase exploited = agreed.with(Fact.of(EXPLOITATION_KNOWN, at("2026-11-05T00:00Z")));

      assertThat(exploited.embargo().state()).isEqualTo(EmbargoState.ACTIVE);
      assertThat(findings(exploited, "2026-11-06T00:00Z"))
          .containsExactly(
              "embargo-ends-with-secrecy: Case C-1: the embargo SHOULD end, as the vulnerability is"
                  + " being exploited, and is in force");
      assertThat(
              findings(
                  exploited.with(EmbargoFacts.terminated("vendor", at("2026-11-06T00:00Z"))),
                  "2026-11-06T00:00Z"))
          .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
      "exploitation-known, embargo-proposed MUST NOT be",
      "public, embargo-proposed MUST NOT be",
      "exploit-public, embargo-proposed MUST NOT be",
      "fix-ready, embargo-proposed SHOULD NOT be"
    })
    void areNotNegotiatedTooLate(String event, String finding) {
      DisclosureCase late =
          CASE.with(Fact.of(Milestone.of(event), at("2026-11-03T00:00Z")))
              .with(EmbargoFacts.proposed("finder", END, at("2026-11-04T00:00Z")));

      assertThat(findings(late, "2026-11-05T00:00Z"))
          .singleElement()
          .asString()
          .startsWith("embargo-is-negotiated-in-time")
          .contains(finding);
    }

    @Test
    void mayBeExtendedWhileAFixIsReady() {
      DisclosureCase ready =
          agreed
              .with(Fact.of(Milestone.FIX_READY, at("2026-11-05T00:00Z")))
              .with(
                  EmbargoFacts.revised("vendor", at("2026-12-05T00:00Z"), at("2026-11-06T00:00Z")));

      assertThat(findings(ready, "2026-11-06T00:00Z")).isEmpty();
    }

    @Test
    void keepCasesOpen() {
      DisclosureCase closed =
          agreed
              .with(Fact.of(ACCEPTED, at("2026-11-05T00:00Z")))
              .with(Fact.of(CLOSED, at("2026-11-06T00:00Z")));

      assertThat(findings(closed, "2026-11-06T00:00Z"))
          .containsExactly(
              "case-stays-open-under-embargo: Case C-1: was closed while an embargo is in force");
    }

    @Test
    void obligeNobodyToPublishWhenTheyEnd() {
      SecurityPolicy policy = Policies.promising("UTC", Commitment.to(PUBLIC).after(FIX_RELEASED));
      DisclosureCase ended =
          agreed.with(EmbargoFacts.terminated("finder", at("2026-11-05T00:00Z")));
      Plan plan = DisclosurePlanner.of(policy).plan(ended, at("2027-01-05T00:00Z"));

      assertThat(plan.overdue()).isEmpty();
      assertThat(plan.next()).isEmpty();
      assertThat(plan.step("public").flatMap(Step::due)).isEmpty();
      assertThat(plan.evaluation().findings()).extracting(Finding::sentence).isEmpty();
    }
  }
}
