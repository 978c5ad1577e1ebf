package dev.avow.policy.version.scheme;

import java.util.List;

/**
 * A version as somebody wrote it, read by the scheme of its ecosystem.
 *
 * <p>It prints as it was written. Versions are equal if scheme and text are; {@code 1.0} and {@code
 * 1.0.0} of Maven are not equal, but neither comes before the other. Immutable.
 */
public final class Version implements Comparable<Version> {

  private final String text;
  private final VersionScheme scheme;
  private final VersionKey key;

  private Version(String text, VersionScheme scheme) {
    if (text.isBlank()) {
      throw new IllegalArgumentException("version must be a text such as 1.0.3 but was blank");
    }
    this.text = text;
    this.scheme = scheme;
    this.key = scheme.read(text.strip());
  }

  /** Returns {@code text} by the plain scheme, which reads what most people write. */
  public static Version of(String text) {
    return new Version(text, VersionScheme.PLAIN);
  }

  /**
   * Returns {@code text} by {@code scheme}.
   *
   * @throws IllegalArgumentException if it is blank
   */
  public static Version of(String text, VersionScheme scheme) {
    return new Version(text, scheme);
  }

  /** Returns the scheme by which it is read. */
  public VersionScheme scheme() {
    return scheme;
  }

  /** Returns this version, read by {@code other}. */
  public Version in(VersionScheme other) {
    return scheme.equals(other) ? this : new Version(text, other);
  }

  /** Returns the numbers that it begins with: {@code ["1", "10"]} of {@code v1.10-rc1}. */
  public List<String> numbers() {
    return key.numbers();
  }

  /** Returns whether it comes before the release that its numbers name. */
  public boolean isPreRelease() {
    return key.isPreRelease();
  }

  /** Returns the words behind the numbers, in lower case: {@code ["rc"]} of {@code 1.10-rc1}. */
  public List<String> words() {
    return key.words();
  }

  /** Returns whether neither comes before the other. */
  public boolean isSameAs(Version other) {
    return compareTo(other) == 0;
  }

  /**
   * Compares as the scheme does.
   *
   * @throws IllegalArgumentException if the other has another scheme
   */
  @Override
  public int compareTo(Version other) {
    if (!scheme.equals(other.scheme)) {
      throw new IllegalArgumentException(
          "%s must be compared with a version of %s but %s is one of %s"
              .formatted(text, scheme.name(), other.text, other.scheme.name()));
    }
    return key.compareTo(other.key);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Version that && text.equals(that.text) && scheme.equals(that.scheme);
  }

  @Override
  public int hashCode() {
    return text.hashCode();
  }

  /** Returns the text as it was written. */
  @Override
  public String toString() {
    return text;
  }
}
