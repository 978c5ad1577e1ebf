package dev.avow.policy.document;

import static dev.avow.policy.document.Reads.shown;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class SplittingTest {

  @Nested
  class Yaml {

    @Test
    void documentsEndAtMarkers() {
      assertThat(shown("a: 1\n---\nb: 2\n...\nc: 3\n"))
          .containsExactly("0 at 1:1 {a=1}", "1 at 3:1 {b=2}", "2 at 5:1 {c=3}");
    }

    @Test
    void emptyDocumentsArePassedOverButCounted() {
      assertThat(shown("---\n---\n# only this\n---\na: 1\n---\n---   \n# end\n---\nb: 2\n---\n"))
          .containsExactly("2 at 5:1 {a=1}", "5 at 10:1 {b=2}");
    }

    @Test
    void commentsBeforeTheFirstMarkerAreNoDocument() {
      assertThat(shown("# licence\n\n---\na: 1\n")).containsExactly("0 at 4:1 {a=1}");
    }

    @Test
    void commentsBehindAnEndMarkerAreNoDocument() {
      assertThat(shown("a: 1\n...\n# end\n...\n")).containsExactly("0 at 1:1 {a=1}");
    }

    @Test
    void contentBehindTheMarkerBelongsToTheDocument() {
      assertThat(shown("--- text\n--- {a: 1}\n--- [b]\n--- # comment\nc: 1\n--- !!str 1\n"))
          .containsExactly(
              "0 at 1:5 text", "1 at 2:5 {a=1}", "2 at 3:5 [b]", "3 at 5:1 {c=1}", "4 at 6:11 1");
    }

    @Test
    void aBlockMayBeginBehindTheMarker() {
      assertThat(shown("--- |\n  one\n  two\n--- >-\n three\n"))
          .containsExactly("0 at 1:5 one\ntwo\n", "1 at 4:5 three");
    }

    @Test
    void aMappingMayNotBeginBehindTheMarker() {
      assertThat(shown("--- a: 1\n---\nb: 2")).containsExactly("1:6 MALFORMED", "1 at 3:1 {b=2}");
    }

    @Test
    void whatStandsBehindAnEndMarkerIsRead() {
      assertThat(shown("a: 1\n... b\n---\nc: 2"))
          .containsExactly("0 at 1:1 {a=1}", "1 at 2:5 b", "2 at 4:1 {c=2}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a: |\n  x\n----\n", "a: b\n---c\n", "a: b\n --- c\n", "a: |\n  ---\n"})
    void otherDashesAreContent(String text) {
      assertThat(Reads.all("test.yaml", text)).hasSize(1);
    }

    @Test
    void aMarkerSeparatesEvenInsideABlockOrQuotes() {
      assertThat(shown("a: |\n---\nb: 1\n")).containsExactly("0 at 1:1 {a=}", "1 at 3:1 {b=1}");
      assertThat(shown("a: \"x\n---\nb: 1\n")).containsExactly("1:4 MALFORMED", "1 at 3:1 {b=1}");
    }

    @Test
    void aMarkerNeedsWhiteSpaceBehindIt() {
      assertThat(shown("a: 1\n---\tb\n---")).containsExactly("0 at 1:1 {a=1}", "1 at 2:5 b");
    }

    @Test
    void directivesGoWithTheDocumentBehindThem() {
      assertThat(
              shown(
                  """
                  %YAML 1.1
                  %TAG !y! tag:yaml.org,2002:
                  ---
                  v: !y!int '1'
                  ...
                  %YAML 1.2
                  ---
                  a: 1
                  """))
          .containsExactly("0 at 4:1 {v=1}", "1 at 8:1 {a=1}");
    }

    @Test
    void aDirectiveWithoutADocumentIsMalformed() {
      assertThat(shown("%YAML 1.1\n")).containsExactly("1:10 MALFORMED");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\n", "\r\n", "\r"})
    void linesEndAsTheyLike(String end) {
      String text = "a: 1%---%b:%  - 2%  - x%...%c: 3".replace("%", end);

      assertThat(shown(text))
          .containsExactly("0 at 1:1 {a=1}", "1 at 3:1 {b=[2, x]}", "2 at 7:1 {c=3}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\n", "  \n\t\n", "# comment", "---", "---\n", "...", "\uFEFF"})
    void nothingIsNoDocument(String text) {
      assertThat(shown(text)).isEmpty();
    }

    @Test
    void nullIsADocument() {
      assertThat(shown("--- ~\n--- null\n--- !!null\n"))
          .containsExactly("0 at 1:5 null", "1 at 2:5 null", "2 at 3:11 null");
    }

    @Test
    void aBadDocumentCostsItselfOnly() {
      assertThat(shown("a: 1\n---\nb: [1\n---\nc: 3\n---\n\td: 4\n---\ne: 5\n"))
          .containsExactly(
              "0 at 1:1 {a=1}",
              "3:6 MALFORMED",
              "2 at 5:1 {c=3}",
              "7:1 MALFORMED",
              "4 at 9:1 {e=5}");
    }

    @Test
    void filesPutTogetherMayHaveAMarkInside() {
      assertThat(shown("\uFEFFa: 1\n\uFEFF---\nb: 2\n---\n\uFEFFc: 3\n"))
          .containsExactly("0 at 1:1 {a=1}", "1 at 3:1 {b=2}", "2 at 5:1 {c=3}");
    }

    @Test
    void separatorsThatOnlyYamlKnowsDoNotAddDocuments() {
      assertThat(shown("a: 1\u2028---\u2028b: 2\n---\nc: 3"))
          .hasSize(2)
          .last()
          .isEqualTo("1 at 3:1 {c=3}");
    }
  }

  @Nested
  class Json {

    @Test
    void documentsFollowOneAnother() {
      assertThat(shown("{\"a\": 1}{\"b\": 2} [3]\n{\n  \"c\": 4\n}\n\n{}"))
          .containsExactly(
              "0 at 1:1 {a=1}", "1 at 1:9 {b=2}", "2 at 1:18 [3]", "3 at 2:1 {c=4}", "4 at 6:1 {}");
    }

    @Test
    void documentsMayBeSeparatedAsInYaml() {
      assertThat(shown("{\"a\": 1}\n---\n{\"b\": 2}\n---\nc: 3\n...\n# comment\n {\"d\": 4}"))
          .containsExactly("0 at 1:1 {a=1}", "1 at 3:1 {b=2}", "2 at 5:1 {c=3}", "3 at 8:2 {d=4}");
    }

    @Test
    void bracesInTextsMeanNothing() {
      assertThat(shown("{\"a\": \"}{\\\"]\\\\\"}{\"b\": \"[\"}"))
          .containsExactly("0 at 1:1 {a=}{\"]\\}", "1 at 1:17 {b=[}");
    }

    @Test
    void anythingElseBehindADocumentSpoilsIt() {
      assertThat(shown("{\"a\": 1} x\n{\"b\": 2},\n{\"c\": 3}\n"))
          .containsExactly("1:10 MALFORMED", "2:9 MALFORMED", "2 at 3:1 {c=3}");
    }

    @Test
    void commentsMayFollow() {
      assertThat(shown("{\"a\": 1} # one\n# two\n{\"b\": 2}"))
          .containsExactly("0 at 1:1 {a=1}", "1 at 3:1 {b=2}");
    }

    @Test
    void flowStyleIsReadToo() {
      assertThat(
              shown(
                  "{a: b, c: 'it''s }', d: 5\" pipe, \"e\": \"x\n  y\"} # end\n---\n[a, {b: c}]\n"))
          .containsExactly("0 at 1:1 {a=b, c=it's }, d=5\" pipe, e=x y}", "1 at 4:1 [a, {b=c}]");
    }

    @Test
    void flowStyleIsRefusedInAJsonFile() {
      assertThat(shown("Test.JSON", "{a: b}{\"c\": 1}"))
          .containsExactly("1:2 MALFORMED", "1 at 1:7 {c=1}");
    }

    @Test
    void anotherTemplateIsOneBadDocumentToo() {
      assertThat(shown("{% if x %}\na: {{ b }}\n{% endif %}\n---\nc: 1"))
          .containsExactly("1:2 MALFORMED", "1 at 5:1 {c=1}");
    }

    @Test
    void aTemplateIsOneBadDocument() {
      assertThat(shown("{{- if .Values.x }}\na: {{ .b }}\n{{- end }}\n---\nc: 1"))
          .containsExactly("1:2 MALFORMED", "1 at 5:1 {c=1}");
    }
  }

  @Nested
  class JsonPerLine {

    private static final List<String> BAD =
        List.of(
            "{\"a\": 1",
            "{\"a\": [1, 2",
            "{\"a\": \"b",
            "{\"a\": \"b\\",
            "{\"a\":",
            "{\"a\": [",
            "{\"a\": [1,",
            "{\"a\"",
            "{\"a",
            "{",
            "{\"a\": nul",
            "{\"a\": 1]",
            "{\"a\": 'b",
            "{\"a\": {\"b\": {\"c\": 1}",
            "{\"a\": 1}}");

    static List<String> bad() {
      return BAD;
    }

    @ParameterizedTest
    @MethodSource("bad")
    void aBadLineCostsItselfOnly(String bad) {
      String text = "{\"n\": 1}\n" + bad + "\n{\"n\": 2}\n{\"n\": 3}\n";

      for (String source : List.of("stdin", "x.ndjson", "x.JSONL", "x.json")) {
        assertThat(shown(source, text))
            .as(source)
            .hasSize(4)
            .contains("0 at 1:1 {n=1}", "2 at 3:1 {n=2}", "3 at 4:1 {n=3}")
            .element(1)
            .asString()
            .startsWith("2:")
            .endsWith("MALFORMED");
      }
    }

    @ParameterizedTest
    @MethodSource("bad")
    void aBadFirstLineCostsItselfOnly(String bad) {
      String text = bad + "\n{\"n\": 2}\n{\"n\": 3}\n";

      for (String source : List.of("stdin", "x.ndjson", "x.json")) {
        assertThat(shown(source, text))
            .as(source)
            .hasSize(3)
            .contains("1 at 2:1 {n=2}", "2 at 3:1 {n=3}");
      }
    }

    @ParameterizedTest
    @MethodSource("bad")
    void aBadLastLineCostsItselfOnly(String bad) {
      String text = "{\"n\": 1}\n{\"n\": 2}\n" + bad;

      for (String source : List.of("stdin", "x.ndjson", "x.json")) {
        assertThat(shown(source, text))
            .as(source)
            .hasSize(3)
            .contains("0 at 1:1 {n=1}", "1 at 2:1 {n=2}");
      }
    }

    @Test
    void blankLinesAreNoDocuments() {
      assertThat(shown("x.ndjson", "\n{\"a\": 1}\r\n  \n\n[1]\n\"text\"\n"))
          .containsExactly("0 at 2:1 {a=1}", "1 at 5:1 [1]", "2 at 6:1 text");
    }

    @Test
    void aLineOfTwoDocumentsIsMalformed() {
      assertThat(shown("x.jsonl", "{\"a\": 1} {\"b\": 2}\n{\"c\": 3}"))
          .containsExactly("1:10 MALFORMED", "1 at 2:1 {c=3}");
    }

    @Test
    void aListOverSeveralLinesIsKeptTogether() {
      assertThat(shown("stdin", "{\"items\": [\n{\"a\": 1},\n{\"b\": 2}\n]}\n{\"c\": 3}\n"))
          .containsExactly("0 at 1:1 {items=[{a=1}, {b=2}]}", "1 at 5:1 {c=3}");
    }

    @Test
    void wideJsonMayFollowALine() {
      assertThat(shown("stdin", "{\"a\": 1}\n{\n  \"b\": [\n{\"c\": 1}\n]\n}\n{\"d\": 1}\n"))
          .containsExactly("0 at 1:1 {a=1}", "1 at 2:1 {b=[{c=1}]}", "2 at 7:1 {d=1}");
    }

    @Test
    void wideJsonThatNeverEndsIsCutOffWhereItMustEnd() {
      assertThat(shown("stdin", "{\n  \"a\": {\n    \"b\": 1\n\n{\n  \"c\": 3\n}\n"))
          .containsExactly("3:11 MALFORMED", "1 at 5:1 {c=3}");
    }
  }

  @ParameterizedTest
  @CsvSource({"8191", "8192", "8193", "16383", "16384"})
  void markersAreSeenAcrossTheEdgesOfTheBuffer(int length) {
    for (int less = 0; less < 6; less++) {
      String comment = "#" + "x".repeat(length - less - 1);

      assertThat(shown(comment + "\n---\na: 1\r\n---\r\nb: 2"))
          .containsExactly("0 at 3:1 {a=1}", "1 at 5:1 {b=2}");
    }
  }
}
