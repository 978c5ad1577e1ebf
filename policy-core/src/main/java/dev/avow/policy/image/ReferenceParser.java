package dev.avow.policy.image;

import dev.avow.policy.image.ParsedImage.Invalid;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Takes a reference apart: {@code [domain/]path[:tag][@digest]}. */
final class ReferenceParser {

  private static final String LEGACY_DOCKER_HUB = "index.docker.io";

  private ReferenceParser() {}

  static ParsedImage parse(String text) {
    String wrong = wrongAtFirstSight(text);
    if (wrong != null) {
      return new Invalid(wrong);
    }
    int at = text.indexOf('@');
    String digest = at < 0 ? null : text.substring(at + 1);
    String named = at < 0 ? text : text.substring(0, at);
    int colon = named.indexOf(':', named.lastIndexOf('/') + 1);
    String tag = colon < 0 ? null : named.substring(colon + 1);
    String name = colon < 0 ? named : named.substring(0, colon);
    return assemble(domainOf(name), name, tag, digest);
  }

  private static @Nullable String wrongAtFirstSight(String text) {
    if (text.isEmpty()) {
      return "image must name a repository but was empty";
    }
    if (text.contains("://")) {
      return "image must not begin with a scheme such as https://";
    }
    if (text.length() == 64 && Characters.all(text, Characters::isLowerHex)) {
      return "repository must not be 64 hexadecimal digits, which look like an image's id";
    }
    return null;
  }

  /**
   * Returns the part before the first slash if it can be no repository: a host says so by a dot, a
   * port or a capital, or is {@code localhost}.
   */
  static @Nullable String domainOf(String name) {
    int slash = name.indexOf('/');
    String first = slash < 0 ? "" : name.substring(0, slash);
    boolean isDomain =
        first.equals("localhost")
            || first.indexOf('.') >= 0
            || first.indexOf(':') >= 0
            || !first.equals(first.toLowerCase(Locale.ROOT));
    return isDomain ? first : null;
  }

  private static ParsedImage assemble(
      @Nullable String host, String name, @Nullable String tag, @Nullable String digest) {
    String domain = normalise(host == null ? ImageReference.DOCKER_HUB : host);
    String path = host == null ? name : name.substring(host.length() + 1);
    String wrong = ReferenceGrammar.wrongWith(host, path, tag, digest);
    if (wrong != null) {
      return new Invalid(wrong);
    }
    boolean official = domain.equals(ImageReference.DOCKER_HUB) && path.indexOf('/') < 0;
    return new ImageReference(
        domain, official ? ImageReference.OFFICIAL + path : path, tag, digest);
  }

  static String normalise(String host) {
    String domain = host.toLowerCase(Locale.ROOT);
    return domain.equals(LEGACY_DOCKER_HUB) ? ImageReference.DOCKER_HUB : domain;
  }
}
