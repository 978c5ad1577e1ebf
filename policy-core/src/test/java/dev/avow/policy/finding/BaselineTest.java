package dev.avow.policy.finding;

import static dev.avow.policy.finding.Decision.Outcome.BROKEN;
import static dev.avow.policy.finding.Decision.Outcome.KEPT;
import static dev.avow.policy.finding.Severity.CRITICAL;
import static dev.avow.policy.finding.Severity.HIGH;
import static dev.avow.policy.finding.Severity.LOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.groups.Tuple.tuple;

import dev.avow.policy.finding.BaselineUse.State;
import dev.avow.policy.finding.Decision.Ruling;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class BaselineTest {

  private static final LocalDate DAY = LocalDate.of(2026, 11, 22);
  private static final Gate GATE = Gate.failingAt(HIGH);
  private static final RuleId PINNED = RuleId.of("image-is-pinned");
  private static final RuleId ROOTLESS = RuleId.of("runs-as-non-root");
  private static final RuleSet RULES =
      RuleSet.of(Stream.of(PINNED, ROOTLESS).map(id -> RuleDescription.of(id).build()).toList());

  private static Subject pod(String name) {
    return Subject.of("Pod").with("name", name);
  }

  private static Finding finding(String pod, int line) {
    return finding(pod, line, HIGH).build();
  }

  private static Finding.Builder finding(String pod, int line, Severity severity) {
    return Finding.of(PINNED, Verdict.FAIL, pod(pod), Location.at("a.yaml", line, 1))
        .severity(severity)
        .message("image %s moves".formatted(pod));
  }

  private static Evaluation found(Finding... findings) {
    Partial.Builder part = Partial.under(RULES).verdict(PINNED, pod("sound"), Verdict.PASS);
    Stream.of(findings).forEach(part::finding);
    return Evaluation.of(RULES, Stream.of(part.build()));
  }

  private static Baseline baseline(Finding... findings) {
    return Baseline.of(GATE.decide(found(findings), DAY));
  }

  private static Decision against(Baseline known, Finding... findings) {
    return GATE.against(known).decide(found(findings), DAY);
  }

  @Nested
  class WhatIsKnown {

    @Test
    void blocksNothingWhereverItMovesTo() {
      Finding moved = finding("a", 99);

      Decision decision = against(baseline(finding("a", 1)), moved);

      assertThat(decision.outcome()).isEqualTo(KEPT);
      assertThat(decision.blocks()).isFalse();
      assertThat(decision.rulings()).containsExactly(new Ruling.Known(moved));
    }

    @Test
    void doesNotHideWhatIsNew() {
      Decision decision = against(baseline(finding("a", 1)), finding("a", 1), finding("b", 9));

      assertThat(decision.outcome()).isEqualTo(BROKEN);
      assertThat(decision.rulings())
          .containsExactly(
              new Ruling.Known(finding("a", 1)), new Ruling.Blocks(finding("b", 9), List.of()));
    }

    @Test
    void isCountedSoThatOneMoreOfTheSameIsNew() {
      Baseline twice = baseline(finding("a", 1), finding("a", 2));

      assertThat(twice.entries())
          .singleElement()
          .satisfies(e -> assertThat(e.count()).isEqualTo(2));
      assertThat(against(twice, finding("a", 5), finding("a", 6)).outcome()).isEqualTo(KEPT);
      assertThat(against(twice, finding("a", 5), finding("a", 6), finding("a", 7)).rulings())
          .hasSize(3)
          .filteredOn(Ruling.Blocks.class::isInstance)
          .hasSize(1);
    }

    @Test
    void isNewWhereAGroupHasGrown() {
      Finding small = finding("a", 1, HIGH).member(pod("x")).member(pod("y")).build();
      Finding smaller = finding("a", 1, HIGH).member(pod("y")).build();
      Finding grown = finding("a", 1, HIGH).member(pod("y")).member(pod("z")).build();

      Baseline known = baseline(small);

      assertThat(against(known, smaller).outcome()).isEqualTo(KEPT);
      assertThat(against(known, grown).outcome()).isEqualTo(BROKEN);
    }

    @Test
    void coversWhatCouldNotBeDecidedAndStaysHiddenWhereItIsHidden() {
      Finding open =
          Finding.of(ROOTLESS, Verdict.INCONCLUSIVE, pod("a"), Location.at("a.yaml", 3, 1))
              .severity(CRITICAL)
              .build();
      Finding low = finding("b", 7, LOW).build();
      Gate gate = GATE.reportingFrom(HIGH);

      Baseline known = Baseline.of(gate.decide(found(open, low), DAY));
      Decision decision = gate.against(known).decide(found(open, low), DAY);

      assertThat(known.entries()).hasSize(2);
      assertThat(decision.outcome()).isEqualTo(KEPT);
      assertThat(decision.rulings())
          .containsExactly(new Ruling.Known(open), new Ruling.Hidden(low));
    }

    @Test
    void leavesOutWhatIsWaivedSoThatAnEndedWaiverIsHeard() {
      Waiver waiver = Waiver.of("image-is-pinned").because("preview").until(DAY);
      Gate waiving = GATE.with(List.of(waiver));

      Baseline known = Baseline.of(waiving.decide(found(finding("a", 1)), DAY));

      assertThat(known.entries()).isEmpty();
      assertThat(waiving.against(known).decide(found(finding("a", 1)), DAY.plusDays(1)).outcome())
          .isEqualTo(BROKEN);
    }

    @Test
    void isWaivedFirstAndThenNotToldAsFixed() {
      Baseline known = baseline(finding("a", 1));
      Gate waiving = GATE.with(List.of(Waiver.of("*").because("preview")));

      Decision decision = waiving.against(known).decide(found(finding("a", 1)), DAY);

      assertThat(decision.rulings()).allMatch(Ruling.Waived.class::isInstance);
      assertThat(decision.baseline()).extracting(BaselineUse::state).containsExactly(State.FOUND);
    }
  }

  @Nested
  class WhatIsNoLongerFound {

    private final Baseline known =
        baseline(finding("a", 1), finding("a", 2), finding("b", 3), finding("c", 4));

    @Test
    void isFixedOrGoneOrWasNotJudged() {
      Partial part =
          Partial.under(RULES)
              .finding(finding("a", 1))
              .verdict(PINNED, pod("b"), Verdict.PASS)
              .build();

      Decision decision = GATE.against(known).decide(Evaluation.of(RULES, Stream.of(part)), DAY);

      assertThat(decision.baseline())
          .extracting(use -> use.entry().subject(), BaselineUse::state, BaselineUse::missing)
          .containsExactly(
              tuple("Pod a", State.FIXED, 1),
              tuple("Pod b", State.FIXED, 1),
              tuple("Pod c", State.GONE, 1));
    }

    @Test
    void isNotCalledFixedWhereItsRuleLookedAtNothing() {
      Partial part = Partial.under(RULES).verdict(ROOTLESS, pod("a"), Verdict.PASS).build();

      Decision decision = GATE.against(known).decide(Evaluation.of(RULES, Stream.of(part)), DAY);

      assertThat(decision.baseline()).extracting(BaselineUse::state).containsOnly(State.NOT_JUDGED);
      assertThat(known.without(decision)).isEqualTo(known);
    }

    @Test
    void leavesTheBaselineWhileNothingNewEntersIt() {
      Decision decision = against(known, finding("a", 8), finding("new", 9));

      Baseline smaller = known.without(decision);

      assertThat(smaller.entries())
          .extracting(Baseline.Entry::subject, Baseline.Entry::count)
          .containsExactly(tuple("Pod a", 1));
      assertThat(Baseline.of(decision).size()).isEqualTo(2);
    }
  }

  @Test
  void aBaselineOfOtherRulesIsTold() {
    Baseline own = baseline(finding("a", 1));
    Baseline foreign = Baseline.of("other", own.entries());

    assertThat(against(own, finding("a", 1)).baselineFits()).isTrue();
    assertThat(against(foreign, finding("a", 1)).baselineFits()).isFalse();
    assertThat(against(foreign, finding("a", 1)).outcome()).isEqualTo(KEPT);
    assertThat(against(Baseline.none(), finding("a", 1)).baselineFits()).isTrue();
  }

  @Test
  void theSameFingerprintTwiceIsRefused() {
    Baseline.Entry entry = baseline(finding("a", 1)).entries().get(0);

    assertThatIllegalArgumentException()
        .isThrownBy(() -> Baseline.of("r", List.of(entry, entry)))
        .withMessageStartingWith("fingerprint must be listed once but ");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Baseline.Entry("f", PINNED, "a.yaml", "Pod a", "m", 0, List.of()))
        .withMessage("count must be 1 or more but was 0");
  }

  @Test
  void aNamelessThingAndADotBeforeThePathStayTheSame() {
    Subject there = Subject.of("File").with("file", "a.yaml").with(Subject.LINE, "3");
    Subject moved = Subject.of("File").with("file", "a.yaml").with(Subject.LINE, "8");

    Finding before = Finding.of(PINNED, Verdict.FAIL, there, Location.in("a.yaml")).build();
    Finding after = Finding.of(PINNED, Verdict.FAIL, moved, Location.in("./a.yaml")).build();

    assertThat(after.fingerprint()).isEqualTo(before.fingerprint());
  }

  @Test
  void baselinesAreValuesThatTravel() {
    Baseline known = baseline(finding("a", 1));

    Equality.ofAll(known, baseline(finding("a", 9)), Serialized.copyOf(known));
    Equality.ofNone(known, Baseline.none(), baseline(finding("b", 1)));
    assertThat(known).hasToString("1 known finding");
    assertThat(Serialized.copyOf(against(known, finding("a", 1))))
        .isEqualTo(against(known, finding("a", 1)));
  }
}
