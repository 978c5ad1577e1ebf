package dev.avow.policy.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.avow.policy.finding.Location;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExcerptTest {

  private static final List<String> SOURCE =
      List.of("one", "two", "---", "four", "five", "six", "seven", "---", "nine");

  @ParameterizedTest
  @CsvSource({
    "1, 1, 1, one two",
    "2, 2, 5, one two",
    "4, 4, 2, four five six",
    "5, 5, 1, four five six",
    "6, 6, 9, four five six seven",
    "9, 9, 3, nine",
    "4, 400, 1, four five six"
  })
  void holdsThePlaceAndLinesOfTheSameDocumentAroundIt(
      int line, int endLine, int context, String lines) {
    Location place = new Location("a", line, 1, endLine, 2, "");

    assertThat(Excerpt.around(place, SOURCE, context))
        .hasValueSatisfying(
            excerpt -> {
              assertThat(String.join(" ", excerpt.lines())).isEqualTo(lines);
              assertThat(SOURCE.get(excerpt.firstLine() - 1)).isEqualTo(excerpt.lines().get(0));
            });
  }

  @ParameterizedTest
  @CsvSource({"0", "10", "100"})
  void ofALineThatIsNotThereIsNothing(int line) {
    assertThat(Excerpt.around(new Location("a", line, 0, 0, 0, ""), SOURCE, 3)).isEmpty();
  }

  @Test
  void withoutLinesIsRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Excerpt(0, List.of("x")))
        .withMessage(
            "an excerpt must begin at line 1 or later and have lines but had 1 from line 0");
    assertThatIllegalArgumentException().isThrownBy(() -> new Excerpt(1, List.of()));
  }

  @Nested
  class TheMark {

    private static String marked(Location place, int number, String line) {
      Marked marked =
          new Marked(new Excerpt(number, List.of(line)), Written.root("web", place).build());
      Marked.Span span = marked.span(number, line);
      return line.substring(0, span.from())
          + "["
          + line.substring(span.from(), span.to())
          + "]"
          + line.substring(span.to());
    }

    @Test
    void countsCodePoints() {
      assertThat(marked(new Location("a", 3, 3, 3, 4, ""), 3, "😀: b😀")).isEqualTo("😀:[ ]b😀");
      assertThat(marked(new Location("a", 3, 4, 3, 6, ""), 3, "😀: b😀")).isEqualTo("😀: [b😀]");
    }

    @Test
    void ofAPointIsOneCharacter() {
      assertThat(marked(Location.at("a", 3, 3), 3, "  a: b")).isEqualTo("  [a]: b");
    }

    @Test
    void ofSeveralLinesGoesFromTheBeginningToTheEnd() {
      Location place = new Location("a", 3, 3, 5, 6, "");

      assertThat(marked(place, 3, "  a:")).isEqualTo("  [a:]");
      assertThat(marked(place, 4, "    b: 1")).isEqualTo("    [b: 1]");
      assertThat(marked(place, 5, "    c: 2")).isEqualTo("    [c]: 2");
      assertThat(marked(place, 6, "  d: 3")).isEqualTo("[]  d: 3");
    }

    @Test
    void behindTheLineIsNothing() {
      assertThat(marked(new Location("a", 3, 90, 3, 99, ""), 3, "a: b")).isEqualTo("a: b[]");
    }
  }
}
