package dev.avow.policy.document;

import static dev.avow.policy.document.Reads.places;
import static dev.avow.policy.document.Reads.root;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PositionsTest {

  @Nested
  class Yaml {

    @Test
    void everyKeyAndValueHasItsPlace() {
      assertThat(
              places(
                  root(
                      """
                      spec:
                        containers:
                          - name: api
                            args: ["-v", 1]
                          - {}
                        replicas: 2
                      """)))
          .containsExactly(
              " = mapping 1:1-6:14",
              ".spec key 1:1-1:5",
              ".spec = mapping 2:3-6:14",
              ".spec.containers key 2:3-2:13",
              ".spec.containers = list 3:5-5:9",
              ".spec.containers[0] = mapping 3:7-4:22",
              ".spec.containers[0].name key 3:7-3:11",
              ".spec.containers[0].name = TEXT api 3:13-3:16",
              ".spec.containers[0].args key 4:7-4:11",
              ".spec.containers[0].args = list 4:13-4:22",
              ".spec.containers[0].args[0] = TEXT -v 4:14-4:18",
              ".spec.containers[0].args[1] = INTEGER 1 4:20-4:21",
              ".spec.containers[1] = mapping 5:7-5:9",
              ".spec.replicas key 6:3-6:11",
              ".spec.replicas = INTEGER 2 6:13-6:14");
    }

    @Test
    void aValueLeftOutStandsBehindTheColon() {
      assertThat(places(root("a:\nb:   # nothing\nc:\n  -\n")))
          .contains(
              ".a = NULL null 1:3-1:3", ".b = NULL null 2:3-2:3", ".c[0] = NULL null 4:4-4:4");
    }

    @Test
    void blocksEndBehindTheirLastCharacter() {
      assertThat(
              places(root("a: |\n  one\n  two\n\n\nb: >+ # note\n  three\n\n# end\nc: |-\nd: x\n")))
          .contains(
              ".a = TEXT one\ntwo\n 1:4-3:6",
              ".b = TEXT three\n\n 6:4-7:8",
              ".c = TEXT  10:4-10:6",
              ".d = TEXT x 11:4-11:5");
    }

    @Test
    void textsOverSeveralLinesEndOnTheLast() {
      assertThat(places(root("a: one\n  two\nb: \"x\n\n  y\"\nc: 'p\n  q'  # end\n")))
          .contains(".a = TEXT one two 1:4-2:6", ".b = TEXT x\ny 3:4-5:5", ".c = TEXT p q 6:4-7:5");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\n", "\r\n", "\r"})
    void linesAreCountedHoweverTheyEnd(String end) {
      String text = "# c%a:%  - |%    x%    y%  - z%b: 1%".replace("%", end);

      assertThat(places(root(text)))
          .containsExactly(
              " = mapping 2:1-7:5",
              ".a key 2:1-2:2",
              ".a = list 3:3-6:6",
              ".a[0] = TEXT x\ny\n 3:5-5:6",
              ".a[1] = TEXT z 6:5-6:6",
              ".b key 7:1-7:2",
              ".b = INTEGER 1 7:4-7:5");
    }

    @Test
    void columnsCountCodePoints() {
      assertThat(places(root("\"😀é\": \"👍🏽\" # 😀\n😀: [😀, {é: 😀}]\nx: z\n")))
          .contains(
              ".😀é key 1:1-1:5",
              ".😀é = TEXT 👍🏽 1:7-1:11",
              ".😀 key 2:1-2:2",
              ".😀[0] = TEXT 😀 2:5-2:6",
              ".😀[1].é key 2:9-2:10",
              ".😀[1].é = TEXT 😀 2:12-2:13",
              ".x = TEXT z 3:4-3:5");
    }

    @Test
    void aByteOrderMarkTakesNoColumn() {
      assertThat(places(root("\uFEFFa: 1"))).contains(".a key 1:1-1:2", ".a = INTEGER 1 1:4-1:5");
    }

    @Test
    void separatorsThatEditorsDoNotKnowEndNoLine() {
      assertThat(places(root("a: \"x\u2028y\"\nb: 1\n"))).contains(".b key 2:1-2:2");
      assertThat(places(root("a: 1\u0085b: 2\n"))).contains(".b key 1:6-1:7");
    }

    @Test
    void valuesStandBehindTheirAnchorsAndTags() {
      assertThat(
              places(
                  root(
                      """
                      a: &x 1
                      b: !!str &y 2
                      c: &z !<tag:yaml.org,2002:str> [3]
                      d: &m # note
                        &k k: v
                      e: &s !!seq
                        - *x
                      f: &empty
                      &g g: *m
                      """)))
          .contains(
              ".a = INTEGER 1 1:7-1:8",
              ".b = TEXT 2 2:13-2:14",
              ".c = list 3:32-3:35",
              ".d = mapping 5:3-5:10",
              ".d.k key 5:6-5:7",
              ".e = list 7:3-7:7",
              ".f = NULL null 8:10-8:10",
              ".g key 9:4-9:5");
    }

    @Test
    void anAliasedValueStandsWhereItsAnchorIs() {
      assertThat(places(root("a: &x {b: 1}\nc:\n  - *x\nd: 2\n")))
          .contains(
              ".c = list 3:3-3:7",
              ".c[0] = mapping 1:7-1:13",
              ".c[0].b key 1:8-1:9",
              ".c[0].b = INTEGER 1 1:11-1:12");
    }

    @Test
    void mergedEntriesStandWhereTheyAreWritten() {
      assertThat(places(root("a: &x\n  b: 1\nc:\n  <<: *x\n  d: 2\n")))
          .contains(".c = mapping 4:3-5:7", ".c.b key 2:3-2:4", ".c.b = INTEGER 1 2:6-2:7");
    }

    @Test
    void placesCountThroughTheWholeSource() {
      assertThat(Reads.all("x", "a: 1\n---\n# c\nb: 2\n... \n--- c\n"))
          .extracting(reading -> reading.location().toString())
          .containsExactly("x:1:1", "x:4:1", "x:6:5");
    }

    @Test
    void theKeyOfAnExplicitEntryStandsBehindItsMark() {
      assertThat(places(root("? a\n: b\n? c\n")))
          .contains(
              ".a key 1:3-1:4", ".a = TEXT b 2:3-2:4", ".c key 3:3-3:4", ".c = NULL null 3:4-3:4");
    }
  }

  @Nested
  class Json {

    @Test
    void everyKeyAndValueHasItsPlace() {
      assertThat(
              places(
                  root(
                      """
                      {
                        "a\\"b": [1, -2.5e3, true],
                        "c": {"d": "e\\u0041\\\\", "f": null},
                        "g": {}, "h": false
                      }
                      """)))
          .containsExactly(
              " = mapping 1:1-5:2",
              ".a\"b key 2:3-2:9",
              ".a\"b = list 2:11-2:28",
              ".a\"b[0] = INTEGER 1 2:12-2:13",
              ".a\"b[1] = DECIMAL -2500.0 2:15-2:21",
              ".a\"b[2] = FLAG true 2:23-2:27",
              ".c key 3:3-3:6",
              ".c = mapping 3:8-3:37",
              ".c.d key 3:9-3:12",
              ".c.d = TEXT eA\\ 3:14-3:25",
              ".c.f key 3:27-3:30",
              ".c.f = NULL null 3:32-3:36",
              ".g key 4:3-4:6",
              ".g = mapping 4:8-4:10",
              ".h key 4:12-4:15",
              ".h = FLAG false 4:17-4:22");
    }

    @Test
    void columnsCountCodePoints() {
      assertThat(places(root("{\"😀\": \"😀é\",\r\n\"a\": \"👍\"}")))
          .containsExactly(
              " = mapping 1:1-2:10",
              ".😀 key 1:2-1:5",
              ".😀 = TEXT 😀é 1:7-1:11",
              ".a key 2:1-2:4",
              ".a = TEXT 👍 2:6-2:9");
    }

    @Test
    void documentsOnOneLineHaveTheirColumns() {
      assertThat(Reads.all("x", "{\"😀\": 1} {\"a\":\n 1}[]"))
          .extracting(reading -> reading.location().toString())
          .containsExactly("x:1:1", "x:1:10", "x:2:4");
    }

    @ParameterizedTest
    @ValueSource(ints = {3_000, 3_990, 4_000, 8_000, 40_000})
    void placesHoldAcrossTheBuffersOfTheParser(int count) {
      String wide =
          "{\n"
              + " ".repeat(count)
              + "\"key\": \"value\",\n \""
              + "k".repeat(count)
              + "\" : [12345, \""
              + "v".repeat(count)
              + "\"],\n  \"end\": 1.5}";

      assertThat(places(root(wide)))
          .contains(
              ".key key 2:%d-2:%d".formatted(count + 1, count + 6),
              ".key = TEXT value 2:%d-2:%d".formatted(count + 8, count + 15),
              ".end key 4:3-4:8",
              ".end = DECIMAL 1.5 4:10-4:13");
      assertThat(places(root(wide)))
          .contains(".%s key 3:2-3:%d".formatted("k".repeat(count), count + 4));
    }
  }
}
