package dev.avow.policy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.avow.policy.finding.Parameter;
import dev.avow.policy.finding.Parameter.Stricter;
import dev.avow.policy.finding.RuleDescription;
import dev.avow.policy.finding.RuleId;
import dev.avow.policy.finding.Severity;
import dev.avow.policy.hardening.Profile;
import dev.avow.policy.rule.Activation;
import dev.avow.policy.rule.Declaration;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is on without being named, and which value is stricter, only rules know. */
class PolicyDiffRulesTest {

  private record Known(RuleDescription description, Activation activation) implements Declaration {}

  private static final Declaration STRICT =
      new Known(
          RuleDescription.of(RuleId.of("strict")).severity(Severity.HIGH).build(),
          new Activation.From(Profile.RESTRICTED));

  private static final Declaration LENIENT =
      new Known(
          RuleDescription.of(RuleId.of("lenient")).severity(Severity.LOW).build(),
          new Activation.InPlaceOf(STRICT, Profile.BASELINE));

  private static final Declaration LIMITED =
      new Known(
          RuleDescription.of(RuleId.of("limited"))
              .severity(Severity.MEDIUM)
              .parameter(Parameter.number("most", 10, "how many").stricterIf(Stricter.LOWER))
              .parameter(Parameter.texts("among", List.of("a"), "which").stricterIf(Stricter.FEWER))
              .parameter(Parameter.text("word", "x", "what"))
              .build(),
          new Activation.From(Profile.BASELINE));

  private static SecurityPolicy policy(String profile, String rules) {
    return SecurityPolicy.parse(
        """
        apiVersion: avow.dev/v1
        kind: SecurityPolicy
        name: p
        hardening: {profile: %s, rules: {%s}}
        """
            .formatted(profile, rules == null ? "" : rules));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          restricted |                        | restricted | strict: off                 | weakens: hardening.rules.strict.enabled was not set and is off
          restricted | strict: on             | restricted |                             | neither: hardening.rules.strict.enabled was on and is not set
          baseline   | strict: on             | baseline   |                             | weakens: hardening.rules.strict.enabled was on and is not set
          baseline   | strict: off            | baseline   |                             | neither: hardening.rules.strict.enabled was off and is not set
          baseline   | strict: on             | restricted |                             | strengthens: hardening.profile was baseline and is restricted ; neither: hardening.rules.strict.enabled was on and is not set
          baseline   | `lenient: on, strict: off` | baseline | `lenient: off, strict: on` | neither: hardening.rules.lenient.enabled was on and is off ; strengthens: hardening.rules.strict.enabled was off and is on
          baseline   | `lenient: on, strict: off` | baseline | `lenient: off, strict: off` | weakens: hardening.rules.lenient.enabled was on and is off
          restricted |                        | restricted | strict: {severity: medium}  | weakens: hardening.rules.strict.severity was not set and is medium
          restricted |                        | restricted | strict: {severity: high}    | neither: hardening.rules.strict.severity was not set and is high
          baseline   |                        | baseline   | strict: {severity: low}     | neither: hardening.rules.strict.severity was not set and is low
          baseline   |                        | baseline   | limited: {most: 11}         | weakens: hardening.rules.limited.most was not set and is 11
          baseline   | limited: {most: 11}    | baseline   | limited: {most: 5}          | strengthens: hardening.rules.limited.most was 11 and is 5
          baseline   | limited: {most: 10}    | baseline   | limited: {among: [a]}       | neither: hardening.rules.limited.among was not set and is [a] ; neither: hardening.rules.limited.most was 10 and is not set
          baseline   | limited: {among: [a, b]} | baseline | limited: {among: [a]}       | strengthens: hardening.rules.limited.among was [a, b] and is [a]
          baseline   | limited: {among: [a, b]} | baseline | limited: {among: [b, c]}    | unclear: hardening.rules.limited.among was [a, b] and is [b, c]
          baseline   | limited: {word: y}     | baseline   | limited: {word: z}          | unclear: hardening.rules.limited.word was y and is z
          baseline   | limited: {most: many}  | baseline   | limited: {most: 5}          | unclear: hardening.rules.limited.most was many and is 5
          baseline   | limited: {other: 1}    | baseline   | limited: {other: 2}         | unclear: hardening.rules.limited.other was 1 and is 2
          baseline   | `limited: {enabled: off, most: 11}` | baseline | `limited: {enabled: off, most: 5}` | neither: hardening.rules.limited.most was 11 and is 5
          """)
  void rulesThatAreKnownTell(
      String profile, String rules, String later, String laterRules, String expected) {
    List<Declaration> known = List.of(STRICT, LENIENT, LIMITED);
    SecurityPolicy before = policy(profile, rules);
    SecurityPolicy after = policy(later, laterRules);

    PolicyDiff diff = PolicyDiff.between(before, after, known);

    assertThat(diff.changes())
        .extracting(change -> change.effect().label() + ": " + change.sentence())
        .containsExactlyInAnyOrder(expected.split(" ; "));
    assertThat(PolicyDiff.between(after, before, known)).isEqualTo(diff.reversed());
  }
}
