package dev.avow.k8s.kro;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Tells texts that are credentials from those that only stand for one. */
final class WrittenCredential {

  /** Stands in a text for what an expression puts there. */
  static final String OPEN = "\uFFFC";

  private static final Set<String> STAND_INS =
      Set.of(
          "",
          "changeme",
          "dummy",
          "example",
          "false",
          "fixme",
          "foo",
          "bar",
          "none",
          "null",
          "placeholder",
          "redacted",
          "replaceme",
          "sample",
          "tbd",
          "todo",
          "true",
          "unset");

  /** In capitals these are words for what belongs there. */
  private static final Set<String> WORDS =
      Set.of(
          "PASSWORD", "PASSWD", "PASS", "PWD", "SECRET", "TOKEN", "KEY", "CREDENTIALS", "API_KEY");

  private static final List<String> BEGINNINGS_OF_STAND_INS =
      List.of(
          "your-",
          "your_",
          "my-secret-",
          "<",
          "[",
          "xxx",
          "***",
          "...",
          "enc[",
          "replace",
          "insert",
          "example",
          "dummy",
          "placeholder",
          "set-me",
          "set_me");

  private static final List<String> BEGINNINGS_OF_REFERENCES =
      List.of("/", "arn:", "vault:", "op:", "ref+", "secretref", "file:", "projects/");

  private WrittenCredential() {}

  /** Returns whether {@code text}, where a credential belongs, is one. */
  static boolean is(String text) {
    return !isStandIn(text) && !refers(text.strip());
  }

  /** Returns whether {@code text} is a credential wherever it stands. */
  static boolean looksIt(String text) {
    int begin = text.indexOf("-----BEGIN ");
    boolean isKey = begin >= 0 && text.indexOf("PRIVATE KEY-----", begin) >= 0;
    return isKey || hasPasswordInAddress(text);
  }

  /** Returns what {@code text} says in Base64; itself if it is none. */
  static String decoded(String text) {
    try {
      byte[] bytes = Base64.getMimeDecoder().decode(text.strip());
      return new String(bytes, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException none) {
      return text;
    }
  }

  private static boolean isStandIn(String text) {
    String word = text.strip();
    String plain = word.toLowerCase(Locale.ROOT);
    String letters = plain.replace("-", "").replace("_", "").replace(" ", "");
    return STAND_INS.contains(letters)
        || WORDS.contains(word)
        || BEGINNINGS_OF_STAND_INS.stream().anyMatch(plain::startsWith)
        || isFilledInLater(word);
  }

  private static boolean isFilledInLater(String word) {
    return word.contains("$(")
        || word.startsWith("$")
        || word.contains("${")
        || word.contains("{{")
        || word.contains("__KUBERNETES_REF_")
        || word.contains(OPEN);
  }

  private static boolean refers(String text) {
    String plain = text.toLowerCase(Locale.ROOT);
    return text.contains("://") || BEGINNINGS_OF_REFERENCES.stream().anyMatch(plain::startsWith);
  }

  /** Looks for {@code scheme://user:password@host}. */
  private static boolean hasPasswordInAddress(String text) {
    int at = text.indexOf("://");
    while (at >= 0) {
      int start = at + 3;
      String authority = text.substring(start, endOfAuthority(text, start));
      int host = authority.lastIndexOf('@');
      int colon = authority.indexOf(':');
      if (colon >= 0 && colon < host && !isStandIn(authority.substring(colon + 1, host))) {
        return true;
      }
      at = text.indexOf("://", start);
    }
    return false;
  }

  private static int endOfAuthority(String text, int start) {
    int end = start;
    while (end < text.length() && "/?# \t\r\n\"'<>".indexOf(text.charAt(end)) < 0) {
      end++;
    }
    return end;
  }
}
