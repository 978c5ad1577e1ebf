package dev.avow.policy.version.inventory;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * Package URLs, as far as naming a package goes.
 *
 * @see <a href="https://github.com/package-url/purl-spec">the specification</a>
 */
final class PackageUrl {

  private static final String PREFIX = "pkg:";

  private PackageUrl() {}

  /** Returns {@code text} without version, qualifiers and subpath; an image is left as it is. */
  static String bare(String text) {
    if (!text.startsWith(PREFIX)) {
      return text;
    }
    String body = withoutEnd(text);
    int at = versionMark(body);
    return decoded(at < 0 ? body : body.substring(0, at));
  }

  /** Returns the version in {@code purl}, if there is one. */
  static Optional<String> version(String purl) {
    String body = withoutEnd(purl);
    int at = versionMark(body);
    return at < 0 ? Optional.empty() : Optional.of(decoded(body.substring(at + 1)));
  }

  private static String withoutEnd(String text) {
    String body = text;
    for (char mark : new char[] {'#', '?'}) {
      int end = body.indexOf(mark);
      body = end < 0 ? body : body.substring(0, end);
    }
    return body;
  }

  /** A scope such as {@code @acme} comes before a slash, a version behind the last one. */
  private static int versionMark(String body) {
    int at = body.lastIndexOf('@');
    return at > body.lastIndexOf('/') + 1 ? at : -1;
  }

  private static String decoded(String text) {
    try {
      return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException notEncoded) {
      return text;
    }
  }

  /** Returns the URL of the package {@code name} of {@code type}. */
  static String of(String type, String name) {
    return PREFIX + type + "/" + name;
  }
}
