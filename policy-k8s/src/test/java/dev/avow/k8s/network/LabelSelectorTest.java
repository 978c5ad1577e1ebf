package dev.avow.k8s.network;

import static org.assertj.core.api.Assertions.assertThat;

import dev.avow.policy.document.Check.Answer;
import dev.avow.policy.document.DocumentReader;
import dev.avow.policy.document.Field;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LabelSelectorTest {

  private static Field field(String yaml) {
    return DocumentReader.kubernetes().readOne("test.yaml", "it: " + yaml).field().field("it");
  }

  private static Match match(String selector, String labels) {
    return LabelSelector.of(field(selector)).matches(Labels.of(field(labels)));
  }

  @ParameterizedTest(name = "{0} on {1}: {2}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {}                                                                     | {}                | HOLDS
          {}                                                                     | {app: web}        | HOLDS
          null                                                                   | {app: web}        | HOLDS
          ''                                                                     | {app: web}        | HOLDS
          {matchLabels: {}}                                                      | {app: web}        | HOLDS
          {matchLabels: null, matchExpressions: null}                            | {app: web}        | HOLDS
          {matchExpressions: []}                                                 | {app: web}        | HOLDS
          {matchLabels: {app: web}}                                              | {app: web}        | HOLDS
          {matchLabels: {app: web}}                                              | {app: web, x: y}  | HOLDS
          {matchLabels: {app: web}}                                              | {app: Web}        | FAILS
          {matchLabels: {app: web}}                                              | {App: web}        | FAILS
          {matchLabels: {app: web}}                                              | {}                | FAILS
          {matchLabels: {app: web}}                                              | null              | FAILS
          {matchLabels: {app: web, tier: db}}                                    | {app: web}        | FAILS
          {matchLabels: {app: ''}}                                               | {app: ''}         | HOLDS
          {matchLabels: {app: ''}}                                               | {app: null}       | HOLDS
          {matchLabels: {app: null}}                                             | {app: ''}         | HOLDS
          {matchLabels: {app: ''}}                                               | {}                | FAILS
          {matchExpressions: [{key: app, operator: In, values: [web, api]}]}     | {app: api}        | HOLDS
          {matchExpressions: [{key: app, operator: In, values: [web, api]}]}     | {app: db}         | FAILS
          {matchExpressions: [{key: app, operator: In, values: [web, api]}]}     | {}                | FAILS
          {matchExpressions: [{key: app, operator: NotIn, values: [web, api]}]}  | {app: api}        | FAILS
          {matchExpressions: [{key: app, operator: NotIn, values: [web, api]}]}  | {app: db}         | HOLDS
          {matchExpressions: [{key: app, operator: NotIn, values: [web, api]}]}  | {}                | HOLDS
          {matchExpressions: [{key: app, operator: Exists}]}                     | {app: ''}         | HOLDS
          {matchExpressions: [{key: app, operator: Exists, values: []}]}         | {app: web}        | HOLDS
          {matchExpressions: [{key: app, operator: Exists}]}                     | {}                | FAILS
          {matchExpressions: [{key: app, operator: DoesNotExist}]}               | {app: web}        | FAILS
          {matchExpressions: [{key: app, operator: DoesNotExist}]}               | {}                | HOLDS
          {matchLabels: {a: b}, matchExpressions: [{key: app, operator: Exists}]} | {a: b}           | FAILS
          {matchLabels: {a: b}, matchExpressions: [{key: app, operator: Exists}]} | {a: b, app: c}   | HOLDS
          """)
  void selectsAsKubernetesDoes(String selector, String labels, Answer answer) {
    assertThat(match(selector == null ? "" : selector, labels).answer()).isEqualTo(answer);
  }

  @ParameterizedTest(name = "{0} on {1}: {2}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {matchLabels: {app: '${x}'}}                                          | {app: web}         | the value of it.matchLabels.app
          {matchLabels: {app: web}}                                             | {app: '${x}'}      | the value of its label app
          {matchLabels: {app: web}}                                             | {'${k}': web}      | all of its labels
          {matchLabels: {app: web}}                                             | '${labels}'        | all of its labels
          {matchLabels: {app: web}}                                             | {app: 1}           | the value of its label app
          {matchLabels: {app: 1}}                                               | {app: '1'}         | a text at it.matchLabels.app
          {matchLabels: '${x}'}                                                 | {app: web}         | the value of it.matchLabels
          {matchLabels: [app]}                                                  | {app: web}         | a mapping at it.matchLabels
          '${x}'                                                                | {app: web}         | the value of it
          [app]                                                                 | {app: web}         | a mapping at it
          {app: web}                                                            | {app: web}         | matchLabels or matchExpressions at it.app
          {matchExpressions: {key: app}}                                        | {app: web}         | a list at it.matchExpressions
          {matchExpressions: [{key: app, operator: Is, values: [web]}]}         | {app: web}         | In, NotIn, Exists or DoesNotExist at it.matchExpressions[0].operator, which is "Is"
          {matchExpressions: [{key: app, operator: in, values: [web]}]}         | {app: web}         | In, NotIn, Exists or DoesNotExist at it.matchExpressions[0].operator, which is "in"
          {matchExpressions: [{key: app, values: [web]}]}                       | {app: web}         | a text at it.matchExpressions[0].operator
          {matchExpressions: [{operator: Exists}]}                              | {app: web}         | a text at it.matchExpressions[0].key
          {matchExpressions: [{key: app, operator: In}]}                        | {app: web}         | one value or more at it.matchExpressions[0].values
          {matchExpressions: [{key: app, operator: NotIn, values: []}]}         | {app: web}         | one value or more at it.matchExpressions[0].values
          {matchExpressions: [{key: app, operator: Exists, values: [web]}]}     | {app: web}         | no values at it.matchExpressions[0].values
          {matchExpressions: [{key: app, operator: In, values: [api, '${x}']}]} | {app: web}         | the value of it.matchExpressions[0].values[1]
          {matchExpressions: [{key: app, operator: NotIn, values: [web]}]}      | {app: '${x}'}      | the value of its label app
          {matchExpressions: [{key: app, operator: DoesNotExist}]}              | '${labels}'        | all of its labels
          """)
  void isUnknownWhereSomethingIsMissing(String selector, String labels, String missing) {
    assertThat(match(selector, labels)).isEqualTo(Match.unknown(missing));
  }

  @Test
  void aRequirementThatIsNotMetDecidesWhateverElseIsMissing() {
    assertThat(match("{matchLabels: {app: '${x}', tier: db}}", "{tier: web}").fails()).isTrue();
    assertThat(match("{matchLabels: {tier: db}, bogus: 1}", "{tier: web}").fails()).isTrue();
  }

  @Test
  void aLabelWithAnExpressionForAValueExists() {
    String exists = "{matchExpressions: [{key: app, operator: Exists}]}";

    assertThat(match(exists, "{app: '${x}'}").holds()).isTrue();
  }
}
