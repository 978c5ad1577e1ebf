package dev.avow.policy.hardening;

import dev.avow.policy.finding.Glob;
import java.util.Set;

/**
 * Tells whether a glob matches all that another one does, as far as that can be seen: where it says
 * so it is so, where it does not there may be no name left all the same.
 *
 * <p>Names of Kubernetes objects hold no slash, so that one star is as good as two.
 */
final class Shadows {

  private static final Set<String> EVERYTHING = Set.of("*", "**");

  /** A character that no pattern names, so that only a wildcard can match it. */
  private static final String ANY = "\uE000";

  private Shadows() {}

  static boolean isEverything(Glob glob) {
    return EVERYTHING.contains(glob.pattern());
  }

  static boolean covers(Glob wide, Glob narrow) {
    String pattern = narrow.pattern();
    if (wide.equals(narrow) || isEverything(wide)) {
      return true;
    }
    if (narrow.isLiteral()) {
      return wide.matches(pattern);
    }
    return pattern.matches("[^\\[{\\\\]*")
        && wide.matches(filled(pattern, ""))
        && wide.matches(filled(pattern, ANY.repeat(wide.pattern().length() + 1)));
  }

  private static String filled(String pattern, String star) {
    return pattern.replaceAll("[*]+", star).replace("?", ANY);
  }
}
