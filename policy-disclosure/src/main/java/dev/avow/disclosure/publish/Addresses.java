package dev.avow.disclosure.publish;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Mail addresses in texts, and what web addresses lead to. */
final class Addresses {

  private static final String LOCAL = "._%+-";
  private static final Pattern SPELLED =
      Pattern.compile(
          "\\b([a-z0-9._-]{1,40}) at ([a-z0-9-]{1,40}) dot ([a-z]{2,10})\\b",
          Pattern.CASE_INSENSITIVE);

  private Addresses() {}

  static boolean isMail(String target) {
    return target.regionMatches(true, 0, "mailto:", 0, "mailto:".length())
        || (target.indexOf('@') > 0 && target.indexOf('/') < 0);
  }

  /** Returns the mail addresses in {@code text}, also those that are hidden from collectors. */
  static List<String> mails(String text) {
    String plain = SPELLED.matcher(text).replaceAll("$1@$2.$3");
    for (String at : List.of("[at]", "(at)", "[@]", "(@)", "{at}", "<at>")) {
      plain = plain.replace(" " + at + " ", "@").replace(at, "@");
    }
    for (String dot : List.of("[dot]", "(dot)", "[.]")) {
      plain = plain.replace(" " + dot + " ", ".").replace(dot, ".");
    }
    List<String> found = new ArrayList<>();
    int at = plain.indexOf('@');
    while (at >= 0) {
      mail(plain, at).filter(mail -> !found.contains(mail)).ifPresent(found::add);
      at = plain.indexOf('@', at + 1);
    }
    return found;
  }

  private static Optional<String> mail(String text, int at) {
    int start = at;
    while (start > 0 && isLocal(text.charAt(start - 1))) {
      start--;
    }
    int end = at + 1;
    while (end < text.length() && isDomain(text.charAt(end))) {
      end++;
    }
    while (end > at && ".-".indexOf(text.charAt(end - 1)) >= 0) {
      end--;
    }
    String domain = text.substring(Math.min(at + 1, end), end);
    boolean path = start > 0 && "/@".indexOf(text.charAt(start - 1)) >= 0;
    boolean whole = start < at && !path && isName(domain);
    return whole ? Optional.of(text.substring(start, end)) : Optional.empty();
  }

  private static boolean isName(String domain) {
    int dot = domain.lastIndexOf('.');
    return dot > 0
        && domain.length() - dot > 2
        && domain.substring(dot + 1).chars().allMatch(Addresses::isLetter);
  }

  private static boolean isLocal(char c) {
    return isLetterOrDigit(c) || LOCAL.indexOf(c) >= 0;
  }

  private static boolean isDomain(char c) {
    return isLetterOrDigit(c) || c == '.' || c == '-';
  }

  private static boolean isLetterOrDigit(char c) {
    return isLetter(c) || (c >= '0' && c <= '9');
  }

  private static boolean isLetter(int c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  }

  /** Returns the mail address that a link leads to. */
  static Optional<String> mailOf(String target) {
    String address = target;
    if (target.regionMatches(true, 0, "mailto:", 0, "mailto:".length())) {
      address = target.substring("mailto:".length());
    }
    int query = address.indexOf('?');
    return mails(query < 0 ? address : address.substring(0, query)).stream().findFirst();
  }

  /** Returns the web address that {@code target} is, in parts; nothing if it is none. */
  static Optional<URI> web(String target) {
    try {
      URI uri = new URI(target.strip());
      String scheme = String.valueOf(uri.getScheme()).toLowerCase(Locale.ROOT);
      boolean web = scheme.equals("https") || scheme.equals("http");
      return web && uri.getHost() != null ? Optional.of(uri) : Optional.empty();
    } catch (URISyntaxException notAnAddress) {
      return Optional.empty();
    }
  }

  /** Returns whether a project's forge takes private reports there. */
  static boolean isAdvisoryForm(String target) {
    return web(target)
        .filter(uri -> isForge(uri.getHost()))
        .map(uri -> trimmed(uri.getPath()))
        .filter(
            path ->
                path.endsWith("/security/advisories/new")
                    || path.endsWith("/security/advisories")
                    || path.endsWith("/security"))
        .filter(path -> path.chars().filter(c -> c == '/').count() >= 3)
        .isPresent();
  }

  /** Returns whether issues that everybody can read are opened there. */
  static boolean isIssues(String target) {
    return web(target)
        .map(uri -> trimmed(uri.getPath()))
        .filter(path -> path.endsWith("/issues") || path.endsWith("/issues/new"))
        .isPresent();
  }

  /** Returns whether it is a person's or a team's page on a forge. */
  static boolean isProfile(String target) {
    return web(target)
        .filter(uri -> isForge(uri.getHost()))
        .map(uri -> trimmed(uri.getPath()))
        .filter(
            path -> (path.lastIndexOf('/') == 0 && path.length() > 1) || path.contains("/teams/"))
        .isPresent();
  }

  /** Returns whether it is the forge's own manual. */
  static boolean isManual(String target) {
    return web(target)
        .map(URI::getHost)
        .filter(host -> host.startsWith("docs.") || host.startsWith("help."))
        .isPresent();
  }

  private static boolean isForge(String host) {
    return host.equalsIgnoreCase("github.com")
        || host.equalsIgnoreCase("gitlab.com")
        || host.equalsIgnoreCase("codeberg.org");
  }

  private static String trimmed(String path) {
    return path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
  }
}
