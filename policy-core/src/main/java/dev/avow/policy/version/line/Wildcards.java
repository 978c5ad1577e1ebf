package dev.avow.policy.version.line;

import dev.avow.policy.version.scheme.Version;
import dev.avow.policy.version.scheme.VersionScheme;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Versions in which numbers may be wildcards: {@code v1.2.x}, {@code 3.x.x}, {@code 1.*}. */
final class Wildcards {

  private static final Set<String> WILDCARDS = Set.of("x", "xx", "y", "z", "n", "*");

  private Wildcards() {}

  /** Returns whether {@code text} is a version or a line. */
  static boolean isVersion(String text) {
    String body = withoutPrefix(text);
    return !body.isEmpty() && (isDigit(body.charAt(0)) || isAny(body)) && !isOrdinal(body);
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  /** The 3 of "3rd" counts nothing that is a version. */
  private static boolean isOrdinal(String body) {
    return body.matches("[0-9]+(st|nd|rd|th)");
  }

  private static boolean isAny(String body) {
    boolean several = body.indexOf('.') > 0 || body.equalsIgnoreCase("x") || body.equals("*");
    return several && List.of(body.split("\\.", -1)).stream().allMatch(Wildcards::isWildcard);
  }

  private static boolean isWildcard(String part) {
    return WILDCARDS.contains(part.toLowerCase(Locale.ROOT));
  }

  private static String withoutPrefix(String text) {
    boolean prefixed = text.length() > 1 && (text.charAt(0) == 'v' || text.charAt(0) == 'V');
    return prefixed ? text.substring(text.charAt(1) == '.' ? 2 : 1) : text;
  }

  /** Returns whether some number of {@code text} is a wildcard. */
  static boolean isOpen(String text) {
    return List.of(withoutPrefix(text).split("\\.", -1)).stream().anyMatch(Wildcards::isWildcard);
  }

  /** Returns whether it is a version and a wildcard alone: {@code x}. */
  static boolean isAnything(String text) {
    return fixed(text).isEmpty();
  }

  /** Returns whether a wildcard stands in a pre-release, where it means nothing that is known. */
  static boolean isOpenPreRelease(String text, VersionScheme scheme) {
    return isOpen(text)
        && !fixed(text).isEmpty()
        && !Version.of(fixed(text), scheme).words().isEmpty();
  }

  /** Returns the version in front of the first wildcard; nothing is in front of a lone one. */
  static String fixed(String text) {
    List<String> parts = new ArrayList<>();
    for (String part : withoutPrefix(text).split("\\.", -1)) {
      if (isWildcard(part)) {
        break;
      }
      parts.add(part);
    }
    return String.join(".", parts);
  }

  /** Returns the line that {@code text} names. */
  static Span line(String text, VersionScheme scheme) {
    String fixed = fixed(text);
    return fixed.isEmpty() ? Span.all() : Span.line(Version.of(fixed, scheme));
  }
}
