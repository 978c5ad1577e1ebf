package dev.avow.policy.image;

import static dev.avow.policy.image.Characters.isDigit;
import static dev.avow.policy.image.Characters.isHex;
import static dev.avow.policy.image.Characters.isLetter;
import static dev.avow.policy.image.Characters.isLetterOrDigit;
import static dev.avow.policy.image.Characters.isLower;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Says what is wrong with the parts of a reference. */
final class ReferenceGrammar {

  private static final int LONGEST_PATH = 255;
  private static final int LONGEST_TAG = 128;
  private static final int SHORTEST_HASH = 32;
  private static final Map<String, Integer> HASH_LENGTHS =
      Map.of("sha256", 64, "sha384", 96, "sha512", 128);

  private ReferenceGrammar() {}

  /** Returns what is wrong with the first part that is wrong, or null. */
  static @Nullable String wrongWith(
      @Nullable String domain, String path, @Nullable String tag, @Nullable String digest) {
    if (domain != null && !isDomain(domain)) {
      return "registry must look like \"ghcr.io\" or \"localhost:5000\"" + butWas(domain);
    }
    String wrong = wrongWithPath(path);
    if (wrong == null && tag != null && !isTag(tag)) {
      wrong =
          "tag must be 1 to 128 letters, digits, \"_\", \".\" and \"-\", not beginning with one of"
              + " the last two,"
              + butWas(tag);
    }
    return wrong != null || digest == null ? wrong : wrongWithDigest(digest);
  }

  private static String butWas(String part) {
    return part.isEmpty() ? " but was empty" : " but was \"" + part + "\"";
  }

  static boolean isDomain(String domain) {
    int bracket = domain.startsWith("[") ? domain.indexOf(']') : -1;
    int colon = domain.indexOf(':', bracket + 1);
    String host = colon < 0 ? domain : domain.substring(0, colon);
    boolean port = colon < 0 || Characters.all(domain.substring(colon + 1), Characters::isDigit);
    return port && (bracket > 0 ? isAddress(host) : isHostName(host));
  }

  /** Returns whether {@code host} is in brackets, as addresses of IP version 6 are. */
  private static boolean isAddress(String host) {
    return host.endsWith("]")
        && Characters.all(host.substring(1, host.length() - 1), c -> isHex(c) || c == ':');
  }

  private static boolean isHostName(String host) {
    for (String label : host.split("\\.", -1)) {
      boolean fits =
          Characters.all(label, c -> isLetterOrDigit(c) || c == '-')
              && !label.startsWith("-")
              && !label.endsWith("-");
      if (!fits) {
        return false;
      }
    }
    return true;
  }

  /** Returns what is wrong with a repository's path, or null. */
  static @Nullable String wrongWithPath(String path) {
    if (path.length() > LONGEST_PATH) {
      return "repository must have at most 255 characters but had " + path.length();
    }
    for (String component : path.split("/", -1)) {
      if (component.chars().anyMatch(c -> c >= 'A' && c <= 'Z')) {
        return "repository must be lower case" + butWas(path);
      }
      if (!isPathComponent(component)) {
        return "repository must be lower-case letters and digits, parted by \".\", \"_\", \"__\","
            + " \"-\" or \"/\","
            + butWas(path);
      }
    }
    return null;
  }

  private static boolean isPathComponent(String component) {
    int i = 0;
    int end = component.length();
    while (i < end) {
      int word = i;
      while (i < end && isWord(component.charAt(i))) {
        i++;
      }
      if (i == word) {
        return false;
      }
      if (i == end) {
        return true;
      }
      i = skipSeparator(component, i);
    }
    return false;
  }

  private static boolean isWord(int c) {
    return isLower(c) || isDigit(c);
  }

  /** Returns the place behind a separator: one dot, one or two underscores, or any dashes. */
  private static int skipSeparator(String text, int from) {
    char separator = text.charAt(from);
    int most =
        switch (separator) {
          case '.' -> 1;
          case '_' -> 2;
          case '-' -> text.length();
          default -> 0;
        };
    int i = from;
    while (i < text.length() && i - from < most && text.charAt(i) == separator) {
      i++;
    }
    return i;
  }

  private static boolean isTag(String tag) {
    return tag.length() <= LONGEST_TAG
        && Characters.all(tag, c -> isLetterOrDigit(c) || c == '_' || c == '.' || c == '-')
        && tag.charAt(0) != '.'
        && tag.charAt(0) != '-';
  }

  private static @Nullable String wrongWithDigest(String digest) {
    int colon = digest.indexOf(':');
    String algorithm = colon < 0 ? "" : digest.substring(0, colon);
    String hash = digest.substring(colon + 1);
    if (!isAlgorithm(algorithm)
        || hash.length() < SHORTEST_HASH
        || !Characters.all(hash, Characters::isHex)) {
      return "digest must look like \"sha256:\" and 64 hexadecimal digits" + butWas(digest);
    }
    Integer length = HASH_LENGTHS.get(algorithm);
    boolean fits =
        length == null || (hash.length() == length && Characters.all(hash, Characters::isLowerHex));
    return fits
        ? null
        : "digest must have %d lower-case hexadecimal digits behind %s:%s"
            .formatted(length, algorithm, butWas(hash));
  }

  /**
   * Returns whether {@code algorithm} is words that begin with a letter, parted by one of +._-
   * each.
   */
  private static boolean isAlgorithm(String algorithm) {
    boolean atStart = true;
    for (int i = 0; i < algorithm.length(); i++) {
      char c = algorithm.charAt(i);
      boolean separates = "+._-".indexOf(c) >= 0;
      if (separates ? atStart : !(atStart ? isLetter(c) : isLetterOrDigit(c))) {
        return false;
      }
      atStart = separates;
    }
    return !atStart;
  }
}
