package dev.avow.policy.version.range;

import dev.avow.policy.version.range.VersionConstraint.Operator;
import dev.avow.policy.version.scheme.VersionScheme;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads the ranges of npm: alternatives, each of comparators that all must hold.
 *
 * @param scheme the scheme of the versions
 * @see <a href="https://github.com/npm/node-semver#ranges">the grammar</a>
 */
record NpmRange(VersionScheme scheme) {

  private static final String SIGNS = "<>=~^";

  VersionRange read(String text) {
    List<Interval> alternatives = new ArrayList<>();
    for (String alternative : text.split("\\|\\|", -1)) {
      alternatives.add(alternative(alternative.strip()));
    }
    return VersionRange.of(scheme, alternatives, List.of());
  }

  private Interval alternative(String text) {
    int dash = text.indexOf(" - ");
    if (dash > 0) {
      Interval from = partial(text.substring(0, dash)).atLeast();
      return from.and(partial(text.substring(dash + 3)).atMost());
    }
    Interval all = Interval.all();
    for (String comparator : comparators(text)) {
      all = all.and(comparator(comparator));
    }
    return all;
  }

  /** Parts at blanks and commas, but not behind a sign. */
  private static List<String> comparators(String text) {
    List<String> comparators = new ArrayList<>();
    StringBuilder open = new StringBuilder();
    for (String word : text.split("[\\s,]+", -1)) {
      open.append(word);
      if (!word.isEmpty() && SIGNS.indexOf(word.charAt(word.length() - 1)) < 0) {
        comparators.add(open.toString());
        open.setLength(0);
      }
    }
    if (!open.isEmpty()) {
      throw refusal(text);
    }
    return comparators;
  }

  private Interval comparator(String text) {
    int signs = 0;
    while (signs < text.length() && SIGNS.indexOf(text.charAt(signs)) >= 0) {
      signs++;
    }
    PartialVersion version = partial(text.substring(signs));
    return switch (text.substring(0, signs)) {
      case "", "=", "==" -> version.itself();
      case ">" -> version.above();
      case ">=", "=>" -> version.atLeast();
      case "<" -> version.below();
      case "<=", "=<" -> version.atMost();
      case "~", "~>" -> version.tilde();
      case "^" -> version.caret();
      default -> throw refusal(text);
    };
  }

  private PartialVersion partial(String text) {
    return PartialVersion.of(text.strip(), scheme).orElseThrow(() -> refusal(text));
  }

  static IllegalArgumentException refusal(String text) {
    return new IllegalArgumentException(
        "a comparator must look like %s1.2.3 but was \"%s\""
            .formatted(Operator.GREATER_OR_EQUAL.sign(), text));
  }
}
