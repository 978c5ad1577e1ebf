package dev.avow.policy.image;

import java.io.Serializable;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The name of an image, complete: what a short name leaves out is filled in as container runtimes
 * do.
 *
 * <pre>{@code
 * ImageReference.parse("nginx").toString();                // docker.io/library/nginx
 * ImageReference.parse("localhost:5000/app:1.2").domain(); // localhost:5000
 * }</pre>
 *
 * <p>References are equal if they name the same: the host's case does not matter, and {@code
 * index.docker.io} is {@code docker.io}. Without tag and digest a runtime takes the tag {@code
 * latest}; with both it takes the digest.
 *
 * @see <a href="https://pkg.go.dev/github.com/distribution/reference">the grammar</a>
 */
public final class ImageReference implements ParsedImage, Serializable {

  private static final long serialVersionUID = 1;

  static final String DOCKER_HUB = "docker.io";
  static final String OFFICIAL = "library/";

  private final String domain;
  private final String path;
  private final @Nullable String tag;
  private final @Nullable String digest;

  ImageReference(String domain, String path, @Nullable String tag, @Nullable String digest) {
    this.domain = domain;
    this.path = path;
    this.tag = tag;
    this.digest = digest;
  }

  /**
   * Returns the reference written as {@code text}.
   *
   * @throws InvalidImageException if it is none
   */
  public static ImageReference parse(String text) {
    ParsedImage parsed = ParsedImage.of(text);
    if (parsed instanceof Invalid invalid) {
      throw new InvalidImageException(invalid);
    }
    return (ImageReference) parsed;
  }

  /** Returns the registry's host in lower case, with the port if one is written. */
  public String domain() {
    return domain;
  }

  /** Returns the repository's path below the registry: {@code library/nginx}. */
  public String path() {
    return path;
  }

  /** Returns domain and path: {@code docker.io/library/nginx}. */
  public String repository() {
    return domain + "/" + path;
  }

  /** Returns the tag, if one is written. */
  public Optional<String> tag() {
    return Optional.ofNullable(tag);
  }

  /** Returns the digest, if one is written: {@code sha256:…}. */
  public Optional<String> digest() {
    return Optional.ofNullable(digest);
  }

  /** Returns the shortest name for the same: {@code nginx:1.27}. */
  public String familiar() {
    if (!domain.equals(DOCKER_HUB)) {
      return toString();
    }
    boolean official = path.startsWith(OFFICIAL) && path.indexOf('/', OFFICIAL.length()) < 0;
    return (official ? path.substring(OFFICIAL.length()) : path) + version();
  }

  private String version() {
    return (tag == null ? "" : ":" + tag) + (digest == null ? "" : "@" + digest);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof ImageReference that
        && domain.equals(that.domain)
        && path.equals(that.path)
        && Objects.equals(tag, that.tag)
        && Objects.equals(digest, that.digest);
  }

  @Override
  public int hashCode() {
    return Objects.hash(domain, path, tag, digest);
  }

  /** Returns the complete name: {@code docker.io/library/nginx:1.27}. */
  @Override
  public String toString() {
    return repository() + version();
  }
}
