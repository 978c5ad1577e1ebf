package dev.avow.policy.finding;

import static dev.avow.policy.finding.Severity.HIGH;
import static dev.avow.policy.finding.Severity.LOW;
import static dev.avow.policy.finding.Severity.MEDIUM;
import static dev.avow.policy.finding.Verdict.FAIL;
import static dev.avow.policy.finding.Verdict.INCONCLUSIVE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class FindingTest {

  private static final RuleId RULE = RuleId.of("runs-as-non-root");
  private static final Location PLACE = Location.at("deploy/a.yaml", 28, 11);
  private static final Subject API =
      Subject.of("Deployment").with("namespace", "prod").with("name", "backend");

  private static Finding.Builder finding() {
    return Finding.of(RULE, FAIL, API, PLACE);
  }

  @Test
  void itIsOfMediumSeverityAndSaysNothingUntilItIsTold() {
    Finding finding = finding().build();

    assertThat(finding.severity()).isEqualTo(MEDIUM);
    assertThat(finding.message()).isEmpty();
    assertThat(finding.trail()).isEmpty();
    assertThat(finding.members()).isEmpty();
    assertThat(finding.fix()).isEmpty();
  }

  @Test
  void itReadsAsOneLine() {
    Finding finding = finding().severity(HIGH).message("may run as root").build();

    assertThat(finding)
        .hasToString(
            "deploy/a.yaml:28:11 HIGH runs-as-non-root Deployment prod/backend: may run as root");
    assertThat(finding.sentence()).isEqualTo("Deployment prod/backend: may run as root");
  }

  @Test
  void itRemembersTheWayAndTheOthersInTheirOrder() {
    Subject other = Subject.of("Service");
    Finding finding =
        finding().via(PLACE, "is read").via(PLACE, "is shown").member(other).member(API).build();

    assertThat(finding.trail())
        .extracting(Finding.Hop::text)
        .containsExactly("is read", "is shown");
    assertThat(finding.members()).containsExactly(other, API);
  }

  @ParameterizedTest
  @EnumSource(
      value = Verdict.class,
      names = {"PASS", "NOT_APPLICABLE"})
  void whatIsNeitherBrokenNorOpenIsNoFinding(Verdict verdict) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Finding.of(RULE, verdict, API, PLACE))
        .withMessage("a finding is FAIL or INCONCLUSIVE but was %s", verdict);
  }

  @Test
  void theSameBuilderMayBeUsedOn() {
    Finding.Builder builder = finding().message("first");
    Finding first = builder.build();

    builder.message("second").member(API).build();

    assertThat(first.message()).isEqualTo("first");
    assertThat(first.members()).isEmpty();
  }

  @Nested
  class Fingerprint {

    @Test
    void ofAGroupDoesNotDependOnWhichMemberItStandsAt() {
      Finding.Builder elsewhere =
          Finding.of(RULE, FAIL, API, Location.at("deploy/b.yaml", 1, 1)).member(API);

      assertThat(finding().member(API).member(API).build().fingerprint())
          .isEqualTo(elsewhere.build().fingerprint())
          .isNotEqualTo(finding().build().fingerprint());
    }

    @Test
    void isThirtyTwoHexadecimalDigits() {
      assertThat(finding().build().fingerprint()).matches("[0-9a-f]{32}");
    }

    @Test
    void doesNotChangeWhenLinesMoveOrThePolicyWeighsTheRuleAnew() {
      Finding before = finding().message("may run as root").build();
      Location moved = new Location("deploy/a.yaml", 99, 3, 99, 7, "spec.containers[7]");
      Finding after =
          Finding.of(RULE, FAIL, API, moved).severity(LOW).message("may run as root").build();

      assertThat(after.fingerprint()).isEqualTo(before.fingerprint());
    }

    @Test
    void doesNotChangeWhenAnItemIsPutBefore() {
      Finding before = finding().message("opens ports[2] of containers[10]").build();
      Finding after = finding().message("opens ports[3] of containers[11]").build();

      assertThat(after.fingerprint()).isEqualTo(before.fingerprint());
    }

    @Test
    void isTheSameForAMessageHoweverItWasMade() {
      Finding literal = finding().message("is 7").build();
      Finding filled = finding().message(new Message("is {found}", List.of("7"))).build();

      assertThat(filled.fingerprint()).isEqualTo(literal.fingerprint());
    }

    @Test
    void tellsRulesSourcesSubjectsAndMessagesApart() {
      assertThat(
              List.of(
                  finding().message("m").build().fingerprint(),
                  finding().message("n").build().fingerprint(),
                  Finding.of(RuleId.of("other"), FAIL, API, PLACE)
                      .message("m")
                      .build()
                      .fingerprint(),
                  Finding.of(RULE, FAIL, Subject.of("Pod"), PLACE)
                      .message("m")
                      .build()
                      .fingerprint(),
                  Finding.of(RULE, FAIL, API, Location.in("b.yaml"))
                      .message("m")
                      .build()
                      .fingerprint(),
                  finding().message("[a]").build().fingerprint()))
          .doesNotHaveDuplicates();
    }

    @Test
    void isTheSameInEveryRelease() {
      assertThat(finding().message("may run as root").build().fingerprint())
          .isEqualTo("1bc224acaf2c795a49cb1d8eb82e95a6");
    }
  }

  @Nested
  class AsAValue {

    private Finding.Builder full() {
      return finding()
          .severity(HIGH)
          .message("m")
          .via(PLACE, "hop")
          .member(API)
          .fix(new Fix("do", List.of(new Fix.Change("add", "/a", "1"))));
    }

    @Test
    void isEqualToWhatSaysTheSame() {
      Finding finding = full().build();

      Equality.ofAll(finding, full().build(), Serialized.copyOf(finding));
    }

    @Test
    void differsInEverythingThatItSays() {
      Equality.ofNone(
          full().build(),
          full().severity(LOW).build(),
          full().message("n").build(),
          full().message(new Message("{a}", List.of("m"))).build(),
          full().via(PLACE, "another").build(),
          full().member(API).build(),
          full().fix(Fix.advice("do")).build(),
          full().fix(new Fix("do", List.of(new Fix.Change("add", "/a", "2")))).build(),
          full().fix(new Fix("do", List.of(new Fix.Change("add", "/b", "1")))).build(),
          full().fix(new Fix("do", List.of(new Fix.Change("replace", "/a", "1")))).build(),
          Finding.of(RULE, INCONCLUSIVE, API, PLACE).build(),
          finding().build());
    }

    @Test
    void sortsByPlaceThenRuleThenSubject() {
      Subject earlier = Subject.of("A");
      Equality.ofOrder(
          List.of(
              Finding.of(RULE, FAIL, API, Location.at("deploy/a.yaml", 2, 1)).build(),
              Finding.of(RuleId.of("a"), FAIL, API, PLACE).build(),
              Finding.of(RULE, FAIL, earlier, PLACE).build(),
              Finding.of(RULE, INCONCLUSIVE, API, PLACE).message("z").build(),
              finding().message("a").severity(LOW).build(),
              finding().message("a").severity(HIGH).build(),
              finding().message("a").severity(HIGH).via(PLACE, "a").build(),
              finding().message("a").severity(HIGH).via(PLACE, "b").build(),
              finding().message("b").build(),
              finding().message("b").fix(Fix.advice("a")).build(),
              finding().message("b").member(earlier).build(),
              finding().message("b").member(API).build(),
              Finding.of(RULE, FAIL, API, Location.in("deploy/b.yaml")).build()));
    }
  }
}
