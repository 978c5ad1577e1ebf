package dev.avow.policy.version.scheme;

import java.util.Comparator;
import java.util.List;

/**
 * A number or a word of a Maven version.
 *
 * @param before the dot or dash before it; a dash also where letters meet digits
 * @param text the digits without leading zeros, or the word in lower case
 */
record MavenToken(char before, String text) implements Comparable<MavenToken> {

  /** Words in their order; all others come behind, by the alphabet. */
  private static final List<String> KNOWN =
      List.of("alpha", "beta", "milestone", "rc", "snapshot", "", "sp");

  private static final int RELEASE = KNOWN.indexOf("");

  private static final Comparator<MavenToken> ORDER =
      Comparator.comparingInt(MavenToken::sort).thenComparing(MavenToken::compareInSort);

  boolean saysNothing() {
    return text.equals("0") || (!isNumber() && rank() == RELEASE);
  }

  boolean isPreRelease() {
    return !isNumber() && rank() < RELEASE;
  }

  /** Returns the token that stands for nothing where this one stands in a longer version. */
  MavenToken nothing() {
    return new MavenToken(before, isNumber() && before == '.' ? "0" : "");
  }

  private boolean isNumber() {
    return Words.isNumber(text);
  }

  /** Words come first, then numbers behind dashes, then numbers behind dots. */
  private int sort() {
    if (!isNumber()) {
      return 0;
    }
    return before == '-' ? 1 : 2;
  }

  private int compareInSort(MavenToken other) {
    if (isNumber()) {
      return Numbers.compare(text, other.text);
    }
    int order = Integer.compare(rank(), other.rank());
    return order != 0 || rank() < KNOWN.size() ? order : text.compareTo(other.text);
  }

  private int rank() {
    int known =
        switch (text) {
          case "ga", "final", "release" -> RELEASE;
          case "cr" -> KNOWN.indexOf("rc");
          default -> KNOWN.indexOf(text);
        };
    return known < 0 ? KNOWN.size() : known;
  }

  @Override
  public int compareTo(MavenToken other) {
    return ORDER.compare(this, other);
  }
}
