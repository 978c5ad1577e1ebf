package dev.avow.disclosure.intake;

import java.util.Locale;
import java.util.Optional;

/**
 * A component named by its <a href="https://github.com/package-url/purl-spec">package URL</a>, such
 * as {@code pkg:npm/lodash@4.17.20}.
 *
 * @param text the package URL
 * @param type the kind of package, such as {@code npm}
 * @param name namespace and name, such as {@code @scope/lib}, as they are written
 */
public record PackageUrl(String text, String type, String name) {

  private static final String SCHEME = "pkg:";

  /** Returns whether {@code component} is written as a package URL, be it a good one or not. */
  public static boolean isWrittenAs(String component) {
    return component.toLowerCase(Locale.ROOT).startsWith(SCHEME);
  }

  /**
   * Reads a package URL.
   *
   * @throws IllegalArgumentException if it has no type or no name
   */
  public static PackageUrl parse(String text) {
    return find(text)
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "package URL must look like pkg:npm/lodash@4.17.20 but was \"%s\""
                        .formatted(text)));
  }

  private static Optional<PackageUrl> find(String text) {
    int slash = text.indexOf('/');
    if (!isWrittenAs(text) || slash <= SCHEME.length()) {
      return Optional.empty();
    }
    String type = text.substring(SCHEME.length(), slash).toLowerCase(Locale.ROOT);
    String rest = cut(cut(text.substring(slash + 1), '#'), '?');
    int version = rest.lastIndexOf('@');
    String name = version > 0 ? rest.substring(0, version) : rest;
    boolean good =
        type.chars().allMatch(PackageUrl::isOfType)
            && !name.isBlank()
            && !name.endsWith("/")
            && name.chars().noneMatch(Character::isWhitespace);
    return good ? Optional.of(new PackageUrl(text, type, name)) : Optional.empty();
  }

  private static boolean isOfType(int c) {
    boolean letter = c >= 'a' && c <= 'z';
    boolean digit = c >= '0' && c <= '9';
    return letter || digit || c == '.' || c == '-' || c == '+';
  }

  private static String cut(String text, char at) {
    int end = text.indexOf(at);
    return end < 0 ? text : text.substring(0, end);
  }

  @Override
  public String toString() {
    return text;
  }
}
