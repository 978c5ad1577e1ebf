package dev.avow.k8s.kro;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Tells by the name of an input, a setting or a column of a graph whether its value is a
 * credential.
 *
 * <p>Graphs have habits of their own, so that this is not what {@code Credentials} asks of
 * manifests: an input called {@code secret} names a Secret, and one called {@code passwordHash} is
 * one.
 */
final class CredentialName {

  private static final Set<String> ALONE =
      Set.of(
          "accesskey",
          "apikey",
          "clientsecret",
          "credential",
          "credentials",
          "dsn",
          "privatekey",
          "pwd",
          "secretkey");

  /** Names are often written together: {@code PGPASSWORD}, {@code authtoken}. */
  private static final List<String> IN_THE_END =
      List.of("password", "passwd", "passphrase", "token");

  private static final Set<String> BEFORE_KEY =
      Set.of("api", "private", "access", "secret", "encryption", "signing");

  private static final Set<String> BEFORE_SECRET =
      Set.of("client", "app", "shared", "hmac", "webhook", "consumer", "bot");

  /** What comes last tells what it is: the name of a password is no password. */
  private static final Set<String> OTHERWISE_IN_THE_END =
      Set.of(
          "name",
          "names",
          "ref",
          "refs",
          "reference",
          "arn",
          "path",
          "file",
          "filename",
          "dir",
          "directory",
          "id",
          "ids",
          "ttl",
          "length",
          "size",
          "policy",
          "enabled",
          "disabled",
          "namespace",
          "url",
          "uri",
          "endpoint",
          "host",
          "port",
          "type",
          "kind",
          "version",
          "expiry",
          "expiration",
          "expires",
          "duration",
          "lifetime",
          "timeout",
          "period",
          "interval",
          "age",
          "rotation",
          "count",
          "limit",
          "max",
          "min",
          "algorithm",
          "format",
          "issuer",
          "audience",
          "audiences",
          "scope",
          "scopes",
          "store",
          "provider",
          "parameter",
          "location",
          "region",
          "mode",
          "required",
          "hint",
          "rules",
          "class",
          "selector",
          "template",
          "mount",
          "prefix",
          "suffix",
          "source",
          "status",
          "label",
          "description",
          "username",
          "user",
          "usage",
          "title",
          "role");

  private static final Set<String> FLAG_IN_THE_BEGINNING =
      Set.of("enable", "enabled", "disable", "use", "is", "has", "allow", "allows", "require");

  private CredentialName() {}

  /** Returns whether what is called {@code name} is a credential by its name. */
  static boolean is(String name) {
    List<String> words = words(name);
    if (words.isEmpty() || FLAG_IN_THE_BEGINNING.contains(words.get(0))) {
      return false;
    }
    int last = words.size() - 1;
    String beforeLast = last == 0 ? "" : words.get(last - 1);
    if (OTHERWISE_IN_THE_END.contains(words.get(last))
        || isContainer(beforeLast, words.get(last))) {
      return false;
    }
    for (int i = 0; i < words.size(); i++) {
      String before = i == 0 ? "" : words.get(i - 1);
      if (isCredential(before, words.get(i))) {
        return true;
      }
    }
    return false;
  }

  private static boolean isCredential(String before, String word) {
    return ALONE.contains(word)
        || IN_THE_END.stream().anyMatch(word::endsWith)
        || isPair(before, word);
  }

  private static boolean isPair(String before, String word) {
    return (word.equals("key") && BEFORE_KEY.contains(before))
        || (word.equals("secret") && BEFORE_SECRET.contains(before));
  }

  /** A password's key or secret is where it is kept: {@code passwordKey}, {@code tokenSecret}. */
  private static boolean isContainer(String before, String last) {
    return (last.equals("key") || last.equals("secret")) && !isPair(before, last);
  }

  /** Splits where a hump, an underscore, a dash or a dot is: {@code passwordParameterARN}. */
  static List<String> words(String name) {
    List<String> words = new ArrayList<>();
    int start = 0;
    for (int i = 0; i <= name.length(); i++) {
      boolean separates = i == name.length() || !Character.isLetterOrDigit(name.charAt(i));
      if (separates || (i > start && begins(name, i))) {
        if (i > start) {
          words.add(name.substring(start, i).toLowerCase(Locale.ROOT));
        }
        start = separates ? i + 1 : i;
      }
    }
    return words;
  }

  private static boolean begins(String name, int at) {
    boolean upper = Character.isUpperCase(name.charAt(at));
    boolean afterLower = !Character.isUpperCase(name.charAt(at - 1));
    boolean beforeLower = at + 1 < name.length() && Character.isLowerCase(name.charAt(at + 1));
    return upper && (afterLower || beforeLower);
  }
}
