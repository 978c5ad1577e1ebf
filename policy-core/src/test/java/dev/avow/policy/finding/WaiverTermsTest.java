package dev.avow.policy.finding;

import static dev.avow.policy.finding.Severity.HIGH;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.tuple;

import dev.avow.policy.finding.Decision.Outcome;
import dev.avow.policy.finding.Decision.Ruling;
import dev.avow.policy.finding.WaiverUse.State;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Which waivers count: those of the gate, those beside what was judged, and none of some rules. */
class WaiverTermsTest {

  private static final LocalDate DAY = LocalDate.of(2026, 11, 22);
  private static final RuleId PINNED = RuleId.of("image-is-pinned");
  private static final RuleId ROOTLESS = RuleId.of("runs-as-non-root");
  private static final RuleSet RULES =
      RuleSet.of(Stream.of(PINNED, ROOTLESS).map(id -> RuleDescription.of(id).build()).toList());
  private static final Subject POD = Subject.of("Pod").with("name", "job-*");
  private static final Location PLACE = Location.at("a.yaml", 3, 5);
  private static final Waiver BESIDE =
      Waiver.of("image-is-pinned").because("vendor").until(DAY).beside(POD, PLACE);

  private static Finding finding(RuleId rule, Subject subject) {
    return Finding.of(rule, Verdict.FAIL, subject, Location.at("a.yaml", 9, 1))
        .severity(HIGH)
        .build();
  }

  private static Evaluation evaluation(Waiver waiver, Finding... findings) {
    Partial.Builder part = Partial.under(RULES).waiver(waiver);
    Stream.of(findings).forEach(part::finding);
    return Evaluation.of(RULES, Stream.of(part.build()));
  }

  @Test
  void aWaiverBesideSomethingCoversThatAndWhatIsInsideByName() {
    assertThat(BESIDE.covers(finding(PINNED, POD), DAY)).isTrue();
    assertThat(BESIDE.covers(finding(PINNED, POD.with("container", "c")), DAY)).isTrue();
    assertThat(BESIDE.covers(finding(ROOTLESS, POD), DAY)).isFalse();
    assertThat(BESIDE.covers(finding(PINNED, Subject.of("Pod").with("name", "job-1")), DAY))
        .isFalse();
    assertThat(BESIDE.subject()).hasToString("kind=Pod, name=job-\\*");
    assertThat(BESIDE.subject().matches(POD)).isTrue();
  }

  @Test
  void aWaiverBesideSomethingNamesOneRule() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Waiver.of("image-*").because("x").beside(POD, PLACE))
        .withMessage("a waiver beside Pod job-* must name one rule but names image-*");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Partial.under(RULES).waiver(Waiver.of("image-*").because("x")))
        .withMessageStartingWith("a waiver that travels must be written beside something");
  }

  @Test
  void waiversBesideThingsDifferByTheirPlace() {
    Waiver elsewhere =
        Waiver.of("image-is-pinned")
            .because("vendor")
            .until(DAY)
            .beside(POD, Location.at("b.yaml", 3, 5));

    Equality.ofAll(BESIDE, Serialized.copyOf(BESIDE));
    Equality.ofNone(BESIDE, elsewhere, Waiver.of("image-is-pinned").because("vendor").until(DAY));
    assertThat(BESIDE).isLessThan(elsewhere);
  }

  @Test
  void itCountsOnlyAtAGateThatHeedsIt() {
    Evaluation evaluation = evaluation(BESIDE, finding(PINNED, POD));
    Gate gate = Gate.failingAt(HIGH);

    Decision deaf = gate.decide(evaluation, DAY);
    Decision heeding = gate.heedingWaiversBeside().decide(evaluation, DAY);

    assertThat(deaf.outcome()).isEqualTo(Outcome.BROKEN);
    assertThat(deaf.notAllowed()).containsExactly(BESIDE);
    assertThat(heeding.outcome()).isEqualTo(Outcome.KEPT);
    assertThat(heeding.rulings()).containsExactly(new Ruling.Waived(finding(PINNED, POD), BESIDE));
  }

  @Test
  void theGatesOwnWaiversComeFirst() {
    Waiver own = Waiver.of("*").because("policy");

    Decision decision =
        Gate.failingAt(HIGH)
            .heedingWaiversBeside()
            .with(List.of(own))
            .decide(evaluation(BESIDE, finding(PINNED, POD)), DAY);

    assertThat(decision.waivers())
        .extracting(WaiverUse::waiver, WaiverUse::state)
        .containsExactly(tuple(own, State.USED), tuple(BESIDE, State.REDUNDANT));
  }

  @Test
  void noWaiverWhateverItsSortCoversARuleThatIsMarked() {
    Waiver own = Waiver.of("*").because("policy");
    Waiver only = Waiver.of("image-is-pinned").because("policy");
    Gate gate =
        Gate.failingAt(HIGH)
            .heedingWaiversBeside()
            .with(List.of(only, own))
            .neverWaiving(List.of(PINNED));

    Decision decision =
        gate.decide(evaluation(BESIDE, finding(PINNED, POD), finding(ROOTLESS, POD)), DAY);

    assertThat(decision.outcome()).isEqualTo(Outcome.BROKEN);
    assertThat(decision.rulings())
        .contains(
            new Ruling.Blocks(finding(PINNED, POD), List.of()),
            new Ruling.Waived(finding(ROOTLESS, POD), own));
    assertThat(decision.waivers())
        .extracting(WaiverUse::state)
        .containsExactly(State.NOT_ALLOWED, State.USED, State.NOT_ALLOWED);
  }

  @Test
  void gatesWithOtherTermsDiffer() {
    Gate gate = Gate.failingAt(HIGH);

    Equality.ofNone(
        gate,
        gate.heedingWaiversBeside(),
        gate.neverWaiving(List.of(PINNED)),
        gate.neverWaiving(List.of(ROOTLESS)),
        gate.against(Baseline.of("r", List.of())));
    assertThat(gate.neverWaiving(List.of(ROOTLESS)).neverWaiving(List.of(PINNED)))
        .isEqualTo(gate.neverWaiving(List.of(PINNED, ROOTLESS, PINNED)));
    assertThat(Glob.literally("a*?[x]{b,c}\\").matches("a*?[x]{b,c}\\")).isTrue();
    assertThat(Glob.literally("a*").matches("ab")).isFalse();
  }
}
