package dev.avow.policy.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.avow.policy.document.Check.Answer;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FieldTest {

  private static final Field ROOT =
      DocumentReader.kubernetes()
          .readOne(
              "deploy/a.yaml",
              """
              text: nginx
              empty: ""
              nothing: null
              left-out:
              number: 42
              large: 123456789012345678901234567890
              fraction: 1.5
              yes-flag: true
              no-flag: false
              quoted: "true"
              list: [a, b]
              empty-list: []
              mapping: {a: 1}
              empty-mapping: {}
              expression: ${schema.spec.name}
              inside: "app-{{ .Values.name }}-x"
              braces: "{ not } $one"
              open: "${never closed"
              mixed: [a, "${x}"]
              labels:
                app.kubernetes.io/name: web
                "": nameless
                'quo"te\\': odd
                größe: plain
              containers:
                - name: api
                - name: web
                  securityContext:
                    capabilities: null
              block: |
                first
                second
              """)
          .field();

  @Nested
  class States {

    @ParameterizedTest
    @CsvSource({
      "text, present",
      "empty, present",
      "number, present",
      "no-flag, present",
      "empty-list, present",
      "empty-mapping, present",
      "expression, present unresolved",
      "inside, present unresolved",
      "braces, present",
      "open, present",
      "nothing, null",
      "left-out, null",
      "missing, absent",
      "text.below, absent",
      "nothing.below, absent",
      "missing.below.further, absent",
      "mapping.b, absent",
      "list[2], absent",
      "mapping[0], absent",
      "expression.below, absent unresolved",
      "expression[0].below, absent unresolved"
    })
    void presentNullAbsentAndUnresolvedAreToldApart(String path, String states) {
      Field field = ROOT.at(path);

      assertThat(field.isPresent()).isEqualTo(states.contains("present"));
      assertThat(field.isNull()).isEqualTo(states.contains("null"));
      assertThat(field.isAbsent()).isEqualTo(states.contains("absent"));
      assertThat(field.isUnresolved()).isEqualTo(states.contains("unresolved"));
      assertThat(field.node().isEmpty()).isEqualTo(field.isAbsent());
    }

    @ParameterizedTest
    @CsvSource({
      "text, is \"nginx\"",
      "empty, is \"\"",
      "nothing, is null",
      "left-out, is null",
      "missing, is not set",
      "number, is 42",
      "fraction, is 1.5",
      "yes-flag, is true",
      "quoted, is \"true\"",
      "list, 'is [\"a\", \"b\"]'",
      "empty-list, is an empty list",
      "mapping, is a mapping",
      "empty-mapping, is an empty mapping",
      "block, is \"first…\""
    })
    void whatStandsThereIsSaidAsAPhrase(String path, String phrase) {
      assertThat(ROOT.at(path).found()).isEqualTo(phrase);
    }

    @ParameterizedTest
    @CsvSource(
        delimiter = '|',
        quoteCharacter = '`',
        value = {
          "[NET_RAW]|is [\"NET_RAW\"]",
          "[a, \"\", \"1\"]|is [\"a\", \"\", \"1\"]",
          "[a, b, c, d]|is a list of 4",
          "[a, 1]|is a list of 2",
          "[a, null]|is a list of 2",
          "[[a]]|is a list of 1",
          "[{a: b}]|is a list of 1",
          "[\"a\\nb\"]|is a list of 1",
          "[\"a\\rb\"]|is a list of 1",
        })
    void aShortListOfTextsIsShownAndAnyOtherCounted(String list, String phrase) {
      Field field = DocumentReader.kubernetes().readOne("a.yaml", "a: " + list).field().field("a");

      assertThat(field.found()).isEqualTo(phrase);
    }

    @ParameterizedTest
    @CsvSource({"56, true", "57, false"})
    void aListIsShownInAtMostSixtyCharacters(int length, boolean shown) {
      String text = "😀".repeat(length);
      Field field =
          DocumentReader.kubernetes().readOne("a.yaml", "a: [" + text + "]").field().field("a");

      assertThat(field.found()).isEqualTo(shown ? "is [\"" + text + "\"]" : "is a list of 1");
    }

    @Test
    void ofALongTextTheBeginningIsSaid() {
      String text = "😀".repeat(201);
      Field field = DocumentReader.kubernetes().readOne("a.yaml", "a: " + text).field().field("a");

      assertThat(field.found()).isEqualTo("is \"" + "😀".repeat(200) + "…\"");
    }
  }

  @Nested
  class Values {

    @Test
    void aValueIsGivenAsItsOwnTypeOnly() {
      assertThat(ROOT.field("text").text()).contains("nginx");
      assertThat(ROOT.field("quoted").text()).contains("true");
      assertThat(ROOT.field("quoted").flag()).isEmpty();
      assertThat(ROOT.field("yes-flag").flag()).contains(true);
      assertThat(ROOT.field("yes-flag").text()).isEmpty();
      assertThat(ROOT.field("number").integer()).hasValue(42);
      assertThat(ROOT.field("number").text()).isEmpty();
      assertThat(ROOT.field("fraction").integer()).isEmpty();
      assertThat(ROOT.field("large").integer()).isEmpty();
      assertThat(ROOT.field("nothing").text()).isEmpty();
      assertThat(ROOT.field("missing").flag()).isEmpty();
    }

    @Test
    void listsAndMappingsGiveTheirFieldsInOrder() {
      assertThat(ROOT.field("list").items())
          .extracting(Field::path)
          .containsExactly("list[0]", "list[1]");
      assertThat(ROOT.field("labels").fields())
          .extracting(Field::name)
          .containsExactly("app.kubernetes.io/name", "", "quo\"te\\", "größe");
      assertThat(ROOT.field("mapping").items()).isEmpty();
      assertThat(ROOT.field("list").fields()).isEmpty();
      assertThat(ROOT.field("text").items()).isEmpty();
      assertThat(ROOT.field("missing").fields()).isEmpty();
      assertThat(ROOT.field("list").isList()).isTrue();
      assertThat(ROOT.field("mapping").isMapping()).isTrue();
      assertThat(ROOT.field("mapping").isList()).isFalse();
    }
  }

  @Nested
  class Checks {

    @ParameterizedTest
    @CsvSource({
      "yes-flag, HOLDS, FAILS",
      "no-flag, FAILS, HOLDS",
      "quoted, FAILS, FAILS",
      "nothing, FAILS, FAILS",
      "missing, FAILS, FAILS",
      "missing.below, FAILS, FAILS",
      "expression, UNKNOWN, UNKNOWN",
      "expression.below, UNKNOWN, UNKNOWN"
    })
    void trueAndFalseMustBeWritten(String path, Answer isTrue, Answer isFalse) {
      assertThat(ROOT.at(path).isTrue().answer()).isEqualTo(isTrue);
      assertThat(ROOT.at(path).isFalse().answer()).isEqualTo(isFalse);
      assertThat(ROOT.at(path).isTrue().at().path()).isEqualTo(path);
    }

    @ParameterizedTest
    @CsvSource({
      "text, nginx, HOLDS",
      "text, Nginx, FAILS",
      "number, 42, FAILS",
      "missing, nginx, FAILS",
      "inside, nginx, UNKNOWN"
    })
    void aTextMustBeTheOneExpected(String path, String expected, Answer answer) {
      assertThat(ROOT.at(path).is(expected).answer()).isEqualTo(answer);
    }

    @ParameterizedTest
    @CsvSource({
      "text, HOLDS",
      "empty, HOLDS",
      "empty-mapping, HOLDS",
      "expression, HOLDS",
      "nothing, FAILS",
      "missing, FAILS",
      "expression.below, UNKNOWN"
    })
    void whatExistsIsWrittenAndNotNull(String path, Answer answer) {
      assertThat(ROOT.at(path).exists().answer()).isEqualTo(answer);
    }

    @ParameterizedTest
    @CsvSource({
      "list, a, HOLDS, list[0]",
      "list, b, HOLDS, list[1]",
      "list, c, FAILS, list",
      "empty-list, a, FAILS, empty-list",
      "mixed, a, HOLDS, mixed[0]",
      "mixed, b, UNKNOWN, mixed[1]",
      "text, nginx, FAILS, text",
      "missing, a, FAILS, missing",
      "nothing, a, FAILS, nothing",
      "expression, a, UNKNOWN, expression"
    })
    void aListContainsATextOrMayOnceItIsResolved(
        String path, String expected, Answer answer, String decides) {
      Check check = ROOT.at(path).contains(expected);

      assertThat(check.answer()).isEqualTo(answer);
      assertThat(check.at().path()).isEqualTo(decides);
    }

    @Test
    void whatIsUnknownNamesTheValueThatIsMissing() {
      assertThat(ROOT.at("expression.below").isTrue().missing())
          .contains("the value of expression.below");
      assertThat(ROOT.at("mixed").contains("b").missing()).contains("the value of mixed[1]");
    }

    @Test
    void whatIsDecidedElsewhereIsUnknownWhileTheFieldIsAnExpression() {
      assertThat(ROOT.at("expression").decide(true).isUnknown()).isTrue();
      assertThat(ROOT.at("text").decide(true).holds()).isTrue();
      assertThat(ROOT.at("missing").decide(false).fails()).isTrue();
    }
  }

  @Nested
  class Paths {

    @ParameterizedTest
    @ValueSource(
        strings = {
          "",
          "text",
          "list[1]",
          "containers[1].securityContext.capabilities",
          "labels[\"app.kubernetes.io/name\"]",
          "labels[\"\"]",
          "labels[\"quo\\\"te\\\\\"]",
          "labels.größe",
          "missing[3][0].deep[\"a.b\"].x",
          "[0]",
          "[\"a b\"].c"
        })
    void aPathLeadsToTheFieldThatWritesIt(String path) {
      assertThat(ROOT.at(path).path()).isEqualTo(path);
    }

    @Test
    void aPathBeginsAtTheFieldThatIsAsked() {
      assertThat(ROOT.field("containers").at("[0].name").text()).contains("api");
      assertThat(ROOT.at("labels[\"app.kubernetes.io/name\"]").text()).contains("web");
      assertThat(ROOT.at("")).isSameAs(ROOT);
    }

    @Test
    void aNameIsTakenAsItIs() {
      assertThat(ROOT.field("labels").field("app.kubernetes.io/name").text()).contains("web");
      assertThat(ROOT.field("containers[0]").isAbsent()).isTrue();
      assertThat(ROOT.field("containers[0]").path()).isEqualTo("[\"containers[0]\"]");
    }

    @ParameterizedTest
    @CsvSource(
        quoteCharacter = '\'',
        value = {
          ".a, a name at character 1",
          "a., a name at character 3",
          "a..b, a name at character 3",
          "a[, a place in a list or a name in quotes at character 3",
          "a[], a place in a list or a name in quotes at character 3",
          "a[x], a place in a list or a name in quotes at character 3",
          "a[-1], a place in a list or a name in quotes at character 3",
          "a[1, ] at character 4",
          "a[1x], ] at character 4",
          "a[1]b, . at character 5",
          "a], . at character 2",
          "a[99999999999], a place that a list can have at character 13",
          "'a[\"x]', '\" at character 6'",
          "'a[\"x\"', ] at character 6",
          "'a\"b', . at character 2"
        })
    void aMalformedPathIsRefusedWithThePlaceOfTheFault(String path, String expected) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> ROOT.at(path))
          .withMessage(
              "path must look like \"spec.containers[0].image\", with %s, but was \"%s\"",
              expected, path);
    }

    @Test
    void aNegativePlaceIsRefused() {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> ROOT.field("list").item(-1))
          .withMessage("a place in a list must be 0 or more but was -1");
    }

    @ParameterizedTest
    @CsvSource({
      "'', '', ''",
      "text, text, /text",
      "list[1], list[1], /list/1",
      "labels[\"app.kubernetes.io/name\"], app.kubernetes.io/name, /labels/app.kubernetes.io~1name",
      "[\"a~b/c\"].d, d, /a~0b~1c/d",
      "missing[3][0], missing[3][0], /missing/3/0"
    })
    void aFieldHasALabelAndAPointer(String path, String label, String pointer) {
      assertThat(ROOT.at(path).label()).isEqualTo(label);
      assertThat(ROOT.at(path).pointer()).isEqualTo(pointer);
    }

    @Test
    void aFieldKnowsTheOneAroundIt() {
      assertThat(ROOT.at("list[1]").parent()).map(Field::path).contains("list");
      assertThat(ROOT.at("list[1]").name()).isEqualTo("1");
      assertThat(ROOT.parent()).isEmpty();
      assertThat(ROOT.name()).isEmpty();
      assertThat(ROOT.at("list[1]").document()).isSameAs(ROOT.document());
      assertThat(ROOT.at("list[0]")).hasToString("list[0] is \"a\"");
    }
  }

  @Nested
  class Places {

    @ParameterizedTest
    @CsvSource({
      "text, 1:7",
      "list[1], 11:11",
      "containers[1].name, 27:11",
      "containers[1].securityContext, 29:7",
      "containers[1].securityContext.capabilities, 29:21",
      "containers[1].securityContext.capabilities.drop, 29:21",
      "containers[1].securityContext.privileged, 29:7",
      "containers[0].securityContext.privileged, 26:5",
      "containers[7].name, 26:3",
      "missing.below, 1:1",
      "left-out, 4:10"
    })
    void somethingAbsentStandsAtTheNearestPlaceThatExists(String path, String place) {
      assertThat(ROOT.at(path).location()).hasToString("deploy/a.yaml:" + place);
      assertThat(ROOT.at(path).location().path()).isEqualTo(path);
    }

    @ParameterizedTest
    @CsvSource({
      "text, 1:1",
      "containers[1].securityContext, 28:5",
      "list[1], 11:11",
      "missing, 1:1",
      "mapping.b, 13:10"
    })
    void aKeyHasAPlaceOfItsOwn(String path, String place) {
      assertThat(ROOT.at(path).keyLocation()).hasToString("deploy/a.yaml:" + place);
    }
  }
}
