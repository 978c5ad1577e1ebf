package dev.avow.policy.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Reading documents together is reading them one by one, further down. */
class ConcatenationTest {

  private static final Pattern LINE = Pattern.compile("(\\d+)(:\\d+)");

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20})
  void ofYamlIsReadLikeItsParts(long seed) {
    Random random = new Random(seed);
    String end = List.of("\n", "\r\n").get(random.nextInt(2));
    StringBuilder whole = new StringBuilder();
    List<String> expected = new ArrayList<>();
    int line = 1;
    for (int i = 0; i < 40; i++) {
      String part = new Generator(random).document().replace("\n", end);
      expected.addAll(shifted(read(part), line));
      whole.append(part).append("---").append(end);
      line += (int) part.lines().count() + 1;
    }

    assertThat(read(whole.toString())).containsExactlyElementsOf(expected);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
  void ofJsonIsReadLikeItsParts(long seed) {
    Random random = new Random(seed);
    StringBuilder whole = new StringBuilder();
    List<String> expected = new ArrayList<>();
    int line = 1;
    for (int i = 0; i < 40; i++) {
      String part = "[" + new Generator(random).json(3) + "]\n";
      expected.addAll(shifted(read(part), line));
      whole.append(part);
      line += (int) part.lines().count();
    }

    assertThat(read(whole.toString())).containsExactlyElementsOf(expected);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
  void jsonIsReadAsYamlWouldBe(long seed) {
    Random random = new Random(seed);
    for (int i = 0; i < 50; i++) {
      String json = new Generator(random).json(4);

      // Behind a key it goes through the YAML parser.
      List<String> yaml = Reads.places(Reads.root("[x, " + json + "]"));
      List<String> tokens = Reads.places(Reads.root("[\"\"," + json + "]"));

      assertThat(tokens.subList(2, tokens.size())).isEqualTo(yaml.subList(2, yaml.size()));
    }
  }

  private static List<String> read(String text) {
    List<String> read = new ArrayList<>();
    for (Reading reading : Reads.all("x", text)) {
      if (reading instanceof Document document) {
        read.addAll(Reads.places(document.root()));
      } else {
        read.add(reading.location() + " " + ((Unreadable) reading).cause());
      }
    }
    return read;
  }

  private static List<String> shifted(List<String> places, int line) {
    return places.stream()
        .map(
            place -> {
              int from = Math.max(place.lastIndexOf(' ', place.length()), 0);
              String head = place.startsWith("x:") ? "" : place.substring(0, from);
              return head
                  + LINE.matcher(place.substring(head.length()))
                      .replaceAll(
                          found -> (Integer.parseInt(found.group(1)) + line - 1) + found.group(2));
            })
        .toList();
  }

  /** Writes documents at random; some are malformed. */
  private static final class Generator {

    private static final List<String> TEXTS =
        List.of(
            "a", "é😀", "yes", "1", "x y", "it's", "-", "0x1F", "{", "]", "#", "\\\"", "---", "~");

    private final Random random;

    Generator(Random random) {
      this.random = random;
    }

    String document() {
      return switch (random.nextInt(8)) {
        case 0 -> "bad: [1\n";
        case 1 -> "# nothing\n";
        case 2 -> "{a: b, \"c\": [1, 2]}\n";
        case 3 -> json(3) + "\n";
        case 4 -> "text: |\n  one\n\n  two\n\n# end\n";
        default -> mapping("", 3);
      };
    }

    private String mapping(String indent, int depth) {
      StringBuilder text = new StringBuilder();
      for (int i = random.nextInt(3); i >= 0; i--) {
        text.append(indent).append("key").append(i).append(':');
        if (depth > 0 && random.nextBoolean()) {
          text.append('\n').append(mapping(indent + "  ", depth - 1));
        } else {
          text.append(" '").append(text().replace("'", "''")).append("'\n");
        }
      }
      return text.toString();
    }

    String json(int depth) {
      int kind = depth == 0 ? random.nextInt(4) : random.nextInt(7);
      return switch (kind) {
        case 0 -> String.valueOf(random.nextInt(2000) - 1000);
        case 1 -> List.of("true", "false", "null", "1.5", "-2e3").get(random.nextInt(5));
        case 2, 3 -> "\"" + text() + "\"";
        case 4 -> "[" + json(depth - 1) + ", " + json(depth - 1) + "]";
        default ->
            "{\"a\": " + json(depth - 1) + ",\n \"" + text() + "b\":" + " " + json(depth - 1) + "}";
      };
    }

    private String text() {
      return TEXTS.get(random.nextInt(TEXTS.size()));
    }
  }
}
