package dev.avow.policy.document;

import static dev.avow.policy.document.Reads.shown;
import static dev.avow.policy.document.Reads.unreadable;
import static dev.avow.policy.document.Reads.value;
import static org.assertj.core.api.Assertions.assertThat;

import dev.avow.policy.document.Unreadable.Cause;
import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MeaningTest {

  @Nested
  class Keys {

    @ParameterizedTest
    @CsvSource(
        delimiter = '|',
        value = {
          "a|a",
          "'1'|1",
          "1|1",
          "0x1F|31",
          "0644|420",
          "true|true",
          "yes|true",
          "off|false",
          "1.5|1.5",
          "1.0|1",
          "-0.5|-0.5",
          "-0.0|-0",
          "0.0|0",
          "1e3|1000",
          "100000.5|100000.5",
          "1e6|1e+06",
          "1234567.5|1.2345675e+06",
          "-1.5e300|-1.5e+300",
          "0.0001|0.0001",
          "0.00001|1e-05",
          ".inf|.inf",
          "-.INF|-.inf",
          ".NaN|.nan",
          "2015-01-01|2015-01-01",
          "18446744073709551615|18446744073709551615",
          "!!str 1|1",
          "!!binary YWI=|ab",
          "\"x y\"|x y",
          "=|=",
        })
    void thatAreNoTextsBecomeTexts(String written, String key) {
      assertThat(value(written + ": v")).isEqualTo(Map.of(key, "v"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"~: 1", "null: 1", "? \n: 1", ": 1", "!!null x: 1"})
    void mustNotBeNull(String text) {
      assertThat(unreadable(text).cause()).isEqualTo(Cause.MALFORMED);
    }

    @ParameterizedTest
    @ValueSource(
        strings = {"? [a]\n: 1", "? {a: b}\n: 1", "{[a]: 1}", "a: &x [1]\n*x : 2", "? - a\n: 1"})
    void mustBePlain(String text) {
      assertThat(unreadable(text).reason()).startsWith("key must be a plain value but");
    }

    @Test
    void mayBeAliases() {
      assertThat(value("a: &x b\n*x : 1\n&y c: *y")).hasToString("{a=b, b=1, c=c}");
    }

    @ParameterizedTest
    @CsvSource({
      "'a: 1\nb: 2\na: 3', 3:1, 1, 3",
      "'{\"a\": 1,\n\"a\": 2}', 2:1, 1, 2",
      "'x:\n  - a: 1\n    b: 2\n    a: 3', 4:5, 2, 4",
      "'1: a\n\"1\": b', 2:1, 1, 2",
      "'yes: a\ntrue: b', 2:1, 1, 2",
      "'a: 1\n---\na: 2\n\na: 3', 5:1, 3, 5",
    })
    void mustNotRepeat(String text, String at, int first, int second) {
      List<Reading> readings = Reads.all("x", text);
      Unreadable unreadable = (Unreadable) readings.get(readings.size() - 1);

      assertThat(unreadable.location()).hasToString("x:" + at);
      assertThat(unreadable.cause()).isEqualTo(Cause.MALFORMED);
      assertThat(unreadable.reason())
          .contains("must appear once but is on line " + first + " and on line " + second);
    }

    @ParameterizedTest
    @CsvSource(
        delimiter = '|',
        value = {
          "{\"a\": 1, \"a\": 2}|key \"a\" must appear once but is on line 1, column 2 and column"
              + " 10",
          "x: {a: 1, a: 2}|key \"a\" must appear once but is on line 1, column 5 and column 11",
        })
    void thatRepeatOnOneLineAreToldApartByColumn(String text, String reason) {
      assertThat(unreadable(text).reason()).isEqualTo(reason);
    }

    @ParameterizedTest
    @CsvSource(
        delimiter = '|',
        value = {
          "a: 1\\nb: 2\\na: 3|{a=1, b=2}|a",
          "{\"a\": 1, \"a\": 2, \"b\": 2}|{a=1, b=2}|a",
          "a: 1\\na: {b: [{c: 1, c: 2}]}\\nb: 2|{a=1, b=2}|a, a.b[0].c",
          "a: [{b: 1}, {b: 1, b: 2, b: 3}]|{a=[{b=1}, {b=1}]}|a[1].b, a[1].b",
          "x.y/z: {b: 1, b: 2}|{x.y/z={b=1}}|[\"x.y/z\"].b",
          "a: 1\\na: &x 2\\nb: *x|{a=1, b=2}|a",
          "<<: {b: 1, b: 2}\\na: 1|{b=1, a=1}|[\"<<\"].b",
          "a: 1\\n<<: {a: 2}\\nb: 1|{a=1, b=1}|",
        })
    void thatRepeatArePassedOverOnRequest(String text, String kept, String paths) {
      Document document =
          DocumentReader.yaml12().keepingFirst().readOne("x", text.replace("\\n", "\n"));

      assertThat(value(document.root())).hasToString(kept);
      assertThat(document.duplicates().stream().map(problem -> problem.at().path()))
          .containsExactly(paths == null ? new String[0] : paths.split(", "));
    }

    @Test
    void mustNotRepeatAmongMany() {
      StringBuilder text = new StringBuilder();
      for (int i = 0; i < 100; i++) {
        text.append("key").append(i).append(": 1\n");
      }
      assertThat(value(text.toString())).asString().contains("key99=1");

      assertThat(unreadable(text + "key3: 2\n").reason())
          .isEqualTo("key \"key3\" must appear once but is on line 4 and on line 101");
      assertThat(unreadable(text + "key50: 2\n").reason()).contains("line 51 and on line 101");
    }

    @Test
    void thatAreLongAreNotShown() {
      String key = "k".repeat(64);

      assertThat(unreadable(key + ": 1\n" + key + ": 2").reason())
          .isEqualTo("key must appear once but is on line 1 and on line 2");
    }
  }

  @Nested
  class Aliases {

    @Test
    void areResolved() {
      assertThat(value("a: &x [1, &y two]\nb: *x\nc: {d: *y}"))
          .hasToString("{a=[1, two], b=[1, two], c={d=two}}");
    }

    @Test
    void nameTheLastAnchorBeforeThem() {
      assertThat(value("[&x 1, *x, &x 2, *x]")).hasToString("[1, 1, 2, 2]");
      assertThat(value("a: &x [&x 1]\nb: *x")).hasToString("{a=[1], b=1}");
    }

    @Test
    void keepTheirKind() {
      assertThat(value("a: &x yes\nb: *x\nc: '*x'")).hasToString("{a=true, b=true, c=*x}");
    }

    @Test
    void mustNameAnAnchor() {
      assertThat(shown("a: *x\n---\n&x b: 1\n---\nc: *x"))
          .containsExactly("1:4 MALFORMED", "1 at 3:1 {b=1}", "5:4 MALFORMED");
    }

    @ParameterizedTest
    @ValueSource(strings = {"&x [*x]", "a: &x {b: *x}", "a: &x\n  b:\n    - c: *x", "&x {<<: *x}"})
    void mustNotStandInsideWhatTheyName(String text) {
      assertThat(unreadable(text).reason())
          .isEqualTo("alias must not stand inside the value that it names");
    }

    @Test
    void areNotJson() {
      assertThat(value("{\"a\": \"&x\", \"b\": \"*x\"}")).hasToString("{a=&x, b=*x}");
    }
  }

  @Nested
  class Merges {

    @Test
    void bringInEntries() {
      assertThat(value("a: &a {x: 1, k: 2}\nb:\n  <<: *a\n  z: 3"))
          .hasToString("{a={x=1, k=2}, b={x=1, k=2, z=3}}");
    }

    @Test
    void giveWayToWrittenKeysWhereverTheyStand() {
      assertThat(value("a: &a {x: 1, k: 2}\nb: {x: 9, <<: *a}\nc: {<<: *a, k: 9}"))
          .hasToString("{a={x=1, k=2}, b={x=9, k=2}, c={x=1, k=9}}");
    }

    @Test
    void preferEarlierSources() {
      assertThat(value("- &a {x: 1, k: 1}\n- &b {x: 2, z: 2}\n- <<: [*a, *b, {z: 3, w: 3}]"))
          .hasToString("[{x=1, k=1}, {x=2, z=2}, {x=1, k=1, z=2, w=3}]");
    }

    @Test
    void mayBeGivenTwice() {
      assertThat(value("- &a {x: 1}\n- &b {x: 2, z: 2}\n- <<: *a\n  q: 0\n  <<: *b"))
          .hasToString("[{x=1}, {x=2, z=2}, {x=1, q=0, z=2}]");
    }

    @Test
    void mayBeChained() {
      assertThat(value("- &a {x: 1}\n- &b {<<: *a, k: 2}\n- {<<: *b, z: 3}"))
          .hasToString("[{x=1}, {x=1, k=2}, {x=1, k=2, z=3}]");
    }

    @Test
    void mayBeWrittenOutAndEmpty() {
      assertThat(value("{<<: {a: 1}, <<: [], <<: {}}")).hasToString("{a=1}");
    }

    @Test
    void mayBeTagged() {
      assertThat(value("!!merge <<: {a: 1}")).hasToString("{a=1}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"<<: 1", "<<:", "<<: [1]", "<<: text", "a: &x [[]]\n<<: *x"})
    void mustBringInMappings(String text) {
      assertThat(unreadable(text).reason())
          .isEqualTo("merge key must bring in a mapping or a list of mappings");
    }

    @Test
    void areNotMeantByQuotesOrValues() {
      assertThat(value("'<<': {a: 1}\nb: <<")).hasToString("{<<={a=1}, b=<<}");
      assertThat(value("{\"<<\": {\"a\": 1}}")).hasToString("{<<={a=1}}");
    }
  }

  @Nested
  class Tags {

    @ParameterizedTest
    @CsvSource(
        delimiter = '|',
        value = {
          "!!str 1|TEXT 1",
          "!!str yes|TEXT yes",
          "!!str|TEXT",
          "!!int '0x1F'|INTEGER 31",
          "!!bool 'yes'|FLAG true",
          "!!float 1|DECIMAL 1.0",
          "!!float '1.5'|DECIMAL 1.5",
          "!!null \"\"|NULL null",
          "!!null|NULL null",
          "!!timestamp 2015-01-01|TEXT 2015-01-01",
          "!!binary aGVsbG8=|TEXT hello",
          "!!binary \"aGVs\\nbG8=\"|TEXT hello",
          "!!map x|TEXT x",
          "! 12|TEXT 12",
          "!custom 12|TEXT 12",
          "!<tag:example.com,2000:x> yes|TEXT yes",
          "!!java.net.URL x|TEXT x",
          "!!javax.script.ScriptEngineManager [1]|list",
          "!custom {a: 1}|mapping",
          "!!set {a}|mapping",
          "!!seq [1]|list",
        })
    void sayWhatAValueIs(String text, String expected) {
      assertThat(Reads.places(Reads.root("- " + text)).get(1))
          .startsWith("[0] = " + expected + " ");
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "!!int x",
          "!!int 1.5",
          "!!bool 1",
          "!!null x",
          "!!float x",
          "!!binary a",
          "!!binary '*a=='",
        })
    void mustFitTheValue(String text) {
      assertThat(unreadable("a: " + text).reason())
          .isEqualTo("value must be what its tag says but is something else");
    }

    @Test
    void mustBeDeclared() {
      assertThat(unreadable("a: !x!y z").reason())
          .isEqualTo("tag must use a handle that is declared");
    }
  }

  @Nested
  class Json {

    @Test
    void numbersKeepTheirKind() {
      assertThat(value("[0, -0, 12, 9223372036854775808, 1.0, 1e2, 1e999, 18446744073709551616]"))
          .isEqualTo(
              List.of(
                  0L,
                  0L,
                  12L,
                  new BigInteger("9223372036854775808"),
                  1.0,
                  100.0,
                  Double.POSITIVE_INFINITY,
                  0x1p64));
    }

    @Test
    void textsAreNeverResolved() {
      assertThat(value("[\"yes\", \"1\", \"null\", \"\", \"~\", \"2015-01-01\"]"))
          .isEqualTo(List.of("yes", "1", "null", "", "~", "2015-01-01"));
    }

    @Test
    void escapesAreResolved() {
      assertThat(value("[\"\\u00e9\\ud83d\\ude00\\n\\/\\\"\\\\\"]"))
          .isEqualTo(List.of("é😀\n/\"\\"));
    }
  }

  @Nested
  class Whitespace {

    @ParameterizedTest
    @ValueSource(
        strings = {
          "a:\tb",
          "a:\t b",
          "a: \tb",
          "a:\t\t!!str\tb",
          "a:\tb\t# end",
          "a:\t# note\n  b",
          "--- {a:\tb}",
          "a:\t|-\n  b",
          "a:\t\"b\"\t",
          "a\t:\tb",
        })
    void tabsMaySeparateAValueFromItsKey(String text) {
      assertThat(value(text)).hasToString("{a=b}");
    }

    @Test
    void tabsMayStandBehindTheMarker() {
      assertThat(value("---\ttext")).isEqualTo("text");
    }

    @Test
    void tabsInTextsStay() {
      assertThat(value("a:\t\"x\ty\"\nb: |\n  p\tq\nc: r\ts"))
          .hasToString("{a=x\ty, b=p\tq\n, c=r\ts}");
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "a:\n\tb: 1",
          "\ta: 1",
          "a:\n\t- b",
          "- \ta",
          "-\ta",
          "?\ta\n: b",
          "a:\n\n\t\n  b: 1"
        })
    void tabsMustNotIndent(String text) {
      assertThat(unreadable(text).reason())
          .isEqualTo("white space here must be spaces but is a tab");
    }

    @Test
    void manyTabsAreReadInGoodTime() {
      StringBuilder text = new StringBuilder();
      for (int i = 0; i < 1000; i++) {
        text.append("key").append(i).append(":\t\tvalue\n");
      }

      assertThat(value(text.toString())).asString().endsWith("key999=value}");
    }
  }
}
