package dev.avow.policy.rule;

import static dev.avow.policy.finding.Severity.CRITICAL;
import static dev.avow.policy.finding.Severity.MEDIUM;
import static dev.avow.policy.rule.Box.BOX;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.avow.policy.finding.Glob;
import dev.avow.policy.finding.Location;
import dev.avow.policy.finding.Parameter;
import dev.avow.policy.finding.Problem;
import dev.avow.policy.finding.RuleId;
import dev.avow.policy.hardening.HardeningProfile;
import dev.avow.policy.hardening.Profile;
import dev.avow.policy.hardening.RuleSetting;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BindingsTest {

  private static final Parameter<Long> LEAST = Parameter.number("least", 3, "fewest locks");
  private static final Parameter<List<Glob>> NAMES =
      Parameter.globs("names", List.of("*"), "names of boxes");

  private static final RuleId LOCKED = RuleId.of("is-locked");
  private static final RuleId CLEAN = RuleId.of("is-clean");
  private static final RuleId LABELLED = RuleId.of("is-labelled");
  private static final RuleId TRUSTED = RuleId.of("is-trusted");

  private static final RuleId SWEPT = RuleId.of("is-swept");

  private static final Rule<Box> IS_CLEAN = end(Rule.named("is-clean").from(Profile.RESTRICTED));

  private static final List<Rule<Box>> RULES =
      List.of(
          end(Rule.named("is-locked").with(LEAST).with(NAMES)),
          IS_CLEAN,
          end(Rule.named("is-labelled").onlyByName()),
          end(Rule.named("is-swept").inPlaceOf(IS_CLEAN, Profile.BASELINE)),
          end(Rule.named("is-trusted").where(policy -> !policy.trustedRegistries().isEmpty())));

  private static Rule<Box> end(NamedRule rule) {
    return rule.forEach(BOX).finds((box, report) -> {});
  }

  private static HardeningProfile.Builder policy() {
    return HardeningProfile.builder();
  }

  private static Bindings bind(HardeningProfile.Builder policy) {
    return Bindings.of(RULES, policy.build());
  }

  private static Location line(int line) {
    return Location.at("policy.yaml", line, 5);
  }

  @Nested
  class RulesThatAreOn {

    @ParameterizedTest
    @CsvSource({"BASELINE, false", "RESTRICTED, true", "PRODUCTION, true", "MULTI_TENANT, true"})
    void aRuleOfAProfileIsOnFromThatProfileUpwards(Profile profile, boolean on) {
      assertThat(bind(policy().profile(profile)).isOn(CLEAN)).isEqualTo(on);
    }

    @Test
    void withoutAProfileOnlyRulesThatAreAlwaysOnAre() {
      Bindings bindings = bind(policy());

      assertThat(bindings.ruleSet().rules().keySet()).containsExactly(LOCKED);
      assertThat(bindings.isOn(LOCKED)).isTrue();
      assertThat(bindings.isOn(CLEAN)).isFalse();
      assertThat(bindings.isOn(LABELLED)).isFalse();
      assertThat(bindings.isOn(RuleId.of("unheard-of"))).isFalse();
    }

    @Test
    void aRuleMayBeOnWhereThePolicyMakesItsPromise() {
      assertThat(bind(policy()).isOn(TRUSTED)).isFalse();
      assertThat(bind(policy().trustRegistries("ghcr.io/acme")).isOn(TRUSTED)).isTrue();
    }

    @Test
    void aRuleMayStandInForAStricterOne() {
      assertThat(bind(policy()).isOn(SWEPT)).isFalse();
      assertThat(bind(policy().profile(Profile.BASELINE)).isOn(SWEPT)).isTrue();
      assertThat(bind(policy().profile(Profile.RESTRICTED)).isOn(SWEPT)).isFalse();
      assertThat(bind(policy().profile(Profile.RESTRICTED).without("is-clean")).isOn(SWEPT))
          .isTrue();
      assertThat(bind(policy().profile(Profile.BASELINE).with("is-clean")).isOn(SWEPT)).isFalse();
      assertThat(bind(policy().without("is-clean").with("is-swept")).isOn(SWEPT)).isTrue();
    }

    @Test
    void aPolicySwitchesRulesByName() {
      Bindings bindings =
          bind(
              policy()
                  .profile(Profile.RESTRICTED)
                  .with("is-labelled")
                  .with("is-trusted")
                  .without("is-clean")
                  .without("is-locked"));

      assertThat(bindings.ruleSet().rules().keySet()).containsExactly(LABELLED, SWEPT, TRUSTED);
    }

    @Test
    void settingARuleDoesNotSwitchItOn() {
      assertThat(bind(policy().severity("is-labelled", CRITICAL)).isOn(LABELLED)).isFalse();
    }

    @Test
    void anotherSeverityShowsInTheRuleSet() {
      Bindings bindings = bind(policy().severity("is-locked", CRITICAL));

      assertThat(bindings.description(LOCKED).severity()).isEqualTo(CRITICAL);
      assertThat(bindings.ruleSet().rules()).containsEntry(LOCKED, bindings.description(LOCKED));
      assertThat(bind(policy()).description(LOCKED).severity()).isEqualTo(MEDIUM);
    }

    @Test
    void whatIsNotOnHasNeitherDescriptionNorSettings() {
      Bindings bindings = bind(policy());

      assertThatIllegalArgumentException()
          .isThrownBy(() -> bindings.description(CLEAN))
          .withMessage("rule is-clean is not on");
      assertThatIllegalArgumentException()
          .isThrownBy(() -> bindings.settings(CLEAN))
          .withMessage("rule is-clean is not on");
    }

    @Test
    void aRuleThatIsAddedTwiceIsRefused() {
      List<Rule<Box>> twice = List.of(RULES.get(0), RULES.get(0));

      assertThatIllegalArgumentException()
          .isThrownBy(() -> Bindings.of(twice, HardeningProfile.none()))
          .withMessage("rule is-locked was already added");
    }
  }

  @Nested
  class Parameters {

    @Test
    void areStandardUntilThePolicySetsThem() {
      Settings settings = bind(policy()).settings(LOCKED);

      assertThat(settings.get(LEAST)).isEqualTo(3);
      assertThat(settings.get(NAMES)).containsExactly(Glob.of("*"));
    }

    @Test
    void areWhatThePolicySets() {
      Bindings bindings =
          bind(policy().set("is-locked", LEAST, 7L).set("is-locked", "names", List.of("a*", "b")));

      assertThat(bindings.problems()).isEmpty();
      assertThat(bindings.settings(LOCKED).get(LEAST)).isEqualTo(7);
      assertThat(bindings.settings(LOCKED).get(NAMES)).containsExactly(Glob.of("a*"), Glob.of("b"));
    }

    @Test
    void showInTheFingerprintAsTheyChangeVerdicts() {
      assertThat(bind(policy().set("is-locked", LEAST, 7L)).ruleSet())
          .isEqualTo(bind(policy().set("is-locked", LEAST, 7L)).ruleSet())
          .isNotEqualTo(bind(policy().set("is-locked", LEAST, 8L)).ruleSet())
          .isNotEqualTo(bind(policy()).ruleSet());
    }

    @Test
    void comeWithThePromisesThatRulesShare() {
      HardeningProfile policy = policy().trustRegistries("ghcr.io/acme").build();

      assertThat(Bindings.of(RULES, policy).settings(LOCKED).profile()).isSameAs(policy);
    }
  }

  @Nested
  class Conflicts {

    private static final Parameter<Long> MOST = Parameter.number("most", 9, "most locks");

    private static Bindings bind(HardeningProfile.Builder policy) {
      Rule<Box> counted =
          end(
              Rule.named("is-counted")
                  .with(LEAST)
                  .with(MOST)
                  .refuse(
                      Conflict.within(
                          said -> said.get(LEAST) > said.get(MOST),
                          "least must not be above most")));
      Rule<Box> open =
          end(
              Rule.named("is-open")
                  .onlyByName()
                  .refuse(
                      Conflict.with(
                          "is-counted",
                          (own, other) -> other.get(LEAST) > 0,
                          "is-open must not be on where is-counted asks for a lock")));
      return Bindings.of(List.of(open, counted), policy.build());
    }

    @Test
    void areRefusedWithinARule() {
      RuleSetting setting = RuleSetting.at(line(4)).with("least", 10L, line(5));

      Bindings bindings = bind(policy().rule(RuleId.of("is-counted"), setting));

      assertThat(bindings.problems())
          .extracting(Problem::toString)
          .containsExactly(
              "policy.yaml:4:5: is-counted: least must not be above most but was given least: 10,"
                  + " most: 9");
    }

    @Test
    void areRefusedBetweenRules() {
      Bindings bindings =
          bind(policy().rule(RuleId.of("is-open"), RuleSetting.at(line(7)).on(true)));

      assertThat(bindings.problems())
          .extracting(Problem::toString)
          .containsExactly(
              "policy.yaml:7:5: is-open must not be on where is-counted asks for a lock but both"
                  + " are on");
    }

    @Test
    void areNoneWhereTheSettingsAgree() {
      assertThat(bind(policy()).problems()).isEmpty();
      assertThat(bind(policy().with("is-open").set("is-counted", LEAST, 0L)).problems()).isEmpty();
    }

    @Test
    void areNoneAmongRulesThatAreOff() {
      assertThat(bind(policy().with("is-open").without("is-counted")).problems()).isEmpty();
      assertThat(bind(policy().without("is-counted").set("is-counted", LEAST, 10L)).problems())
          .isEmpty();
    }
  }

  @Nested
  class Problems {

    private static RuleSetting at(int line) {
      return RuleSetting.at(line(line));
    }

    @Test
    void areToldAllAtOnceSortedByPlace() {
      Bindings bindings =
          bind(
              policy()
                  .rule(RuleId.of("is-lokced"), at(9).on(true))
                  .rule(RuleId.of("something-quite-different"), at(8).on(true))
                  .rule(CLEAN, at(6).with("dust", 1L, line(7)))
                  .rule(
                      LOCKED,
                      at(1)
                          .with("least", "seven", line(2))
                          .with("names", List.of("a", "b["), line(3))
                          .with("leest", 7L, line(4))));

      assertThat(bindings.problems())
          .extracting(Problem::toString)
          .containsExactly(
              "policy.yaml:2:5: least of is-locked must be a whole number but was \"seven\"",
              "policy.yaml:3:5: names of is-locked must be a list of patterns but was [a, b[]: glob"
                  + " must close the set at character 2 but was \"b[\"",
              "policy.yaml:4:5: parameter of is-locked must be one of least, names, perhaps"
                  + " \"least\", but was given \"leest\"",
              "policy.yaml:7:5: is-clean must be without parameters, as it has none, but was given"
                  + " \"dust\"",
              "policy.yaml:8:5: rule must be a known one but was \"something-quite-different\"",
              "policy.yaml:9:5: rule must be a known one, perhaps \"is-locked\", but was"
                  + " \"is-lokced\"");
    }

    @Test
    void areToldOfRulesThatAreOffToo() {
      Bindings bindings =
          bind(policy().rule(LOCKED, at(1).on(false).with("least", "seven", line(2))));

      assertThat(bindings.problems()).hasSize(1);
    }

    @Test
    void leaveTheStandardInPlace() {
      Bindings bindings = bind(policy().set("is-locked", "least", "seven"));

      assertThat(bindings.settings(LOCKED).get(LEAST)).isEqualTo(3);
    }
  }
}
