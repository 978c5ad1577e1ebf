package dev.avow.policy.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.avow.policy.document.Unreadable.Cause;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LimitsTest {

  private static final Limits SMALL = new Limits(100, 4, 10);

  @ParameterizedTest
  @CsvSource({"0, 1, 1", "1, 0, 1", "1, 1, 0", "-1, 1, 1"})
  void mustBePositive(int characters, int depth, int nodes) {
    assertThatThrownBy(() -> new Limits(characters, depth, nodes))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("limits must be 1 or more but were");
  }

  @Nested
  class Characters {

    @Test
    void areCountedPerDocument() {
      String document = "a: " + "x".repeat(92) + "\n";

      assertThat(read(document + "---\n" + document + "---\n" + document))
          .hasSize(3)
          .allMatch(Document.class::isInstance);
    }

    @Test
    void beyondTheLimitCostOneDocument() {
      List<Reading> readings = read("a: 1\n---\nb: " + "x".repeat(100) + "\nc: 2\n---\nd: 4\n");

      assertThat(readings.stream().map(Reads::shown))
          .containsExactly("0 at 1:1 {a=1}", "2:1 TOO_LARGE", "2 at 6:1 {d=4}");
      assertThat(((Unreadable) readings.get(1)).reason())
          .isEqualTo("document must have at most 100 characters but has more");
    }

    @Test
    void beyondTheLimitCostOneJsonDocument() {
      String large = "{\"a\": [\"}" + "x".repeat(100) + "\"],\n\"b\": 1}";

      assertThat(
              read("{\"a\": 1}" + large + "{\"b\": 2}\n" + large + "\n---\nc: 3").stream()
                  .map(Reads::shown))
          .containsExactly(
              "0 at 1:1 {a=1}",
              "1:9 TOO_LARGE",
              "2 at 2:8 {b=2}",
              "3:1 TOO_LARGE",
              "4 at 6:1 {c=3}");
    }

    @Test
    void beyondTheLimitCostOneLine() {
      String large = "{\"a\": \"" + "x".repeat(100) + "\"}\n";

      try (Stream<Reading> readings =
          DocumentReader.kubernetes().within(SMALL).read("x.ndjson", "[1]\n" + large + "[2]\n")) {
        assertThat(readings.map(Reads::shown))
            .containsExactly("0 at 1:1 [1]", "2:1 TOO_LARGE", "2 at 3:1 [2]");
      }
    }

    @Test
    void justAtTheLimitAreFine() {
      assertThat(read("a: " + "x".repeat(97)).stream().map(Reads::shown))
          .singleElement()
          .asString()
          .startsWith("0 at");
      assertThat(read("a: " + "x".repeat(98)).stream().map(Reads::shown))
          .containsExactly("1:1 TOO_LARGE");
    }
  }

  @Nested
  class Depth {

    @ParameterizedTest
    @ValueSource(
        strings = {
          "[[[[1]]]]",
          "a: {b: {c: {d: 1}}}",
          "- - - - 1",
          "{\"a\": [{\"b\": []}]}",
          "a:\n  b:\n  - c: 1"
        })
    void isFineUpToTheLimit(String text) {
      assertThat(read(text)).singleElement().isInstanceOf(Document.class);
    }

    @ParameterizedTest
    @CsvSource(
        delimiter = '|',
        value = {
          "[[[[[1]]]]]|1:5",
          "a: {b: {c: {d: {e: 1}}}}|1:16",
          "- - - - - 1|1:9",
          "{\"a\": [{\"b\": [[]]}]}|1:15",
          "[[[[{a: b}]]]]|1:5",
        })
    void isRefusedBeyond(String text, String place) {
      assertThat(read(text).stream().map(Reads::shown)).containsExactly(place + " TOO_LARGE");
    }

    @Test
    void countsThroughAliases() {
      assertThat(read("[&a [[1]], [*a]]")).singleElement().isInstanceOf(Document.class);
      assertThat(read("[&a [[1]], [[*a]]]").stream().map(Reads::shown))
          .containsExactly("1:14 TOO_LARGE");
      assertThat(read("a: &a [1]\nb: &b [*a]\nc: &c [*b]\nd: [*c]").stream().map(Reads::shown))
          .containsExactly("4:4 TOO_LARGE");
    }
  }

  @Nested
  class Nodes {

    @Test
    void areFineUpToTheLimit() {
      assertThat(read("[1, 2, 3, 4, 5, 6, 7, 8, 9]")).singleElement().isInstanceOf(Document.class);
      assertThat(read("{a: 1, b: [2, 3], c: {d: 4, e: 5}, f: 6}"))
          .singleElement()
          .isInstanceOf(Document.class);
    }

    @Test
    void areRefusedBeyond() {
      assertThat(read("[1, 2, 3, 4, 5, 6, 7, 8, 9, 10]").stream().map(Reads::shown))
          .containsExactly("1:29 TOO_LARGE");
      assertThat(read("[\"1\",2,3,4,5,6,7,8,9,{}]").stream().map(Reads::shown))
          .containsExactly("1:22 TOO_LARGE");
    }

    @Test
    void countThroughAliases() {
      assertThat(read("[&a [1, 2], *a, *a]")).singleElement().isInstanceOf(Document.class);
      assertThat(read("[&a [1, 2], *a, *a, *a]").stream().map(Reads::shown))
          .containsExactly("1:21 TOO_LARGE");
    }

    @Test
    void countThroughMerges() {
      assertThat(
              read("a: &a {x: 1, z: 2}\nb: {<<: *a}\nc: {<<: [*a, *a]}").stream().map(Reads::shown))
          .containsExactly("3:10 TOO_LARGE");
    }
  }

  @Nested
  @Timeout(20)
  class Attacks {

    @Test
    void aBillionLaughsEndSoon() {
      StringBuilder text =
          new StringBuilder("a0: &a0 [lol, lol, lol, lol, lol, lol, lol, lol, lol]\n");
      for (int i = 1; i < 20; i++) {
        String alias = "*a" + (i - 1);
        text.append(
            "a%d: &a%d [%s]\n"
                .formatted(
                    i,
                    i,
                    String.join(
                        ", ",
                        List.of(alias, alias, alias, alias, alias, alias, alias, alias, alias))));
      }

      assertThat(Reads.unreadable(text.toString()).cause()).isEqualTo(Cause.TOO_LARGE);
    }

    @Test
    void aBillionMergesEndSoon() {
      StringBuilder text = new StringBuilder("- &a0 {x: 1, z: 2}\n");
      for (int i = 1; i < 40; i++) {
        text.append("- &a%d {<<: [*a%d, *a%d], k%d: *a%d}\n".formatted(i, i - 1, i - 1, i, i - 1));
      }

      assertThat(Reads.unreadable(text.toString()).cause()).isEqualTo(Cause.TOO_LARGE);
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "[", "{\"a\":", "{a: ", "- ", "? ", "[{", "[[", "- [", "&a [", "!!seq [", "{[", "a: b: ",
          "- - ? "
        })
    void nestingWithoutEndIsRefusedSoon(String open) {
      List<Reading> readings = Reads.all("x", open.repeat(100_000));

      assertThat(readings).isNotEmpty().allMatch(Unreadable.class::isInstance);
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "*a ", "&a ", "!a ", "#", "%", "|", ">", "a: &a\n", "--- ", "...\n", "---\n", "\\", "a:",
          "k: v\n", "\t", "a:\t", "{}", "{}\n", "[]]", "{\n", "\"a\n", "{\"a\n"
        })
    void anythingRepeatedIsReadInGoodTime(String piece) {
      long[] count = new long[1];

      try (Stream<Reading> readings = DocumentReader.kubernetes().read("x", piece.repeat(20_000))) {
        readings.forEach(reading -> count[0]++);
      }

      assertThat(count[0]).isLessThanOrEqualTo(20_000);
    }

    @Test
    void aLongLineIsReadInGoodTime() {
      String text = "a: \"" + "x\\u0041".repeat(300_000) + "\"";

      assertThat(Reads.root(text)).isNotNull();
    }
  }

  private static List<Reading> read(String text) {
    try (Stream<Reading> readings = DocumentReader.kubernetes().within(SMALL).read("x", text)) {
      return readings.toList();
    }
  }
}
