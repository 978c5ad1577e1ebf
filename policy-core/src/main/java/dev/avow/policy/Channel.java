package dev.avow.policy;

import dev.avow.policy.finding.Location;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A way to reach a project.
 *
 * <pre>{@code
 * Channel.email("security@example.org");
 * Channel.privateAdvisory();
 * }</pre>
 *
 * <p>Immutable. The place where it is written does not count in {@link #equals}.
 */
public final class Channel {

  /** What kind of way it is. */
  public enum Kind {
    /** A mail to an address. */
    EMAIL,
    /** A private security advisory on the project's forge. */
    PRIVATE_ADVISORY,
    /** A maintainer in person. */
    MAINTAINER,
    /** A page with a form. */
    WEB,
    /** An issue that everybody can read. */
    PUBLIC_ISSUE,
    /** A pull request that everybody can read. */
    PULL_REQUEST;

    /** Returns the name as policies write it: {@code private-advisory}. */
    public String label() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Returns whether what goes this way is public at once. */
    public boolean isPublic() {
      return this == PUBLIC_ISSUE || this == PULL_REQUEST;
    }
  }

  private final Kind kind;
  private final @Nullable String address;
  private final Location declaredAt;

  private Channel(Kind kind, @Nullable String address, Location declaredAt) {
    this.kind = kind;
    this.address = address;
    this.declaredAt = declaredAt;
  }

  /**
   * Returns a mail to {@code address}.
   *
   * @throws IllegalArgumentException if it does not look like {@code security@example.org}
   */
  public static Channel email(String address) {
    return new Channel(Kind.EMAIL, checkMail(address), Require.IN_CODE);
  }

  /** Returns a private security advisory on the forge where the project lives. */
  public static Channel privateAdvisory() {
    return new Channel(Kind.PRIVATE_ADVISORY, null, Require.IN_CODE);
  }

  /**
   * Returns a private security advisory, opened at {@code url}.
   *
   * @throws IllegalArgumentException if it is no web address
   */
  public static Channel privateAdvisory(String url) {
    return new Channel(Kind.PRIVATE_ADVISORY, checkUrl(url), Require.IN_CODE);
  }

  /** Returns the maintainer, without saying how to reach them. */
  public static Channel maintainer() {
    return new Channel(Kind.MAINTAINER, null, Require.IN_CODE);
  }

  /** Returns the maintainer, reached at {@code address}, as the project writes it. */
  public static Channel maintainer(String address) {
    return new Channel(Kind.MAINTAINER, Require.text("address", address), Require.IN_CODE);
  }

  /**
   * Returns the page at {@code url}.
   *
   * @throws IllegalArgumentException if it is no web address
   */
  public static Channel web(String url) {
    return new Channel(Kind.WEB, checkUrl(url), Require.IN_CODE);
  }

  /** Returns an issue that everybody can read. */
  public static Channel publicIssue() {
    return new Channel(Kind.PUBLIC_ISSUE, null, Require.IN_CODE);
  }

  /** Returns a pull request that everybody can read. */
  public static Channel pullRequest() {
    return new Channel(Kind.PULL_REQUEST, null, Require.IN_CODE);
  }

  /** Returns the channel of {@code kind} that has no address; one that needs it is refused. */
  static Channel of(Kind kind) {
    if (kind == Kind.EMAIL || kind == Kind.WEB) {
      throw new IllegalArgumentException(
          "%s must have an address but has none".formatted(kind.label()));
    }
    return new Channel(kind, null, Require.IN_CODE);
  }

  static String checkMail(String address) {
    int at = address.indexOf('@');
    boolean whole = at > 0 && at == address.lastIndexOf('@') && at < address.length() - 1;
    if (!whole || address.chars().anyMatch(c -> c <= ' ' || "<>()[],;:\"\\".indexOf(c) >= 0)) {
      throw new IllegalArgumentException(
          "mail address must look like security@example.org but was \"%s\"".formatted(address));
    }
    return address;
  }

  static String checkUrl(String url) {
    try {
      URI uri = new URI(url);
      boolean web =
          "https".equalsIgnoreCase(uri.getScheme()) || "http".equalsIgnoreCase(uri.getScheme());
      if (web && uri.getHost() != null) {
        return url;
      }
    } catch (URISyntaxException notAnAddress) {
      throw notAWebAddress(url);
    }
    throw notAWebAddress(url);
  }

  private static IllegalArgumentException notAWebAddress(String url) {
    return new IllegalArgumentException(
        "web address must look like https://example.org/security but was \"%s\"".formatted(url));
  }

  /** Returns this channel as written at {@code place}. */
  public Channel at(Location place) {
    return new Channel(kind, address, place);
  }

  /** Returns what kind of way it is. */
  public Kind kind() {
    return kind;
  }

  /** Returns the mail address, web address or other address; nothing if none is stated. */
  public Optional<String> address() {
    return Optional.ofNullable(address);
  }

  /** Returns where it is written. */
  public Location declaredAt() {
    return declaredAt;
  }

  /**
   * Returns whether {@code other} is this channel too: of the same kind and, where this one has an
   * address, with the same.
   */
  public boolean covers(Channel other) {
    return kind == other.kind && (address == null || address.equals(other.address));
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Channel that
        && kind == that.kind
        && Objects.equals(address, that.address);
  }

  @Override
  public int hashCode() {
    return 31 * kind.hashCode() + Objects.hashCode(address);
  }

  /** Returns its kind and address: {@code email security@example.org}. */
  @Override
  public String toString() {
    return address == null ? kind.label() : kind.label() + " " + address;
  }
}
