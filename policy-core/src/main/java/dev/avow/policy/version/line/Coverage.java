package dev.avow.policy.version.line;

import java.util.Optional;

/** What one row, or a part of it, covers; immutable. */
public interface Coverage {

  /** Returns whether it covers what is asked about. */
  Match covers(Inquiry inquiry);

  /** Returns whether the version asked about is older than all that it covers. */
  default Match isAbove(Inquiry inquiry) {
    return Match.NO;
  }

  /** Returns how closely it names what it covers. */
  Closeness closeness();

  /** Returns whether it names pre-releases, so that they belong to it whatever a policy says. */
  default boolean namesPreReleases() {
    return false;
  }

  /** Returns whether it is about versions, and not about branches or nothing in particular. */
  default boolean isAboutVersions() {
    return true;
  }

  /** Returns the words that are not understood, if it is those. */
  default Optional<String> unreadable() {
    return Optional.empty();
  }
}
