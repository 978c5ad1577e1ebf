package dev.avow.policy.version.scheme;

import java.util.Comparator;
import java.util.List;
import java.util.Map;

/**
 * A version as people write them.
 *
 * @param numbers the numbers
 * @param stage what the tail says
 * @param tail the runs of letters and digits behind the numbers; none if they only say that it is a
 *     release
 */
record PlainKey(List<String> numbers, Stage stage, List<String> tail) implements VersionKey {

  private static final Comparator<PlainKey> ORDER =
      Comparator.comparing(PlainKey::numbers, Numbers::compare)
          .thenComparing(key -> key.stage)
          .thenComparing(PlainKey::tail, Words::compare);

  /** Letters that say a stage if a number follows: {@code 1.0b2}. */
  private static final Map<String, Stage> LETTERS =
      Map.of("a", Stage.ALPHA, "b", Stage.BETA, "c", Stage.CANDIDATE);

  static PlainKey read(String text, String separators) {
    Scan scan = new Scan(text);
    while (!scan.atEnd() && !Scan.isDigit(scan.peek())) {
      scan.skip(String.valueOf(scan.peek()));
    }
    if (scan.atEnd()) {
      return new PlainKey(List.of(), Stage.BUILD, Words.runs(text));
    }
    List<String> numbers = scan.numbers(separators);
    char joint = scan.peek();
    List<String> tail = Words.runs(scan.until('+'));
    Stage stage = stage(joint, tail);
    return new PlainKey(numbers, stage, stage == Stage.RELEASE ? List.of() : tail);
  }

  private static Stage stage(char joint, List<String> tail) {
    if (tail.isEmpty()) {
      return Stage.RELEASE;
    }
    String first = tail.get(0);
    if (Words.isNumber(first)) {
      return Stage.LATER; // 1.0-1 is a revision of 1.0
    }
    if (tail.size() > 1 && Words.isNumber(tail.get(1)) && LETTERS.containsKey(first)) {
      return LETTERS.getOrDefault(first, Stage.PREVIEW);
    }
    // 1.1.1k is a later 1.1.1, and 1.0-jre5 says as little as semantic versions make of it
    return Stage.of(first).orElse(Scan.isLetter(joint) ? Stage.LATER : Stage.PREVIEW);
  }

  @Override
  public boolean isPreRelease() {
    return stage.compareTo(Stage.RELEASE) < 0;
  }

  @Override
  public List<String> words() {
    return tail.stream().filter(run -> !Words.isNumber(run)).toList();
  }

  @Override
  public int compareTo(VersionKey other) {
    return ORDER.compare(this, (PlainKey) other);
  }
}
