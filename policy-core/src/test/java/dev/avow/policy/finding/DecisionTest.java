package dev.avow.policy.finding;

import static dev.avow.policy.finding.Decision.Outcome.BROKEN;
import static dev.avow.policy.finding.Decision.Outcome.INCONCLUSIVE;
import static dev.avow.policy.finding.Decision.Outcome.KEPT;
import static dev.avow.policy.finding.Selector.where;
import static dev.avow.policy.finding.Severity.HIGH;
import static dev.avow.policy.finding.Severity.LOW;
import static dev.avow.policy.finding.Severity.UNKNOWN;
import static org.assertj.core.api.Assertions.assertThat;

import dev.avow.policy.finding.Decision.Outcome;
import dev.avow.policy.finding.Decision.Ruling;
import dev.avow.policy.finding.WaiverUse.State;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DecisionTest {

  private static final LocalDate DAY = LocalDate.of(2026, 11, 22);
  private static final RuleId PINNED = RuleId.of("image-is-pinned");
  private static final RuleId ROOTLESS = RuleId.of("runs-as-non-root");
  private static final RuleSet RULES =
      RuleSet.of(Stream.of(PINNED, ROOTLESS).map(id -> RuleDescription.of(id).build()).toList());

  private static Subject in(String namespace) {
    return Subject.of("Pod").with("namespace", namespace);
  }

  private static Finding finding(
      RuleId rule, Verdict verdict, Severity severity, String namespace) {
    return Finding.of(rule, verdict, in(namespace), Location.in(namespace + ".yaml"))
        .severity(severity)
        .message("m")
        .build();
  }

  private static Evaluation evaluation(Finding... findings) {
    Partial.Builder part = Partial.under(RULES).verdict(PINNED, in("other"), Verdict.PASS);
    Stream.of(findings).forEach(part::finding);
    return Evaluation.of(RULES, Stream.of(part.build()));
  }

  private static Decision decide(Gate gate, Finding... findings) {
    return gate.decide(evaluation(findings), DAY);
  }

  @Nested
  class OfAGroup {

    private static final Subject GROUP = Subject.of("Namespace").with("namespace", "prod");
    private static final Subject WEB = pod("web");
    private static final Subject DB = pod("db");

    private static Subject pod(String name) {
      return Subject.of("Pod").with("name", name);
    }

    /** Returns what is ruled of a group of two, with which a third has to do. */
    private static Decision decide(Gate gate, Verdict ofOther, Finding... more) {
      Partial.Builder part =
          Partial.under(RULES)
              .verdict(ROOTLESS, WEB, Verdict.FAIL)
              .verdict(ROOTLESS, DB, Verdict.FAIL)
              .verdict(ROOTLESS, pod("other"), ofOther)
              .finding(
                  Finding.of(ROOTLESS, Verdict.FAIL, GROUP, Location.in("a"))
                      .severity(HIGH)
                      .member(WEB)
                      .member(DB)
                      .member(pod("other"))
                      .build());
      Stream.of(more).forEach(part::finding);
      return gate.decide(Evaluation.of(RULES, Stream.of(part.build())), DAY);
    }

    private static Gate waiving(String... names) {
      return Gate.failingAt(HIGH)
          .with(
              Stream.of(names)
                  .map(name -> Waiver.of("*").on(where("name", name)).because(name))
                  .toList());
    }

    private static List<String> rulings(Decision decision) {
      return decision.rulings().stream()
          .map(ruling -> ruling.getClass().getSimpleName() + ruling.finding().members())
          .toList();
    }

    @Test
    void aMemberThatIsWaivedLeavesIt() {
      Decision decision = decide(waiving("db"), Verdict.PASS);

      assertThat(rulings(decision)).containsExactly("Blocks[Pod web, Pod other]", "Waived[Pod db]");
      assertThat(decision.waivers()).extracting(WaiverUse::covered).containsExactly(1);
      assertThat(decision.outcome()).isEqualTo(BROKEN);
    }

    @Test
    void nothingIsLeftWhereEveryMemberIsWaived() {
      Decision decision = decide(waiving("db", "web"), Verdict.PASS);

      assertThat(rulings(decision)).containsExactly("Waived[Pod web]", "Waived[Pod db]");
      assertThat(decision.outcome()).isEqualTo(KEPT);
    }

    @Test
    void aWaiverOfTheGroupCoversAll() {
      Gate gate =
          Gate.failingAt(HIGH)
              .with(List.of(Waiver.of("*").on(where("namespace", "prod")).because("x")));

      assertThat(rulings(decide(gate, Verdict.PASS)))
          .containsExactly("Waived[Pod web, Pod db, Pod other]");
    }

    @Test
    void whoMerelyHasToDoWithItDoesNotLeaveIt() {
      assertThat(rulings(decide(waiving("other"), Verdict.PASS)))
          .containsExactly("Blocks[Pod web, Pod db, Pod other]");
    }

    @Test
    void whoHasAFindingOfItsOwnDoesNotLeaveIt() {
      Finding own =
          Finding.of(ROOTLESS, Verdict.FAIL, pod("other"), Location.in("b")).severity(HIGH).build();

      assertThat(rulings(decide(waiving("other"), Verdict.FAIL, own)))
          .containsExactly("Blocks[Pod web, Pod db, Pod other]", "Waived[]");
    }

    @Test
    void aWaiverOfAMemberThatHasEndedIsTold() {
      Waiver ended = Waiver.of("*").on(where("name", "db")).because("x").until(DAY.minusDays(1));

      Decision decision = decide(Gate.failingAt(HIGH).with(List.of(ended)), Verdict.PASS);

      assertThat(decision.rulings())
          .singleElement()
          .satisfies(ruling -> assertThat(ruling.ended()).containsExactly(ended));
    }
  }

  @Nested
  class WithoutWaivers {

    @ParameterizedTest
    @CsvSource({
      "FAIL, CRITICAL, Blocks, BROKEN",
      "FAIL, HIGH, Blocks, BROKEN",
      "FAIL, MEDIUM, Reported, KEPT",
      "FAIL, LOW, Reported, KEPT",
      "FAIL, INFO, Hidden, KEPT",
      "FAIL, UNKNOWN, Undecided, INCONCLUSIVE",
      "INCONCLUSIVE, CRITICAL, Undecided, INCONCLUSIVE",
      "INCONCLUSIVE, HIGH, Undecided, INCONCLUSIVE",
      "INCONCLUSIVE, MEDIUM, Reported, KEPT",
      "INCONCLUSIVE, INFO, Hidden, KEPT",
      "INCONCLUSIVE, UNKNOWN, Undecided, INCONCLUSIVE"
    })
    void eachFindingIsRuledBySeverityAndVerdict(
        Verdict verdict, Severity severity, String ruling, Outcome outcome) {
      Decision decision =
          decide(
              Gate.failingAt(HIGH).reportingFrom(LOW), finding(PINNED, verdict, severity, "prod"));

      assertThat(decision.rulings()).hasSize(1);
      assertThat(decision.rulings().get(0).getClass().getSimpleName()).isEqualTo(ruling);
      assertThat(decision.outcome()).isEqualTo(outcome);
    }

    @ParameterizedTest
    @CsvSource({
      "FAIL, CRITICAL, Blocks",
      "FAIL, LOW, Reported",
      "FAIL, INFO, Hidden",
      "INCONCLUSIVE, HIGH, Undecided"
    })
    void anUnknownSeverityIsTakenForWhatTheGateSays(Verdict verdict, Severity as, String ruling) {
      Gate gate = Gate.failingAt(HIGH).reportingFrom(LOW).treatingUnknownAs(as);

      Decision decision = decide(gate, finding(PINNED, verdict, UNKNOWN, "prod"));

      assertThat(decision.rulings().get(0).getClass().getSimpleName()).isEqualTo(ruling);
    }

    @ParameterizedTest
    @CsvSource({
      "false, FAIL, HIGH, true",
      "true, FAIL, HIGH, true",
      "false, INCONCLUSIVE, HIGH, true",
      "true, INCONCLUSIVE, HIGH, false",
      "false, FAIL, LOW, false"
    })
    void theOpenBlocksUnlessTheGateAcceptsIt(
        boolean accepts, Verdict verdict, Severity severity, boolean blocks) {
      Gate gate = Gate.failingAt(HIGH);
      Finding finding = finding(PINNED, verdict, severity, "prod");

      Decision decision = decide(accepts ? gate.acceptingInconclusive() : gate, finding);

      assertThat(decision.blocks()).isEqualTo(blocks);
    }

    @Test
    void whatIsBrokenOutweighsWhatIsOpen() {
      Decision decision =
          decide(
              Gate.failingAt(HIGH).acceptingInconclusive(),
              finding(PINNED, Verdict.INCONCLUSIVE, HIGH, "a"),
              finding(PINNED, Verdict.FAIL, HIGH, "b"));

      assertThat(decision.outcome()).isEqualTo(BROKEN);
      assertThat(decision.blocks()).isTrue();
    }

    @Test
    void anEvaluationThatLookedAtNothingIsInconclusive() {
      Decision strict = Gate.failingAt(HIGH).decide(Evaluation.empty(), DAY);
      Decision lenient =
          Gate.failingAt(HIGH).acceptingInconclusive().decide(Evaluation.empty(), DAY);

      assertThat(strict.outcome()).isEqualTo(INCONCLUSIVE);
      assertThat(strict.blocks()).isTrue();
      assertThat(lenient.outcome()).isEqualTo(INCONCLUSIVE);
      assertThat(lenient.blocks()).isFalse();
    }

    @Test
    void anEvaluationThatPassedIsKept() {
      assertThat(decide(Gate.failingAt(HIGH)).outcome()).isEqualTo(KEPT);
      assertThat(decide(Gate.failingAt(HIGH)).blocks()).isFalse();
    }

    @Test
    void rulingsAreInTheOrderOfTheFindings() {
      Decision decision =
          decide(
              Gate.failingAt(HIGH),
              finding(PINNED, Verdict.FAIL, LOW, "b"),
              finding(PINNED, Verdict.FAIL, HIGH, "a"));

      assertThat(decision.rulings())
          .extracting(Ruling::finding)
          .containsExactlyElementsOf(decision.evaluation().findings());
    }
  }

  @Nested
  class WithWaivers {

    private static final Finding DEV = finding(PINNED, Verdict.FAIL, HIGH, "dev");
    private static final Finding PROD = finding(PINNED, Verdict.FAIL, HIGH, "prod");
    private static final Waiver OF_DEV =
        Waiver.of("image-is-pinned").on(where("namespace", "dev")).because("previews");
    private static final Waiver OF_ALL = Waiver.of("image-is-pinned").because("legacy");

    private static Decision decide(List<Waiver> waivers, Finding... findings) {
      return DecisionTest.decide(Gate.failingAt(HIGH).with(waivers), findings);
    }

    @Test
    void aWaivedFindingDoesNotBlock() {
      Decision decision = decide(List.of(OF_DEV), DEV);

      assertThat(decision.outcome()).isEqualTo(KEPT);
      assertThat(decision.rulings()).containsExactly(new Ruling.Waived(DEV, OF_DEV));
    }

    @Test
    void aWaiverCoversWhatIsOpenToo() {
      Finding open = finding(PINNED, Verdict.INCONCLUSIVE, HIGH, "dev");

      assertThat(decide(List.of(OF_DEV), open).outcome()).isEqualTo(KEPT);
    }

    @Test
    void anotherSubjectOrRuleIsNotCovered() {
      Finding otherRule = finding(ROOTLESS, Verdict.FAIL, HIGH, "dev");

      assertThat(decide(List.of(OF_DEV), PROD).outcome()).isEqualTo(BROKEN);
      assertThat(decide(List.of(OF_DEV), otherRule).outcome()).isEqualTo(BROKEN);
    }

    @Test
    void theLastDayIsCoveredAndTheDayBehindItIsNot() {
      Waiver today = OF_DEV.until(DAY);
      Waiver yesterday = OF_DEV.until(DAY.minusDays(1));

      assertThat(decide(List.of(today), DEV).outcome()).isEqualTo(KEPT);
      assertThat(decide(List.of(today), DEV).expired()).isEmpty();
      assertThat(decide(List.of(yesterday), DEV).outcome()).isEqualTo(BROKEN);
      assertThat(decide(List.of(yesterday), DEV).expired()).containsExactly(yesterday);
    }

    @Test
    void aBlockingFindingNamesTheWaiversThatEnded() {
      Waiver ended = OF_DEV.until(DAY.minusDays(1));
      Waiver elsewhere =
          Waiver.of("*").on(where("namespace", "x")).because("y").until(DAY.minusDays(9));
      Finding open = finding(ROOTLESS, Verdict.INCONCLUSIVE, HIGH, "x");

      Decision decision = decide(List.of(elsewhere, ended), DEV, open);

      assertThat(decision.rulings())
          .containsExactly(
              new Ruling.Blocks(DEV, List.of(ended)),
              new Ruling.Undecided(open, List.of(elsewhere)));
      assertThat(decision.rulings().get(0).ended()).containsExactly(ended);
      assertThat(decision.expired()).containsExactly(elsewhere, ended);
    }

    @Test
    void aWaiverInForceStandsInForOneThatEnded() {
      Decision decision = decide(List.of(OF_DEV.until(DAY.minusDays(1)), OF_ALL), DEV);

      assertThat(decision.rulings()).containsExactly(new Ruling.Waived(DEV, OF_ALL));
      assertThat(decision.rulings().get(0).ended()).isEmpty();
      assertThat(decision.redundant()).isEmpty();
    }

    @Test
    void theFirstWaiverThatCoversIsCharged() {
      Decision narrowFirst = decide(List.of(OF_DEV, OF_ALL), DEV, PROD);
      Decision broadFirst = decide(List.of(OF_ALL, OF_DEV), DEV, PROD);

      assertThat(narrowFirst.rulings())
          .containsExactly(new Ruling.Waived(DEV, OF_DEV), new Ruling.Waived(PROD, OF_ALL));
      assertThat(narrowFirst.redundant()).isEmpty();
      assertThat(broadFirst.rulings())
          .containsExactly(new Ruling.Waived(DEV, OF_ALL), new Ruling.Waived(PROD, OF_ALL));
      assertThat(broadFirst.redundant()).containsExactly(OF_DEV);
      assertThat(broadFirst.unused()).isEmpty();
    }

    @Test
    void ofTwoEqualWaiversTheSecondIsRedundant() {
      Waiver first = OF_DEV.at(Location.at("policy.yaml", 3, 1));
      Waiver second = OF_DEV.at(Location.at("policy.yaml", 9, 1));

      Decision decision = decide(List.of(first, second), DEV);

      assertThat(decision.redundant()).hasSize(1);
      assertThat(decision.redundant().get(0).declaredAt()).isEqualTo(second.declaredAt());
    }

    @Test
    void ofTwoEqualWaiversThatCoverNothingBothAreUnused() {
      Waiver first = OF_DEV.at(Location.at("policy.yaml", 3, 1));
      Waiver second = OF_DEV.at(Location.at("policy.yaml", 9, 1));

      Decision decision = decide(List.of(first, second));

      assertThat(decision.unused())
          .extracting(Waiver::declaredAt)
          .containsExactly(first.declaredAt(), second.declaredAt());
      assertThat(decision.redundant()).isEmpty();
    }

    @Test
    void aWaiverIsUnusedOnlyIfOneOfItsRulesWasJudged() {
      Waiver notJudged = Waiver.of("runs-as-*").because("x");
      Waiver unheardOf = Waiver.of("another-rule").because("x");
      Waiver judged =
          Waiver.of("{runs-as-non-root,image-is-pinned}").on(where("namespace", "x")).because("x");

      Decision decision = decide(List.of(notJudged, unheardOf, judged));

      assertThat(decision.unused()).containsExactly(judged);
      assertThat(decision.waivers())
          .extracting(WaiverUse::state)
          .containsExactly(State.NOT_JUDGED, State.UNMATCHED, State.UNUSED);
    }

    @Test
    void aWaiverInForceThatNamesNoRuleOfTheEvaluationIsUnmatchedAndBlocksNothing() {
      Waiver misspelt = Waiver.of("image-is-pined").because("x");
      Waiver ended = misspelt.until(DAY.minusDays(1));

      Decision decision = decide(List.of(misspelt, ended, OF_ALL), DEV);

      assertThat(decision.unmatched()).containsExactly(misspelt);
      assertThat(decision.unused()).isEmpty();
      assertThat(decision.outcome()).isEqualTo(KEPT);
    }

    @Test
    void anEndedWaiverIsNeitherUnusedNorRedundant() {
      Waiver ended = OF_ALL.until(DAY.minusDays(1));

      Decision decision = decide(List.of(OF_ALL, ended), DEV);

      assertThat(decision.expired()).containsExactly(ended);
      assertThat(decision.unused()).isEmpty();
      assertThat(decision.redundant()).isEmpty();
    }

    @Test
    void aWaiverOfSomethingThatIsNotEvenReportedIsUsed() {
      Finding info = finding(PINNED, Verdict.FAIL, Severity.INFO, "dev");

      Decision decision =
          DecisionTest.decide(Gate.failingAt(HIGH).reportingFrom(LOW).with(List.of(OF_DEV)), info);

      assertThat(decision.rulings()).containsExactly(new Ruling.Waived(info, OF_DEV));
      assertThat(decision.unused()).isEmpty();
    }

    @Test
    void waiversDoNotMakeAnEmptyEvaluationGood() {
      Decision decision =
          Gate.failingAt(HIGH)
              .with(List.of(Waiver.of("**").because("x")))
              .decide(Evaluation.empty(), DAY);

      assertThat(decision.outcome()).isEqualTo(INCONCLUSIVE);
      assertThat(decision.unused()).isEmpty();
    }
  }

  @Nested
  class AsAValue {

    @Test
    void decisionsAreEqualIfWhatTheyCameFromIs() {
      Finding finding = finding(PINNED, Verdict.FAIL, HIGH, "dev");
      Gate gate = Gate.failingAt(HIGH);
      Decision decision = decide(gate, finding);

      Equality.ofAll(decision, decide(gate, finding), Serialized.copyOf(decision));
      Equality.ofNone(
          decision,
          decide(gate),
          decide(gate.acceptingInconclusive(), finding),
          gate.decide(evaluation(finding), DAY.plusDays(1)));
      assertThat(decision).hasToString("BROKEN, 1 findings");
      assertThat(decision.gate()).isEqualTo(gate);
      assertThat(decision.day()).isEqualTo(DAY);
      assertThat(Serialized.copyOf(decision).rulings()).isEqualTo(decision.rulings());
    }
  }

  @Nested
  class InLargeNumbers {

    @Test
    void manyFindingsMeetManyWaiversInLittleTime() {
      Partial.Builder part = Partial.under(RULES);
      for (int i = 0; i < 100_000; i++) {
        part.finding(
            Finding.of(PINNED, Verdict.FAIL, in("team-" + i % 1_000), Location.at("a", i + 1, 1))
                .severity(HIGH)
                .build());
      }
      Evaluation evaluation = Evaluation.of(RULES, Stream.of(part.build()));
      List<Waiver> waivers =
          IntStream.range(0, 50)
              .mapToObj(i -> Waiver.of("image-*").on(where("namespace", "team-?" + i)).because("x"))
              .toList();

      Decision decision =
          Assertions.assertTimeout(
              Duration.ofSeconds(20),
              () -> Gate.failingAt(HIGH).with(waivers).decide(evaluation, DAY));

      assertThat(decision.rulings()).hasSize(100_000);
      assertThat(decision.unused()).isEmpty();
    }
  }
}
