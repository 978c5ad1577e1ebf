package dev.avow.disclosure.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class StateMachinesTest {

  @Nested
  class Reports {

    private static final Set<String> TRANSITIONS =
        Set.of(
            "START RECEIVE RECEIVED",
            "RECEIVED VALIDATE VALID",
            "RECEIVED INVALIDATE INVALID",
            "INVALID VALIDATE VALID",
            "VALID ACCEPT ACCEPTED",
            "DEFERRED ACCEPT ACCEPTED",
            "VALID DEFER DEFERRED",
            "ACCEPTED DEFER DEFERRED",
            "ACCEPTED CLOSE CLOSED",
            "INVALID CLOSE CLOSED",
            "DEFERRED CLOSE CLOSED");

    @Test
    void haveSevenStatesAndElevenTransitions() {
      Set<String> found = new HashSet<>();
      for (ReportState state : ReportState.values()) {
        for (ReportEvent event : ReportEvent.values()) {
          state
              .after(event)
              .ifPresent(after -> found.add("%s %s %s".formatted(state, event, after)));
        }
      }

      assertThat(ReportState.values()).hasSize(7);
      assertThat(found).isEqualTo(TRANSITIONS);
    }

    @Test
    void endWhenClosed() {
      assertThat(ReportState.CLOSED.next()).isEmpty();
      assertThat(ReportState.START.next()).containsExactly(ReportEvent.RECEIVE);
    }

    @ParameterizedTest
    @CsvSource({
      "START, false",
      "RECEIVED, false",
      "INVALID, false",
      "VALID, false",
      "DEFERRED, true",
      "ACCEPTED, true",
      "CLOSED, true"
    })
    void haveAFixOnlyWhenSomebodyDealsWithThem(ReportState state, boolean fix) {
      assertThat(state.mayHaveFix()).isEqualTo(fix);
    }
  }

  @Nested
  class Embargoes {

    private static final Set<String> TRANSITIONS =
        Set.of(
            "NONE PROPOSE PROPOSED",
            "PROPOSED PROPOSE PROPOSED",
            "PROPOSED REJECT NONE",
            "PROPOSED ACCEPT ACTIVE",
            "ACTIVE PROPOSE REVISE",
            "REVISE PROPOSE REVISE",
            "REVISE REJECT ACTIVE",
            "REVISE ACCEPT ACTIVE",
            "ACTIVE TERMINATE EXITED",
            "REVISE TERMINATE EXITED");

    @Test
    void haveFiveStatesAndTenTransitions() {
      Set<String> found = new HashSet<>();
      for (EmbargoState state : EmbargoState.values()) {
        for (EmbargoEvent event : EmbargoEvent.values()) {
          state
              .after(event)
              .ifPresent(after -> found.add("%s %s %s".formatted(state, event, after)));
        }
      }

      assertThat(EmbargoState.values()).hasSize(5);
      assertThat(found).isEqualTo(TRANSITIONS);
    }

    @Test
    void neverComeBack() {
      assertThat(EmbargoState.EXITED.next()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"NONE, false", "PROPOSED, false", "ACTIVE, true", "REVISE, true", "EXITED, false"})
    void areInForceWhenActiveOrRevised(EmbargoState state, boolean inForce) {
      assertThat(state.isInForce()).isEqualTo(inForce);
    }
  }

  @Nested
  class Cases {

    static Stream<CaseState> states() {
      return CaseState.all().stream();
    }

    static Stream<CaseHistory> histories() {
      return CaseHistory.all().stream();
    }

    @Test
    void have32States() {
      assertThat(CaseState.all()).hasSize(32).doesNotHaveDuplicates();
      assertThat(CaseState.all().get(0)).isEqualTo(CaseState.start()).hasToString("vfdpxa");
    }

    @Test
    void refuseAFixBeforeTheVendorKnowsOrItIsReady() {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> CaseState.of(EnumSet.of(CaseEvent.FIX_READY)))
          .withMessage(
              "events must have VENDOR_AWARE before FIX_READY before FIX_DEPLOYED but were"
                  + " [FIX_READY]");
      assertThatIllegalArgumentException()
          .isThrownBy(
              () -> CaseState.of(EnumSet.of(CaseEvent.VENDOR_AWARE, CaseEvent.FIX_DEPLOYED)));
    }

    @ParameterizedTest
    @MethodSource("states")
    void neverLoseAnEvent(CaseState state) {
      for (CaseEvent event : CaseEvent.values()) {
        state
            .after(event)
            .ifPresent(
                after -> {
                  assertThat(after.events()).containsAll(state.events()).contains(event);
                  assertThat(state.has(event)).isFalse();
                  assertThat(after.events()).hasSize(state.events().size() + 1);
                });
      }
    }

    @ParameterizedTest
    @MethodSource("states")
    void passAtOnceWhenTheyDoNotLast(CaseState state) {
      boolean publicBeforeVendor =
          state.has(CaseEvent.PUBLIC_AWARE) && !state.has(CaseEvent.VENDOR_AWARE);
      boolean exploitBeforePublic =
          state.has(CaseEvent.EXPLOIT_PUBLIC) && !state.has(CaseEvent.PUBLIC_AWARE);

      assertThat(state.isTransient()).isEqualTo(publicBeforeVendor || exploitBeforePublic);
      if (exploitBeforePublic) {
        assertThat(state.next()).containsExactly(CaseEvent.PUBLIC_AWARE);
      } else if (publicBeforeVendor) {
        assertThat(state.next()).containsExactly(CaseEvent.VENDOR_AWARE);
      }
    }

    @ParameterizedTest
    @MethodSource("states")
    void endSecrecyWhenPublicOrExploited(CaseState state) {
      assertThat(state.endsSecrecy()).isEqualTo(state.toString().matches(".*[PXA].*"));
    }

    @Test
    void have70Histories() {
      assertThat(CaseHistory.all()).hasSize(70).doesNotHaveDuplicates();
    }

    /** The rules of order, asked of every permutation, leave the same histories as the replay. */
    @Test
    void haveTheHistoriesThatTheRulesOfOrderLeave() {
      List<String> allowed = new ArrayList<>();
      permute("", "VFDPXA", allowed);

      assertThat(CaseHistory.all())
          .extracting(CaseHistory::toString)
          .containsExactlyInAnyOrderElementsOf(allowed);
    }

    private static void permute(String done, String left, List<String> allowed) {
      if (left.isEmpty() && isAllowed(done)) {
        allowed.add(done);
      }
      for (int i = 0; i < left.length(); i++) {
        permute(done + left.charAt(i), left.substring(0, i) + left.substring(i + 1), allowed);
      }
    }

    private static boolean isAllowed(String h) {
      boolean fixes = h.indexOf('V') < h.indexOf('F') && h.indexOf('F') < h.indexOf('D');
      boolean exploit = h.indexOf('P') < h.indexOf('X') || h.contains("XP");
      // the vendor hears next of what the public knows, be it that an exploit made it public
      boolean vendor = h.indexOf('V') < h.indexOf('P') || h.contains("PV");
      return fixes && exploit && vendor;
    }

    @ParameterizedTest
    @MethodSource("histories")
    void passThroughStatesThatExist(CaseHistory history) {
      CaseState state = CaseState.start();
      for (CaseEvent event : history.events()) {
        assertThat(CaseState.all()).contains(state);
        state = state.after(event).orElseThrow();
      }

      assertThat(state).hasToString("VFDPXA");
      assertThat(state.next()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("histories")
    void fulfilAWishOrItsContrary(CaseHistory history) {
      assertThat(CaseHistory.desired()).hasSize(12).containsAll(history.fulfils());
      String letters = history.toString();
      for (CaseHistory.Ordering wish : CaseHistory.desired()) {
        boolean fulfilled =
            letters.indexOf(wish.earlier().letter()) < letters.indexOf(wish.later().letter());
        assertThat(history.fulfils().contains(wish)).isEqualTo(fulfilled);
      }
    }

    @Test
    void wishForTheTwelveOrderings() {
      assertThat(CaseHistory.desired())
          .extracting(Object::toString)
          .containsExactlyInAnyOrder(
              "V<P", "V<X", "V<A", "F<P", "F<X", "F<A", "D<P", "D<X", "D<A", "P<X", "P<A", "X<A");
    }

    @Test
    void refuseHistoriesThatCannotHappen() {
      List<CaseEvent> backwards = new ArrayList<>(Arrays.asList(CaseEvent.values()));
      Collections.reverse(backwards);

      assertThatIllegalArgumentException()
          .isThrownBy(() -> new CaseHistory(backwards))
          .withMessage("history must have all six events in a possible order but was AXPDFV");
    }
  }
}
