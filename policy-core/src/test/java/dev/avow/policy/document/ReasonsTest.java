package dev.avow.policy.document;

import static org.assertj.core.api.Assertions.assertThat;

import dev.avow.policy.document.Unreadable.Cause;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A reason says what would be right, at the exact place, and never quotes what stands there. */
class ReasonsTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '^',
      value = {
        "a: b\\nc\\nd: e^2:1^key must be followed by a colon",
        "a: b: c^1:5^colon must follow a key but no key may stand here",
        "a: - b^1:4^list item must begin its line",
        "a: ? b^1:4^key must begin its line",
        "a: \"b\\nc: d^1:4^quoted text must end with its quote",
        "a: 'b^1:4^quoted text must end with its quote",
        "a: [b\\n"
            + "c: d]\\n"
            + "^2:2^list in brackets must go on with a comma or end with ]; it begins on line 1",
        "a: [b, c^1:9^list in brackets must go on with a comma or end with ]; it begins on line 1",
        "a:\\n"
            + "  {b: c d: e}^2:10^mapping in braces must go on with a comma or end with }; it"
            + " begins on line 2",
        "a:\\n"
            + "  b: 1\\n"
            + " c: 2^3:2^mapping must go on with a key in the column of the others, or end; it"
            + " begins on line 1",
        "a:\\n- b\\n c: d^3:3^colon must follow a key but no key may stand here",
        "- a\\n"
            + "b: c^2:1^list must go on with - in the column of the others, or end; it begins on"
            + " line 1",
        "a: @b^1:4^plain value must not begin with this character unless in quotes",
        "a:\\n\\tb: c^2:1^white space here must be spaces but is a tab",
        "a: \"\\z\"^1:6^escape in double quotes must be one that YAML knows",
        "a: \"\\xzz\"^1:7^escape in double quotes must have hexadecimal digits",
        "a: |x\\n  b^1:5^| and > may be followed by +, - and an indentation only",
        "a: >0\\n  b^1:5^indentation behind | and > must be from 1 to 9",
        "%YAML 2.0\\n---\\na^1:1^document must be YAML 1.x but declares another version",
        "a: !x!y z^1:4^tag must use a handle that is declared",
        "a: b\\n... \\n} c^3:1^value must stand here but there is none",
        "a: &^1:5^document must be YAML but is not from here on",
        "a: {{ .Values.b }}^1:5^key must be a plain value but is a mapping or a list; a template"
            + " must be rendered first",
      })
  void ofYaml(String text, String place, String reason) {
    check("x.yaml", text, place, reason);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '^',
      value = {
        "{a: 1}^1:2^key must be in double quotes",
        "{\"a\" 1}^1:6^key must be followed by a colon",
        "{\"a\": 1 \"b\": 2}^1:9^value must be followed by a comma, or by } or ]",
        "{\"a\": [1, 2}^1:12^bracket must close the one that was opened last",
        "{\"a\": \"b\\nc\"}^1:9^text must not have line breaks or control characters",
        "{\"a\": \"\\z\"}^1:9^escape must be one that JSON knows",
        "{\"a\": 01}^1:8^number must be written as JSON has it",
        "{\"a\": 1^1:8^JSON must be complete but ends here",
        "{\"a\": \"b^1:9^JSON must be complete but ends here",
        "{\"a\": yes}^1:7^value must be JSON: a text in double quotes, a number, true, false, null,"
            + " {…} or […]",
        "{\"a\": 1,}^1:9^key must be in double quotes",
      })
  void ofJson(String text, String place, String reason) {
    check("x.json", text, place, reason);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "password: \"SECRET",
        "password: [SECRET",
        "password: SECRET: SECRET",
        "password: @SECRET",
        "password: *SECRET",
        "password: !SECRET!x y",
        "password: !!int SECRET",
        "password: \"\\zSECRET\"",
        "{\"password\": SECRET}",
        "{\"password\": \"SECRET}",
        "{\"password\": \"SECRET\" \"SECRET\"}",
        "password: SECRET\nSECRET\nb: c",
        "password: |SECRET",
        "<<: SECRET",
        "password: 'SECRET\u0000'",
        "\"SECRET\": {{SECRET}}",
      })
  void neverQuoteValues(String text) {
    List<String> reasons =
        Stream.of("x.yaml", "x.json")
            .flatMap(source -> Reads.all(source, text).stream())
            .filter(Unreadable.class::isInstance)
            .map(reading -> ((Unreadable) reading).reason())
            .toList();

    assertThat(reasons)
        .isNotEmpty()
        .allSatisfy(reason -> assertThat(reason).isNotBlank().doesNotContain("SECRET"));
  }

  @Test
  void aDocumentIsShownByItsPlace() {
    assertThat(DocumentReader.kubernetes().readOne("x.yaml", "\npassword: SECRET"))
        .hasToString("x.yaml:2:1");
  }

  private static void check(String source, String text, String place, String reason) {
    Unreadable unreadable =
        (Unreadable) Reads.all(source, unescape(text)).stream().reduce((a, b) -> b).orElseThrow();

    assertThat(unreadable.cause()).isEqualTo(Cause.MALFORMED);
    assertThat(unreadable.reason()).isEqualTo(reason);
    assertThat(unreadable.location()).hasToString(source + ":" + place);
  }

  private static String unescape(String text) {
    return text.replace("\\n", "\n").replace("\\t", "\t");
  }
}
