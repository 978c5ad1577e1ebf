package dev.avow.policy.rule;

import static dev.avow.policy.finding.Severity.CRITICAL;
import static dev.avow.policy.finding.Severity.HIGH;
import static dev.avow.policy.finding.Severity.MEDIUM;
import static dev.avow.policy.rule.Box.BOX;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.avow.policy.document.Check;
import dev.avow.policy.finding.Finding;
import dev.avow.policy.finding.Fix;
import dev.avow.policy.finding.Message;
import dev.avow.policy.finding.Parameter;
import dev.avow.policy.finding.RuleDescription;
import dev.avow.policy.finding.RuleId;
import dev.avow.policy.finding.Verdict;
import dev.avow.policy.hardening.HardeningProfile;
import dev.avow.policy.hardening.Profile;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RuleTest {

  private static ScopedRule<Box> rule() {
    return Rule.named("is-locked").severity(HIGH).forEach(BOX);
  }

  private static RequiringRule<Box> locked() {
    return rule().requires(box -> box.at("locked").isTrue());
  }

  private static Judgement judge(Rule<Box> rule, String yaml) {
    return rule.judge(Box.of(yaml), Plain.SETTINGS);
  }

  private static Finding only(Judgement judgement) {
    assertThat(judgement.findings()).hasSize(1);
    return judgement.findings().get(0);
  }

  @Nested
  class Declaring {

    @Test
    void aRuleTellsAllThatWasSaidOfIt() {
      Parameter<Boolean> strict = Parameter.flag("strict", true, "no exceptions");
      Rule<Box> rule =
          Rule.named("is-locked")
              .title("Boxes are locked")
              .severity(CRITICAL)
              .because("An open box is no box.")
              .advise("Lock it.")
              .see("https://example.org/boxes")
              .alias("BOX-1")
              .with(strict)
              .from(Profile.RESTRICTED)
              .forEach(BOX)
              .requires(box -> box.at("locked").isTrue())
              .otherwise("is open")
              .build();

      assertThat(rule.description())
          .isEqualTo(
              RuleDescription.of(RuleId.of("is-locked"))
                  .title("Boxes are locked")
                  .severity(CRITICAL)
                  .reason("An open box is no box.")
                  .advice("Lock it.")
                  .see("https://example.org/boxes")
                  .alias("BOX-1")
                  .parameter(strict)
                  .target("box")
                  .build());
      assertThat(rule.scope()).isSameAs(BOX);
      assertThat(rule.activation()).isEqualTo(new Activation.From(Profile.RESTRICTED));
      assertThat(rule).hasToString("is-locked (CRITICAL)");
    }

    @Test
    void aRuleIsAlwaysOnUntilItIsTold() {
      assertThat(locked().otherwise("is open").build().activation())
          .isEqualTo(new Activation.Always());
      assertThat(Rule.named("is-locked").onlyByName().forEach(BOX).finds((b, r) -> {}).activation())
          .isEqualTo(new Activation.ByName());
    }

    @Test
    void aRuleWithoutAMessageIsRefused() {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> locked().build())
          .withMessage("rule is-locked must say what is wrong otherwise");
      assertThatIllegalArgumentException().isThrownBy(() -> locked().otherwise(" ").build());
    }

    @ParameterizedTest
    @ValueSource(strings = {"{colour} is wrong", "{} is wrong", "{found} {Name}"})
    void aMarkThatTheRuleDoesNotKnowIsRefusedWhenItIsBuilt(String template) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> locked().otherwise(template).build())
          .withMessageStartingWith(
              "the message of rule is-locked may mark [field, found, kind, name, path, shelf] but");
    }

    @Test
    void aNameThatIsNotKebabCaseIsRefusedAtOnce() {
      assertThatIllegalArgumentException().isThrownBy(() -> Rule.named("IsLocked"));
    }

    @Test
    void aBuiltRuleDoesNotChangeWithItsBuilder() {
      RequiringRule<Box> builder = locked().otherwise("is open");
      Rule<Box> rule = builder.build();

      builder.otherwise("is something else").fix(box -> Fix.advice("Burn it"));

      assertThat(only(judge(rule, "locked: false")).message()).isEqualTo("is open");
      assertThat(only(judge(rule, "locked: false")).fix()).isEmpty();
    }
  }

  @Nested
  class Judging {

    private final Rule<Box> rule = locked().otherwise("is open").build();

    @ParameterizedTest
    @CsvSource({
      "'locked: true', PASS",
      "'locked: false', FAIL",
      "'other: 1', FAIL",
      "'locked: ${a.b}', INCONCLUSIVE"
    })
    void theVerdictIsWhatTheConditionSays(String yaml, Verdict verdict) {
      assertThat(judge(rule, yaml).verdict()).isEqualTo(verdict);
      assertThat(judge(rule, yaml).findings()).hasSize(verdict == Verdict.PASS ? 0 : 1);
    }

    @Test
    void aFailureStandsAtTheFieldThatDecided() {
      Finding finding = only(judge(rule, "a: 1\nlocked: false"));

      assertThat(finding.rule()).isEqualTo(RuleId.of("is-locked"));
      assertThat(finding.verdict()).isEqualTo(Verdict.FAIL);
      assertThat(finding.severity()).isEqualTo(HIGH);
      assertThat(finding.subject()).hasToString("Box shelf top, red");
      assertThat(finding.location()).hasToString("boxes.yaml:2:9");
      assertThat(finding.location().path()).isEqualTo("locked");
    }

    @Test
    void whatCannotBeDecidedNamesWhatIsMissing() {
      Finding finding = only(judge(rule, "locked: ${a.b}"));

      assertThat(finding.verdict()).isEqualTo(Verdict.INCONCLUSIVE);
      assertThat(finding.message()).isEqualTo("cannot be decided without the value of locked");
    }

    @Test
    void anotherSeverityShowsInTheFindings() {
      Judgement judgement = rule.judge(Box.of("locked: false"), Plain.SETTINGS, MEDIUM);

      assertThat(only(judgement).severity()).isEqualTo(MEDIUM);
    }
  }

  @Nested
  class Applying {

    @ParameterizedTest
    @CsvSource({
      "true, true, PASS",
      "true, false, FAIL",
      "true, ${x}, INCONCLUSIVE",
      "false, true, NOT_APPLICABLE",
      "false, false, NOT_APPLICABLE",
      "false, ${x}, NOT_APPLICABLE",
      "${a}, true, PASS",
      "${a}, false, INCONCLUSIVE",
      "${a}, ${x}, INCONCLUSIVE"
    })
    void whereItIsUnknownWhetherARuleAppliesAFailureIsInconclusive(
        String used, String isLocked, Verdict verdict) {
      Rule<Box> rule =
          rule()
              .when(box -> box.at("used").isTrue())
              .requires(box -> box.at("locked").isTrue())
              .otherwise("is open")
              .build();

      assertThat(judge(rule, "used: %s\nlocked: %s".formatted(used, isLocked)).verdict())
          .isEqualTo(verdict);
    }

    @Test
    void anInconclusiveFailureNamesWhatWouldTellWhetherTheRuleApplies() {
      Rule<Box> rule =
          rule()
              .unless(box -> box.at("empty").isTrue())
              .requires(box -> box.at("locked").isTrue())
              .otherwise("is open")
              .build();

      Finding finding = only(judge(rule, "locked: false\nempty: ${x}"));

      assertThat(finding.message()).isEqualTo("cannot be decided without the value of empty");
      assertThat(finding.location()).hasToString("boxes.yaml:2:8");
    }

    @ParameterizedTest
    @CsvSource({
      "false, FAIL",
      "true, NOT_APPLICABLE",
      "${x}, INCONCLUSIVE",
    })
    void unlessIsTheOppositeOfWhen(String empty, Verdict verdict) {
      Rule<Box> rule =
          rule()
              .unless(box -> box.at("empty").isTrue())
              .requires(box -> box.at("locked").isTrue())
              .otherwise("is open")
              .build();

      assertThat(judge(rule, "locked: false\nempty: " + empty).verdict()).isEqualTo(verdict);
    }

    @ParameterizedTest
    @CsvSource({
      "true, true, FAIL",
      "false, ${x}, NOT_APPLICABLE",
      "${x}, false, NOT_APPLICABLE",
      "true, ${x}, INCONCLUSIVE",
      "${x}, true, INCONCLUSIVE"
    })
    void severalConditionsMustAllHold(String used, String heavy, Verdict verdict) {
      Rule<Box> rule =
          rule()
              .when(box -> box.at("used").isTrue())
              .when(box -> box.at("heavy").isTrue())
              .requires(box -> box.at("locked").isTrue())
              .otherwise("is open")
              .build();

      assertThat(judge(rule, "used: %s\nheavy: %s".formatted(used, heavy)).verdict())
          .isEqualTo(verdict);
    }

    @Test
    void aConditionBehindOneThatFailsIsNotAsked() {
      Rule<Box> rule =
          rule()
              .when(box -> box.at("used").isTrue())
              .when(
                  box -> {
                    throw new AssertionError("was asked");
                  })
              .requires(box -> box.at("locked").isTrue())
              .otherwise("is open")
              .build();

      assertThat(judge(rule, "used: false").verdict()).isEqualTo(Verdict.NOT_APPLICABLE);
    }

    @Test
    void theConditionMayAskThePolicy() {
      Rule<Box> rule =
          rule()
              .when((box, settings) -> Check.of(settings.profile().isEmpty(), box.place()))
              .requires(box -> box.at("locked").isTrue())
              .otherwise("is open")
              .build();

      assertThat(judge(rule, "locked: false").verdict()).isEqualTo(Verdict.FAIL);
    }

    @Test
    void aSearchThatFailsIsInconclusiveAsAWhole() {
      Rule<Box> rule =
          rule()
              .when(box -> box.at("used").isTrue())
              .finds(
                  (box, report) -> {
                    report.fail(box.at("a"), "has an a");
                    report.missing("the key", box.at("b"));
                    report.fail(box.at("c"), "has a c");
                  });

      Judgement judgement = judge(rule, "used: ${x}");

      assertThat(judgement.verdict()).isEqualTo(Verdict.INCONCLUSIVE);
      assertThat(only(judgement).message())
          .isEqualTo("cannot be decided without the value of used");
    }
  }

  @Nested
  class Messages {

    private final Parameter<Long> least = Parameter.number("least", 3, "fewest locks");
    private final Parameter<List<String>> colours =
        Parameter.texts("colours", List.of("red", "blue"), "what a box may be");

    private String message(String template, String yaml) {
      Rule<Box> rule =
          Rule.named("is-locked")
              .with(least)
              .with(colours)
              .forEach(BOX)
              .requires(box -> box.at("deep.locks[0]").isTrue())
              .otherwise(template)
              .build();
      return only(judge(rule, yaml)).message();
    }

    @ParameterizedTest
    @CsvSource(
        quoteCharacter = '\'',
        delimiter = '|',
        value = {
          "is open | is open",
          "is open: {field} {found} | is open: locks[0] is not set",
          "{path} {found} | deep.locks[0] is not set",
          "a {kind} called {name} on {shelf} | a Box called red on top",
          "needs {least}, of {colours} | needs 3, of red, blue"
        })
    void marksAreFilledInFromTheTargetTheFieldAndThePolicy(String template, String message) {
      assertThat(message(template, "a: 1")).isEqualTo(message);
    }

    @Test
    void whatStandsAtTheFieldIsQuoted() {
      assertThat(message("{found}", "deep: {locks: [no thanks]}")).isEqualTo("is \"no thanks\"");
    }

    @Test
    void theTemplateIsKeptForGrouping() {
      Rule<Box> rule = locked().otherwise("is open: {field} {found}").build();

      Message message = only(judge(rule, "locked: false")).template();

      assertThat(message)
          .isEqualTo(new Message("is open: {field} {found}", List.of("locked", "is false")));
    }
  }

  @Nested
  class Mending {

    @Test
    void aFailureBringsItsFix() {
      Fix fix = Fix.advice("Lock it");
      Rule<Box> rule = locked().otherwise("is open").fix(box -> fix).build();

      assertThat(only(judge(rule, "locked: false")).fix()).contains(fix);
      assertThat(only(judge(rule, "locked: ${x}")).fix()).isEmpty();
    }
  }

  @Nested
  class Searching {

    @Test
    void aSearchThatFindsNothingIsAPass() {
      Rule<Box> rule = rule().finds((box, report) -> {});

      assertThat(judge(rule, "a: 1")).isEqualTo(new Judgement(Verdict.PASS, List.of()));
    }

    @Test
    void aSearchMayFindSeveralThings() {
      Fix fix = Fix.advice("Take it out");
      Rule<Box> rule =
          rule()
              .finds(
                  (box, report) -> {
                    report.missing("the key", box.at("b"));
                    report.fail(box.at("a"), "holds ${braces}");
                    report.fail(box.at("a"), new Message("holds {a}", List.of("x")), fix);
                  });

      Judgement judgement = judge(rule, "a: 1");

      assertThat(judgement.verdict()).isEqualTo(Verdict.FAIL);
      assertThat(judgement.findings())
          .extracting(Finding::message)
          .containsExactly("cannot be decided without the key", "holds ${braces}", "holds x");
      assertThat(judgement.findings().get(2).fix()).contains(fix);
    }

    @Test
    void aSearchThatMissesSomethingIsInconclusive() {
      Rule<Box> rule = rule().finds((box, report) -> report.missing("the key", box.place()));

      assertThat(judge(rule, "a: 1").verdict()).isEqualTo(Verdict.INCONCLUSIVE);
    }

    @Test
    void aSearchSeesThePolicy() {
      Rule<Box> rule =
          rule()
              .finds(
                  (box, report) ->
                      report.fail(
                          box.place(),
                          String.valueOf(
                              report.settings().profile().equals(HardeningProfile.none()))));

      assertThat(only(judge(rule, "a: 1")).message()).isEqualTo("true");
    }
  }
}
