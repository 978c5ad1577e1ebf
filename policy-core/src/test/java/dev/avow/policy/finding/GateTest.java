package dev.avow.policy.finding;

import static dev.avow.policy.finding.Severity.HIGH;
import static dev.avow.policy.finding.Severity.INFO;
import static dev.avow.policy.finding.Severity.LOW;
import static dev.avow.policy.finding.Severity.MEDIUM;
import static dev.avow.policy.finding.Severity.UNKNOWN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;

class GateTest {

  private static final Waiver WAIVER = Waiver.of("a").because("b");

  @Test
  void itReportsEverythingAndAcceptsNothingOpenUntilItIsTold() {
    Gate gate = Gate.failingAt(HIGH);

    assertThat(gate.failAt()).isEqualTo(HIGH);
    assertThat(gate.reportFrom()).isEqualTo(INFO);
    assertThat(gate.acceptsInconclusive()).isFalse();
    assertThat(gate.unknownAs()).isEmpty();
    assertThat(gate.waivers()).isEmpty();
  }

  @Test
  void eachChangeIsANewGateThatKeepsTheRest() {
    Gate gate =
        Gate.failingAt(HIGH)
            .with(List.of(WAIVER))
            .reportingFrom(LOW)
            .treatingUnknownAs(MEDIUM)
            .acceptingInconclusive()
            .with(List.of(Waiver.of("c").because("d")));

    assertThat(gate.reportFrom()).isEqualTo(LOW);
    assertThat(gate.unknownAs()).contains(MEDIUM);
    assertThat(gate.acceptsInconclusive()).isTrue();
    assertThat(gate.waivers()).containsExactly(WAIVER, Waiver.of("c").because("d"));
    assertThat(gate).hasToString("fails at HIGH, reports from LOW, 2 waivers");
  }

  @Test
  void whatMakesNoSenseIsRefusedAtTheCall() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Gate.failingAt(UNKNOWN))
        .withMessage("a gate must fail at a known severity but was UNKNOWN");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Gate.failingAt(MEDIUM).reportingFrom(UNKNOWN))
        .withMessage("a gate must report from a known severity but was UNKNOWN");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Gate.failingAt(MEDIUM).treatingUnknownAs(UNKNOWN))
        .withMessage("a gate must treat unknown as a known severity but was UNKNOWN");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Gate.failingAt(MEDIUM).reportingFrom(HIGH))
        .withMessage("a gate that fails at MEDIUM must report it but was to report from HIGH");
  }

  @Test
  void gatesAreEqualIfTheyDecideAlike() {
    Gate gate = Gate.failingAt(HIGH).with(List.of(WAIVER));

    Equality.ofAll(gate, Gate.failingAt(HIGH).with(List.of(WAIVER)), Serialized.copyOf(gate));
    Equality.ofNone(
        gate,
        Gate.failingAt(HIGH),
        Gate.failingAt(MEDIUM).with(List.of(WAIVER)),
        gate.reportingFrom(LOW),
        gate.acceptingInconclusive(),
        gate.treatingUnknownAs(HIGH),
        gate.with(List.of(WAIVER)));
  }
}
