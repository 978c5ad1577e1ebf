package dev.avow.policy.report;

import java.util.Locale;

/**
 * Names that Kubernetes takes for objects.
 *
 * @see <a href="https://kubernetes.io/docs/concepts/overview/working-with-objects/names/">Object
 *     names</a>
 */
final class DnsName {

  private static final int LONGEST = 253;
  private static final int LONGEST_LABEL = 63;

  private DnsName() {}

  /** Returns whether {@code text} can be the name of a namespace. */
  static boolean isLabel(String text) {
    return !text.isEmpty()
        && text.length() <= LONGEST_LABEL
        && text.chars().allMatch(DnsName::isOfLabel)
        && text.charAt(0) != '-'
        && text.charAt(text.length() - 1) != '-';
  }

  /**
   * Returns the name of an object called {@code text}; one that has to be changed gets a mark that
   * tells it from others that come to look alike.
   */
  static String of(String text) {
    StringBuilder name = new StringBuilder();
    String lower = text.toLowerCase(Locale.ROOT);
    for (int i = 0; i < lower.length(); i++) {
      char character = lower.charAt(i);
      boolean gap = name.isEmpty() || name.charAt(name.length() - 1) == '-';
      if (isOfLabel(character) && !(character == '-' && gap)) {
        name.append(character);
      } else if (!gap) {
        name.append('-');
      }
    }
    String clean = name.toString();
    if (clean.equals(text) && !clean.endsWith("-") && clean.length() <= LONGEST) {
      return clean;
    }
    String mark = "-" + Integer.toHexString(text.hashCode());
    String kept = clean.substring(0, Math.min(clean.length(), LONGEST - mark.length()));
    return (kept.endsWith("-") ? kept.substring(0, kept.length() - 1) : kept) + mark;
  }

  private static boolean isOfLabel(int character) {
    return (character >= 'a' && character <= 'z')
        || (character >= '0' && character <= '9')
        || character == '-';
  }
}
