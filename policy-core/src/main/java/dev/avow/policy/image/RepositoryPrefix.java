package dev.avow.policy.image;

import java.io.Serializable;

/**
 * A registry, or the repositories below a path of it, such as {@code ghcr.io/acme}.
 *
 * <p>Whole components count: {@code ghcr.io/acme} holds {@code ghcr.io/acme/app} and not {@code
 * ghcr.io/acme-evil/app}. Names without a host are below {@code docker.io}, as in image references.
 *
 * @param domain the registry's host in lower case, with the port if one is written
 * @param path the path below it; empty for the whole registry
 */
public record RepositoryPrefix(String domain, String path) implements Serializable {

  /**
   * Returns the prefix written as {@code text}; a slash at its end means nothing.
   *
   * @throws IllegalArgumentException if it is none
   */
  public static RepositoryPrefix parse(String text) {
    String name = text.endsWith("/") ? text.substring(0, text.length() - 1) : text;
    String host = ReferenceParser.domainOf(name + "/");
    boolean whole = name.equals(host);
    String path = whole ? "" : name.substring(host == null ? 0 : host.length() + 1);
    boolean fits =
        (host == null || ReferenceGrammar.isDomain(host))
            && (whole || ReferenceGrammar.wrongWithPath(path) == null);
    if (!fits) {
      throw new IllegalArgumentException(
          "registry must look like \"ghcr.io/acme\" but was \"%s\"".formatted(text));
    }
    return new RepositoryPrefix(
        ReferenceParser.normalise(host == null ? ImageReference.DOCKER_HUB : host), path);
  }

  /** Returns whether {@code image} is, or is below, this prefix. */
  public boolean holds(ImageReference image) {
    return image.domain().equals(domain)
        && (path.isEmpty() || image.path().equals(path) || image.path().startsWith(path + "/"));
  }

  @Override
  public String toString() {
    return path.isEmpty() ? domain : domain + "/" + path;
  }
}
