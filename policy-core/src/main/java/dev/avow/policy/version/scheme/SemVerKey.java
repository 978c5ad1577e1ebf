package dev.avow.policy.version.scheme;

import java.util.Comparator;
import java.util.List;

/**
 * A semantic version, read loosely: with a {@code v} or {@code =} before it, with fewer numbers or
 * more, and with a pre-release that no dash begins.
 *
 * @param numbers the numbers
 * @param labels the identifiers of the pre-release
 */
record SemVerKey(List<String> numbers, List<String> labels) implements VersionKey {

  private static final Comparator<SemVerKey> ORDER =
      Comparator.comparing(SemVerKey::numbers, Numbers::compare)
          .thenComparing(key -> !key.isPreRelease())
          .thenComparing(SemVerKey::labels, Words::compare);

  static SemVerKey read(String text) {
    Scan scan = new Scan(text);
    while (scan.skip("=vV ")) {
      // what stands before the number says nothing of it
    }
    List<String> numbers = scan.numbers(".");
    scan.skip("-");
    String labels = scan.until('+');
    return new SemVerKey(numbers, labels.isEmpty() ? List.of() : labels(labels));
  }

  private static List<String> labels(String text) {
    return List.of(text.split("\\.", -1)).stream()
        .map(label -> Words.isNumber(label) ? Numbers.strip(label) : label)
        .toList();
  }

  @Override
  public boolean isPreRelease() {
    return !labels.isEmpty();
  }

  @Override
  public List<String> words() {
    return Words.letters(String.join(".", labels));
  }

  @Override
  public int compareTo(VersionKey other) {
    return ORDER.compare(this, (SemVerKey) other);
  }
}
