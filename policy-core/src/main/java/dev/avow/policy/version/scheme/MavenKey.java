package dev.avow.policy.version.scheme;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * A version by Maven's order: tokens with what parts each from the one before.
 *
 * @param numbers the numbers in front
 * @param tokens the tokens, those trimmed away that say nothing
 */
record MavenKey(List<String> numbers, List<MavenToken> tokens) implements VersionKey {

  private static final Map<String, String> BEFORE_DIGIT =
      Map.of("a", "alpha", "b", "beta", "m", "milestone");

  static MavenKey read(String text) {
    String lower = text.toLowerCase(Locale.ROOT);
    Scan start = new Scan(lower);
    start.skip("v");
    return new MavenKey(start.numbers("."), trimmed(tokens(new Scan(lower))));
  }

  private static List<MavenToken> tokens(Scan scan) {
    List<MavenToken> tokens = new ArrayList<>();
    char before = '-';
    while (!scan.atEnd()) {
      String token = Scan.isDigit(scan.peek()) ? scan.digits() : word(scan);
      // a separator with nothing before it stands behind a zero
      tokens.add(new MavenToken(before, token.isEmpty() ? "0" : token));
      before = '-';
      if (scan.skip(".")) {
        before = '.';
      } else {
        scan.skip("-_");
      }
    }
    return tokens;
  }

  private static String word(Scan scan) {
    StringBuilder word = new StringBuilder();
    while (!scan.atEnd() && !Scan.isDigit(scan.peek()) && ".-_".indexOf(scan.peek()) < 0) {
      word.append(scan.peek());
      scan.skip(String.valueOf(scan.peek()));
    }
    String text = word.toString();
    return Scan.isDigit(scan.peek()) ? BEFORE_DIGIT.getOrDefault(text, text) : text;
  }

  /** Takes away what says nothing at the end and before each dash. */
  private static List<MavenToken> trimmed(List<MavenToken> tokens) {
    for (int i = tokens.size() - 1; i > 0; i--) {
      boolean ends = i == tokens.size() - 1 || tokens.get(i + 1).before() == '-';
      if (ends && tokens.get(i).saysNothing()) {
        tokens.remove(i);
      }
    }
    return List.copyOf(tokens);
  }

  @Override
  public boolean isPreRelease() {
    return tokens.stream().anyMatch(MavenToken::isPreRelease);
  }

  @Override
  public List<String> words() {
    return tokens.stream().map(MavenToken::text).filter(text -> !Words.isNumber(text)).toList();
  }

  @Override
  public int compareTo(VersionKey other) {
    List<MavenToken> those = ((MavenKey) other).tokens;
    for (int i = 0; i < Math.max(tokens.size(), those.size()); i++) {
      MavenToken one = i < tokens.size() ? tokens.get(i) : those.get(i).nothing();
      MavenToken two = i < those.size() ? those.get(i) : tokens.get(i).nothing();
      int order = one.compareTo(two);
      if (order != 0) {
        return order;
      }
    }
    return 0;
  }
}
