package dev.avow.policy;

import dev.avow.policy.finding.Location;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A place where security updates are announced.
 *
 * <pre>{@code
 * Announcement.releaseNotes("Security");
 * Announcement.npmAdvisory().ifApplicable();
 * }</pre>
 *
 * <p>Its id is that of its medium, unless set. Immutable. The place where it is written does not
 * count in {@link #equals}.
 */
public final class Announcement {

  /** Where security updates are announced. */
  public enum Medium {
    /** The security advisories of the project on GitHub. */
    GITHUB_ADVISORIES,
    /** The notes of the release that has the fix. */
    RELEASE_NOTES,
    /** A chat. */
    CHAT,
    /** An advisory of npm. */
    NPM_ADVISORY,
    /** A mailing list. */
    MAILING_LIST,
    /** A page. */
    WEB;

    /** Returns the name as policies write it: {@code release-notes}. */
    public String label() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  private final Medium medium;
  private final String id;
  private final @Nullable String address;
  private final @Nullable String marker;
  private final boolean ifApplicable;
  private final Location declaredAt;

  private Announcement(
      Medium medium,
      String id,
      @Nullable String address,
      @Nullable String marker,
      boolean ifApplicable,
      Location declaredAt) {
    this.medium = medium;
    this.id = Require.id(id);
    this.address = address;
    this.marker = marker;
    this.ifApplicable = ifApplicable;
    this.declaredAt = declaredAt;
  }

  static Announcement in(Medium medium, @Nullable String address, @Nullable String marker) {
    return new Announcement(medium, medium.label(), address, marker, false, Require.IN_CODE);
  }

  /** Returns the security advisories of the project on GitHub. */
  public static Announcement githubAdvisories() {
    return in(Medium.GITHUB_ADVISORIES, null, null);
  }

  /** Returns release notes in which {@code marker} stands at security fixes; not blank. */
  public static Announcement releaseNotes(String marker) {
    return in(Medium.RELEASE_NOTES, null, Require.text("marker", marker));
  }

  /**
   * Returns the chat at {@code url}.
   *
   * @throws IllegalArgumentException if it is no web address
   */
  public static Announcement chat(String url) {
    return in(Medium.CHAT, Channel.checkUrl(url), null);
  }

  /** Returns an advisory of npm. */
  public static Announcement npmAdvisory() {
    return in(Medium.NPM_ADVISORY, null, null);
  }

  /**
   * Returns the mailing list at {@code mail}.
   *
   * @throws IllegalArgumentException if it does not look like {@code announce@example.org}
   */
  public static Announcement mailingList(String mail) {
    return in(Medium.MAILING_LIST, Channel.checkMail(mail), null);
  }

  /**
   * Returns the page at {@code url}.
   *
   * @throws IllegalArgumentException if it is no web address
   */
  public static Announcement web(String url) {
    return in(Medium.WEB, Channel.checkUrl(url), null);
  }

  /** Returns this announcement under another id, in kebab-case. */
  public Announcement called(String name) {
    return new Announcement(medium, name, address, marker, ifApplicable, declaredAt);
  }

  /** Returns this announcement as one that is made only where it applies. */
  public Announcement ifApplicable() {
    return new Announcement(medium, id, address, marker, true, declaredAt);
  }

  /** Returns this announcement as written at {@code place}. */
  public Announcement at(Location place) {
    return new Announcement(medium, id, address, marker, ifApplicable, place);
  }

  /** Returns its name, in kebab-case. */
  public String id() {
    return id;
  }

  /** Returns where it is made. */
  public Medium medium() {
    return medium;
  }

  /** Returns the web address or mail address; nothing if the medium needs none. */
  public Optional<String> address() {
    return Optional.ofNullable(address);
  }

  /** Returns the words that mark a security fix in release notes; nothing in another medium. */
  public Optional<String> marker() {
    return Optional.ofNullable(marker);
  }

  /** Returns whether it is made only where it applies. */
  public boolean isConditional() {
    return ifApplicable;
  }

  /** Returns where it is written. */
  public Location declaredAt() {
    return declaredAt;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Announcement that && parts().equals(that.parts());
  }

  @Override
  public int hashCode() {
    return parts().hashCode();
  }

  private List<Object> parts() {
    return List.of(medium, id, address(), marker(), ifApplicable);
  }

  @Override
  public String toString() {
    return medium.label() + address().map(where -> " " + where).orElse("");
  }
}
