package dev.avow.disclosure.embargo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.avow.disclosure.state.CaseEvent;
import dev.avow.disclosure.state.CaseState;
import dev.avow.disclosure.state.EmbargoEvent;
import dev.avow.disclosure.state.EmbargoState;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EmbargoTest {

  private static final Instant NOW = Instant.parse("2026-11-01T00:00:00Z");
  private static final List<EmbargoEvent> MOVES =
      List.of(EmbargoEvent.PROPOSE, EmbargoEvent.ACCEPT, EmbargoEvent.REJECT);
  private static final Instant FIRST = Instant.parse("2026-12-01T00:00:00Z");
  private static final Instant SECOND = Instant.parse("2026-12-20T00:00:00Z");
  private static final Instant THIRD = Instant.parse("2027-01-20T00:00:00Z");

  private static Embargo active() {
    return Embargo.none().propose(new Terms("finder", FIRST)).accept("vendor");
  }

  @Nested
  class Agreeing {

    @Test
    void takesAnotherParty() {
      Embargo proposed = Embargo.none().propose(new Terms("finder", FIRST));

      assertThat(proposed.state()).isEqualTo(EmbargoState.PROPOSED);
      assertThat(proposed.until()).isEmpty();
      assertThatIllegalArgumentException()
          .isThrownBy(() -> proposed.accept("finder"))
          .withMessage("terms must be proposed first but there are none");
      assertThat(proposed.accept("vendor"))
          .hasToString("ACTIVE until 2026-12-01T00:00:00Z")
          .isEqualTo(active());
    }

    @Test
    void cannotComeBeforeAProposal() {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> Embargo.none().accept("vendor"))
          .withMessage("terms must be proposed first but there are none");
      assertThatIllegalArgumentException()
          .isThrownBy(() -> active().accept("vendor", SECOND))
          .withMessage("terms must be proposed by another party to be accepted but are not");
      assertThatIllegalArgumentException()
          .isThrownBy(() -> Embargo.none().end())
          .withMessage("embargo must be in force to be ended but is not");
    }

    @Test
    void bindsUntilItsEndAndNoLonger() {
      assertThat(active().isInForceAt(FIRST.minusNanos(1))).isTrue();
      assertThat(active().isInForceAt(FIRST)).isFalse();
      assertThat(active().stateAt(FIRST.minusNanos(1))).isEqualTo(EmbargoState.ACTIVE);
      assertThat(active().stateAt(FIRST)).isEqualTo(EmbargoState.EXITED);
    }

    @Test
    void isRefusedOnlyWhenNobodyIsLeftToAccept() {
      Embargo proposed =
          Embargo.none().join("vendor").join("list").propose(new Terms("finder", FIRST));

      assertThat(proposed.reject("vendor").state()).isEqualTo(EmbargoState.PROPOSED);
      assertThat(proposed.reject("vendor").reject("list").state()).isEqualTo(EmbargoState.NONE);
      assertThat(proposed.reject("vendor").accept("list").state()).isEqualTo(EmbargoState.ACTIVE);
      assertThat(Embargo.none().propose(new Terms("finder", FIRST)).reject("vendor").state())
          .isEqualTo(EmbargoState.NONE);
    }
  }

  @Nested
  class Consent {

    @Test
    void isGivenByEachForItself() {
      Embargo joined = active().join("distributor");

      assertThat(joined.consenting()).containsExactly("finder", "vendor");
      assertThat(joined.awaited()).containsExactly("distributor");
      assertThat(joined.mayShareWith("distributor")).isFalse();
      assertThat(joined.accept("distributor").mayShareWith("distributor")).isTrue();
      assertThat(joined.accept("distributor").until()).contains(FIRST);
    }

    @Test
    void isAskedForAnewWhenTheTermsAreOthers() {
      Embargo revised =
          active()
              .join("distributor")
              .accept("distributor")
              .propose(new Terms("vendor", SECOND))
              .accept("finder");

      assertThat(revised.until()).contains(SECOND);
      assertThat(revised.consenting()).containsExactly("finder", "vendor");
      assertThat(revised.awaited()).containsExactly("distributor");
    }
  }

  @Nested
  class Revising {

    private final Embargo revised = active().propose(new Terms("vendor", SECOND));

    @Test
    void leavesInForceWhatWas() {
      assertThat(revised.state()).isEqualTo(EmbargoState.REVISE);
      assertThat(revised.until()).contains(FIRST);
      assertThat(revised.proposals()).containsExactly(new Terms("vendor", SECOND));
      assertThat(revised.reject("finder").state()).isEqualTo(EmbargoState.ACTIVE);
      assertThat(revised.reject("finder").until()).contains(FIRST);
    }

    @Test
    void takesTheEarliestOfSeveralFirst() {
      Embargo twice = revised.propose(new Terms("vendor", THIRD));

      assertThat(twice.accept("finder").until()).contains(SECOND);
      assertThat(twice.accept("finder").state()).isEqualTo(EmbargoState.REVISE);
      assertThat(twice.accept("finder", THIRD).until()).contains(THIRD);
    }

    @ParameterizedTest
    @CsvSource({
      "2026-11-30T00:00:00Z, 2026-12-01T00:00:00Z",
      "2026-12-25T00:00:00Z, 2026-12-20T00:00:00Z",
      "2027-02-01T00:00:00Z, 2027-01-20T00:00:00Z"
    })
    void settlesAllFromTheEarliestAndStopsAtTheFirstRefusal(Instant patience, Instant until) {
      Embargo twice = active().propose(new Terms("a", THIRD)).propose(new Terms("b", SECOND));

      Embargo settled = twice.settle(terms -> terms.until().isBefore(patience));

      assertThat(settled.until()).contains(until);
      assertThat(settled.state()).isEqualTo(EmbargoState.ACTIVE);
      assertThat(settled.proposals()).isEmpty();
    }

    @Test
    void ofAProposalThatNobodyWantsLeavesNone() {
      assertThat(Embargo.none().propose(new Terms("finder", FIRST)).settle(terms -> false).state())
          .isEqualTo(EmbargoState.NONE);
    }
  }

  @Nested
  class Ending {

    @Test
    void isForGood() {
      Embargo over = active().end();

      assertThat(over.state()).isEqualTo(EmbargoState.EXITED);
      assertThat(over.end()).isEqualTo(over);
      assertThat(over.until()).contains(FIRST);
      assertThatIllegalArgumentException()
          .isThrownBy(() -> over.propose(new Terms("vendor", SECOND)))
          .withMessage("embargo must not be over to be proposed but is");
    }

    @ParameterizedTest
    @CsvSource({
      "PUBLIC, SHALL",
      "ATTACKS, SHOULD",
      "EXPLOIT_PUBLIC, SHALL",
      "EXPLOIT_HELD, SHOULD",
      "DETAILS_HELD, MAY",
      "VENDORS_READY, MAY"
    })
    void isAskedForMoreOrLessFirmly(Occasion occasion, Force force) {
      assertThat(occasion.end().force()).isEqualTo(force);
      assertThat(occasion.end().source()).startsWith("https://");
    }

    @Test
    void isNotAskedForByAFix() {
      assertThat(Occasion.of(CaseEvent.FIX_READY)).isEmpty();
      assertThat(Occasion.of(CaseEvent.FIX_DEPLOYED)).isEmpty();
      assertThat(Occasion.of(CaseEvent.VENDOR_AWARE)).isEmpty();
      assertThat(Occasion.of(CaseEvent.PUBLIC_AWARE)).contains(Occasion.PUBLIC);
    }
  }

  @Nested
  class Negotiating {

    @Test
    void isForbiddenWhenSecrecyIsOver() {
      for (CaseState state : CaseState.all()) {
        Advice advice = Negotiation.open(state);

        assertThat(advice.force() == Force.MUST_NOT).isEqualTo(state.endsSecrecy());
        assertThat(advice.allows()).isEqualTo(!state.endsSecrecy());
      }
    }

    @Test
    void shouldNotBeginWhenAFixIsThere() {
      CaseState ready = CaseState.of(EnumSet.of(CaseEvent.VENDOR_AWARE, CaseEvent.FIX_READY));
      CaseState deployed =
          CaseState.of(EnumSet.range(CaseEvent.VENDOR_AWARE, CaseEvent.FIX_DEPLOYED));

      assertThat(Negotiation.open(ready)).hasToString("SHOULD NOT: the fix is ready");
      assertThat(Negotiation.open(deployed)).hasToString("SHOULD NOT: the fix is deployed");
      assertThat(Negotiation.open(CaseState.start()).force()).isEqualTo(Force.MAY);
    }

    @Test
    void goesBeforeClosing() {
      assertThat(Negotiation.close(active()).force()).isEqualTo(Force.SHOULD_NOT);
      assertThat(Negotiation.close(active().end()).force()).isEqualTo(Force.MAY);
    }
  }

  @Nested
  class Openings {

    @ParameterizedTest
    @CsvSource({
      ", , NONE, , ",
      "45, , ACTIVE, 45, ",
      ", 30, PROPOSED, , 30",
      "90, 30, REVISE, 30, 90",
      "30, 90, REVISE, 30, 90",
      "45, 45, ACTIVE, 45, "
    })
    void letTheShorterOneHold(
        Integer receiver, Integer sender, EmbargoState state, Integer active, Integer pending) {
      Opening opening = Opening.at(NOW);
      opening = receiver == null ? opening : opening.receiverDefault(Duration.ofDays(receiver));
      opening = sender == null ? opening : opening.senderProposes(Duration.ofDays(sender));

      Embargo embargo = opening.embargo();

      assertThat(embargo.state()).isEqualTo(state);
      assertThat(embargo.until())
          .isEqualTo(Optional.ofNullable(active).map(days -> NOW.plus(Duration.ofDays(days))));
      assertThat(embargo.proposals().stream().map(Terms::until).findFirst())
          .isEqualTo(Optional.ofNullable(pending).map(days -> NOW.plus(Duration.ofDays(days))));
    }
  }

  @Nested
  class MergingAndSplitting {

    private final Embargo later =
        Embargo.none().propose(new Terms("other", SECOND)).accept("vendor");

    @Test
    void keepsTheEarliestEnd() {
      assertThat(active().merge(later).until()).contains(FIRST);
      assertThat(later.merge(active()).until()).contains(FIRST);
      assertThat(active().merge(later).parties()).containsExactly("finder", "other", "vendor");
      assertThat(active().merge(later).state()).isEqualTo(EmbargoState.ACTIVE);
    }

    @Test
    void keepsWhatIsInForceAndWhatIsOnTheTable() {
      Embargo proposed = Embargo.none().propose(new Terms("other", SECOND));

      assertThat(active().merge(proposed).state()).isEqualTo(EmbargoState.REVISE);
      assertThat(Embargo.none().merge(proposed).state()).isEqualTo(EmbargoState.PROPOSED);
      assertThat(Embargo.none().merge(Embargo.none()).state()).isEqualTo(EmbargoState.NONE);
      assertThat(active().merge(later.end()).state()).isEqualTo(EmbargoState.ACTIVE);
      assertThat(active().end().merge(later.end()).state()).isEqualTo(EmbargoState.EXITED);
      assertThat(active().end().merge(Embargo.none()).state()).isEqualTo(EmbargoState.EXITED);
    }

    @Test
    void asksAnewWhoHasConsentedToAnotherEnd() {
      Embargo merged = active().merge(later);

      assertThat(merged.consenting()).containsExactly("finder", "vendor");
      assertThat(merged.awaited()).containsExactly("other");
      assertThat(merged.mayShareWith("other")).isFalse();
      assertThat(merged.accept("other").awaited()).isEmpty();
      assertThat(active().merge(active()).awaited()).isEmpty();
    }

    @Test
    void transfersToEveryPart() {
      assertThat(active().split()).isEqualTo(active());
    }
  }

  @Nested
  class Lengths {

    @ParameterizedTest
    @CsvSource({"P45D, P45D", "PT36H, PT36H", "P1DT1H30M, PT25H30M", "PT90S, PT90S"})
    void areDaysOf24HoursAndLess(String text, Duration length) {
      assertThat(EmbargoLength.parse(text)).isEqualTo(length);
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "P1Y", "P1M", "P2W", "45d", "", "P", "p45d", "-P1D", "P-1D", "P+1D", "PT1.5H", "PT0.5S"
        })
    void areNothingElse(String text) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> EmbargoLength.parse(text))
          .withMessageStartingWith("length must look like P45D or PT36H");
    }

    @Test
    void areMoreThanNothing() {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> EmbargoLength.parse("P0D"))
          .withMessage("length must be more than 0 but was PT0S");
    }

    @ParameterizedTest
    @CsvSource({
      "PT23H59M, TOO_SHORT, false",
      "P1D, ACCEPTED, true",
      "PT167H59M, ACCEPTED, true",
      "P7D, ACCEPTED_RELUCTANTLY, true",
      "P14D, ACCEPTED_RELUCTANTLY, true",
      "PT336H1S, TOO_LONG, false"
    })
    void areWithinLimits(Duration length, EmbargoLimits.Answer answer, boolean accepted) {
      EmbargoLimits limits =
          new EmbargoLimits(Duration.ofDays(1), Duration.ofDays(7), Duration.ofDays(14));

      assertThat(limits.ask(length)).isEqualTo(answer);
      assertThat(answer.isAccepted()).isEqualTo(accepted);
    }

    @Test
    void areRefusedOutOfOrder() {
      assertThatIllegalArgumentException()
          .isThrownBy(
              () -> new EmbargoLimits(Duration.ofDays(2), Duration.ofDays(1), Duration.ofDays(3)));
    }
  }

  /** Whatever the parties do, the state moves as the machine allows. */
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16})
  void statesMoveAsTheMachineAllows(long seed) {
    Random random = new Random(seed);
    String[] parties = {"a", "b", "c"};
    Embargo embargo = Embargo.none();
    for (int i = 0; i < 400; i++) {
      String party = parties[random.nextInt(3)];
      Embargo before = embargo;
      EmbargoEvent event =
          random.nextInt(40) == 0 ? EmbargoEvent.TERMINATE : MOVES.get(random.nextInt(3));
      try {
        embargo = act(before, event, party, NOW.plus(Duration.ofDays(random.nextInt(90))));
      } catch (IllegalArgumentException refused) {
        assertThat(refused).hasMessageContaining(" but ");
        continue;
      }
      boolean stays = embargo.state() == before.state();
      boolean moves = before.state().after(event).filter(embargo.state()::equals).isPresent();
      // with more terms on the table, deciding on some leaves the others there
      boolean more = event == EmbargoEvent.ACCEPT && embargo.state() == EmbargoState.REVISE;
      assertThat(stays || moves || more).isTrue();
      assertThat(embargo.state().isInForce()).isEqualTo(!embargo.consenting().isEmpty());
    }
  }

  private static Embargo act(Embargo embargo, EmbargoEvent event, String party, Instant until) {
    return switch (event) {
      case PROPOSE -> embargo.propose(new Terms(party, until));
      case ACCEPT -> embargo.accept(party);
      case REJECT -> embargo.reject(party);
      case TERMINATE -> embargo.end();
    };
  }
}
